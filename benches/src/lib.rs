//! What the benchmarks and the report have in common: rows, workloads.

#![forbid(unsafe_code)]

pub mod rows;
pub mod workload;
