//! How many times as long as its fastest peer a lookup takes:
//! `cargo bench -p port-consts-benches --bench ratios`.
//!
//! All ways to answer a question take turns, so that a machine whose speed drifts is as fast for
//! one as for the other. Each line has the medians of many rounds, and their ratio.

#![forbid(unsafe_code)]

use std::{
    fmt::Debug,
    hint::black_box,
    time::{Duration, Instant},
};

use port_consts::{Port, Service, Transport, TransportPort, iana};
use port_consts_benches::{
    rows::{self, Row, key},
    workload::{self, Query},
};

include!(concat!(env!("OUT_DIR"), "/CURATED_HASHIFY.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA_HASHIFY.rs"));
include!(concat!(env!("OUT_DIR"), "/CURATED_TWO_LEVELS.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA_TWO_LEVELS.rs"));

/// How often each way has its turn.
const ROUNDS: usize = 31;

/// Answers all questions once. An answer is left as it is: to look into it would be a branch that
/// the processor guesses wrong.
#[inline(never)]
fn time<Q: Copy, A>(questions: &[Q], answer: impl Fn(Q) -> A) -> Duration {
    let start = Instant::now();
    for question in black_box(questions) {
        black_box(answer(*question));
    }
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

/// The same for ways that have the same answers.
fn compare<Q: Copy, A: PartialEq + Debug>(
    what: &str,
    peer: &str,
    questions: &[Q],
    ours: impl Fn(Q) -> A,
    theirs: impl Fn(Q) -> A,
) {
    for question in questions {
        assert_eq!(ours(*question), theirs(*question), "{what}");
    }
    time_apart(what, peer, questions, ours, theirs);
}

/// Prints the time of both ways, and that of ours as a multiple of the peer's.
fn time_apart<Q: Copy, A, B>(
    what: &str,
    peer: &str,
    questions: &[Q],
    ours: impl Fn(Q) -> A,
    theirs: impl Fn(Q) -> B,
) {
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        our_times.push(time(questions, &ours));
        their_times.push(time(questions, &theirs));
    }
    let each = |times| median(times) * 1e9 / questions.len() as f64;
    let (our, their) = (each(our_times), each(their_times));
    println!(
        "{what:32} {our:7.2} ns  {peer:24} {their:7.2} ns  {:5.2}x",
        our / their
    );
}

fn names(
    registry: &str,
    rows: &[Row],
    ours: impl Fn(&str) -> u32,
    hashify: impl Fn(&str) -> Option<&'static u16>,
) {
    for (workload, questions) in workload::names(rows) {
        compare(
            &format!("name, {registry}, {workload}"),
            "hashify",
            &questions,
            &ours,
            |name| hashify(name).map_or(0, |it| u32::from(*it) + 1),
        );
    }
}

fn ports(
    registry: &str,
    rows: &[Row],
    ours: impl Fn(Query) -> u32,
    two_levels: impl Fn(usize) -> u16,
) {
    let mut direct = vec![0_u16; 4 << 16];
    for row in rows {
        for port in row.first..=row.last {
            let entry = &mut direct[usize::try_from(key(port, row.transport)).expect("small")];
            if *entry == 0 {
                *entry = row.service + 1;
            }
        }
    }
    let key_of = |(port, transport): Query| {
        usize::try_from(key(port.get(), transport as u8)).expect("small")
    };
    for (workload, questions) in workload::ports(rows) {
        let what = format!("port, {registry}, {workload}");
        compare(
            &what,
            "a direct table, 512 kB",
            &questions,
            &ours,
            |query| direct[key_of(query)].into(),
        );
        compare(&what, "two levels by hand", &questions, &ours, |query| {
            two_levels(key_of(query)).into()
        });
    }
}

/// What one writes by hand for `443/tcp`.
fn by_hand(text: &str) -> Option<(u16, Transport)> {
    let (port, transport) = text.split_once('/')?;
    let transport = match transport {
        "tcp" => Transport::Tcp,
        "udp" => Transport::Udp,
        "sctp" => Transport::Sctp,
        "dccp" => Transport::Dccp,
        _ => return None,
    };
    Some((port.parse().ok()?, transport))
}

