//! The rows of a registry's file, as peers need them.

use std::collections::HashMap;

use port_consts_reader::services;

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

/// The rows of a file of this repository, one for each transport. Pools are left out: no port
/// is answered by one.
///
/// # Panics
///
/// If the file can't be read.
#[must_use]
pub fn of_file(file: &str) -> Vec<Row> {
    let rows = port_consts_reader::rows(file);
    let services = services(&rows).into_iter().enumerate();
    let numbers: HashMap<String, usize> = services
        .map(|(number, service)| (service.name().to_lowercase(), number))
        .collect();
    let mut all = Vec::new();
    for row in rows.iter().filter(|row| row.get("Status") != "pool") {
        let number = numbers[&row.name().to_lowercase()];
        let names = std::iter::once(row.name()).chain(row.aliases());
        let names: Vec<String> = names.map(str::to_ascii_lowercase).collect();
        for transport in row.transport_numbers() {
            all.push(Row {
                service: u16::try_from(number).expect("few services"),
                first: *row.ports().start(),
                last: *row.ports().end(),
                transport: u8::try_from(transport).expect("four"),
                names: names.clone(),
            });
        }
    }
    all
}
