//! Headers that a system's own tools put in front of the packet.

use super::link::{Layer, Step, behind};

/// The flags of Apple's PKTAP are at the same place in both versions.
const PKTAP_FLAGS: usize = 36;
const PKTAP_VERSION_2: u32 = 0x0008_0000;

/// Reads Apple's PKTAP, which macOS wrote under the private number 149 before it had 258: the
/// length of the header, and the link of this packet. Returns `None` if this is no such header.
pub(super) fn pktap(data: &[u8]) -> Option<Step<'_>> {
    let number = |place: usize| {
        let bytes = data.get(place..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes))
    };
    if number(PKTAP_FLAGS)? & PKTAP_VERSION_2 != 0 {
        let length = usize::from(data[0]);
        let link = u32::from(u16::from_le_bytes([data[6], data[7]]));
        let whole = length >= PKTAP_FLAGS + 4 && length <= data.len();
        return whole.then(|| behind(data, length, Layer::Link(link)));
    }
    let length = usize::try_from(number(0)?).ok()?;
    let (record, link) = (number(4)?, number(8)?);
    if length < PKTAP_FLAGS + 4 || length > data.len() || record > 1 {
        return None;
    }
    // Record 0 has no packet.
    Some(if record == 0 {
        None
    } else {
        behind(data, length, Layer::Link(link))
    })
}

/// The field of NFLOG that has the packet.
const NFLOG_PAYLOAD: u16 = 9;

/// Reads the log of Linux' netfilter: fields with their length and kind in front, in the byte
/// order of the machine that captured.
pub(super) fn nflog(data: &[u8], big_endian: bool) -> Step<'_> {
    let number = |bytes: [u8; 2]| {
        if big_endian {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        }
    };
    let mut rest = data.get(4..)?;
    loop {
        let [a, b, c, d, ..] = *rest else {
            return None;
        };
        let length = usize::from(number([a, b]));
        if number([c, d]) == NFLOG_PAYLOAD {
            // A packet that was cut off has less than it says.
            return behind(&rest[..length.min(rest.len())], 4, Layer::Ip);
        }
        rest = rest.get(length.max(4).next_multiple_of(4)..)?;
    }
}
