//! `skip(..)`: rows that are left out, whatever else is in them.

use syn::LitStr;

use crate::{
    args::Skip,
    columns::{Row, Table},
    lists::{Listed as _, Places},
    problem::{Problems, shown},
    words::{columns::Column, identifiers::key, transports},
};

/// The texts of all keys, and whether a row has had each.
pub(super) struct Skips<'a> {
    by_column: Vec<Texts>,
    options: &'a [Skip],
    /// Titles of the columns that the file does not have.
    absent: Vec<Column>,
}

/// The texts of one column.
struct Texts {
    column: Column,
    places: Places,
    used: Vec<bool>,
}

impl Texts {
    fn of(skip: &Skip) -> Self {
        let mut places = Places::default();
        for (place, text) in skip.texts.iter().enumerate() {
            places.find_or(of(text), place);
        }
        Self {
            column: skip.column,
            places,
            used: vec![false; skip.texts.len()],
        }
    }

    /// Whether this is one of the texts, which has been used then.
    fn uses(&mut self, text: &str) -> bool {
        let place = self.places.find(key(text));
        if let Some(place) = place {
            self.used[place] = true;
        }
        place.is_some()
    }

    fn was_used(&self, text: &LitStr) -> bool {
        let place = self.places.find(of(text));
        place.is_some_and(|place| self.used[place])
    }
}

impl<'a> Skips<'a> {
    pub(super) fn new(options: &'a [Skip], table: &Table) -> Self {
        let columns = options.iter().map(|skip| skip.column);
        Self {
            by_column: options.iter().map(Texts::of).listed(),
            options,
            absent: columns.filter(|column| !table.has(*column)).listed(),
        }
    }

    /// Whether the row is left out.
    pub(super) fn skip(&mut self, table: &Table, row: &Row) -> bool {
        let mut skips = false;
        for texts in &mut self.by_column {
            let cell = table.cell(row, texts.column);
            if texts.uses(cell) {
                skips = true;
            } else if texts.column == Column::Transport {
                // A row of several transports is left out if it has no other.
                let (mut left_out, mut has_others) = (false, false);
                for part in transports::parts(cell) {
                    if texts.uses(part) {
                        left_out = true;
                    } else {
                        has_others = true;
                    }
                }
                skips |= left_out && !has_others;
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
        for (skip, texts) in self.options.iter().zip(&self.by_column) {
            for text in &skip.texts {
                if texts.was_used(text) {
                    continue;
                }
                let value = text.value();
                let title = texts.column.title();
                let why = if self.absent.contains(&texts.column) {
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
