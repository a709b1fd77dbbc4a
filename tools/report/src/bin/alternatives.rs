//! What other ways to name a port know, and how fast: the table in the README.
//! `cargo run --release -p port-consts-report --bin alternatives`
//!
//! Each is asked for every port that IANA's registry has under TCP or UDP, and its answer
//! compared with the registry's first name there. Registries differ in their dates, and a
//! curated one differs on purpose: "otherwise" is not always wrong.

#![forbid(unsafe_code)]

use std::{
    collections::HashSet,
    hint::black_box,
    net::SocketAddr,
    time::{Duration, Instant},
};

use port_consts::{Port, Service, Transport, iana};
use port_desc::{PortDescription, TransportProtocol};

type Query = (Port, Transport);

/// The answers to all queries, and how long it took to be ready and to answer.
struct Outcome {
    way: &'static str,
    as_iana: usize,
    otherwise: usize,
    ready: Duration,
    lookup: f64,
}

/// How often all queries are asked, for the time.
const ROUNDS: u32 = 20;

fn measure<A: AsRef<str>>(
    way: &'static str,
    queries: &[Query],
    ready: Duration,
    rounds: u32,
    ask: impl Fn(Query) -> Option<A>,
) -> Outcome {
    let mut outcome = Outcome {
        way,
        as_iana: 0,
        otherwise: 0,
        ready,
        lookup: 0.0,
    };
    for (port, transport) in queries {
        let expected = iana::Service::from_port(*port, *transport);
        let answer = ask((*port, *transport));
        match (answer, expected) {
            (Some(name), Some(service)) if name.as_ref().eq_ignore_ascii_case(service.name()) => {
                outcome.as_iana += 1;
            }
            (Some(_), _) => outcome.otherwise += 1,
            (None, _) => {}
        }
    }
    let start = Instant::now();
    for _ in 0..rounds {
        for query in black_box(queries) {
            black_box(ask(*query));
        }
    }
    let asked = f64::from(rounds) * f64::from(u32::try_from(queries.len()).expect("few"));
    outcome.lookup = start.elapsed().as_secs_f64() * 1e9 / asked;
    outcome
}

fn main() {
    let every_port = (0..=u16::MAX).map(Port::new);
    let queries: Vec<Query> = every_port
        .flat_map(|port| [(port, Transport::Tcp), (port, Transport::Udp)])
        .filter(|(port, transport)| iana::Service::from_port(*port, *transport).is_some())
        .collect();
    let none = Duration::ZERO;

    let start = Instant::now();
    let descriptions = PortDescription::default().expect("its own file");
    let parsed = start.elapsed();

    let outcomes = [
        measure(
            "`port_consts::Service`",
            &queries,
            none,
            ROUNDS,
            |(port, transport)| Service::from_port(port, transport).map(Service::name),
        ),
        measure(
            "`port_consts::iana::Service`",
            &queries,
            none,
            ROUNDS,
            |(port, transport)| iana::Service::from_port(port, transport).map(iana::Service::name),
        ),
        measure("use-port 0.1.0", &queries, none, ROUNDS, |(port, _)| {
            use_port::common_port_name(port.get())
        }),
        measure(
            "port-desc 0.1.1",
            &queries,
            parsed,
            ROUNDS,
            |(port, transport)| {
                let transport = match transport {
                    Transport::Tcp => TransportProtocol::Tcp,
                    _ => TransportProtocol::Udp,
                };
                let name = descriptions.get_port_service_name(port.get(), transport);
                (!name.is_empty()).then_some(name)
            },
        ),
        // getnameinfo asks getservbyport; without a name, it writes the number.
        measure(
            "glibc, `/etc/services`",
            &queries,
            none,
            1,
            |(port, transport)| {
                let address = SocketAddr::from(([127, 0, 0, 1], port.get()));
                let datagram = if transport == Transport::Udp { 16 } else { 0 };
                let (_, name) = dns_lookup::getnameinfo(&address, 1 | datagram).ok()?;
                (name != port.to_string()).then_some(name)
            },
        ),
    ];

    let services: HashSet<iana::Service> = queries
        .iter()
        .filter_map(|(port, transport)| iana::Service::from_port(*port, *transport))
        .collect();
    println!(
        "{} ports under TCP or UDP, of {} services\n",
        queries.len(),
        services.len()
    );
    println!("| | named as IANA does | otherwise | not at all | until it is ready | a lookup |");
    println!("|---|---:|---:|---:|---:|---:|");
    for outcome in outcomes {
        let missing = queries.len() - outcome.as_iana - outcome.otherwise;
        let ready = if outcome.ready.is_zero() {
            "–".to_owned()
        } else {
            format!("{:.0} ms", outcome.ready.as_secs_f64() * 1e3)
        };
        println!(
            "| {} | {} | {} | {missing} | {ready} | {:.1} ns |",
            outcome.way, outcome.as_iana, outcome.otherwise, outcome.lookup
        );
    }
}
