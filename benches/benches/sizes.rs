//! Where a `match` on ports and a table cross: registries of 2 to 1000 services on
//! scattered ports.

#![forbid(unsafe_code)]
#![allow(
    missing_docs,
    reason = "criterion's macro makes a function without docs"
)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use port_consts::{Port, Transport};
use port_consts_benches::workload::{LENGTH, Random};

include!(concat!(env!("OUT_DIR"), "/sizes.rs"));

fn sizes(criterion: &mut Criterion) {
    macro_rules! shape {
        ($module:ident, $shape:expr, $size:expr) => {{
            use $module::Service;
            let mut random = Random::new();
            let queries: Vec<Port> = (0..LENGTH)
                .map(|_| match random.below(2) {
                    0 => Service::ALL[random.below(Service::COUNT)].port(),
                    _ => Port::new(u16::try_from(random.below(65_536)).expect("a port")),
                })
                .collect();
            let names: Vec<&str> = (0..LENGTH)
                .map(|_| Service::ALL[random.below(Service::COUNT)].name())
                .collect();
            let mut group = criterion.benchmark_group(format!("sizes/port/{}", $size));
            group.throughput(Throughput::Elements(LENGTH.try_into().expect("small")));
            group.bench_function(format!("{}/throughput", $shape), |bencher| {
                bencher.iter(|| {
                    let ports = black_box(&queries).iter();
                    let services = ports.map(|port| Service::from_port(*port, Transport::Tcp));
                    services.fold(0_u32, |sum, it| {
                        sum.wrapping_add(it.map_or(0, |it| it as u32))
                    })
                });
            });
            group.finish();
            let mut group = criterion.benchmark_group(format!("sizes/name/{}", $size));
            group.throughput(Throughput::Elements(LENGTH.try_into().expect("small")));
            group.bench_function(format!("{}/throughput", $shape), |bencher| {
                bencher.iter(|| {
                    let names = black_box(&names).iter();
                    let services = names.map(|name| Service::from_name(name));
                    services.fold(0_u32, |sum, it| {
                        sum.wrapping_add(it.map_or(0, |it| it as u32))
                    })
                });
            });
            group.finish();
        }};
    }
    for_every_shape!(shape);
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(std::time::Duration::from_millis(100))
        .measurement_time(std::time::Duration::from_millis(200));
    targets = sizes
}
criterion_main!(benches);
