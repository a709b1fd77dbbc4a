//! A second reader of port tables, for tests, benchmarks and tools.
//!
//! It shares no code with the macro and reads less strictly, so that each checks the other.
//! It depends on neither the macro nor the library: the tools must build while these don't.

#![forbid(unsafe_code)]

mod row;
mod service;
mod table;

pub use row::{Row, TRANSPORTS};
pub use service::{Service, services};
pub use table::Table;

use std::path::{Path, PathBuf};

/// The top folder of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The rows of the table at `path`, which is relative to the top folder of the repository.
///
/// # Panics
///
/// If the file can't be read.
#[must_use]
pub fn rows(path: &str) -> Vec<Row> {
    let file = repository().join(path);
    let text = std::fs::read_to_string(&file);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    match Table::parse(&text) {
        Ok(table) => table.rows,
        Err(error) => panic!("{}: {error}", file.display()),
    }
}
