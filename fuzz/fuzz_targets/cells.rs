//! Any bytes as rows under a good header, up to the checked registry.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| port_consts_fuzz::cells(bytes));
