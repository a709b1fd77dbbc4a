//! What the macros of [`port-consts`](https://docs.rs/port-consts) do. Use that crate; this one
//! has no promise of its own.
//!
//! `ports!` has these stages, in this order, one module each. A stage imports only stages
//! before it, the domain's `words`, mistakes in ports (`port_text`), and `format`, the layouts of
//! tables, which port-consts has, too.
//!
//! | stage | from | to |
//! |---|---|---|
//! | `args` | tokens | what the call asks for |
//! | `source` | a path | the file's text |
//! | `csv`, `services` | text | records with their line numbers |
//! | `columns` | records | rows, whose cells are known by their column |
//! | `valid` | rows | a `Registry` |
//! | `expand` | a `Registry` | tokens |
//!
//! What splits a text into records is given by port-macros, which has the crate csv for it: a
//! build compiles that crate and this one at the same time.

#![forbid(unsafe_code)]

#[cfg(test)]
extern crate self as port_macros_core;

mod stages;
#[cfg(test)]
mod tests;

#[allow(
    clippy::wildcard_imports,
    reason = "each stage is `crate::NAME` to the others"
)]
use stages::*;

pub use self::csv::{Fields, Reader};
pub use port::expand as port;
pub use port_set::expand as port_set;
pub use ports::expand as ports;
