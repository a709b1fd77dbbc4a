//! The stages, and what they stand on.
//!
//! A file of its own, so that the fuzz targets can mount it: this crate exports nothing but the
//! macros. Each module stands beside this file, and has its path, which cargo-mutants needs.

#[path = "args/mod.rs"]
pub(crate) mod args;
#[path = "columns/mod.rs"]
pub(crate) mod columns;
#[path = "csv/mod.rs"]
pub(crate) mod csv;
#[path = "expand/mod.rs"]
pub(crate) mod expand;
#[allow(dead_code, reason = "this crate only packs what port-consts unpacks")]
#[path = "format/mod.rs"]
pub(crate) mod format;
#[path = "lists/mod.rs"]
pub(crate) mod lists;
#[path = "port/mod.rs"]
pub(crate) mod port;
#[path = "port_set/mod.rs"]
pub(crate) mod port_set;
#[path = "port_text/mod.rs"]
pub(crate) mod port_text;
#[path = "ports.rs"]
pub(crate) mod ports;
#[path = "problem.rs"]
pub(crate) mod problem;
#[path = "rust/mod.rs"]
pub(crate) mod rust;
#[path = "services.rs"]
pub(crate) mod services;
#[path = "source.rs"]
pub(crate) mod source;
#[path = "valid/mod.rs"]
pub(crate) mod valid;
#[path = "words/mod.rs"]
pub(crate) mod words;
