//! The procedural macros of [`port-consts`](https://docs.rs/port-consts), which
//! re-exports and documents them. Use that crate; this one has no promise of its
//! own.
//!
//! `ports!` has these stages, in this order, one module each. A stage imports only stages
//! before it, the domain's `words`, and `format`, the layouts of tables, which port-consts
//! has, too.
//!
//! | stage | from | to |
//! |---|---|---|
//! | `args` | tokens | what the call asks for |
//! | `source` | a path | the file's text |
//! | `csv`, `services` | text | records with their line numbers |
//! | `columns` | records | rows, whose cells are known by their column |
//! | `valid` | rows | a `Registry` |
//! | `expand` | a `Registry` | tokens |

#![forbid(unsafe_code)]

mod stages;
#[cfg(test)]
mod tests;

#[allow(
    clippy::wildcard_imports,
    reason = "each stage is `crate::NAME` to the others"
)]
use stages::*;

use proc_macro::TokenStream;

/// Documented at its re-export, `port_consts::ports`.
#[proc_macro]
#[allow(
    missing_docs,
    reason = "the re-export has the docs, with examples that run"
)]
pub fn ports(input: TokenStream) -> TokenStream {
    ports::expand(input.into()).into()
}

/// Documented at its re-export, `port_consts::port`.
#[proc_macro]
#[allow(
    missing_docs,
    reason = "the re-export has the docs, with examples that run"
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

/// Derives nothing. Enums of registries derive it instead of `defmt::Format` if port-consts
/// is without the feature `defmt`: `ports!` doesn't know the features, and always emits the
/// derive.
#[proc_macro_derive(Nothing, attributes(defmt))]
pub fn nothing(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
