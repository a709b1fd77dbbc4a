//! The parsers of the library.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| port_consts_fuzz::texts::check(text));
