//! What the compiler says of users' crates: errors of its own that carry our words,
//! warnings that must not be there, and that an edited file is read again.

#![forbid(unsafe_code)]

mod attributes;
mod avoid;
mod calls;
mod files;
mod hostile;
mod large;
mod plain_rustc;
mod texts;

use port_consts_compile_tests::scratch::Scratch;

fn scratch(name: &str, edition: &str) -> Scratch {
    Scratch::new(env!("CARGO_TARGET_TMPDIR"), name, edition)
}

/// Texts that mean something to Markdown, HTML, rustdoc and Rust.
const TEXTS: &str = include_str!("../../../fixtures/texts.csv");
