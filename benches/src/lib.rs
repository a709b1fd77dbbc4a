//! What the benchmarks and the reports have in common: rows, workloads, a page.

#![forbid(unsafe_code)]

pub mod markdown;
pub mod rows;
pub mod workload;
