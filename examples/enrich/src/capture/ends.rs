//! The two ends of a packet.

use std::{
    io::Write as _,
    net::{IpAddr, SocketAddr},
};

use etherparse::{IpNumber, LaxNetSlice, LaxSlicedPacket};
use port_consts::{Port, Side, Transport};

use super::openers::Openers;
use crate::flow::Flow;

/// Who sent a packet to whom.
pub(super) struct Ends {
    pub(super) source: SocketAddr,
    pub(super) destination: SocketAddr,
    transport: Transport,
    /// The end that has the service, if the packet opens a connection.
    opening: Option<Side>,
}

/// Bits of the byte of a TCP header that has its flags.
const SYN: u8 = 0x02;
const ACK: u8 = 0x10;

impl Ends {
    /// Reads a packet that begins with a header of IP.
    pub(super) fn of_ip(data: &[u8]) -> Option<Self> {
        let packet = LaxSlicedPacket::from_ip(data).ok()?;
        let net = packet.net.as_ref()?;
        let (source, destination): (IpAddr, IpAddr) = match net {
            // The ports are in the first fragment only.
            LaxNetSlice::Ipv4(ip) if ip.header().fragments_offset().value() == 0 => (
                ip.header().source_addr().into(),
                ip.header().destination_addr().into(),
            ),
            LaxNetSlice::Ipv6(ip) if !ip.payload().fragmented => (
                ip.header().source_addr().into(),
                ip.header().destination_addr().into(),
            ),
            _ => return None,
        };
        let payload = net.ip_payload_ref()?;
        let transport = match payload.ip_number {
            IpNumber::TCP => Transport::Tcp,
            IpNumber::UDP => Transport::Udp,
            IpNumber::SCTP => Transport::Sctp,
            IpNumber::DCCP => Transport::Dccp,
            _ => return None,
        };
        // All four begin with the two ports.
        let [a, b, c, d, ..] = *payload.payload else {
            return None;
        };
        let opening = match (transport, payload.payload.get(13)) {
            (Transport::Tcp, Some(flags)) if flags & SYN != 0 => Some(match flags & ACK {
                0 => Side::Destination,
                _ => Side::Source,
            }),
            _ => None,
        };
        Some(Self {
            source: (source, u16::from_be_bytes([a, b])).into(),
            destination: (destination, u16::from_be_bytes([c, d])).into(),
            transport,
            opening,
        })
    }

    /// Appends a line. Who opened a connection is remembered for its other packets.
    pub(super) fn write(&self, openers: &mut Openers, lines: &mut Vec<u8>) {
        let Self {
            source,
            destination,
            transport,
            opening,
        } = *self;
        let server = match (transport, opening) {
            (Transport::Tcp, Some(server)) => {
                openers.opened(source, destination, server);
                Some(server)
            }
            (Transport::Tcp, None) => openers.server(source, destination),
            _ => None,
        };
        // Writing to memory does not fail.
        let _ = write!(lines, "{source} {destination} {transport} ");
        let flow = Flow {
            source: Port::new(source.port()),
            destination: Port::new(destination.port()),
            transport,
            server,
        };
        if !flow.label(lines) {
            lines.push(b'-');
        }
        lines.push(b'\n');
    }
}
