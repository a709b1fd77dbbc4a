//! The procedural macros of [`port-consts`](https://docs.rs/port-consts), which
//! re-exports and documents them. Use that crate; this one has no promise of its
//! own.
//!
//! `ports!` goes through these stages, in this order, one module each:
//!
//! | stage | from | to |
//! |---|---|---|
//! | `args` | tokens | what was asked for |
//! | `source` | a path | the file's text |
//! | `csv` | text | records with their line numbers |
//! | `columns` | records | rows, whose cells are known by their column |
//! | `valid` | rows | a `Registry` |
//! | `expand` | a `Registry` | tokens |

#![forbid(unsafe_code)]

mod args;
mod class;
mod columns;
mod csv;
mod expand;
#[allow(
    dead_code,
    reason = "shared with `port-consts`, which compares names with it, too"
)]
mod hash;
mod nearest;
mod port;
mod port_set;
mod ports;
mod problem;
#[cfg(test)]
mod properties;
mod source;
mod valid;

use proc_macro::TokenStream;

/// Documented at its re-export, `port_consts::ports`.
#[proc_macro]
#[allow(
    missing_docs,
    reason = "the docs stand at the re-export, with examples that run"
)]
pub fn ports(input: TokenStream) -> TokenStream {
    ports::expand(input.into()).into()
}

/// Documented at its re-export, `port_consts::port`.
#[proc_macro]
#[allow(
    missing_docs,
    reason = "the docs stand at the re-export, with examples that run"
)]
pub fn port(input: TokenStream) -> TokenStream {
    port::expand(input.into()).into()
}

/// Documented at its re-export, `port_consts::port_set`.
#[proc_macro]
#[allow(
    missing_docs,
    reason = "the docs stand at the re-export, with examples that run"
)]
pub fn port_set(input: TokenStream) -> TokenStream {
    port_set::expand(input.into()).into()
}

/// What enums of registries derive in place of `defmt::Format` where port-consts has no
/// `defmt`: nothing. `ports!` cannot know the features of port-consts, so it always emits
/// the derive.
#[proc_macro_derive(Nothing, attributes(defmt))]
pub fn nothing(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