fn texts(rows: &[Row]) {
    for (workload, questions) in workload::ports(rows) {
        let texts = questions.iter().map(|(port, transport)| {
            let text: &str = format!("{port}/{transport}").leak();
            text
        });
        let texts: Vec<&str> = texts.collect();
        compare(
            &format!("parse 443/tcp, {workload}"),
            "split, u16 and match",
            &texts,
            |text| {
                text.parse::<TransportPort>().map_or(0, |it| {
                    u32::from(it.port().get()) << 2 | it.transport() as u32
                })
            },
            |text| {
                by_hand(text).map_or(0, |(port, transport)| {
                    u32::from(port) << 2 | transport as u32
                })
            },
        );
        let pairs = questions
            .iter()
            .map(|(port, transport)| TransportPort::new(*port, *transport));
        let pairs: Vec<TransportPort> = pairs.collect();
        let length = |text: String| u32::try_from(text.len()).expect("short");
        compare(
            &format!("to_string, {workload}"),
            "format!",
            &pairs,
            |pair| length(pair.to_string()),
            |pair| length(format!("{}/{}", pair.port().get(), pair.transport().name())),
        );
        compare(
            &format!("to JSON, {workload}"),
            "a String",
            &pairs,
            |pair| length(serde_json::to_string(&pair).expect("written")),
            |pair| length(serde_json::to_string(&pair.to_string()).expect("written")),
        );
        let quoted = texts.iter().map(|text| {
            let text: &str = format!("\"{text}\"").leak();
            text
        });
        let quoted: Vec<&str> = quoted.collect();
        compare(
            &format!("from JSON, {workload}"),
            "a String, by hand",
            &quoted,
            |text| {
                serde_json::from_str::<TransportPort>(text).map_or(0, |it| {
                    u32::from(it.port().get()) << 2 | it.transport() as u32
                })
            },
            |text| {
                let text: String = serde_json::from_str(text).expect("a string");
                by_hand(&text).map_or(0, |(port, transport)| {
                    u32::from(port) << 2 | transport as u32
                })
            },
        );
    }
}

/// Both ends of a connection, one of which is a client's, mostly.
fn flows(rows: &[Row]) {
    for (workload, questions) in workload::ports(rows) {
        let mut random = workload::Random::new();
        let pairs = questions.iter().map(|(port, transport)| {
            let client = u16::try_from(32_768 + random.below(28_232)).expect("a port");
            (*port, Port::new(client), *transport)
        });
        let pairs: Vec<(Port, Port, Transport)> = pairs.collect();
        time_apart(
            &format!("from_flow, {workload}"),
            "two from_port",
            &pairs,
            |(a, b, transport)| Service::from_flow(a, b, transport),
            |(a, b, transport)| {
                let first = Service::from_port(a, transport);
                (first, Service::from_port(b, transport))
            },
        );
        time_apart(
            &format!("candidates, {workload}"),
            "from_port",
            &questions,
            |(port, transport)| Service::candidates(port, transport),
            |(port, transport)| Service::from_port(port, transport),
        );
    }
}

fn main() {
    let curated = rows::of_file("port-data.csv");
    let iana_rows = rows::of_file("iana-data.csv");
    names(
        "curated",
        &curated,
        |name| port_consts::Service::from_name(name).map_or(0, |it| it as u32),
        curated_by_hashify,
    );
    names(
        "IANA",
        &iana_rows,
        |name| iana::Service::from_name(name).map_or(0, |it| it as u32),
        iana_by_hashify,
    );
    ports(
        "curated",
        &curated,
        |(port, transport)| {
            port_consts::Service::from_port(port, transport).map_or(0, |it| it as u32)
        },
        |key| CURATED_LEAVES[usize::from(CURATED_PAGES[key / 16])][key % 16],
    );
    ports(
        "IANA",
        &iana_rows,
        |(port, transport)| iana::Service::from_port(port, transport).map_or(0, |it| it as u32),
        |key| IANA_LEAVES[usize::from(IANA_PAGES[key / 16])][key % 16],
    );
    texts(&curated);
    flows(&curated);
}
