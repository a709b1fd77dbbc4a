//! Asks every lookup about every port, every name and what is near a name, on the target,
//! and compares the answers with what `build.rs` has read in the files.

#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod expected;
mod registry;
mod tally;

use board::println;

board::start!(run);

fn run() -> bool {
    let (ten, curated) = (expected!("ports"), expected!("port-data"));
    let outcomes = [
        registry!(registries::ten).equals(&ten),
        registry!(registries::ten_tables).equals(&ten),
        registry!(registries::curated).equals(&curated),
        registry!(registries::curated_speed).equals(&curated),
        #[cfg(feature = "iana")]
        registry!(registries::iana).equals(&expected!("iana-data")),
        #[cfg(feature = "iana")]
        registry!(registries::iana_speed).equals(&expected!("iana-data")),
    ];
    let right = outcomes.iter().filter(|right| **right).count();
    println!(
        "{right} of {} registries answer as their files",
        outcomes.len()
    );
    right == outcomes.len()
}
