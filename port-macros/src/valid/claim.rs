//! The ports of a service: what its rows say, one by one and together.

use std::collections::HashMap;

use crate::format::assignments::Status;

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
    let mut places: HashMap<(u16, u16, Status), usize> = HashMap::new();
    for claim in claims {
        let Claim {
            first,
            last,
            transports,
            status,
            ..
        } = *claim;
        let place = *places.entry((first, last, status)).or_insert_with(|| {
            assignments.push(Assignment {
                first,
                last,
                transports,
                status,
            });
            assignments.len() - 1
        });
        assignments[place].transports |= transports;
    }
    assignments
}
