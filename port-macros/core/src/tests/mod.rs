//! Tests of all stages together.

use proc_macro2::TokenStream;

use crate::{args::Options, ports, problem::Problems, valid::Registry};

mod calls;
mod checks;
mod copies;
mod emitted;
mod files;
mod imports;
mod merged;
mod properties;
pub(crate) mod records;
mod shapes;
mod sizes;
mod tables;

/// The registry of a file.
pub(crate) fn checked(text: &str, options: &Options, problems: &mut Problems) -> Registry {
    ports::check(text, options, records::read, problems)
}

/// What `ports!` emits.
pub(crate) fn expanded(input: TokenStream) -> TokenStream {
    ports::expand(input, records::read)
}
