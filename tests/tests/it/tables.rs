//! Lookups by port in every form of tables, each with second services of a port, long ranges,
//! and the first port and the last.

use port_consts_tests::{assert_registry_equals_rows, rows};

mod registries {
    port_consts::ports! {
        #[ports(constants = false, conflicts = "first", lookup = "match")]
        pub enum Matched = "fixtures/scattered-ports.csv";
    }
    port_consts::ports! {
        #[ports(constants = false, conflicts = "first", lookup = "table")]
        pub enum TwoLevel = "fixtures/scattered-ports.csv";
    }
    // Few ports that are far apart: a perfect hash.
    port_consts::ports! {
        #[ports(constants = false, conflicts = "first", lookup = "table", optimize = "size")]
        pub enum Hashed = "fixtures/scattered-ports.csv";
    }
    // Ports beside each other: rows of bits.
    port_consts::ports! {
        #[ports(constants = false, conflicts = "first", lookup = "table", optimize = "size")]
        pub enum Bits = "fixtures/dense-ports.csv";
    }
}

#[test]
fn every_form_returns_the_services_of_every_port() {
    let scattered = || rows("tests/fixtures/scattered-ports.csv");
    assert_registry_equals_rows!(registries::Matched, scattered());
    assert_registry_equals_rows!(registries::TwoLevel, scattered());
    assert_registry_equals_rows!(registries::Hashed, scattered());
    assert_registry_equals_rows!(registries::Bits, rows("tests/fixtures/dense-ports.csv"));
}
