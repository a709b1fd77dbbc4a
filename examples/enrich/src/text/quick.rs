//! The usual line of a list of flows, read in one pass over 64 bytes.
//!
//! Finding the ends of short fields one by one costs more than all the rest. So the places of
//! all separators, colons and line ends among the 64 bytes are found at once, and the ports
//! are read from the words that end there. What this does not read, [`super::plain`] reads
//! more slowly: it alone says what is wrong with a line.

use port_consts::{Port, Service, Side, Transport};
use wide::u8x16;

/// So many bytes are looked at. A longer line is rare, and read the slow way.
pub(super) const WINDOW: usize = 64;

/// A line with two ports and a transport, one separator between each.
#[derive(Clone, Copy)]
pub(super) struct Quick {
    source: Digits,
    destination: Digits,
    transport: Transport,
    /// The length of the line without its end.
    pub(super) length: usize,
}

/// A port as it is written.
#[derive(Clone, Copy)]
struct Digits {
    port: Port,
    /// Its digits, the first one first.
    text: [u8; 8],
    length: usize,
}

impl Quick {
    /// Returns the line at the beginning of these bytes, if it is one of the usual kind.
    #[inline]
    pub(super) fn read(window: &[u8; WINDOW]) -> Option<Self> {
        let marks = Marks::of(window);
        let first = marks.separators.trailing_zeros() as usize;
        let rest = marks.separators & marks.separators.wrapping_sub(1);
        let second = rest.trailing_zeros() as usize;
        let rest = rest & rest.wrapping_sub(1);
        let third = rest.trailing_zeros() as usize;
        let length = marks.ends.trailing_zeros() as usize;
        // Fields of no length, a line of fewer fields, and one without an end in sight.
        if third > length || length >= WINDOW || second <= first + 1 || third <= second + 1 {
            return None;
        }
        if window[0] == b'#' {
            return None;
        }
        Some(Self {
            source: Digits::read(window, marks.colons, 0, first)?,
            destination: Digits::read(window, marks.colons, first + 1, second)?,
            transport: transport(&window[second + 1..third])?,
            length,
        })
    }

    /// Appends the port and the service that the flow is about.
    #[inline]
    pub(super) fn label(&self, names: &Names, output: &mut Vec<u8>) {
        let (source, destination) = (self.source.port, self.destination.port);
        let Some((service, side)) = Service::from_flow(source, destination, self.transport) else {
            output.extend_from_slice(b" -");
            return;
        };
        let digits = match side {
            Side::Source => &self.source,
            Side::Destination => &self.destination,
        };
        output.push(b' ');
        append(output, &digits.text, digits.length);
        let (text, length) = match self.transport {
            Transport::Tcp => (b"/tcp (  ", 6),
            Transport::Udp => (b"/udp (  ", 6),
            Transport::Sctp => (b"/sctp ( ", 7),
            Transport::Dccp => (b"/dccp ( ", 7),
        };
        append(output, text, length);
        names.append(service, output);
        output.push(b')');
    }
}

/// Appends the first `length` bytes of a block. Copying all of it and cutting it off takes
/// less time than copying a length that the compiler does not know.
#[inline]
pub(super) fn append<const N: usize>(output: &mut Vec<u8>, block: &[u8; N], length: usize) {
    let end = output.len() + length;
    output.extend_from_slice(block);
    output.truncate(end);
}

/// Where certain bytes are: bit 0 stands for the first.
struct Marks {
    /// Spaces, tabs, commas and line ends.
    separators: u64,
    ends: u64,
    colons: u64,
}

