//! From a port to its service, beside other ways: nanoseconds a lookup, in a row and one
//! after the other.

#![forbid(unsafe_code)]
#![allow(
    missing_docs,
    reason = "criterion's macro makes a function without docs"
)]

use std::{collections::HashMap, hint::black_box};

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use port_consts::{Port, Transport, iana};
use port_consts_benches::{
    rows::{self, Row, key},
    workload::{self, LENGTH, Query},
};

include!(concat!(env!("OUT_DIR"), "/CURATED.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA.rs"));

fn key_of((port, transport): Query) -> u32 {
    key(port.get(), transport as u8)
}

/// Measures a lookup, which gives the number of a service from 1 on, or 0: throughput, then
/// latency, where each query depends on the answer before.
fn measure(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    queries: &[Query],
    lookup: impl Fn(Query) -> u16,
) {
    group.bench_function(format!("{name}/throughput"), |bencher| {
        bencher.iter(|| {
            let mut sum = 0_u32;
            workload::ask_all(black_box(queries), |query| {
                sum = sum.wrapping_add(lookup(query).into());
            });
            sum
        });
    });
    group.bench_function(format!("{name}/latency"), |bencher| {
        // Nobody but us knows that this is nothing.
        let nothing: u16 = black_box(0);
        bencher.iter(|| {
            let mut last = 0;
            for (port, transport) in black_box(queries) {
                let port = Port::new(port.get() ^ (last & nothing));
                last = lookup((port, *transport));
            }
            last
        });
    });
}

fn registry(
    criterion: &mut Criterion,
    name: &str,
    rows: &[Row],
    phf: &'static phf::Map<u32, u16>,
    ours: impl Fn(Query) -> u16,
) {
    let mut pairs: HashMap<u32, u16> = HashMap::new();
    for row in rows {
        for port in row.first..=row.last {
            pairs.entry(key(port, row.transport)).or_insert(row.service);
        }
    }
    let mut sorted: Vec<(u32, u16)> = pairs.iter().map(|(key, value)| (*key, *value)).collect();
    sorted.sort_unstable();
    let fx: hashbrown::HashMap<u32, u16, rustc_hash::FxBuildHasher> =
        pairs.iter().map(|(key, value)| (*key, *value)).collect();
    let mut direct = vec![0_u16; 4 << 16];
    for (key, value) in &pairs {
        direct[usize::try_from(*key).expect("small")] = value + 1;
    }
    for (workload, queries) in workload::ports(rows) {
        // What is compared is the same.
        for query in &queries {
            assert_eq!(
                ours(*query),
                pairs.get(&key_of(*query)).map_or(0, |it| it + 1)
            );
            assert_eq!(
                ours(*query),
                phf.get(&key_of(*query)).map_or(0, |it| it + 1)
            );
        }
        let mut group = criterion.benchmark_group(format!("port/{name}/{workload}"));
        group.throughput(Throughput::Elements(LENGTH.try_into().expect("small")));
        measure(&mut group, "port-consts", &queries, &ours);
        measure(&mut group, "direct", &queries, |query| {
            direct[usize::try_from(key_of(query)).expect("small")]
        });
        measure(&mut group, "phf", &queries, |query| {
            phf.get(&key_of(query)).map_or(0, |it| it + 1)
        });
        measure(&mut group, "std", &queries, |query| {
            pairs.get(&key_of(query)).map_or(0, |it| it + 1)
        });
        measure(&mut group, "hashbrown-fx", &queries, |query| {
            fx.get(&key_of(query)).map_or(0, |it| it + 1)
        });
        measure(&mut group, "binary-search", &queries, |query| {
            let place = sorted.binary_search_by_key(&key_of(query), |(key, _)| *key);
            place.map_or(0, |place| sorted[place].1 + 1)
        });
        group.finish();
    }
}

fn ports(criterion: &mut Criterion) {
    let curated = rows::of_file("port-data.csv");
    registry(
        criterion,
        "curated",
        &curated,
        &CURATED_PORTS,
        |(port, transport)| {
            port_consts::Service::from_port(port, transport).map_or(0, |it| it as u16)
        },
    );
    let iana = rows::of_file("iana-data.csv");
    registry(
        criterion,
        "iana",
        &iana,
        &IANA_PORTS,
        |(port, transport)| iana::Service::from_port(port, transport).map_or(0, |it| it as u16),
    );
    glibc(criterion);
}

/// `netdb.h` has it: no name is looked up for the address, but one for the port.
const NI_NUMERICHOST: i32 = 1;

/// What a C program asks: glibc reads its file for every question. It is asked by
/// `getnameinfo`, which calls `getservbyport`.
fn glibc(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("port/curated/glibc");
    group.throughput(Throughput::Elements(1));
    let address = std::net::SocketAddr::from(([127, 0, 0, 1], 443));
    group.bench_function("getservbyport/throughput", |bencher| {
        bencher.iter(|| dns_lookup::getnameinfo(black_box(&address), NI_NUMERICHOST).is_ok());
    });
    group.finish();
    let _ = Transport::Tcp;
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(std::time::Duration::from_millis(200))
        .measurement_time(std::time::Duration::from_millis(500));
    targets = ports
}
criterion_main!(benches);
