//! The ports of a service: what its rows say, one by one and together.

use crate::{
    format::assignments::Status,
    lists::{Places, key_of},
};

/// The ports of one row. Rows of a service that differ only in their transport make one
/// [`Assignment`], but rows decide which service comes first on a port.
#[derive(Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) line: usize,
    pub(crate) first: u16,
    /// Not below `first`.
    pub(crate) last: u16,
    /// A set as in `words::transports`.
    pub(crate) transports: u8,
    pub(crate) status: Status,
}

/// Ports of a service.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Assignment {
    pub(crate) first: u16,
    /// Not below `first`.
    pub(crate) last: u16,
    /// A set as in `words::transports`, never empty.
    pub(crate) transports: u8,
    pub(crate) status: Status,
}

/// What the rows of a service say together.
pub(super) fn assignments(claims: &[Claim]) -> Vec<Assignment> {
    let mut assignments: Vec<Assignment> = Vec::new();
    let mut places = Places::default();
    for claim in claims {
        let Claim {
            first,
            last,
            transports,
            status,
            ..
        } = *claim;
        let key = key_of(&[first.into(), last.into(), status as usize]);
        let place = places.find_or(key, assignments.len());
        if place == assignments.len() {
            assignments.push(Assignment {
                first,
                last,
                transports,
                status,
            });
        }
        assignments[place].transports |= transports;
    }
    assignments
}
