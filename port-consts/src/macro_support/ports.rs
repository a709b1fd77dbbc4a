//! From a port to the number of its service, or 0. The module `format::ports` describes
//! the tables.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table, and no name, of 4 GB"
)]

use super::Table;
use crate::format::{
    hash::{self, DISPLACEMENT_BYTES},
    ports::{
        ENTRY_BYTES, FIELD_BYTES, FIRST_FLAG, PAGE_BYTES, ROW_FIELDS, RUN_FIELDS,
        flagged_number_of, key, page_and_place, port_of, row_bit, row_of, without_flags,
    },
};

/// The place of a port in the leaves: its page, one of `1 << BITS` ports, says where its leaf
/// begins. Leaves overlap where they are equal. `transport` counts from the first one that has
/// pages.
///
/// `SCALE` is 0 if the places of leaves are counted in numbers, `BITS` if in leaves.
#[inline]
#[must_use]
pub const fn place_in_leaves<const BITS: u32, const SCALE: u32, const PAGES: usize>(
    pages: &Table<PAGES>,
    transport: u32,
    port: u16,
) -> usize {
    // Transport and port are one key, so that there is no branch for the processor to guess
    // wrong.
    let (page, low) = page_and_place(key(transport, port), BITS);
    let place = pages.number::<PAGE_BYTES>(page as usize) << SCALE;
    place.wrapping_add(low) as usize
}

/// The leaves, made by the compiler of the places that have a service.
#[must_use]
pub const fn leaves<T: Copy, const COUNT: usize>(
    mut places: &[u8],
    services: &[T],
) -> [Option<T>; COUNT] {
    let mut leaves = [None; COUNT];
    let mut place = 0;
    const { assert!(FIELD_BYTES == 2) };
    // The compiler takes as long for a call as for ten other steps, so there is none.
    while let [a, b, c, d, rest @ ..] = places {
        place += *a as usize | (*b as usize) << 8;
        leaves[place] = Some(services[*c as usize | (*d as usize) << 8]);
        place += 1;
        places = rest;
    }
    leaves
}

/// Looks up a port in a perfect hash of entries. Returns the number with its flags, or 0 if
/// the port has no entry.
#[inline]
#[must_use]
pub const fn by_hash<const DISPLACEMENTS: usize, const SLOTS: usize>(
    displacements: &Table<DISPLACEMENTS>,
    slots: &Table<SLOTS>,
    seed: u32,
    port: u16,
) -> u32 {
    let key = hash::of_port(port, seed);
    let bucket = hash::bucket(key, (DISPLACEMENTS / DISPLACEMENT_BYTES) as u32);
    let displacement = displacements.number::<DISPLACEMENT_BYTES>(bucket as usize);
    let slot = hash::slot(key, displacement, (SLOTS / ENTRY_BYTES) as u32);
    let entry = slots.number::<ENTRY_BYTES>(slot as usize);
    if port_of(entry) == port as u32 {
        flagged_number_of(entry)
    } else {
        0
    }
}

/// The number of an entry, if it is for this port and transport.
#[inline]
const fn matching(entry: u32, flag: u32, port: u16) -> u32 {
    if port_of(entry) == port as u32 && flagged_number_of(entry) & flag != 0 {
        without_flags(flagged_number_of(entry))
    } else {
        0
    }
}

/// The number that [`by_hash`] returned, without the flags.
#[inline]
#[must_use]
pub const fn number_of(number_and_flags: u32) -> u32 {
    without_flags(number_and_flags)
}

/// Looks up a port in a bitmap: `pages` has the place of a row for each row's ports, and
/// the last page is for all ports above.
#[inline]
#[must_use]
pub const fn by_bitmap<const WIDTH: usize, const PAGES: usize, const ROWS: usize>(
    pages: &Table<PAGES>,
    rows: &Table<ROWS>,
    flag: u32,
    port: u16,
) -> u32 {
    let last = PAGES / WIDTH - 1;
    let page = row_of(port) as usize;
    let page = if page < last { page } else { last };
    let row = (pages.number::<WIDTH>(page) as usize).wrapping_mul(ROW_FIELDS);
    let (tcp, udp) = (
        rows.number::<FIELD_BYTES>(row),
        rows.number::<FIELD_BYTES>(row + 1),
    );
    let own = if flag == FIRST_FLAG { tcp } else { udp };
    let bit = row_bit(port);
    if own & bit == 0 {
        return 0;
    }
    let below = (tcp | udp) & (bit - 1);
    rows.number::<FIELD_BYTES>(row + 2) + below.count_ones()
}

/// Looks up a port in entries that are sorted by port. At most two are for one port.
#[cold]
#[inline(never)]
#[must_use]
pub const fn in_entries<const BYTES: usize>(entries: &Table<BYTES>, flag: u32, port: u16) -> u32 {
    // The index of the first entry whose port is not lower, if there is one.
    let (mut low, mut left) = (0, BYTES / ENTRY_BYTES);
    while left > 0 {
        let half = left.div_ceil(2);
        let before = port_of(entries.number::<ENTRY_BYTES>(low + half - 1)) < port as u32;
        low += if before { half } else { 0 };
        left -= half;
    }
    let first = matching(entries.number::<ENTRY_BYTES>(low), flag, port);
    if first != 0 {
        return first;
    }
    // Beyond the end, entries are 0, which is for no transport.
    matching(
        entries.number::<ENTRY_BYTES>(low.wrapping_add(1)),
        flag,
        port,
    )
}

