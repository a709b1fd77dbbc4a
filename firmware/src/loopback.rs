//! A network of one device, without a heap: what is sent comes in again.

use smoltcp::{
    phy::{self, Device, DeviceCapabilities, Medium},
    time::Instant,
};

use crate::filter;

/// The longest packet.
const MTU: usize = 256;

/// How many packets may be under way.
const PACKETS: usize = 4;

/// A packet, and how long it is.
type Packet = ([u8; MTU], usize);

/// The packets that are under way, in a ring.
pub struct Loopback {
    packets: [Packet; PACKETS],
    first: usize,
    count: usize,
}

impl Loopback {
    /// With no packet under way.
    pub const fn new() -> Self {
        Self {
            packets: [([0; MTU], 0); PACKETS],
            first: 0,
            count: 0,
        }
    }

    fn pop(&mut self) -> Option<Packet> {
        let packet = self.packets.get(self.first % PACKETS)?;
        self.count = self.count.checked_sub(1)?;
        self.first = (self.first + 1) % PACKETS;
        Some(*packet)
    }
}

impl Device for Loopback {
    type RxToken<'a> = Received;
    type TxToken<'a> = Free<'a>;

    /// The next packet that the filter lets in.
    fn receive(&mut self, _: Instant) -> Option<(Received, Free<'_>)> {
        loop {
            let (packet, length) = self.pop()?;
            if filter::lets_in(&packet[..length]) {
                return Some((Received(packet, length), Free(self)));
            }
        }
    }

    fn transmit(&mut self, _: Instant) -> Option<Free<'_>> {
        (self.count < PACKETS).then_some(Free(self))
    }

    fn capabilities(&self) -> DeviceCapabilities {
        let mut capabilities = DeviceCapabilities::default();
        capabilities.medium = Medium::Ip;
        capabilities.max_transmission_unit = MTU;
        capabilities
    }
}

/// A packet that came in.
pub struct Received([u8; MTU], usize);

impl phy::RxToken for Received {
    fn consume<R, F: FnOnce(&[u8]) -> R>(self, read: F) -> R {
        let Self(packet, length) = self;
        read(&packet[..length])
    }
}

/// Room for a packet.
pub struct Free<'a>(&'a mut Loopback);

impl phy::TxToken for Free<'_> {
    fn consume<R, F: FnOnce(&mut [u8]) -> R>(self, length: usize, write: F) -> R {
        let Self(Loopback {
            packets,
            first,
            count,
        }) = self;
        let (packet, its_length) = &mut packets[(*first + *count) % PACKETS];
        let result = write(&mut packet[..length]);
        *its_length = length;
        *count += 1;
        result
    }
}
