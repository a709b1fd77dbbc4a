//! Any bytes as a file, up to the checked registry.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| port_consts_fuzz::rows(bytes));
