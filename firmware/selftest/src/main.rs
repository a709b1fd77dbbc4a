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

/// Like the bundled registry, but with the lookups that take the least memory.
mod small {
    port_consts::ports! {
        #[ports(conflicts = "first", constants = false, optimize = "size")]
        pub enum Service = "../../port-data.csv";
    }
}

/// The gateway's registry, whose lookups match.
mod own {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Service = "../ports.csv";
    }
}

/// The same with tables.
mod own_tables {
    port_consts::ports! {
        #[ports(constants = false, lookup = "table")]
        pub enum Service = "../ports.csv";
    }
}

#[cfg(feature = "iana")]
mod small_iana {
    port_consts::ports! {
        #[ports(iana, constants = false, optimize = "size")]
        pub enum Service = "../../iana-data.csv";
    }
}

fn run() -> bool {
    let own = expected!("ports");
    let curated = expected!("port-data");
    let outcomes = [
        registry!(own::Service).equals(&own),
        registry!(own_tables::Service).equals(&own),
        registry!(port_consts::Service).equals(&curated),
        registry!(small::Service).equals(&curated),
        #[cfg(feature = "iana")]
        registry!(port_consts::iana::Service).equals(&expected!("iana-data")),
        #[cfg(feature = "iana")]
        registry!(small_iana::Service).equals(&expected!("iana-data")),
    ];
    let right = outcomes.iter().filter(|right| **right).count();
    println!(
        "{right} of {} registries answer as their files",
        outcomes.len()
    );
    right == outcomes.len()
}
