//! One row by itself: its cells are read, and what later steps ask about all rows is noted.

use std::collections::HashSet;

use super::{cells, port_cell};
use crate::{
    columns::{Row, Table},
    problem::Problems,
    words::{
        columns::{ByColumn, COLUMNS, Column, Rows},
        identifiers::key,
    },
};

/// A row whose cells are all good by themselves.
pub(super) struct GoodRow {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) transports: u8,
    pub(super) aliases: Vec<String>,
    /// The cells of the columns that have no field of their own.
    pub(super) texts: ByColumn<String>,
}

/// All that later steps know of the rows.
pub(super) struct Read {
    pub(super) good: Vec<GoodRow>,
    pub(super) seen: Seen,
}

/// What all rows say, those with mistakes too: to refer to such a row is no further mistake.
#[derive(Default)]
pub(super) struct Seen {
    /// Names and aliases, in the order of the file.
    names: Vec<String>,
    keys: HashSet<String>,
    /// In the order of their first use.
    pub(super) categories: Vec<String>,
}

impl Seen {
    /// Whether a row has this name or alias, without regard to case.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.keys.contains(&key(name))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    fn note(&mut self, row: &Row) {
        let aliases = cells::split_aliases(row.get(Column::Aliases));
        for name in std::iter::once(row.get(Column::Name)).chain(aliases) {
            if !name.is_empty() && self.keys.insert(key(name)) {
                self.names.push(name.to_owned());
            }
        }
        let category = row.get(Column::Category);
        let mut known = self.categories.iter();
        if !category.is_empty() && !known.any(|other| key(other) == key(category)) {
            self.categories.push(category.to_owned());
        }
    }
}

/// Reads all rows. A row with mistakes is reported, with all its mistakes, and left out.
pub(super) fn read(table: &Table, iana: bool, problems: &mut Problems) -> Read {
    let mut seen = Seen::default();
    let mut good = Vec::new();
    for row in &table.rows {
        seen.note(row);
        // In IANA's file, these are numbers without a service, and services that are found
        // by DNS and have no number.
        let lacks = |column| row.get(column).is_empty();
        if iana && (lacks(Column::Name) || lacks(Column::Port)) {
            continue;
        }
        good.extend(read_row(row, iana, problems));
    }
    Read { good, seen }
}

fn read_row(row: &Row, iana: bool, problems: &mut Problems) -> Option<GoodRow> {
    let mut note = |mistake: String| problems.at(row.line, mistake);
    // All cells are read before the row is given up, so that all mistakes show.
    let name = match row.get(Column::Name) {
        // Some of IANA's names are older than its rules.
        text if iana => Ok(text.to_owned()),
        text => cells::name(text, "service name").map_err(&mut note),
    };
    let ports = port_cell::ports(row.get(Column::Port)).map_err(&mut note);
    let transports = cells::transports(row.get(Column::Transport)).map_err(&mut note);
    let aliases = cells::aliases(row.get(Column::Aliases)).map_err(&mut note);
    let mut texts: ByColumn<String> = ByColumn::default();
    let mut all_good = true;
    for facts in COLUMNS.iter().filter(|facts| facts.rows != Rows::Own) {
        match cells::text_of(facts, row.get(facts.column)) {
            Ok(text) => texts[facts.column] = text,
            Err(mistake) => {
                note(mistake);
                all_good = false;
            }
        }
    }
    let (first, last) = ports.ok()?;
    let row = GoodRow {
        line: row.line,
        name: name.ok()?,
        first,
        last,
        transports: transports.ok()?,
        aliases: aliases.ok()?,
        texts,
    };
    all_good.then_some(row)
}
