//! Parts of the lists that belong to services.

use super::{Table, ports::run_of};
use crate::{Assignment, Transports};

/// The items of one service in a list that has those of all, one behind the other;
/// `ends` has numbers of `WIDTH` bytes, one more than there are services.
#[inline]
#[must_use]
pub const fn part<T, const WIDTH: usize, const BYTES: usize>(
    list: &'static [T],
    ends: &Table<BYTES>,
    place: usize,
) -> &'static [T] {
    let (first, end) = ends.pair::<WIDTH>(place);
    between(list, first as usize, end as usize)
}

#[inline]
const fn between<T>(list: &'static [T], first: usize, end: usize) -> &'static [T] {
    let Some((head, _)) = list.split_at_checked(end) else {
        return &[];
    };
    match head.split_at_checked(first) {
        Some((_, part)) => part,
        None => &[],
    }
}

/// The item at `place`, as a slice.
#[inline]
#[must_use]
pub const fn one<T>(list: &'static [T], place: usize) -> &'static [T] {
    match list.split_at_checked(place) {
        Some((_, [item, ..])) => core::slice::from_ref(item),
        _ => &[],
    }
}

/// The services that share a port: `runs` has the first port, the last, and where in the
/// list their services begin and end. Empty if none or one has the port.
#[must_use]
pub const fn shared<T, const BYTES: usize>(
    list: &'static [T],
    runs: &Table<BYTES>,
    port: u16,
) -> &'static [T] {
    let run = run_of::<4, BYTES>(runs, port).wrapping_mul(4);
    between(
        list,
        runs.number::<2>(run.wrapping_add(2)) as usize,
        runs.number::<2>(run.wrapping_add(3)) as usize,
    )
}

/// One assignment.
#[must_use]
pub const fn assignment(first: u16, last: u16, transports: u8, assigned: bool) -> Assignment {
    Assignment::new(first, last, Transports::from_bits(transports), assigned)
}

/// Assignments of six bytes each: the first port, the last, the transports' bits, and
/// whether they are assigned.
///
/// This is evaluated at compile time, where a call costs more than a loop.
#[must_use]
pub const fn assignments<const COUNT: usize, const BYTES: usize>(
    bytes: &[u8; BYTES],
) -> [Assignment; COUNT] {
    let mut assignments = [Assignment::new(0, 0, Transports::EMPTY, false); COUNT];
    let mut i = 0;
    while i < COUNT && i * 6 + 5 < BYTES {
        let at = i * 6;
        assignments[i] = Assignment::new(
            u16::from_le_bytes([bytes[at], bytes[at + 1]]),
            u16::from_le_bytes([bytes[at + 2], bytes[at + 3]]),
            Transports::from_bits(bytes[at + 4]),
            bytes[at + 5] != 0,
        );
        i += 1;
    }
    assignments
}
