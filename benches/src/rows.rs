//! The rows of a registry's file, as peers need them.

use std::collections::HashMap;

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The service by its place among all, from 0 on.
    pub service: u16,
    /// The first port.
    pub first: u16,
    /// The last port.
    pub last: u16,
    /// 0 for tcp, 1 for udp, 2 for sctp, 3 for dccp.
    pub transport: u8,
    /// The name and the aliases, in lower case.
    pub names: Vec<String>,
}

/// The key of a port under a transport.
#[must_use]
pub fn key(port: u16, transport: u8) -> u32 {
    u32::from(port) | (u32::from(transport) << 16)
}

/// The rows of a file of this repository, one for each transport.
///
/// # Panics
///
/// Where the file can't be read.
#[must_use]
pub fn of_file(file: &str) -> Vec<Row> {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).expect("a CSV file");
    let titles = reader.headers().expect("titles").clone();
    let mut services: HashMap<String, u16> = HashMap::new();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.expect("a record");
        let cell = |title: &str| {
            let place = titles.iter().position(|it| it == title);
            place.map_or("", |place| &record[place])
        };
        let name = cell("Service Name").to_ascii_lowercase();
        let next = u16::try_from(services.len()).expect("few services");
        let service = *services.entry(name.clone()).or_insert(next);
        let ports = cell("Port Number");
        let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
        let aliases = cell("Aliases").to_ascii_lowercase();
        let names = std::iter::once(name).chain(aliases.split_whitespace().map(str::to_owned));
        let names: Vec<String> = names.collect();
        for transport in cell("Transport Protocol").split('/') {
            let known = ["tcp", "udp", "sctp", "dccp"];
            let transport = known.iter().position(|it| *it == transport);
            rows.push(Row {
                service,
                first: first.parse().expect("a port"),
                last: last.parse().expect("a port"),
                transport: u8::try_from(transport.expect("a transport")).expect("four"),
                names: names.clone(),
            });
        }
    }
    rows
}
