//! Sets of ports, compared with sets of the standard library.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| port_consts_fuzz::sets::check(bytes));
