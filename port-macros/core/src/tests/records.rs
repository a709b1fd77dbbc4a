//! Reads records with the crate csv. The original is in port-macros/src;
//! `cargo run -p port-consts-tools -- sync` copies it to the tests of port-macros-core, which
//! isn't to depend on csv: so a build compiles both at the same time.

use std::{iter, ops::Range};

use csv::{ReaderBuilder, StringRecord};
use port_macros_core::Fields;

/// The records of a text with this separator, each with the place where it is.
pub(crate) fn read(
    text: &[u8],
    separator: u8,
) -> Box<dyn Iterator<Item = (Fields, Range<usize>)> + '_> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text);
    let mut record = StringRecord::new();
    Box::new(iter::from_fn(move || {
        // Reading UTF-8 from memory, with any number of fields, cannot fail. If it did, the rest
        // could not be read.
        let Ok(true) = reader.read_record(&mut record) else {
            return None;
        };
        let start = record.position().map_or(0, |at| offset(at.byte()));
        let end = offset(reader.position().byte()).min(text.len());
        Some((Fields::of(record.iter()), start..end))
    }))
}

fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}
