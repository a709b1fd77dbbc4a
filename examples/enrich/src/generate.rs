//! Flows to measure with, the same in every run.

use std::{
    io::{self, Write},
    net::Ipv4Addr,
};

use port_consts::{Os, Port, Service};

/// Writes so many lines: clients that pick their ports as Linux does, and services of the
/// registry; one of three flows back, and one of eight with a port that is nobody's.
pub(crate) fn write(lines: u64, output: &mut dyn Write) -> io::Result<()> {
    let mut output = io::BufWriter::with_capacity(1 << 20, output);
    let mut state = 1;
    let mut below = |bound: u32| -> u32 {
        // Knuth's MMIX generator; its high bits are the good ones.
        state = u64::wrapping_mul(state, 6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(state >> 32).unwrap_or_default();
        high % bound
    };
    let clients = Os::Linux.ephemeral();
    let count = u32::try_from(Service::COUNT).unwrap_or(1);
    for _ in 0..lines {
        let service = Service::ALL[below(count) as usize];
        let number = |number: u32| Port::new(u16::try_from(number).unwrap_or_default());
        let span = clients.count();
        let client = number(u32::from(clients.first()) + below(span));
        let server = match below(8) {
            0 => number(below(1 << 16)),
            _ => service.port(),
        };
        let transport = service.transports().iter().next();
        let transport = transport.map_or("tcp", |it| it.name());
        let client = client.socket_addr(Ipv4Addr::from(0x0A00_0000 | below(1 << 24)).into());
        let server = server.socket_addr(Ipv4Addr::from(0xC000_0200 | below(1 << 8)).into());
        let (source, destination) = match below(3) {
            0 => (server, client),
            _ => (client, server),
        };
        writeln!(output, "{source} {destination} {transport}")?;
    }
    output.flush()
}
