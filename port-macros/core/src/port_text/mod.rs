//! Ports as people write them: what is wrong with a text, and what to write instead.
//!
//! The cells of a file and `port_set!` have the same mistakes in them, so both ask here. A remedy
//! is made only where it can be said what was meant, and where two things may be meant it names
//! both.

mod numbers;
pub(crate) mod thousands;

pub(crate) use numbers::{DASHES, plain};

/// Where a text stands, which decides how several ports are written in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A cell of a file: commas or semicolons.
    Cell,
    /// `port_set!`: commas.
    Set,
}

impl Place {
    /// What stands between ports that could be read as one number with a comma between.
    fn separator(self) -> &'static str {
        match self {
            Place::Cell => ";",
            Place::Set => ", ",
        }
    }
}
