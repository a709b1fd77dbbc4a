//! The stages, and what they stand on.
//!
//! A file of its own, so that the fuzz targets can mount it: a crate of procedural macros
//! exports nothing else.

pub(crate) mod args;
pub(crate) mod columns;
pub(crate) mod csv;
pub(crate) mod expand;
#[allow(dead_code, reason = "this crate only packs what port-consts unpacks")]
pub(crate) mod format;
pub(crate) mod port;
pub(crate) mod port_set;
pub(crate) mod ports;
pub(crate) mod problem;
pub(crate) mod services;
pub(crate) mod source;
pub(crate) mod valid;
pub(crate) mod words;
