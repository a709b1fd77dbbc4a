//! Ports as people write them: what is wrong with a text, and what to write instead.
//!
//! The cells of a file and `port_set!` have the same mistakes in them, so both ask here. A remedy
//! is made only where it can be said what was meant, and where two things may be meant it names
//! both.

pub(crate) mod beside;
pub(crate) mod bounds;
pub(crate) mod fractions;
pub(crate) mod mapping;
mod numbers;
pub(crate) mod pairs;
mod place;
mod quoted;
pub(crate) mod spelling;
pub(crate) mod thousands;

pub(crate) use numbers::{DASHES, plain, written};
pub(crate) use place::Place;
pub(crate) use quoted::quoted;
