//! From the header of a link to that of IP.
//!
//! etherparse reads IP, its extensions and `MACsec`; the links and what may stand between are
//! read here, by the published list of link-layer header types
//! (<https://www.tcpdump.org/linktypes.html>) and the RFCs that it names.

use etherparse::{LaxMacsecPayloadSlice, LaxMacsecSlice};

use super::{wifi, wrapped};

/// A link of this number is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unread(pub(super) u32);

/// What stands at the beginning of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// The header of a link, by its number in the list.
    Link(u32),
    /// The payload of a frame with this `EtherType`, or this length.
    Ethernet(u16),
    /// The header of logical link control, IEEE 802.2.
    Llc,
    Ppp,
    Mpls,
    /// A header of IEEE 802.11; whether it is padded to a multiple of four bytes.
    Wifi {
        padded: bool,
    },
    Ip,
}

/// A layer, and the bytes that begin with it; none if there is no IP behind.
pub(super) type Step<'a> = Option<(Layer, &'a [u8])>;

/// The number of a link, without the bits that say how long a checksum follows each packet:
/// IP has a length of its own.
pub(super) fn of_header(word: i32) -> u32 {
    u32::from_ne_bytes(word.to_ne_bytes()) & 0x03FF_FFFF
}

/// Returns the part of a packet that begins with IP, if there is one.
///
/// # Errors
///
/// Names the link if it is one that is not read.
pub(super) fn ip(link: u32, packet: &[u8], big_endian: bool) -> Result<Option<&[u8]>, Unread> {
    let mut step = Some((Layer::Link(link), packet));
    // Each step but the first ones leaves less: nobody nests this many headers in earnest.
    for _ in 0..32 {
        step = match step {
            None => return Ok(None),
            Some((Layer::Ip, data)) => return Ok(Some(data)),
            Some((Layer::Link(link), data)) => of_link(link, data, big_endian)?,
            Some((Layer::Ethernet(kind), data)) => of_ethernet(kind, data),
            Some((Layer::Llc, data)) => of_llc(data),
            Some((Layer::Ppp, data)) => of_ppp(data),
            Some((Layer::Mpls, data)) => of_mpls(data),
            Some((Layer::Wifi { padded }, data)) => wifi::payload(data, padded),
        };
    }
    Ok(None)
}

/// Reads the header of a link. This is the table of those that are read.
fn of_link(link: u32, data: &[u8], big_endian: bool) -> Result<Step<'_>, Unread> {
    Ok(match link {
        // A number of the system's address family, which the version of IP repeats.
        0 | 108 => behind(data, 4, Layer::Ip),
        1 => typed(data, 12),
        7 => arcnet(data, 2),
        9 | 50 => match data {
            [0x0F | 0x8F, ..] if link == 50 => typed(data, 2),
            _ => behind(data, 0, Layer::Ppp),
        },
        // RAW has these numbers, too, where a program wrote its system's own.
        12 | 14 | 101 | 228 | 229 => behind(data, 0, Layer::Ip),
        51 => pppoe(data),
        100 => behind(data, 0, Layer::Llc),
        104 => typed(data, 2),
        105 => behind(data, 0, Layer::Wifi { padded: false }),
        113 => typed(data, 14),
        127 => wifi::radiotap(data),
        129 => arcnet(data, 4),
        149 | 258 => wrapped::pktap(data).ok_or(Unread(link))?,
        // PPP, with a byte for the direction instead of 0xFF, or in front.
        166 | 204 => behind(data, 1, Layer::Ppp),
        205 => typed(data, 3),
        219 => behind(data, 0, Layer::Mpls),
        // The header of Solaris' IPNET.
        226 => behind(data, 24, Layer::Ip),
        239 => wrapped::nflog(data, big_endian),
        242 => infiniband(data),
        276 => match data {
            [high, low, ..] => behind(data, 20, Layer::Ethernet(u16::from_be_bytes([*high, *low]))),
            _ => None,
        },
        // Tags of switches behind the addresses: Broadcom's and Marvell's of 4 bytes and of 8.
        281 | 283 => typed(data, 16),
        // Broadcom's in front, and the header of an analyzer.
        282 | 240 => behind(data, 4, Layer::Link(1)),
        284 => typed(data, 20),
        unread => return Err(Unread(unread)),
    })
}

/// What stands behind so many bytes.
pub(super) fn behind(data: &[u8], length: usize, layer: Layer) -> Step<'_> {
    Some((layer, data.get(length..)?))
}

/// What stands behind so many bytes and an `EtherType`.
pub(super) fn typed(data: &[u8], length: usize) -> Step<'_> {
    let (kind, payload) = data.get(length..)?.split_first_chunk()?;
    Some((Layer::Ethernet(u16::from_be_bytes(*kind)), payload))
}

