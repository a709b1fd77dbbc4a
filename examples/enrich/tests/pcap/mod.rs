//! Captures, made byte by byte.

#![allow(dead_code, reason = "each test has its own need")]

use etherparse::{EtherType, PacketBuilder};

pub(crate) const ETHERNET: u32 = 1;

/// A pcap file.
pub(crate) struct Pcap {
    /// Whether numbers are written with the low byte first.
    pub(crate) little: bool,
    pub(crate) magic: u32,
    pub(crate) link: u32,
}

pub(crate) const PCAP: Pcap = Pcap {
    little: true,
    magic: 0xA1B2_C3D4,
    link: ETHERNET,
};

impl Pcap {
    pub(crate) fn file(&self, packets: &[Vec<u8>]) -> Vec<u8> {
        let number = |number: u32| {
            if self.little {
                number.to_le_bytes()
            } else {
                number.to_be_bytes()
            }
        };
        let version = if self.little {
            [2, 0, 4, 0]
        } else {
            [0, 2, 0, 4]
        };
        let mut file = number(self.magic).to_vec();
        file.extend(version);
        file.extend([0, 0, 262_144, self.link].map(number).concat());
        for (second, packet) in (0..).zip(packets) {
            let length = u32::try_from(packet.len()).unwrap();
            file.extend([second, 0, length, length].map(number).concat());
            file.extend(packet);
        }
        file
    }
}

/// A block of pcapng, with its length in front and behind.
pub(crate) fn block(kind: u32, body: &[u8]) -> Vec<u8> {
    let mut body = body.to_vec();
    body.resize(body.len().next_multiple_of(4), 0);
    let length = u32::try_from(body.len() + 12).unwrap().to_le_bytes();
    [&kind.to_le_bytes(), &length[..], &body, &length].concat()
}

pub(crate) fn section() -> Vec<u8> {
    let magic = 0x1A2B_3C4D_u32.to_le_bytes();
    block(
        0x0A0D_0D0A,
        &[&magic[..], &[1, 0, 0, 0], &[0xFF; 8]].concat(),
    )
}

pub(crate) fn interface(link: u16) -> Vec<u8> {
    let link = link.to_le_bytes();
    block(
        1,
        &[&link[..], &[0, 0], &262_144_u32.to_le_bytes()].concat(),
    )
}

/// An enhanced packet.
pub(crate) fn enhanced(interface: u32, packet: &[u8]) -> Vec<u8> {
    let length = u32::try_from(packet.len()).unwrap();
    let numbers = [interface, 0, 0, length, length].map(u32::to_le_bytes);
    block(6, &[&numbers.concat(), packet].concat())
}

pub(crate) fn simple(packet: &[u8]) -> Vec<u8> {
    let length = u32::try_from(packet.len()).unwrap().to_le_bytes();
    block(3, &[&length, packet].concat())
}

/// An IPv4 packet without a link, from port to port.
pub(crate) fn tcp(source: u16, destination: u16) -> Vec<u8> {
    let mut packet = Vec::new();
    PacketBuilder::ipv4([10, 0, 0, 1], [10, 0, 0, 2], 64)
        .tcp(source, destination, 1, 1024)
        .write(&mut packet, b"payload")
        .unwrap();
    packet
}

pub(crate) fn udp_v6(source: u16, destination: u16) -> Vec<u8> {
    let (mut from, mut to) = ([0; 16], [0; 16]);
    (from[0], from[15], to[0], to[15]) = (0xFE, 1, 0xFE, 2);
    let mut packet = Vec::new();
    PacketBuilder::ipv6(from, to, 64)
        .udp(source, destination)
        .write(&mut packet, b"payload")
        .unwrap();
    packet
}

/// With this header in front.
pub(crate) fn framed(header: &[u8], packet: &[u8]) -> Vec<u8> {
    [header, packet].concat()
}

/// Two addresses of six bytes, and an `EtherType`.
pub(crate) fn ethernet(ether_type: EtherType, packet: &[u8]) -> Vec<u8> {
    framed(
        &[&[2; 12], &ether_type.0.to_be_bytes()[..]].concat(),
        packet,
    )
}
