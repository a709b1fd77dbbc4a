//! Sorting, and places of things by their keys, for all stages. Nothing here imports a stage.
//!
//! std's `sort` and its maps are compiled again for each type: once they were a third of this
//! crate's code, and whoever builds a program with ports waits for that. Here they are compiled
//! for numbers and for bytes alone.

mod listed;
mod places;
mod retain;
mod sort;

pub(crate) use listed::Listed;
pub(crate) use places::{Places, key_of};
pub(crate) use retain::retain;
pub(crate) use sort::sort;
