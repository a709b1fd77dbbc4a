//! [`Draft`], a service whose rows are merged, and which is not checked to the end yet.

use super::claim::Claim;
use crate::words::columns::ByColumn;

pub(super) struct Draft {
    /// The line of its first row.
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) aliases: Vec<Cell>,
    pub(super) schemes: Vec<Cell>,
    pub(super) claims: Vec<Claim>,
    /// The columns that say something about the service.
    pub(super) texts: ByColumn<Cell>,
    /// Set by the module `naming`.
    pub(super) constant: String,
    pub(super) variant: String,
}

/// A cell's text and the line it is from; empty where no row has one.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) line: usize,
    pub(super) text: String,
}

impl Draft {
    /// A service of which only the first line and the name are known.
    pub(super) fn new(line: usize, name: String) -> Self {
        Self {
            line,
            name,
            aliases: Vec::new(),
            schemes: Vec::new(),
            claims: Vec::new(),
            texts: ByColumn::default(),
            constant: String::new(),
            variant: String::new(),
        }
    }
}
