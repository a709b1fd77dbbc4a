//! From a port to a number: that of a service, or 0.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table, and no name, of 4 GB"
)]

use super::{Table, hash};

/// Two levels: pages of `1 << BITS` ports, and for each the place of its leaf, which has
/// a number for each port. Leaves overlap where they are equal. All pages of one transport
/// are there, and then those of the next: `transport` counts from 0 on.
///
/// `SCALE` is 0 if places are counted in numbers, `BITS` if in leaves.
#[inline]
#[must_use]
pub const fn by_page<
    const BITS: u32,
    const SCALE: u32,
    const WIDTH: usize,
    const PAGES: usize,
    const LEAVES: usize,
>(
    pages: &Table<PAGES>,
    leaves: &Table<LEAVES>,
    transport: u32,
    port: u16,
) -> u32 {
    // Transport and port are one number, whose upper part is the page's: no branch is
    // there that some workloads would make the processor guess wrong.
    let key = (transport << 16) | port as u32;
    let place = pages.number::<2>((key >> BITS) as usize) << SCALE;
    let low = key & ((1 << BITS) - 1);
    leaves.number::<WIDTH>(place.wrapping_add(low) as usize)
}

/// The flags of the transports, tcp and udp, that an entry is for, beside its number.
const FLAGS: u32 = 0xC000;

/// Ports by their hash: for each slot a port, and a number with the flags of its
/// transports: 0x4000 for tcp, 0x8000 for udp. Gives both, or 0 if the port is not there.
#[inline]
#[must_use]
pub const fn by_hash<const DISPLACEMENTS: usize, const SLOTS: usize>(
    displacements: &Table<DISPLACEMENTS>,
    slots: &Table<SLOTS>,
    seed: u32,
    port: u16,
) -> u32 {
    let key = hash::of_port(port, seed);
    let bucket = hash::bucket(key, (DISPLACEMENTS / 2) as u32);
    let displacement = displacements.number::<2>(bucket as usize);
    let slot = hash::slot(key, displacement, (SLOTS / 4) as u32);
    let entry = slots.number::<4>(slot as usize);
    if entry & 0xFFFF == port as u32 {
        entry >> 16
    } else {
        0
    }
}

/// The number of an entry, if it is for this port and transport.
#[inline]
const fn matching(entry: u32, flag: u32, port: u16) -> u32 {
    if entry & 0xFFFF == port as u32 && (entry >> 16) & flag != 0 {
        number_of(entry >> 16)
    } else {
        0
    }
}

/// A number without the flags.
#[inline]
#[must_use]
pub const fn number_of(entry: u32) -> u32 {
    entry & !FLAGS
}

/// Ports in rows of 16, for a registry that is dense and in order: each row has the
/// ports of tcp and of udp as bits, and the number of the first; each further port of
/// either has the next number.
///
/// `pages` has a row's place for each 16 ports, the last for all that are behind.
#[inline]
#[must_use]
pub const fn by_rank<const WIDTH: usize, const PAGES: usize, const ROWS: usize>(
    pages: &Table<PAGES>,
    rows: &Table<ROWS>,
    flag: u32,
    port: u16,
) -> u32 {
    let last = PAGES / WIDTH - 1;
    let page = (port >> 4) as usize;
    let page = if page < last { page } else { last };
    let row = (pages.number::<WIDTH>(page) as usize).wrapping_mul(3);
    let (tcp, udp) = (rows.number::<2>(row), rows.number::<2>(row + 1));
    let own = if flag == 0x4000 { tcp } else { udp };
    let bit = 1 << (port & 15);
    if own & bit == 0 {
        return 0;
    }
    let below = (tcp | udp) & (bit - 1);
    rows.number::<2>(row + 2) + below.count_ones()
}

/// Entries as those of [`by_hash`], sorted by port. At the most two have one port.
#[cold]
#[inline(never)]
#[must_use]
pub const fn in_singles<const BYTES: usize>(entries: &Table<BYTES>, flag: u32, port: u16) -> u32 {
    // The place of the first entry whose port is not lower, if there is one.
    let (mut low, mut left) = (0, BYTES / 4);
    while left > 0 {
        let half = left.div_ceil(2);
        let before = (entries.number::<4>(low + half - 1) & 0xFFFF) < port as u32;
        low += if before { half } else { 0 };
        left -= half;
    }
    let first = matching(entries.number::<4>(low), flag, port);
    if first != 0 {
        return first;
    }
    // Behind the end there are entries of 0, which are for no transport.
    matching(entries.number::<4>(low.wrapping_add(1)), flag, port)
}

/// Runs of ports, sorted: the first port, the last, and the number.
#[cold]
#[inline(never)]
#[must_use]
pub const fn in_runs<const BYTES: usize>(runs: &Table<BYTES>, port: u16) -> u32 {
    let run = run_of::<3, BYTES>(runs, port);
    runs.number::<2>(run.wrapping_mul(3).wrapping_add(2))
}

/// Which of the sorted runs, of `FIELDS` numbers each, has this port; `usize::MAX / 4` if
/// none, which is behind every table's end.
pub(super) const fn run_of<const FIELDS: usize, const BYTES: usize>(
    runs: &Table<BYTES>,
    port: u16,
) -> usize {
    let count = BYTES / 2 / FIELDS;
    // The place of the first run that does not end before the port. The steps are the same
    // for every port, and none is a branch that the processor could guess wrong.
    let (mut low, mut left) = (0, count);
    while left > 0 {
        let half = left.div_ceil(2);
        let before = runs.number::<2>((low + half - 1) * FIELDS + 1) < port as u32;
        low += if before { half } else { 0 };
        left -= half;
    }
    if low < count && runs.number::<2>(low * FIELDS) <= port as u32 {
        low
    } else {
        usize::MAX / 4
    }
}
