//! Any tokens in the calls of `ports!` and `port!`.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| port_macros_fuzz::tokens(text));
