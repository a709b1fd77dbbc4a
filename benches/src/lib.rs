//! What the benchmarks have in common: rows and workloads.

#![forbid(unsafe_code)]

pub mod rows;
pub mod workload;
