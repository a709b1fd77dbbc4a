//! Where the header is, or what the first lines are instead.

use super::{
    guess::Sample,
    header::{is_header, is_header_among_rows},
};
use crate::{
    args::Options,
    csv::{Record, Separator},
    lists::Listed as _,
    problem::shown,
    words::{
        columns::{Column, shortest_header},
        looks::{is_port, is_port_with_transport, is_services_line},
    },
};

/// Of lines that begin with `#`.
pub(crate) const NO_COMMENTS: &str = "a CSV has no comments, take the line out";

/// The place of the header in the first records, which have no blank one before it, or what is
/// wrong with the first of them.
pub(super) fn header(
    records: &[Record],
    separator: Separator,
    options: &Options,
) -> Result<(), (usize, String)> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    if is_header(first, options) && !has_data(first) {
        return Ok(());
    }
    let line = whole(first, separator);
    let later = records
        .iter()
        .find(|it| is_header_among_rows(it, options) && !has_data(it) && it.fields.len() > 1);
    let mistake = |text: String| Err((first.line, text));
    let is_comment = line.starts_with('#');
    if let Some(later) = later {
        let above = if is_comment {
            NO_COMMENTS
        } else {
            "take out what is above it"
        };
        return mistake(format!(
            "`{}` is no header, but line {} is; {above}",
            shown(&line),
            later.line
        ));
    }
    if let Some(what) = other_format(records, &line, separator) {
        return mistake(what);
    }
    let row = records.iter().position(has_data);
    // A header's titles may be in any language, and there are as many as cells.
    let has_titles = |row: usize| {
        let titles = first.fields.iter().filter(|it| !it.is_empty()).count();
        titles > 1 && titles == records[row].fields.len()
    };
    if row.is_some_and(|row| row > 0 && has_titles(row)) {
        return Ok(());
    }
    let Some(row) = row else {
        if is_comment {
            return mistake(format!(
                "`{}` is no header; {NO_COMMENTS}, and write the titles of the columns: {}",
                shown(&line),
                shortest_header()
            ));
        }
        // Its titles may be in any language.
        return Ok(());
    };
    let above = match row {
        0 => String::new(),
        _ if is_comment => format!("; {NO_COMMENTS}"),
        _ => "; take out what is above the first row".to_owned(),
    };
    let (titles, more) = titles(&records[row..], separator);
    mistake(format!(
        "the file has no header, `{}` is none; write the titles of the columns into \
         the first line: `{titles}`{more}{above}",
        shown(&line),
    ))
}

/// Whether a record has cells that no header has.
fn has_data(record: &Record) -> bool {
    let mut cells = record.fields.iter();
    cells.any(|cell| is_port(cell) || is_port_with_transport(cell))
}

fn whole(record: &Record, separator: Separator) -> String {
    let fields: Vec<&str> = record.fields.iter().listed();
    let text = fields.join(&separator.char().to_string());
    text.trim_end_matches(separator.char()).to_owned()
}

/// A header for rows that have none, and the option that it needs.
fn titles(rows: &[Record], separator: Separator) -> (String, &'static str) {
    let sample = Sample { rows };
    let columns = sample.columns(rows[0].fields.len().min(100));
    let described = columns.iter().filter(|it| it.is_none()).count() == 0;
    let has = |column: Column| columns.contains(&Some(column));
    let named = has(Column::Name) || has(Column::Label);
    if !described || !named || !has(Column::Port) {
        return (shortest_header(), ", and a title for every other column");
    }
    let titles: Vec<&str> = columns.iter().flatten().map(|it| it.title()).listed();
    let more = if has(Column::Transport) {
        ""
    } else {
        ", and `#[ports(default(transport = \"tcp\"))]` for the transport, which has no column"
    };
    (titles.join(&separator.char().to_string()), more)
}

/// What is said of a file in another format.
pub(super) fn no_csv(format: &str) -> String {
    format!(
        "the file looks like {format}, and `ports!` reads CSV; \
         write it as a table with this first line: `{}`",
        shortest_header()
    )
}

/// What a file is that is no CSV.
fn other_format(records: &[Record], line: &str, separator: Separator) -> Option<String> {
    let lines: Vec<String> = records.iter().map(|it| whole(it, separator)).listed();
    let is_comment = |line: &&String| !line.starts_with('#');
    let mut entries = lines.iter().filter(is_comment).take(3).peekable();
    if entries.peek().is_some() && entries.all(|line| is_services_line(line)) {
        return Some(
            "the file looks like services(5), as `/etc/services`; \
             read it with `#[ports(format = \"services\")]`"
                .to_owned(),
        );
    }
    let header = shortest_header();
    if line.starts_with(['{', '[']) || line.starts_with("---") {
        return Some(no_csv("JSON or YAML"));
    }
    if line.starts_with("- ") && line.contains(':') {
        return Some(no_csv("YAML"));
    }
    if line.starts_with('<') {
        return Some(no_csv("HTML or XML"));
    }
    if line.starts_with(['|', '+']) || (separator != Separator::Bar && line.contains('|')) {
        return Some(format!(
            "the file is a table drawn with `|`; \
             save it with commas between the columns, with this first line: `{header}`"
        ));
    }
    let words = line.split_whitespace().count();
    let is_one = records.iter().all(|record| record.fields.len() == 1);
    let has_port = |line: &String| line.split_whitespace().any(is_port);
    if is_one && words > 1 && lines.iter().any(has_port) {
        return Some(format!(
            "the columns are separated by spaces; \
             save the file with commas between the columns, with this first line: `{header}`"
        ));
    }
    None
}
