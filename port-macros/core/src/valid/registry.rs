//! [`Registry`], what this stage makes.

use super::claim::{Assignment, Claim};
use crate::{
    format::assignments::Status,
    lists::retain,
    words::{
        columns::{ByColumn, Column},
        transports,
    },
};

/// A table of ports in which everything holds together. Only this stage makes one.
pub(crate) struct Registry {
    /// In the order of their first rows. Names, aliases and identifiers are unique.
    pub(crate) services: Vec<Service>,
    /// In the order of their first use.
    pub(crate) categories: Vec<Category>,
    /// The services of every port, for each transport, pools left out.
    pub(crate) owners: Owners,
    /// The same with pools, if the file has any.
    pub(super) with_pools: Option<Owners>,
    /// The columns that the file has.
    pub(super) columns: Vec<Column>,
    /// Keeps the making of registries in this stage.
    pub(super) _checked: Checked,
}

/// The segments of each transport, in ascending order.
pub(crate) type Owners = [Vec<Segment>; transports::COUNT];

pub(super) struct Checked;

impl Registry {
    /// Whether the file has this column. For each optional one, methods are emitted.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// The services of every port, for each transport: pools come last.
    pub(crate) fn candidates(&self) -> &Owners {
        self.with_pools.as_ref().unwrap_or(&self.owners)
    }

    /// As if the file had no such column.
    pub(crate) fn forget_categories(&mut self) {
        retain(&mut self.columns, &mut |column| *column != Column::Category);
    }
}

/// All rows of one service, merged.
pub(crate) struct Service {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// URL schemes, in lower case.
    pub(crate) schemes: Vec<String>,
    pub(crate) constant: String,
    pub(crate) variant: String,
    /// At least one, each with at least one transport.
    pub(crate) assignments: Vec<Assignment>,
    pub(crate) claims: Vec<Claim>,
    /// An index of [`Registry::categories`].
    pub(crate) category: Option<usize>,
    /// An index of [`Registry::services`].
    pub(crate) tls_of: Option<usize>,
    /// The texts of the columns whose rows agree, or of which the first row counts.
    pub(super) texts: ByColumn<String>,
}

impl Segment {
    /// Whether `from_port` doesn't tell all: several services have the ports, or only pools.
    pub(crate) fn is_shared(&self) -> bool {
        self.services.len() > 1 || self.pools > 0
    }

    /// Whether nobody has the ports of their own.
    pub(crate) fn has_only_pools(&self) -> bool {
        self.services.len() == self.pools
    }
}

impl Service {
    /// Assigned if one of its rows is.
    pub(crate) fn is_assigned(&self) -> bool {
        self.assignments
            .iter()
            .any(|assignment| assignment.status == Status::Assigned)
    }

    /// The text of an optional column; empty if the service has none.
    pub(crate) fn text(&self, column: Column) -> &str {
        &self.texts[column]
    }

    /// All transports of the service, a set as in `words::transports`.
    pub(crate) fn transports(&self) -> u8 {
        let assignments = self.assignments.iter();
        assignments.fold(0, |set, it| set | it.transports)
    }
}

/// A value of the column `Category`.
pub(crate) struct Category {
    pub(crate) name: String,
    pub(crate) variant: String,
}

/// A run of ports that the same services have.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) first: u16,
    pub(crate) last: u16,
    /// Indices of services, in the file's order: the first is the canonical one.
    /// There is at least one.
    pub(crate) services: Vec<usize>,
    /// How many of them, the last ones, have the ports as a pool.
    pub(crate) pools: usize,
}
