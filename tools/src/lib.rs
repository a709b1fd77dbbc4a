//! What the tools do, for the commands and for tests.

#![forbid(unsafe_code)]

pub mod debian;
pub mod links;
pub mod markdown;
pub mod snapshot;
pub mod sync;
