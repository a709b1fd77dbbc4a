//! The ports of a service: what its rows say, one by one and together.

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
    pub(crate) assigned: bool,
}

impl Claim {
    pub(crate) fn contains(&self, port: u16) -> bool {
        self.first <= port && port <= self.last
    }

    /// The transports that both rows are about, if they have a port in common.
    pub(super) fn common(&self, other: &Self) -> u8 {
        if self.first <= other.last && other.first <= self.last {
            self.transports & other.transports
        } else {
            0
        }
    }
}

/// Ports of a service.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Assignment {
    pub(crate) first: u16,
    /// Not below `first`.
    pub(crate) last: u16,
    /// A set as in `words::transports`, never empty.
    pub(crate) transports: u8,
    pub(crate) assigned: bool,
}

/// What the rows of a service say together.
pub(super) fn assignments(claims: &[Claim]) -> Vec<Assignment> {
    let mut assignments: Vec<Assignment> = Vec::new();
    for claim in claims {
        let Claim {
            first,
            last,
            transports,
            assigned,
            ..
        } = *claim;
        let same =
            |it: &&mut Assignment| (it.first, it.last, it.assigned) == (first, last, assigned);
        match assignments.iter_mut().find(same) {
            Some(assignment) => assignment.transports |= transports,
            None => assignments.push(Assignment {
                first,
                last,
                transports,
                assigned,
            }),
        }
    }
    assignments
}
