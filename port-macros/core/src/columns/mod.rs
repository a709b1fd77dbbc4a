//! From records to rows: which column is which.

mod ends;
mod faults;
mod first_lines;
mod guess;
mod header;
mod ignored_ends;
mod proposal;
mod remedy;
mod rewrite;
mod title_words;
mod titles;

use crate::{
    args::Options,
    csv::{Fields, Mistake, Record, Records, Separator},
    lists::Listed as _,
    problem::Problems,
    services,
    words::columns::{ByColumn, Column, MARKED, SKIPPED, shortest_header},
};
pub(crate) use first_lines::NO_COMMENTS;
use guess::{SAMPLE, Sample};
use ignored_ends::IgnoredEnds;

/// All 65,536 ports under all four transports, each with four services, have no more rows.
const MOST_ROWS: usize = 1 << 20;

/// A file's rows, with their cells by column.
#[derive(Default)]
pub(crate) struct Table {
    /// The columns that the file has, without those that are skipped.
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) source: Source,
    /// Whether semicolons separate its fields: a cell with one is in quotes.
    pub(crate) has_semicolons: bool,
    /// Where each column is.
    places: ByColumn<Option<usize>>,
    /// The titles that the file has for them.
    titles: ByColumn<String>,
}

/// Whose table it is, by its titles.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// IANA's, as it is downloaded.
    Iana,
    /// Columns of IANA's, under their titles.
    IanaColumns,
    #[default]
    Other,
}

/// A row after the header. Nothing in it is checked yet.
pub(crate) struct Row {
    pub(crate) line: usize,
    fields: Fields,
}

impl Table {
    /// Whether the file has this column.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// The title that the file has for a column.
    pub(crate) fn title(&self, column: Column) -> &str {
        match self.titles[column].as_str() {
            "" => column.title(),
            title => title,
        }
    }

    /// The text of a cell without white space around it; empty if the file has no such
    /// column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, column: Column) -> &'a str {
        self.places[column].map_or("", |place| row.fields.get(place))
    }

    fn place(&mut self, columns: &[Option<Column>]) {
        for (place, column) in columns.iter().enumerate() {
            if let Some(column) = column {
                self.columns.push(*column);
                self.places[*column] = Some(place);
            }
        }
    }
}

/// Reads the header, and keeps every row that has as many cells.
pub(crate) fn assign(
    mut records: Records<'_>,
    options: &Options,
    problems: &mut Problems,
) -> Table {
    let mut table = Table::default();
    let separator = records.separator;
    table.has_semicolons = separator == Separator::Semicolon;
    if let Some(other) = records.contradicted {
        problems.at(1, contradiction(separator, other));
        return table;
    }
    if records.is_json() {
        problems.at(1, first_lines::no_csv("JSON"));
        return table;
    }
    let in_quotes = records.is_in_quotes();
    let mut first: Vec<Record> = Vec::new();
    while first.len() < SAMPLE {
        match records.next() {
            Some(Ok(record)) if first.is_empty() && record.fields.is_blank() => {}
            Some(Ok(record)) => first.push(record),
            Some(Err(mistake)) => {
                problems.at(mistake.line, mistake.text);
                if first.is_empty() {
                    // It may have been the header.
                    return table;
                }
            }
            None => break,
        }
    }
    if let Err((line, text)) = first_lines::header(&first, separator, in_quotes, options) {
        problems.at(line, text);
        return table;
    }
    let mut first = first.into_iter();
    let Some(header) = first.next() else {
        if problems.is_empty() {
            problems.whole(format!(
                "the file is empty; write the titles of the columns into its first line: {}",
                shortest_header()
            ));
        }
        return table;
    };
    let sample = Sample {
        rows: first.as_slice(),
    };
    let columns = header::read(&header, &sample, options, problems);
    table.source = source(&header);
    table.place(&columns);
    for column in &table.columns {
        let place = table.places[*column];
        let title = place.map_or("", |place| header.fields.get(place));
        title.clone_into(&mut table.titles[*column]);
    }
    let has = |column: Column| table.has(column);
    let has_transport = options.default_transport.is_some()
        || options.iana.is_some()
        || has(Column::Transport)
        || MARKED.into_iter().any(has);
    if !(has(Column::Port) && (has(Column::Name) || has(Column::Label)) && has_transport) {
        // Every row would be wrong for the header's one mistake.
        return table;
    }
    let mut ends = IgnoredEnds::of(&header, &sample, options, &table.places);
    let rest = first.map(Ok).chain(records);
    for record in rest {
        let record = match record {
            Ok(record) => record,
            Err(Mistake { line, text }) => {
                problems.at(line, text);
                continue;
            }
        };
        if record.fields.is_blank() {
            continue; // a spreadsheet's empty row
        }
        if is_repeated(&record, &header) {
            problems.at(
                record.line,
                format!(
                    "the header of line {} is repeated here; take the line out",
                    header.line
                ),
            );
            continue;
        }
        if record.fields.len() != columns.len() {
            problems.at_with(record.line, || {
                count_mistake(&record, columns.len(), separator)
            });
            continue;
        }
        ends.refuse(&record, &header, options, problems);
        if !keep(&mut table, record, problems) {
            return table;
        }
    }
    if table.rows.is_empty() && problems.is_empty() {
        problems.whole("no row follows the header; write at least one service");
    }
    table
}

