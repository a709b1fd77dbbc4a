//! `skip(..)`: rows that are left out, whatever else is in them.

use std::collections::HashMap;

use syn::LitStr;

use crate::{
    args::Skip,
    columns::{Row, Table},
    problem::{Problems, shown},
    words::{columns::Column, identifiers::key, transports},
};

/// The texts of all keys, and whether a row has had each.
pub(super) struct Skips<'a> {
    by_column: Vec<(Column, HashMap<String, bool>)>,
    options: &'a [Skip],
    /// Titles of the columns that the file does not have.
    absent: Vec<Column>,
}

impl<'a> Skips<'a> {
    pub(super) fn new(options: &'a [Skip], table: &Table) -> Self {
        let texts = |skip: &Skip| {
            let texts = skip.texts.iter().map(|text| (of(text), false));
            (skip.column, texts.collect())
        };
        let columns = options.iter().map(|skip| skip.column);
        Self {
            by_column: options.iter().map(texts).collect(),
            options,
            absent: columns.filter(|column| !table.has(*column)).collect(),
        }
    }

    /// Whether the row is left out.
    pub(super) fn skip(&mut self, table: &Table, row: &Row) -> bool {
        let mut skips = false;
        for (column, texts) in &mut self.by_column {
            let cell = table.cell(row, *column);
            if let Some(used) = texts.get_mut(&key(cell)) {
                *used = true;
                skips = true;
            } else if *column == Column::Transport {
                // A row of several transports is left out if it has no other.
                let mut others = 0;
                let mut left_out = 0;
                for part in transports::parts(cell) {
                    if let Some(used) = texts.get_mut(&key(part)) {
                        *used = true;
                        left_out += 1;
                    } else {
                        others += 1;
                    }
                }
                skips |= left_out > 0 && others == 0;
            }
        }
        skips
    }

    /// Whether this transport, of several in a cell, is left out.
    pub(super) fn names(options: &[Skip], transport: &str) -> bool {
        let mut skips = options
            .iter()
            .filter(|skip| skip.column == Column::Transport);
        skips.any(|skip| skip.texts.iter().any(|text| of(text) == key(transport)))
    }

    /// Reports texts that no row has: a slip in one would leave nothing out.
    pub(super) fn refuse_unused(self, problems: &mut Problems) {
        for (skip, (column, texts)) in self.options.iter().zip(&self.by_column) {
            for text in &skip.texts {
                if texts.get(&of(text)) == Some(&true) {
                    continue;
                }
                let value = text.value();
                let title = column.title();
                let why = if self.absent.contains(column) {
                    format!("the file has no column `{title}`")
                } else {
                    format!("no row has `{}` in the column `{title}`", shown(&value))
                };
                problems.on(text.span(), format!("{why}; take it out of `skip`"));
            }
        }
    }
}

fn of(text: &LitStr) -> String {
    key(text.value().trim())
}
