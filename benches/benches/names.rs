//! From a name to its service, and back, beside other ways.

#![forbid(unsafe_code)]
#![allow(
    missing_docs,
    reason = "criterion's macro makes a function without docs"
)]

use std::{collections::HashMap, hint::black_box};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use port_consts::iana;
use port_consts_benches::{
    rows::{self, Row},
    workload::{self, LENGTH},
};

include!(concat!(env!("OUT_DIR"), "/CURATED.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA.rs"));
include!(concat!(env!("OUT_DIR"), "/CURATED_HASHIFY.rs"));
include!(concat!(env!("OUT_DIR"), "/IANA_HASHIFY.rs"));

/// The numbers of services, from 1 on or 0, in the order of the queries.
fn sum<'a>(queries: &[&'a str], lookup: impl Fn(&'a str) -> u16) -> u32 {
    let numbers = queries.iter().map(|name| lookup(name));
    numbers.fold(0, |sum, it| sum.wrapping_add(it.into()))
}

/// The workloads for those that do not fold case.
const EXACT_CASE: [&str; 4] = ["hit", "hot", "miss", "other"];

fn registry(
    criterion: &mut Criterion,
    name: &str,
    rows: &[Row],
    phf: &'static phf::Map<&str, u16>,
    hashify: impl Fn(&str) -> Option<&'static u16>,
    ours: impl Fn(&str) -> u16,
) {
    let mut numbers: HashMap<&str, u16> = HashMap::new();
    for row in rows {
        for text in &row.names {
            numbers.entry(text).or_insert(row.service);
        }
    }
    let fx: hashbrown::HashMap<&str, u16, rustc_hash::FxBuildHasher> =
        numbers.iter().map(|(key, value)| (*key, *value)).collect();
    let mut sorted: Vec<(&str, u16)> = numbers.iter().map(|(key, value)| (*key, *value)).collect();
    sorted.sort_unstable();
    for (workload, queries) in workload::names(rows) {
        for query in &queries {
            let known = numbers.get(&*query.to_ascii_lowercase());
            let known = known.map_or(0, |it| it + 1);
            assert_eq!(ours(query), known, "{query}");
            assert_eq!(hashify(query).map_or(0, |it| it + 1), known, "{query}");
        }
        let mut group = criterion.benchmark_group(format!("name/{name}/{workload}"));
        group.throughput(Throughput::Elements(LENGTH.try_into().expect("small")));
        group.bench_function("port-consts/throughput", |bencher| {
            bencher.iter(|| sum(black_box(&queries), &ours));
        });
        group.bench_function("hashify/throughput", |bencher| {
            bencher.iter(|| {
                sum(black_box(&queries), |name| {
                    hashify(name).map_or(0, |it| it + 1)
                })
            });
        });
        if !EXACT_CASE.contains(&workload) {
            group.finish();
            continue;
        }
        group.bench_function("phf/throughput", |bencher| {
            bencher.iter(|| {
                sum(black_box(&queries), |name| {
                    phf.get(name).map_or(0, |it| it + 1)
                })
            });
        });
        group.bench_function("std/throughput", |bencher| {
            bencher.iter(|| {
                sum(black_box(&queries), |name| {
                    numbers.get(name).map_or(0, |it| it + 1)
                })
            });
        });
        group.bench_function("hashbrown-fx/throughput", |bencher| {
            bencher.iter(|| {
                sum(black_box(&queries), |name| {
                    fx.get(name).map_or(0, |it| it + 1)
                })
            });
        });
        group.bench_function("binary-search/throughput", |bencher| {
            bencher.iter(|| {
                sum(black_box(&queries), |name| {
                    let place = sorted.binary_search_by_key(&name, |(key, _)| *key);
                    place.map_or(0, |place| sorted[place].1 + 1)
                })
            });
        });
        group.finish();
    }
}

fn names(criterion: &mut Criterion) {
    let curated = rows::of_file("port-data.csv");
    registry(
        criterion,
        "curated",
        &curated,
        &CURATED_NAMES,
        curated_by_hashify,
        |name| port_consts::Service::from_name(name).map_or(0, |it| it as u16),
    );
    let rows = rows::of_file("iana-data.csv");
    registry(
        criterion,
        "iana",
        &rows,
        &IANA_NAMES,
        iana_by_hashify,
        |name| iana::Service::from_name(name).map_or(0, |it| it as u16),
    );
    back(criterion, &rows);
    let mut group = criterion.benchmark_group("name/curated/glibc");
    group.throughput(Throughput::Elements(1));
    group.bench_function("getservbyname/throughput", |bencher| {
        // getaddrinfo asks getservbyname for it.
        bencher.iter(|| {
            dns_lookup::getaddrinfo(Some("127.0.0.1"), Some(black_box("https")), None).is_ok()
        });
    });
    group.finish();
}

/// From services to their names.
fn back(criterion: &mut Criterion, rows: &[Row]) {
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        if usize::from(row.service) == names.len() {
            names.push(&row.names[0]);
        }
    }
    let mut random = workload::Random::new();
    let services: Vec<iana::Service> = (0..LENGTH)
        .map(|_| iana::Service::ALL[random.below(iana::Service::COUNT)])
        .collect();
    let length = |name: &str| name.len() + usize::from(name.as_bytes()[0]);
    let mut group = criterion.benchmark_group("name/iana/of-service");
    group.throughput(Throughput::Elements(LENGTH.try_into().expect("small")));
    group.bench_function("port-consts/throughput", |bencher| {
        bencher.iter(|| -> usize {
            let services = black_box(&services).iter();
            services.map(|service| length(service.name())).sum()
        });
    });
    group.bench_function("array/throughput", |bencher| {
        bencher.iter(|| -> usize {
            let services = black_box(&services).iter();
            services
                .map(|service| length(names[*service as usize - 1]))
                .sum()
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(std::time::Duration::from_millis(200))
        .measurement_time(std::time::Duration::from_millis(500));
    targets = names
}
criterion_main!(benches);
