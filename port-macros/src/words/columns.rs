//! The columns of a file: one table, which everything that depends on a column reads.

use std::ops::{Index, IndexMut};

/// Makes the enum `Column` and the table `COLUMNS`, so that a column is one row.
macro_rules! columns {
    ($(
        $variant:ident, $title:literal, $synonyms:expr, $key:literal,
        $presence:ident, $rows:ident, $words:expr;
    )*) => {
        /// A column that means something here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Column {
            $($variant,)*
        }

        /// All columns, each at its discriminant.
        pub(crate) const COLUMNS: [Facts; [$($key),*].len()] = [
            $(Facts {
                column: Column::$variant,
                title: $title,
                synonyms: &$synonyms,
                key: $key,
                presence: Presence::$presence,
                rows: Rows::$rows,
                words: $words,
            },)*
        ];
    };
}

/// What is known of a column.
pub(crate) struct Facts {
    pub(crate) column: Column,
    /// The title, IANA's where IANA has the column. [`normal`] says what counts in a title.
    pub(crate) title: &'static str,
    /// Other titles that are read as this column's, in [`normal`] form.
    pub(crate) synonyms: &'static [&'static str],
    /// The key in `columns(..)`.
    pub(crate) key: &'static str,
    pub(crate) presence: Presence,
    pub(crate) rows: Rows,
    pub(crate) words: Words,
}

/// Whether a file needs a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
}

/// How the cells of the rows of one service go together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    /// The row stage has a function of its own for the cells.
    Own,
    /// Every row has a text of its own.
    Each,
    /// The rows that have a text have the same.
    Agree,
    /// The first text counts.
    First,
}

/// Words with their meanings. If there are any, a cell holds one of these words, in any
/// case, or nothing; the first word is what an empty cell means.
pub(crate) type Words = &'static [(&'static str, &'static str)];

columns! {
    // variant, title, other titles, key in `columns(..)`, presence, rows, words
    Name, "Service Name", ["name", "service"], "name", Required, Own, &[];
    Port, "Port Number", ["port", "number"], "port", Required, Own, &[];
    Transport, "Transport Protocol", ["transport", "protocol"], "transport", Required, Own, &[];
    Constant, "Constant", [], "constant", Optional, Agree, &[];
    Aliases, "Aliases", ["alias"], "aliases", Optional, Own, &[];
    Label, "Label", [], "label", Optional, Agree, &[];
    Category, "Category", [], "category", Optional, Agree, &[];
    TlsOf, "TLS Of", [], "tls_of", Optional, Agree, &[];
    Status, "Status", [], "status", Optional, Each, &[
        ("assigned", "by IANA"), ("unofficial", "in use without that"),
        ("pool", "a program picks one of the ports when it starts"),
    ];
    Schemes, "Schemes", ["scheme"], "schemes", Optional, Own, &[];
    Reference, "Reference", [], "reference", Optional, First, &[];
    Description, "Description", [], "description", Optional, First, &[];
}

/// How many columns there are.
pub(crate) const COUNT: usize = COLUMNS.len();

/// IANA's columns that say nothing about ports; the last is of older files.
pub(crate) const SKIPPED: [&str; 8] = [
    "Assignee",
    "Contact",
    "Registration Date",
    "Modification Date",
    "Service Code",
    "Unauthorized Use Reported",
    "Assignment Notes",
    "Known Unauthorized Uses",
];

impl Column {
    pub(crate) const fn facts(self) -> &'static Facts {
        &COLUMNS[self as usize]
    }

    pub(crate) const fn title(self) -> &'static str {
        self.facts().title
    }
}

impl Facts {
    /// Whether a title, in [`normal`] form, is this column's.
    pub(crate) fn is_titled(&self, title: &str) -> bool {
        normal(self.title) == title || self.synonyms.contains(&title)
    }
}

/// Something for every column.
#[derive(Default)]
pub(crate) struct ByColumn<T>([T; COUNT]);

impl<T> Index<Column> for ByColumn<T> {
    type Output = T;

    fn index(&self, column: Column) -> &T {
        &self.0[column as usize]
    }
}

impl<T> IndexMut<Column> for ByColumn<T> {
    fn index_mut(&mut self, column: Column) -> &mut T {
        &mut self.0[column as usize]
    }
}

/// The columns that every file has.
pub(crate) fn required() -> impl Iterator<Item = &'static Facts> {
    let is_required = |facts: &&Facts| facts.presence == Presence::Required;
    COLUMNS.iter().filter(is_required)
}

/// The titles of the columns that every file has, as a header.
pub(crate) fn shortest_header() -> String {
    let titles: Vec<&str> = required().map(|facts| facts.title).collect();
    titles.join(",")
}

/// What counts in a title: its letters and digits, without case.
/// If it has none, everything counts.
pub(crate) fn normal(title: &str) -> String {
    let letters = title.chars().filter(|letter| letter.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    if letters.is_empty() {
        return title.trim().to_owned();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, normal};

    #[test]
    fn every_title_is_one_column() {
        let mut titles: Vec<String> = Vec::new();
        for (i, facts) in COLUMNS.iter().enumerate() {
            assert_eq!(facts.column as usize, i);
            titles.push(normal(facts.title));
            titles.extend(facts.synonyms.iter().map(|it| (*it).to_owned()));
        }
        assert!(titles.iter().all(|title| *title == normal(title)));
        let all = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), all);
    }
}
