//! Any tokens in the calls of the macros.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| port_consts_fuzz::tokens(text));
