//! How many times as long as a peer a lookup takes, as a page of Markdown:
//! `cargo bench -p port-consts-benches --bench ratios >docs/performance/ratios.md`.
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
use serde::{
    Deserialize as _,
    de::{IntoDeserializer as _, value::StrDeserializer},
};

include!(concat!(env!("OUT_DIR"), "/CURATED_HASHIFY.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA_HASHIFY.rs"));
include!(concat!(env!("OUT_DIR"), "/CURATED_QUICKPHF.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA_QUICKPHF.rs"));
include!(concat!(env!("OUT_DIR"), "/CURATED_DERIVED.rs"));
include!(concat!(env!("OUT_DIR"), "/CURATED_TWO_LEVELS.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA_TWO_LEVELS.rs"));

/// So many services have an enum with derives, as the build script makes it.
const DERIVED: u16 = 200;

/// How often each way has its turn.
const ROUNDS: usize = 31;

/// Answers all questions once. An answer is left as it is: to look into it would be a branch that
/// the processor guesses wrong.
#[inline(never)]
fn time<Q: Copy, A>(questions: &[Q], answer: impl Fn(Q) -> A) -> Duration {
    let start = Instant::now();
    workload::ask_all(black_box(questions), |question| {
        black_box(answer(question));
    });
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
    let count = u32::try_from(questions.len()).expect("few");
    let each = |times| median(times) * 1e9 / f64::from(count);
    let (our, their) = (each(our_times), each(their_times));
    println!(
        "| {what} | {our:.2} | {peer} | {their:.2} | {:.2} |",
        our / their
    );
}

fn names(
    registry: &str,
    rows: &[Row],
    ours: impl Fn(&str) -> u32,
    hashify: impl Fn(&str) -> Option<&'static u16>,
    quickphf: &quickphf::PhfMap<&'static str, u16>,
) {
    let names = rows.iter().flat_map(|row| {
        let names = row.names.iter();
        names.map(|name| (name.as_str(), u32::from(row.service) + 1))
    });
    let mut foldhash: hashbrown::HashMap<&str, u32, foldhash::fast::FixedState> =
        hashbrown::HashMap::default();
    for (name, number) in names {
        foldhash.entry(name).or_insert(number);
    }
    let rapidhash: hashbrown::HashMap<&str, u32, rapidhash::fast::SeedableState<'_>> = foldhash
        .iter()
        .map(|(name, number)| (*name, *number))
        .collect();
    for (workload, questions) in workload::names(rows) {
        let what = format!("name, {registry}, {workload}");
        compare(&what, "hashify", &questions, &ours, |name| {
            hashify(name).map_or(0, |it| u32::from(*it) + 1)
        });
        // The others know lower case alone.
        if !["hit", "hot", "miss", "other"].contains(&workload) {
            continue;
        }
        compare(&what, "quickphf", &questions, &ours, |name| {
            quickphf.get(name).map_or(0, |it| u32::from(*it) + 1)
        });
        compare(&what, "hashbrown, foldhash", &questions, &ours, |name| {
            foldhash.get(name).copied().unwrap_or(0)
        });
        compare(&what, "hashbrown, rapidhash", &questions, &ours, |name| {
            rapidhash.get(name).copied().unwrap_or(0)
        });
    }
}

/// An enum of the first services, which others derive the names of.
fn derived(rows: &[Row]) {
    let few: Vec<Row> = rows
        .iter()
        .filter(|row| row.service < DERIVED)
        .cloned()
        .collect();
    let ours = |name: &str| Service::from_name(name).map_or(0, |it| it as u32);
    for (workload, questions) in workload::names(&few) {
        if !["hit", "hot"].contains(&workload) {
            continue;
        }
        let what = format!("name, {DERIVED} services, {workload}");
        compare(&what, "strum with phf", &questions, ours, |name| {
            name.parse::<Derived>().map_or(0, |it| it as u32 + 1)
        });
        compare(&what, "serde's derive", &questions, ours, |name| {
            let name: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
            Derived::deserialize(name).map_or(0, |it| it as u32 + 1)
        });
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
            "a direct table, 512 KiB",
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

/// Any two have different numbers.
fn number(port: u16, transport: Transport) -> u32 {
    u32::from(port) << 2 | transport as u32
}

fn texts(rows: &[Row]) {
    let read = |pair: TransportPort| number(pair.port().get(), pair.transport());
    let read_by_hand = |text: &str| by_hand(text).map_or(0, |(port, it)| number(port, it));
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
            |text| text.parse().map_or(0, read),
            read_by_hand,
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
            |text| serde_json::from_str(text).map_or(0, read),
            |text| {
                let text: String = serde_json::from_str(text).expect("a string");
                read_by_hand(&text)
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

const HEAD: &str = "\
# Lookups beside their peers, in turns

By `cargo bench -p port-consts-benches --bench ratios >docs/performance/ratios.md`, in cargo's own
release profile. Each way answers the same 65,536 questions, in turns with port-consts, 31 times;
the times are medians, in nanoseconds a question. The last column is our time as a multiple of the
peer's: less than 1 is quicker.

- *hashify* is its `map_ignore_case!`, which takes names in any case, as port-consts does. The
  other maps know names in lower case alone.
- *two levels by hand* are two arrays for all four transports, which give a number: it is what
  tables can do without a type for the answer.
- *strum* and *serde* have an enum of the first 200 services, since the compiler takes a minute
  for their derives on all.
- `from_flow` is beside two calls of `from_port`, which don't say whose side it is, and
  `candidates` beside one, which gives the first alone.

The workloads are described in `benches/src/workload.rs`.

| question | port-consts | peer | its time | ratio |
|---|---:|---|---:|---:|";

fn main() {
    println!("{HEAD}");
    let curated = rows::of_file("port-data.csv");
    let iana_rows = rows::of_file("iana-data.csv");
    names(
        "curated",
        &curated,
        |name| port_consts::Service::from_name(name).map_or(0, |it| it as u32),
        curated_by_hashify,
        &CURATED_QUICKPHF,
    );
    names(
        "IANA",
        &iana_rows,
        |name| iana::Service::from_name(name).map_or(0, |it| it as u32),
        iana_by_hashify,
        &IANA_QUICKPHF,
    );
    derived(&curated);
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
