//! Parts of the lists that belong to services.

use super::{Table, ports::run_of};
use crate::{
    Assignment, Port, Transport, Transports,
    format::{
        assignments::Status,
        ports::{FIELD_BYTES, SHARED_FIELDS},
    },
};

/// The items of one service in a list of all items. `ends` has numbers of `WIDTH` bytes, one
/// more than there are services.
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

/// The services that share a port, a part of `list`. Empty if fewer than two have the port.
#[must_use]
pub const fn shared<T, const BYTES: usize>(
    list: &'static [T],
    runs: &Table<BYTES>,
    port: u16,
) -> &'static [T] {
    let run = run_of::<SHARED_FIELDS, BYTES>(runs, port).wrapping_mul(SHARED_FIELDS);
    between(
        list,
        runs.number::<FIELD_BYTES>(run.wrapping_add(2)) as usize,
        runs.number::<FIELD_BYTES>(run.wrapping_add(3)) as usize,
    )
}

/// One assignment.
#[must_use]
pub const fn assignment(first: u16, last: u16, transports: u8, status: u8) -> Assignment {
    Assignment::new(
        first,
        last,
        Transports::from_bits(transports),
        Status::of(status),
    )
}

/// Unpacks assignments, at compile time.
#[must_use]
pub const fn assignments<const COUNT: usize, const BYTES: usize>(
    bytes: &[u8; BYTES],
) -> [Assignment; COUNT] {
    Assignment::unpack_all(bytes)
}

/// The first port of a service under a transport.
#[must_use]
pub const fn port_under(mut rest: &[Assignment], transport: Transport) -> Option<Port> {
    while let [assignment, tail @ ..] = rest {
        if assignment.transports().contains(transport) {
            return Some(assignment.first());
        }
        rest = tail;
    }
    None
}