/// The rows of a services(5) file, whose columns are known.
pub(crate) fn of_services(
    records: impl Iterator<Item = Result<Record, Mistake>>,
    options: &Options,
    problems: &mut Problems,
) -> Table {
    let mut table = Table::default();
    let titles = &options.titles;
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    if let Some(title) = mapped.chain(&titles.ignored).next() {
        let text = "a services(5) file has no titles; take `columns(..)` out";
        problems.on(title.span(), text);
    }
    table.place(&services::COLUMNS.map(Some));
    for record in records {
        match record {
            Ok(record) => {
                if !keep(&mut table, record, problems) {
                    return table;
                }
            }
            Err(Mistake { line, text }) => problems.at(line, text),
        }
    }
    if table.rows.is_empty() && problems.is_empty() {
        problems.whole("the file has no services; write at least one: `https 443/tcp`");
    }
    table
}

/// Adds a row. Returns whether there may be more.
fn keep(table: &mut Table, record: Record, problems: &mut Problems) -> bool {
    if table.rows.len() == MOST_ROWS {
        let text =
            format!("the file has more than {MOST_ROWS} rows; leave out what you don't need");
        problems.at(record.line, text);
        return false;
    }
    let Record { line, fields } = record;
    table.rows.push(Row { line, fields });
    true
}

fn source(header: &Record) -> Source {
    let required = [Column::Name, Column::Port, Column::Transport];
    let others = [Column::Reference, Column::Description];
    let titles: Vec<&str> = header.fields.iter().listed();
    let is_iana = |title: &&str| {
        let mut known = required.iter().chain(&others);
        known.any(|it| it.title() == *title) || SKIPPED.contains(title)
    };
    if !required.iter().all(|it| titles.contains(&it.title())) || !titles.iter().all(is_iana) {
        return Source::Other;
    }
    if titles.iter().any(|title| SKIPPED.contains(title)) {
        return Source::Iana;
    }
    Source::IanaColumns
}

fn is_repeated(record: &Record, header: &Record) -> bool {
    let same = |(a, b): (&str, &str)| a.eq_ignore_ascii_case(b);
    record.fields.len() == header.fields.len()
        && record.fields.iter().zip(header.fields.iter()).all(same)
}

/// A line `sep=,` above a header with another separator.
fn contradiction(stated: Separator, of_header: Separator) -> String {
    let written = |separator| match separator {
        Separator::Tab => "a tab".to_owned(),
        other => format!("`{}`", other.char()),
    };
    let remedy = match of_header {
        Separator::Tab => "take the line out".to_owned(),
        other => format!("write `sep={}`, or take the line out", other.char()),
    };
    format!(
        "the line `sep=` says {}, and the header has {}; {remedy}",
        written(stated),
        written(of_header)
    )
}

/// The separator that makes as many fields of a record as the header has.
fn other_separator(record: &Record, expected: usize, separator: Separator) -> Option<Separator> {
    // More fields than the header has columns would be text with that separator in quotes.
    let is_comment = record.fields.get(0).starts_with('#');
    let is_short = record.fields.len() < expected && !is_comment;
    let makes = |other: &Separator| {
        let between = |field: &str| field.matches(other.char()).count();
        let more: usize = record.fields.iter().map(between).sum();
        // With the separators that are there, it is one text.
        more + 1 == expected
    };
    let mut others = Separator::all().into_iter().filter(|it| *it != separator);
    others.find(makes).filter(|_| is_short)
}

fn count_mistake(record: &Record, expected: usize, separator: Separator) -> String {
    let found = record.fields.len();
    let fields = if found == 1 { "field" } else { "fields" };
    let between = separator.char();
    if let Some(other) = other_separator(record, expected, separator) {
        return format!(
            "{found} {fields}, but the header has {expected} columns; the row has {} between \
             its fields, and the header has {separators}; write {separators} here, too",
            other.plural(),
            separators = separator.plural(),
        );
    }
    let (first, between_all) = (record.fields.get(0), expected.saturating_sub(1));
    let has_quotes = first.contains('"');
    let is_quoted = found == 1
        && first.contains(between)
        && (has_quotes || first.matches(between).count() == between_all);
    let remedy = if first.starts_with('#') {
        NO_COMMENTS.to_owned()
    } else if is_quoted {
        let doubled = if has_quotes {
            ", and write quotes inside it once: `\"`, not `\"\"`"
        } else {
            ""
        };
        format!("the whole row is in quotes; take them out{doubled}")
    } else if let Some(missing) = expected.checked_sub(found) {
        let words = if missing == 1 { "cell" } else { "cells" };
        format!(
            "write an empty cell for a missing one, or {missing} `{between}` at the end \
             for {missing} empty {words}"
        )
    } else if (expected..found).all(|i| record.fields.get(i).is_empty()) {
        format!("take out the {} at the end", separator.plural())
    } else {
        format!("write a field that contains `{between}` in quotes: \"a{between} b\"")
    };
    format!("{found} {fields}, but the header has {expected} columns; {remedy}")
}

#[cfg(test)]
mod first_lines_tests;
#[cfg(test)]
mod proposal_tests;
#[cfg(test)]
mod tests;
