//! One row of a file.

use std::{ops::RangeInclusive, rc::Rc};

/// The transports, in the order of the library's `Transport`.
pub const TRANSPORTS: [&str; 4] = ["tcp", "udp", "sctp", "dccp"];

/// A row of a table, with its cells as they are written.
#[derive(Clone, Debug)]
pub struct Row {
    titles: Rc<[String]>,
    cells: csv::StringRecord,
}

impl Row {
    pub(crate) fn new(titles: Rc<[String]>, cells: csv::StringRecord) -> Self {
        Self { titles, cells }
    }

    /// The cell in the column with this title. It is empty if there is no such column.
    #[must_use]
    pub fn get(&self, title: &str) -> &str {
        let column = self.titles.iter().position(|it| it == title);
        column.and_then(|it| self.cells.get(it)).unwrap_or("")
    }

    /// The service name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.get("Service Name")
    }

    /// The ports; `None` if the cell is neither a number nor a range.
    #[must_use]
    pub fn try_ports(&self) -> Option<RangeInclusive<u16>> {
        let cell = self.get("Port Number");
        let (first, last) = cell.split_once('-').unwrap_or((cell, cell));
        Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
    }

    /// The ports.
    ///
    /// # Panics
    ///
    /// If the cell is neither a number nor a range.
    #[must_use]
    pub fn ports(&self) -> RangeInclusive<u16> {
        let ports = self.try_ports();
        ports.unwrap_or_else(|| panic!("the ports of {self:?}"))
    }

    /// The transports by their places in [`TRANSPORTS`], without those that aren't there.
    /// An empty cell means TCP and UDP.
    pub fn known_transports(&self) -> impl Iterator<Item = usize> {
        let cell = match self.get("Transport Protocol").trim() {
            "" => "tcp/udp",
            cell => cell,
        };
        let place = |name: &str| {
            let mut known = TRANSPORTS.iter();
            known.position(|it| it.eq_ignore_ascii_case(name.trim()))
        };
        cell.split('/').filter_map(place)
    }

    /// The transports by their places in [`TRANSPORTS`]. An empty cell means TCP and UDP.
    ///
    /// # Panics
    ///
    /// If the cell names a transport that isn't there.
    #[must_use]
    pub fn transport_numbers(&self) -> Vec<usize> {
        let numbers: Vec<usize> = self.known_transports().collect();
        let named = self.get("Transport Protocol").split('/').count();
        assert!(numbers.len() >= named, "the transports of {self:?}");
        numbers
    }

    /// The aliases.
    #[must_use]
    pub fn aliases(&self) -> Vec<&str> {
        self.get("Aliases").split_whitespace().collect()
    }
}
