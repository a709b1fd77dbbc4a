//! Frames of IEEE 802.11, and the header that radiotap puts in front.

use super::link::{Layer, Step, behind};

/// Bits of the second byte of frame control.
const TO_DS: u8 = 0x01;
const FROM_DS: u8 = 0x02;
const PROTECTED: u8 = 0x40;
const ORDER: u8 = 0x80;

/// Returns what a data frame carries; nothing of other frames and of encrypted ones.
pub(super) fn payload(frame: &[u8], padded: bool) -> Step<'_> {
    let [control, flags, ..] = *frame else {
        return None;
    };
    let data = control & 0x0F == 0x08;
    let (quality, empty) = (control & 0x80 != 0, control & 0x40 != 0);
    if !data || empty || flags & PROTECTED != 0 {
        return None;
    }
    // Fragments but the first one have no ports.
    if frame.get(22)? & 0x0F != 0 {
        return None;
    }
    let mut length = 24;
    if flags & (TO_DS | FROM_DS) == TO_DS | FROM_DS {
        length += 6;
    }
    let mut aggregated = false;
    if quality {
        aggregated = frame.get(length)? & 0x80 != 0;
        length += 2;
        if flags & ORDER != 0 {
            length += 4;
        }
    }
    if padded {
        length = length.next_multiple_of(4);
    }
    // Of several packets in one frame, this is the first: two addresses and a length.
    if aggregated {
        length += 14;
    }
    behind(frame, length, Layer::Llc)
}

/// Reads radiotap's header (<https://www.radiotap.org>): its length, and the flag that says
/// that the frame's header is padded.
pub(super) fn radiotap(data: &[u8]) -> Step<'_> {
    let [0, _, low, high, ..] = *data else {
        return None;
    };
    let header = data.get(..usize::from(u16::from_le_bytes([low, high])))?;
    let padded = flags(header)? & 0x20 != 0;
    behind(data, header.len(), Layer::Wifi { padded })
}

/// The field of flags, which only a time may stand before; 0 if there is none.
fn flags(header: &[u8]) -> Option<u8> {
    // Words that say which fields there are: the highest bit says that one more follows.
    let mut words = header.get(4..)?.chunks_exact(4);
    let first = *words.next()?.first()?;
    let mut place = 8;
    while header.get(place - 1)? & 0x80 != 0 {
        place += 4;
    }
    if first & 0x02 == 0 {
        return Some(0);
    }
    if first & 0x01 != 0 {
        place = place.next_multiple_of(8) + 8;
    }
    header.get(place).copied()
}
