//! What the tests share: rows of port tables, and examples that are run.

#![forbid(unsafe_code)]

#[cfg(feature = "programs")]
pub mod example;
#[cfg(feature = "programs")]
pub mod services_file;

use std::collections::HashMap;

use port_consts::{Port, Transport};

pub use port_consts_reader::{Row, rows};

/// What the library's types say of a row.
pub trait RowExt {
    /// The transports.
    ///
    /// # Panics
    ///
    /// If the cell names a transport that isn't there.
    fn transports(&self) -> Vec<Transport>;

    /// Whether a program picks one of the ports when it starts.
    fn is_pool(&self) -> bool;
}

impl RowExt for Row {
    fn transports(&self) -> Vec<Transport> {
        let all = [
            Transport::Tcp,
            Transport::Udp,
            Transport::Sctp,
            Transport::Dccp,
        ];
        let numbers = self.transport_numbers().into_iter();
        numbers.map(|number| all[number]).collect()
    }

    fn is_pool(&self) -> bool {
        self.get("Status") == "pool"
    }
}

/// The rows of the curated registry.
#[must_use]
pub fn curated() -> Vec<Row> {
    rows("port-data.csv")
}

/// The rows that `from_port` answers by: a pool is only a candidate.
#[must_use]
pub fn without_pools(rows: &[Row]) -> Vec<Row> {
    let answers = rows.iter().filter(|row| !row.is_pool());
    answers.cloned().collect()
}

/// For every port under every transport the names of its services, in the order of
/// the rows, pools last.
#[must_use]
pub fn names_by_port(rows: &[Row]) -> HashMap<(u16, Transport), Vec<&str>> {
    let mut names: HashMap<(u16, Transport), Vec<&str>> = HashMap::new();
    let (pools, others): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.is_pool());
    for row in others.into_iter().chain(pools) {
        for port in row.ports() {
            for transport in row.transports() {
                names.entry((port, transport)).or_default().push(row.name());
            }
        }
    }
    names
}

/// All 65,536 ports under all four transports.
pub fn every_port() -> impl Iterator<Item = (Port, Transport)> {
    let ports = (0..=u16::MAX).map(Port::new);
    ports.flat_map(|port| {
        Transport::ALL
            .iter()
            .map(move |transport| (port, *transport))
    })
}

/// Compares a registry that `ports!` made with the rows of its file, for every port
/// under every transport and for every name.
#[macro_export]
macro_rules! assert_registry_equals_rows {
    ($registry:path, $rows:expr) => {{
        use $crate::RowExt as _;
        use $registry as Registry;
        let rows: Vec<$crate::Row> = $rows;
        let answers = $crate::without_pools(&rows);
        let answers = $crate::names_by_port(&answers);
        let expected = $crate::names_by_port(&rows);
        let mut compared = 0;
        for (port, transport) in $crate::every_port() {
            let asked = (port.get(), transport);
            let names: &[&str] = expected.get(&asked).map_or(&[], Vec::as_slice);
            let answer = answers.get(&asked).map(|names| names[0]);
            let found = Registry::from_port(port, transport).map(Registry::name);
            assert_eq!(found, answer, "{port}/{transport}");
            let candidates = Registry::candidates(port, transport).iter();
            let candidates: Vec<&str> = candidates.map(|service| service.name()).collect();
            assert_eq!(candidates, names, "{port}/{transport}");
            compared += 1;
        }
        assert_eq!(compared, 65_536 * 4);
        for row in &rows {
            let service = Registry::from_name(row.name()).expect(row.name());
            assert_eq!(service.name(), row.name());
            for port in row.ports() {
                for transport in row.transports() {
                    let port = ::port_consts::Port::new(port);
                    let mut assignments = service.assignments().iter();
                    assert!(
                        assignments.any(|it| it.contains(port, transport)),
                        "{service}"
                    );
                }
            }
        }
    }};
}
