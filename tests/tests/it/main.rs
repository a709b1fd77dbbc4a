//! Tests of port-consts as its users meet it, one module a subject: one program, because each
//! takes seconds to link. `cargo test -p port-consts-tests --test it curated` runs one module.

#![forbid(unsafe_code)]

mod answers;
#[cfg(feature = "formats")]
mod arbitrary;
#[cfg(feature = "formats")]
mod clap;
mod conditional;
mod curated;
mod data;
#[cfg(feature = "programs")]
mod debian;
mod debug;
#[cfg(feature = "formats")]
mod defmt;
mod entries;
mod errors;
#[cfg(feature = "programs")]
mod examples;
#[cfg(feature = "programs")]
mod export;
mod face;
mod face_constants;
mod flow;
#[cfg(feature = "formats")]
mod flow_knowledge;
mod iana;
mod iana_shape;
mod iterators;
mod names;
mod own_csv;
mod port_text;
mod questions;
#[cfg(feature = "formats")]
mod range_forms;
mod ranges;
mod remedies;
#[cfg(feature = "formats")]
mod schemars;
mod seed;
#[cfg(feature = "formats")]
mod serde;
#[cfg(feature = "formats")]
mod serde_configs;
#[cfg(feature = "formats")]
mod serde_errors;
#[cfg(feature = "programs")]
mod services;
#[cfg(feature = "programs")]
mod services_entries;
#[cfg(feature = "macros")]
mod set_forms;
mod sets;
mod sets_made;
mod tables;
mod transport_port;
mod transports;
mod types;
