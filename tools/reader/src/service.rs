//! The rows of one service.

use std::collections::HashMap;

use crate::Row;

/// A service: all rows with one name, in whatever case it is written.
#[derive(Clone, Debug)]
pub struct Service<'a> {
    /// Its rows, in the order of the file; at least one.
    pub rows: Vec<&'a Row>,
}

/// The services of a table, in the order of their first rows.
#[must_use]
pub fn services(rows: &[Row]) -> Vec<Service<'_>> {
    let mut services: Vec<Service<'_>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let next = services.len();
        let place = *places.entry(row.name().to_lowercase()).or_insert(next);
        if place == next {
            services.push(Service { rows: Vec::new() });
        }
        services[place].rows.push(row);
    }
    services
}

impl<'a> Service<'a> {
    /// The name in its first row.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.rows[0].name()
    }

    /// The name and all aliases.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        let aliases = self.rows.iter().flat_map(|row| row.aliases());
        std::iter::once(self.name()).chain(aliases)
    }

    /// Whether one of the rows has this port under this transport.
    #[must_use]
    pub fn has(&self, port: u16, transport: usize) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| row.ports().contains(&port) && row.transport_numbers().contains(&transport))
    }
}
