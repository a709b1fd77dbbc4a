//! Crates of users, written and compiled while a test runs.

#![forbid(unsafe_code)]

pub mod scratch;