impl Marks {
    #[inline]
    fn of(window: &[u8; WINDOW]) -> Self {
        let (mut separators, mut ends, mut colons) = (0, 0, 0);
        for (place, bytes) in (0..).step_by(16).zip(window.chunks_exact(16)) {
            let bytes = u8x16::new(bytes.try_into().unwrap_or_default());
            let equal = |byte| bytes.cmp_eq(u8x16::splat(byte));
            let bits = |mask: u8x16| {
                u64::from(u32::from_ne_bytes(mask.move_mask().to_ne_bytes())) << place
            };
            let end = equal(b'\n');
            separators |= bits(equal(b' ') | equal(b'\t') | equal(b',') | end);
            ends |= bits(end);
            colons |= bits(equal(b':'));
        }
        Self {
            separators,
            ends,
            colons,
        }
    }
}

impl Digits {
    /// Reads the port of the field from `start` to `end`: all of it, or what is behind the
    /// last colon of an address.
    #[inline]
    fn read(window: &[u8; WINDOW], colons: u64, start: usize, end: usize) -> Option<Self> {
        let colons = colons & !(!0 << end) & (!0 << start);
        let digits = if colons == 0 {
            start
        } else {
            let last = 63 - colons.leading_zeros() as usize;
            let only = colons & colons.wrapping_sub(1) == 0;
            if last == start || !(only || window[last - 1] == b']') {
                return None;
            }
            last + 1
        };
        let length = end - digits;
        if !(1..=5).contains(&length) || (length > 1 && window[digits] == b'0') {
            return None;
        }
        // The eight bytes that end with the last digit, which is the highest byte.
        let word = if let Some(before) = end.checked_sub(8) {
            u64::from_le_bytes(window[before..end].try_into().ok()?)
        } else {
            let first = u64::from_le_bytes(window[..8].try_into().ok()?);
            first << (8 * (8 - end))
        };
        let unused = 8 * (8 - length);
        let port = number(word >> unused << unused | ZEROS & !(!0 << unused))?;
        Some(Self {
            port: Port::new(port),
            text: (word >> unused).to_le_bytes(),
            length,
        })
    }
}

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
const HIGH: u64 = u64::from_le_bytes([0xF0; 8]);

/// The number that eight digits make, the first one in the lowest byte.
#[inline]
fn number(digits: u64) -> Option<u16> {
    // 0 to 9 are 0x30 to 0x39: adding 6 leaves the high half as it is.
    if (digits & HIGH) != ZEROS || (digits.wrapping_add(0x0606_0606_0606_0606) & HIGH) != ZEROS {
        return None;
    }
    // Neighbours are added up: digits to pairs, pairs to fours, fours to one number.
    let pairs = ((digits & !HIGH).wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
    u16::try_from(fours.wrapping_mul(10_000 << 32 | 1) >> 32).ok()
}

#[inline]
fn transport(field: &[u8]) -> Option<Transport> {
    match field {
        b"tcp" | b"TCP" | b"6" => Some(Transport::Tcp),
        b"udp" | b"UDP" | b"17" => Some(Transport::Udp),
        b"sctp" | b"132" => Some(Transport::Sctp),
        b"dccp" | b"33" => Some(Transport::Dccp),
        _ => None,
    }
}

/// The services' names in blocks of equal length.
pub(super) struct Names(Vec<([u8; NAME], u8)>);

/// With the length, a block is as long as two registers.
const NAME: usize = 31;

impl Names {
    pub(super) fn new() -> Self {
        // Discriminants are in an order of their own.
        let mut blocks = vec![([0; NAME], u8::MAX); Service::COUNT];
        for service in Service::ALL {
            let name = service.name().as_bytes();
            let Some((block, length)) = blocks.get_mut(*service as usize) else {
                continue;
            };
            // A name that is longer is none of this registry's, and copied the slow way.
            if let Some(part) = block.get_mut(..name.len()) {
                part.copy_from_slice(name);
                *length = u8::try_from(name.len()).unwrap_or(u8::MAX);
            }
        }
        Self(blocks)
    }

    #[inline]
    fn append(&self, service: Service, output: &mut Vec<u8>) {
        match self.0.get(service as usize) {
            Some((block, length)) if usize::from(*length) <= NAME => {
                append(output, block, usize::from(*length));
            }
            _ => output.extend_from_slice(service.name().as_bytes()),
        }
    }
}
