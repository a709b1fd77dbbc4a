//! Tests of all stages together.

use proc_macro2::TokenStream;

use crate::{args::Options, ports, problem::Problems, valid::Registry};

mod calls;
mod checks;
mod copies;
mod emitted;
mod exports;
mod files;
mod header_cells;
mod headers;
mod imports;
mod left_out;
mod merged;
mod properties;
pub(crate) mod records;
mod shapes;
mod sizes;
mod tables;
mod tls;

/// The registry of a file.
pub(crate) fn checked(text: &str, options: &Options, problems: &mut Problems) -> Registry {
    ports::check(text, options, records::read, problems)
}

/// All texts of one to three of these pieces.
pub(crate) fn texts(pieces: &[&str]) -> Vec<String> {
    let (mut all, mut longest) = (Vec::new(), vec![String::new()]);
    for _ in 0..3 {
        let longer = |text: &String| {
            pieces
                .iter()
                .map(|it| text.clone() + it)
                .collect::<Vec<_>>()
        };
        longest = longest.iter().flat_map(longer).collect();
        all.extend_from_slice(&longest);
    }
    all
}

/// What the end of an error says to write: `80` and `0-80` of "write `80`, or the range `0-80`".
pub(crate) fn to_write(mistake: &str) -> impl Iterator<Item = &str> {
    let (_, remedy) = mistake.rsplit_once("write `").unwrap_or_default();
    remedy.split('`').step_by(2).filter(|it| !it.is_empty())
}

/// What `ports!` emits.
pub(crate) fn expanded(input: TokenStream) -> TokenStream {
    ports::expand(input, records::read)
}
