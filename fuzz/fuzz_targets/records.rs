//! Any bytes as records of a CSV.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| port_consts_fuzz::records(bytes));
