//! A second reader of port tables, for the tests: it shares no code with the macro,
//! and reads less strictly.

#![forbid(unsafe_code)]

pub mod debian;
pub mod example;
pub mod scratch;
pub mod services_file;
pub mod snapshot;

use std::{collections::HashMap, path::Path};

use port_consts::{Port, Transport};

/// A row of a table, its cells as they stand.
#[derive(Clone, Debug)]
pub struct Row {
    cells: HashMap<String, String>,
}

impl Row {
    /// The cell in the column of this title; empty where there is none.
    #[must_use]
    pub fn get(&self, title: &str) -> &str {
        self.cells.get(title).map_or("", String::as_str)
    }

    /// The service name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.get("Service Name")
    }

    /// The port numbers.
    ///
    /// # Panics
    ///
    /// Where the cell is neither a number nor a range.
    #[must_use]
    pub fn ports(&self) -> std::ops::RangeInclusive<u16> {
        let number = |text: &str| text.parse::<u16>().expect("a port number");
        let cell = self.get("Port Number");
        match cell.split_once('-') {
            Some((first, last)) => number(first)..=number(last),
            None => number(cell)..=number(cell),
        }
    }

    /// The transports.
    ///
    /// # Panics
    ///
    /// Where the cell names another one.
    #[must_use]
    pub fn transports(&self) -> Vec<Transport> {
        let cell = match self.get("Transport Protocol") {
            "" => "tcp/udp",
            cell => cell,
        };
        let transport = |name| match name {
            "tcp" => Transport::Tcp,
            "udp" => Transport::Udp,
            "sctp" => Transport::Sctp,
            "dccp" => Transport::Dccp,
            _ => panic!("transport {name}"),
        };
        cell.split('/').map(transport).collect()
    }

    /// Whether a program picks one of the ports when it starts.
    #[must_use]
    pub fn is_pool(&self) -> bool {
        self.get("Status") == "pool"
    }

    /// The aliases.
    #[must_use]
    pub fn aliases(&self) -> Vec<&str> {
        self.get("Aliases").split_whitespace().collect()
    }
}

/// The rows of the table at `path`, which is relative to the workspace.
///
/// # Panics
///
/// Where the file can't be read.
#[must_use]
pub fn rows(path: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let mut reader = csv::Reader::from_path(path).expect("a CSV file");
    let titles = reader.headers().expect("a header").clone();
    let row = |record: csv::StringRecord| Row {
        cells: titles
            .iter()
            .zip(&record)
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .collect(),
    };
    reader
        .records()
        .map(|record| row(record.expect("a record")))
        .collect()
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
