//! The forms of serde: JSON and a binary format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| port_consts_fuzz::forms::check(bytes));
