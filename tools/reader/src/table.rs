//! A whole file.

use std::rc::Rc;

use crate::Row;

/// The titles of a table, and its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// The titles of the columns.
    pub titles: Rc<[String]>,
    /// The rows, without those that have no cell at all.
    pub rows: Vec<Row>,
}

impl Table {
    /// Reads a CSV file. Rows may have fewer cells than the header, or more.
    ///
    /// # Errors
    ///
    /// If the text isn't a CSV file.
    pub fn parse(text: &str) -> Result<Self, csv::Error> {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.flexible(true).from_reader(text.as_bytes());
        let titles: Rc<[String]> = reader.headers()?.iter().map(str::to_owned).collect();
        let row = |record| Row::new(Rc::clone(&titles), record);
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
        let rows = records.into_iter().map(row).collect();
        Ok(Self { titles, rows })
    }

    /// Whether there is a column with this title.
    #[must_use]
    pub fn has(&self, title: &str) -> bool {
        self.titles.iter().any(|it| it == title)
    }
}
