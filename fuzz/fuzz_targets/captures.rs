//! Captures through the example `enrich`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| port_consts_fuzz::flows::capture(bytes));