fn of_ethernet(kind: u16, data: &[u8]) -> Step<'_> {
    match kind {
        0x0800 | 0x86DD => Some((Layer::Ip, data)),
        // VLANs, of customers and of providers.
        0x8100 | 0x88A8 | 0x9100 => typed(data, 2),
        0x8847 | 0x8848 => Some((Layer::Mpls, data)),
        0x8864 => pppoe(data),
        0x88E5 => match LaxMacsecSlice::from_slice(data).ok()?.payload {
            LaxMacsecPayloadSlice::Unmodified(it) => {
                Some((Layer::Ethernet(it.ether_type.0), it.payload))
            }
            LaxMacsecPayloadSlice::Modified { .. } => None,
        },
        // A length, not a type; and the type that stands for one that has no room.
        ..=1500 | 0x8870 => Some((Layer::Llc, data)),
        _ => None,
    }
}

/// LLC with SNAP, or with the numbers that IP has without it.
fn of_llc(data: &[u8]) -> Step<'_> {
    match data {
        [0xAA, 0xAA, 0x03, 0, 0, 0 | 0xF8, ..] => typed(data, 6),
        [0x06, 0x06, 0x03, payload @ ..]
        // ISO's network layer protocol identifiers, which RFC 1483 names for routed IP.
        | [0xFE, 0xFE, 0x03, 0xCC | 0x8E, payload @ ..] => Some((Layer::Ip, payload)),
        _ => None,
    }
}

/// PPP (RFC 1661, 1662): an address and a control byte may stand in front, and the protocol
/// may be compressed to one byte, which is odd.
fn of_ppp(data: &[u8]) -> Step<'_> {
    let data = match data {
        [0xFF, 0x03, rest @ ..] | [0x03, rest @ ..] => rest,
        other => other,
    };
    let (protocol, payload) = match data {
        [low, rest @ ..] if low & 1 == 1 => (u16::from(*low), rest),
        [high, low, rest @ ..] => (u16::from_be_bytes([*high, *low]), rest),
        _ => return None,
    };
    match protocol {
        0x0021 | 0x0057 => Some((Layer::Ip, payload)),
        0x0281 | 0x0283 => Some((Layer::Mpls, payload)),
        _ => None,
    }
}

/// PPP over Ethernet (RFC 2516): version and type, code, session, length.
fn pppoe(data: &[u8]) -> Step<'_> {
    match data {
        [0x11, 0, _, _, _, _, payload @ ..] => Some((Layer::Ppp, payload)),
        _ => None,
    }
}

/// MPLS (RFC 3032): labels of four bytes, of which the last one is marked. What follows is
/// told by its first bits: IP's version, or 0 for the control word of an Ethernet frame
/// (RFC 4448).
fn of_mpls(data: &[u8]) -> Step<'_> {
    let last = data.chunks_exact(4).position(|label| label[2] & 1 == 1)?;
    let payload = &data[4 * (last + 1)..];
    match payload.first()? >> 4 {
        4 | 6 => Some((Layer::Ip, payload)),
        0 => behind(payload, 4, Layer::Link(1)),
        _ => None,
    }
}

/// ARCNET: addresses, then a protocol. By RFC 1201 and 2497, a flag and a number follow, by
/// RFC 1051 nothing.
fn arcnet(data: &[u8], addresses: usize) -> Step<'_> {
    match data.get(addresses..)? {
        // A short packet that was made longer has its header again, behind four bytes.
        [0xD4 | 0xC4, 0xFF, 0xFF, 0xFF, rest @ ..] => match rest {
            [0xD4 | 0xC4, _, _, _, payload @ ..] => Some((Layer::Ip, payload)),
            _ => None,
        },
        // The flag is 0 for a whole packet, and odd for the first fragment of one.
        [0xD4 | 0xC4, flag, _, _, payload @ ..] if *flag == 0 || flag & 1 == 1 => {
            Some((Layer::Ip, payload))
        }
        [0xF0, payload @ ..] => Some((Layer::Ip, payload)),
        _ => None,
    }
}

/// IP over `InfiniBand` (RFC 4391): an `EtherType` and two bytes of nothing. Some programs
/// leave the global route header of 40 bytes in front.
fn infiniband(data: &[u8]) -> Step<'_> {
    let header = match data {
        [0x08, 0x00 | 0x06, 0, 0, ..] | [0x86, 0xDD, 0, 0, ..] => 0,
        _ => 40,
    };
    let (Layer::Ethernet(kind), payload) = typed(data, header)? else {
        return None;
    };
    behind(payload, 2, Layer::Ethernet(kind))
}