/// Looks up a port in sorted runs.
#[cold]
#[inline(never)]
#[must_use]
pub const fn in_runs<const BYTES: usize>(runs: &Table<BYTES>, port: u16) -> u32 {
    let run = run_of::<RUN_FIELDS, BYTES>(runs, port);
    runs.number::<FIELD_BYTES>(run.wrapping_mul(RUN_FIELDS).wrapping_add(2))
}

/// The index of the run that contains a port, of sorted runs of `FIELDS` numbers each;
/// `usize::MAX / 4` if there is none, which is beyond the end of every table.
pub(super) const fn run_of<const FIELDS: usize, const BYTES: usize>(
    runs: &Table<BYTES>,
    port: u16,
) -> usize {
    let count = BYTES / FIELD_BYTES / FIELDS;
    // The index of the first run that does not end before the port. The steps are the same
    // for every port, so that there is no branch for the processor to guess wrong.
    let (mut low, mut left) = (0, count);
    while left > 0 {
        let half = left.div_ceil(2);
        let before = runs.number::<FIELD_BYTES>((low + half - 1) * FIELDS + 1) < port as u32;
        low += if before { half } else { 0 };
        left -= half;
    }
    if low < count && runs.number::<FIELD_BYTES>(low * FIELDS) <= port as u32 {
        low
    } else {
        usize::MAX / 4
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, by_bitmap, in_entries, in_runs, leaves, place_in_leaves};
    use crate::format::ports::{FIRST_FLAG, entry, flag};

    #[test]
    fn leaves_have_services_at_their_places() {
        let mut services = ['a'; 0x102];
        (services[1], services[0x101]) = ('b', 'c');
        let places = [0, 0, 0, 0, 2, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0];
        let found: [Option<char>; 0x107] = leaves(&places, &services);
        let mut expected = [None; 0x107];
        (expected[0], expected[3]) = (Some('a'), Some('b'));
        (expected[0x104], expected[0x105]) = (Some('c'), Some('b'));
        assert_eq!(found, expected);
        assert_eq!(leaves::<char, 2>(&[], &[]), [None; 2]);
    }

    #[test]
    fn places_are_counted_in_numbers_or_in_leaves() {
        let pages = Table([0, 0, 2, 0]);
        assert_eq!(place_in_leaves::<4, 0, 4>(&pages, 0, 19), 2 + 3);
        assert_eq!(place_in_leaves::<4, 4, 4>(&pages, 0, 19), 2 * 16 + 3);
    }

    #[test]
    fn a_row_of_bits_numbers_its_ports() {
        // The second page is for all ports from 16 on.
        let pages = Table([1, 0, 2, 0]);
        let rows = Table([0, 0, 0, 0, 0, 0, 5, 0, 2, 0, 7, 0, 0, 0x80, 0, 0, 20, 0]);
        let ask = |flag, port| by_bitmap::<2, 4, 18>(&pages, &rows, flag, port);
        let udp = flag(1);
        for (port, of_tcp, of_udp) in [(0, 7, 0), (1, 0, 8), (2, 9, 0), (3, 0, 0), (30, 0, 0)] {
            assert_eq!(ask(FIRST_FLAG, port), of_tcp, "{port}");
            assert_eq!(ask(udp, port), of_udp, "{port}");
        }
        for port in [31, 47, 65_535] {
            assert_eq!((ask(FIRST_FLAG, port), ask(udp, port)), (20, 0), "{port}");
        }
    }

    #[test]
    fn sorted_entries_and_runs_are_searched() {
        let (tcp, udp) = (FIRST_FLAG, flag(1));
        let entries = [
            entry(5, 1 | tcp),
            entry(5, 2 | udp),
            entry(9, 3 | tcp | udp),
            entry(12, 4 | udp),
            entry(700, 5 | tcp),
        ];
        let entries: [[u8; 4]; 5] = entries.map(u32::to_le_bytes);
        let entries = Table(entries.as_flattened().try_into().unwrap());
        let ask = |flag, port| in_entries::<20>(&entries, flag, port) & !(tcp | udp);
        let of = |flag| [4, 5, 6, 9, 12, 13, 700, 701].map(|port| ask(flag, port));
        assert_eq!(of(tcp), [0, 1, 0, 3, 0, 0, 5, 0]);
        assert_eq!(of(udp), [0, 2, 0, 3, 4, 0, 0, 0]);
        let runs = [5_u16, 9, 1, 12, 12, 2, 700, 799, 3].map(u16::to_le_bytes);
        let runs: Table<18> = Table(runs.as_flattened().try_into().unwrap());
        let found = [4, 5, 9, 10, 12, 13, 700, 799, 800].map(|port| in_runs(&runs, port));
        assert_eq!(found, [0, 1, 1, 0, 2, 0, 3, 3, 0]);
    }
}
