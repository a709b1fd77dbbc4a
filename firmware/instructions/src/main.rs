//! How many instructions lookups take, on a Cortex-M3: run with `-icount shift=10`, where
//! QEMU lets exactly 1024 ns pass with each.
//!
//! Prints a line for each registry and kind of question, with tabs between: the fewest
//! instructions, the most, and how many there were in how many calls.

#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod meter;
mod questions;

use board::println;

use meter::Costs;
use questions::{Name, Place};

board::start!(run);

/// Measures a registry that `ports!` has made.
macro_rules! measure {
    ($registry:ident) => {{
        use registries::$registry::Service;

        let title = stringify!($registry);
        let print = |question, cost| println!("{title}\t{question}\t{cost}");

        let nothing: fn(Place) -> Option<Service> = |_| None;
        let from_port: fn(Place) -> Option<Service> = |(port, it)| Service::from_port(port, it);
        let known = || questions::known(Service::ALL.iter().map(|it| it.assignments()));
        let unknown = questions::unknown(from_port);
        print("by port, known", meter::costs(known(), nothing, from_port));
        print(
            "by port, unknown",
            meter::costs(unknown, nothing, from_port),
        );

        let nothing: fn(Place) -> &'static [Service] = |_| &[];
        let candidates: fn(Place) -> &'static [Service] =
            |(port, it)| Service::candidates(port, it);
        print(
            "candidates, known",
            meter::costs(known(), nothing, candidates),
        );

        let nothing: fn(&str) -> Option<Service> = |_| None;
        let from_name: fn(&str) -> Option<Service> = Service::from_name;
        let names = || {
            Service::ALL.iter().flat_map(|service| {
                let aliases = service.aliases().iter().copied();
                aliases.chain([service.name()])
            })
        };
        let mut costs = [Costs::NONE; 3];
        for name in names() {
            let (capital, reversed) = (Name::capital(name), Name::reversed(name));
            let (capital, reversed) = (capital.as_str(), reversed.as_str());
            costs[0].add(meter::cost(name, nothing, from_name));
            costs[1].add(meter::cost(capital, nothing, from_name));
            if from_name(reversed).is_none() {
                costs[2].add(meter::cost(reversed, nothing, from_name));
            }
        }
        let [known, capitals, unknown] = costs;
        print("by name, known", known);
        print("by name, known, in capitals", capitals);
        print("by name, unknown", unknown);

        let nothing: fn(Service) -> &'static str = |_| "";
        let name: fn(Service) -> &'static str = Service::name;
        print(
            "name",
            meter::costs(Service::ALL.iter().copied(), nothing, name),
        );
    }};
}

fn run() -> bool {
    let started = meter::start();
    measure!(curated);
    measure!(curated_speed);
    measure!(ten);
    measure!(iana);
    measure!(iana_speed);
    started
}
