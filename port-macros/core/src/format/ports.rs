// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

//! The tables of ports.
//!
//! - *Entries*, in a perfect hash or sorted: a port in the lower 16 bits, above it the number
//!   of a service and a flag for each transport that it has the port under.
//! - *Runs*, sorted: the first port, the last, and a number; or where in a list the services
//!   that share them begin and end.
//! - A *bitmap*: rows of [`ROW_PORTS`] ports. A row has one bit a port for tcp, one for udp,
//!   and the number of its first port; every other port of the row has the next number.
//! - *Two levels*: transport and port make a key, whose upper part selects a page, and the
//!   page says where the leaf begins that has a number for every port.
//! - *Places* of leaves that have a service, from which the compiler makes leaves of services:
//!   how many places before it have none, and the index of the service.

use super::transports::FLAGGED;

/// The bytes of an entry.
pub(crate) const ENTRY_BYTES: usize = 4;

/// The flag of the first transport, tcp, beside a number. The flag of udp is the next bit.
pub(crate) const FIRST_FLAG: u32 = 0x4000;

/// All flags. They are the highest of 16 bits: numbers have to be lower.
pub(crate) const FLAGS: u32 = ((1 << FLAGGED) - 1) * FIRST_FLAG;

const _: () = assert!(
    FLAGS | (FIRST_FLAG - 1) == 0xFFFF,
    "flags and number fill 16 bits"
);

/// The flag of a transport by its bit, which is below [`FLAGGED`].
pub(crate) const fn flag(bit: u32) -> u32 {
    FIRST_FLAG << bit
}

/// An entry: a port, and a number with its flags.
pub(crate) const fn entry(port: u16, number_and_flags: u32) -> u32 {
    port as u32 | (number_and_flags << 16)
}

/// The port of an entry.
#[inline]
pub(crate) const fn port_of(entry: u32) -> u32 {
    entry & 0xFFFF
}

/// The number of an entry, with its flags.
#[inline]
pub(crate) const fn flagged_number_of(entry: u32) -> u32 {
    entry >> 16
}

/// A number without its flags.
#[inline]
pub(crate) const fn without_flags(number_and_flags: u32) -> u32 {
    number_and_flags & !FLAGS
}

/// The bytes of a field of a run or a place.
pub(crate) const FIELD_BYTES: usize = 2;

/// The fields of a run: the first port, the last, the number of a service.
pub(crate) const RUN_FIELDS: usize = 3;

/// The fields of a run that services share: the first port, the last, and where the
/// services begin and end in a list.
pub(crate) const SHARED_FIELDS: usize = 4;

/// The ports of a row of the bitmap.
pub(crate) const ROW_PORTS: u16 = 16;

/// The fields of a row: the bits of tcp, those of udp, and the number of the first port.
pub(crate) const ROW_FIELDS: usize = 3;

/// The row that a port is in.
#[inline]
pub(crate) const fn row_of(port: u16) -> u16 {
    port / ROW_PORTS
}

/// The bit of a port in its row.
#[inline]
pub(crate) const fn row_bit(port: u16) -> u32 {
    1 << (port % ROW_PORTS)
}

/// The bytes of a page: the place of its leaf.
pub(crate) const PAGE_BYTES: usize = 2;

/// The key of a port. All pages of a transport come before those of the next.
#[inline]
pub(crate) const fn key(transport: u32, port: u16) -> u32 {
    (transport << 16) | port as u32
}

/// How many pages of `1 << bits` ports a transport has.
pub(crate) const fn pages(bits: u32) -> usize {
    0x1_0000 >> bits
}

/// The page of a key, and the port's place in its leaf.
#[inline]
pub(crate) const fn page_and_place(key: u32, bits: u32) -> (u32, u32) {
    (key >> bits, key & ((1 << bits) - 1))
}

#[cfg(test)]
mod tests {
    use super::{
        FLAGS, entry, flag, flagged_number_of, key, page_and_place, pages, port_of, row_bit,
        row_of, without_flags,
    };

    #[test]
    fn entries_have_a_port_a_number_and_flags() {
        assert_eq!((flag(0), flag(1), FLAGS), (0x4000, 0x8000, 0xC000));
        assert_eq!(entry(0x1234, 0x8567), 0x8567_1234);
        assert_eq!(port_of(0x8567_1234), 0x1234);
        assert_eq!(flagged_number_of(0x8567_1234), 0x8567);
        assert_eq!(without_flags(0xC567), 0x0567);
    }

    #[test]
    fn a_row_has_sixteen_ports() {
        let places = [0, 15, 16, 33, 65_535].map(|port| (row_of(port), row_bit(port)));
        let expected = [(0, 1), (0, 0x8000), (1, 1), (2, 2), (4095, 0x8000)];
        assert_eq!(places, expected);
    }

    #[test]
    fn a_page_is_part_of_a_transport() {
        assert_eq!(key(0, 0xFFFF), 0xFFFF);
        assert_eq!(key(3, 0x1234), 0x3_1234);
        assert_eq!((pages(0), pages(5), pages(16)), (65_536, 2048, 1));
        assert_eq!(page_and_place(0x3_1234, 5), (0x1891, 0x14));
        assert_eq!(page_and_place(0x3_1234, 8), (0x312, 0x34));
    }
}
