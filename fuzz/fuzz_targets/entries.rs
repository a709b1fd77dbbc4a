//! Files in the form of services(5), at run time.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| port_consts_fuzz::entries::check(text));
