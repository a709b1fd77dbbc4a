//! Tests of port-consts as its users meet it, one module a subject: one program, because each
//! takes seconds to link. `cargo test -p port-consts-tests --test it curated` runs one module.

#![forbid(unsafe_code)]

mod answers;
mod arbitrary;
mod clap;
mod conditional;
mod curated;
mod data;
mod debian;
mod defmt;
mod examples;
mod face;
mod flow;
mod flow_knowledge;
mod iana;
mod iana_shape;
mod names;
mod own_csv;
mod port_text;
mod questions;
mod range_forms;
mod ranges;
mod schemars;
mod seed;
mod serde;
mod serde_configs;
mod serde_errors;
mod services;
mod services_entries;
mod sets;
mod transport_port;
mod types;
