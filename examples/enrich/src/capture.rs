//! Flows in the packets of a capture, pcap or pcapng.

use std::{
    io::{Read, Write},
    net::{IpAddr, SocketAddr},
};

use etherparse::{EtherType, IpNumber, LaxNetSlice, LaxSlicedPacket};
use pcap_parser::{
    Block, Linktype, PcapBlockOwned, PcapError, create_reader, traits::PcapNGPacketBlock as _,
};
use port_consts::{Port, Transport};

use crate::{Mistake, Tally, flow::Flow};

/// More than tcpdump's largest packet, 256 KiB.
const BUFFER: usize = 1 << 20;

/// Whether an input begins as a capture does: in either order of bytes, with times in micro-
/// or nanoseconds, or with a section of pcapng.
pub(crate) fn is_one(beginning: &[u8]) -> bool {
    matches!(
        beginning,
        [0xA1, 0xB2, 0xC3, 0xD4, ..]
            | [0xD4, 0xC3, 0xB2, 0xA1, ..]
            | [0xA1, 0xB2, 0x3C, 0x4D, ..]
            | [0x4D, 0x3C, 0xB2, 0xA1, ..]
            | [0x0A, 0x0D, 0x0D, 0x0A, ..]
    )
}

/// Writes a line for each packet that has ports.
pub(crate) fn enrich(input: impl Read + Send, output: &mut impl Write) -> Result<Tally, Mistake> {
    let refuse = |error: PcapError<&[u8]>| Mistake::Input(format!("the capture: {error}"));
    let mut reader = create_reader(BUFFER, input).map_err(refuse)?;
    let mut tally = Tally::of_packets();
    let mut lines = Vec::with_capacity(BUFFER);
    // The link of each interface of the section.
    let mut interfaces: Vec<Linktype> = Vec::new();
    loop {
        let mut packet = |link: Option<&Linktype>, data: &[u8]| {
            let ends = link.and_then(|link| Ends::of_packet(*link, data));
            tally.count_packet(ends.is_some());
            if let Some(ends) = ends {
                ends.write(&mut lines);
            }
        };
        let broken = match reader.next() {
            Ok((length, block)) => {
                match block {
                    PcapBlockOwned::LegacyHeader(header) => interfaces = vec![header.network],
                    PcapBlockOwned::Legacy(it) => packet(interfaces.first(), it.data),
                    PcapBlockOwned::NG(Block::SectionHeader(_)) => interfaces.clear(),
                    PcapBlockOwned::NG(Block::InterfaceDescription(it)) => {
                        interfaces.push(it.linktype);
                    }
                    PcapBlockOwned::NG(Block::EnhancedPacket(it)) => {
                        packet(interfaces.get(it.if_id as usize), it.packet_data());
                    }
                    PcapBlockOwned::NG(Block::SimplePacket(it)) => {
                        packet(interfaces.first(), it.packet_data());
                    }
                    PcapBlockOwned::NG(_) => {}
                }
                reader.consume(length);
                continue;
            }
            Err(PcapError::Eof) => break,
            Err(PcapError::Incomplete(_) | PcapError::UnexpectedEof) => None,
            Err(error) => Some(error.to_string()),
        };
        if broken.is_none() && !reader.reader_exhausted() {
            // What is complete goes on before more is waited for.
            output.write_all(&lines)?;
            lines.clear();
            reader.refill().map_err(refuse)?;
            continue;
        }
        if let Some(error) = broken {
            output.write_all(&lines)?;
            let packets = tally.all();
            return Err(Mistake::Input(format!(
                "the capture can't be read any further after {packets} packets: {error}"
            )));
        }
        tally.breaks_off();
        break;
    }
    output.write_all(&lines)?;
    output.flush()?;
    Ok(tally)
}

/// Both ends of a packet.
struct Ends {
    source: SocketAddr,
    destination: SocketAddr,
    transport: Transport,
}

impl Ends {
    fn of_packet(link: Linktype, data: &[u8]) -> Option<Self> {
        let packet = match link {
            Linktype::ETHERNET => LaxSlicedPacket::from_ethernet(data).ok()?,
            Linktype::RAW | Linktype::IPV4 | Linktype::IPV6 | Linktype(12 | 14) => {
                LaxSlicedPacket::from_ip(data).ok()?
            }
            // A number of the system's address family, which the version of IP repeats.
            Linktype::NULL | Linktype::LOOP => LaxSlicedPacket::from_ip(data.get(4..)?).ok()?,
            // The captures of all interfaces on Linux: their headers hold an EtherType.
            Linktype::LINUX_SLL => cooked(data.get(14..16)?, data.get(16..)?),
            Linktype::LINUX_SLL2 => cooked(data.get(..2)?, data.get(20..)?),
            _ => return None,
        };
        Self::of_ip(packet.net.as_ref()?)
    }

    fn of_ip(net: &LaxNetSlice) -> Option<Self> {
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
        Some(Self {
            source: (source, u16::from_be_bytes([a, b])).into(),
            destination: (destination, u16::from_be_bytes([c, d])).into(),
            transport,
        })
    }

    fn write(&self, lines: &mut Vec<u8>) {
        let Self {
            source,
            destination,
            transport,
        } = *self;
        // Writing to memory does not fail.
        let _ = write!(lines, "{source} {destination} {transport}");
        let flow = Flow {
            source: Port::new(source.port()),
            destination: Port::new(destination.port()),
            transport,
        };
        flow.label(lines);
        lines.push(b'\n');
    }
}

fn cooked<'a>(ether_type: &[u8], data: &'a [u8]) -> LaxSlicedPacket<'a> {
    let ether_type = match *ether_type {
        [high, low] => u16::from_be_bytes([high, low]),
        _ => 0,
    };
    LaxSlicedPacket::from_ether_type(EtherType(ether_type), data)
}
