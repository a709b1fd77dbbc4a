//! Where the header is, or what the first lines are instead.

use std::fmt::Write as _;

use super::{
    guess::Sample,
    header::{is_header, is_header_among_rows},
    rewrite::quoted,
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
/// wrong with the first of them. `in_quotes` is whether that begins with a quote.
pub(super) fn header(
    records: &[Record],
    separator: Separator,
    in_quotes: bool,
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
    if in_quotes && is_quoted(records) {
        return mistake(format!(
            "`{}` is one column, because the whole line is in quotes; take the quotes out",
            shown(&line)
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
        if first.fields.len() == 1 {
            return mistake(format!(
                "`{}` is one column, and a table of ports has several; write a header with commas \
                 between its titles: `name,port,transport`",
                shown(&line)
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

/// Whether a first line that begins with a quote is a header, or a row, in quotes as a whole.
fn is_quoted(records: &[Record]) -> bool {
    let line = records[0].fields.get(0);
    let mut all = Separator::all().into_iter();
    let found = all.find(|it| *it != Separator::Bar && line.contains(it.char()));
    let count = found.map_or(0, |it| line.split(it.char()).count());
    let next = records.get(1).map_or(1, |row| row.fields.len());
    records[0].fields.len() == 1 && count > 1 && (next == 1 || next == count)
}

fn whole(record: &Record, separator: Separator) -> String {
    let fields: Vec<&str> = record.fields.iter().listed();
    let text = fields.join(&separator.char().to_string());
    text.trim_end_matches(separator.char()).to_owned()
}

/// A header for rows that have none, and the option that it needs.
fn titles(rows: &[Record], separator: Separator) -> (String, String) {
    let sample = Sample { rows };
    let count = rows[0].fields.len().min(100);
    let columns = sample.columns(count);
    let numbers = sample.numbers(count);
    let numbers = numbers.iter().map(|index| (index + 1).to_string()).listed();
    let numbered = quoted(&numbers);
    let described = columns.iter().filter(|it| it.is_none()).count() == 0;
    let has = |column: Column| columns.contains(&Some(column));
    let named = has(Column::Name) || has(Column::Label);
    if !described || !named || !has(Column::Port) {
        let mut more = ", and a title for every other column".to_owned();
        if numbers.len() > 1 {
            let _ = write!(
                more,
                "; columns {numbered} have numbers, give the title `{}` to that of the ports",
                Column::Port.title()
            );
        }
        return (shortest_header(), more);
    }
    let titles: Vec<&str> = columns.iter().flatten().map(|it| it.title()).listed();
    let mut more = String::new();
    if has(Column::Last) {
        more = format!(", if columns {numbered} have the first and the last ports of ranges");
    }
    if !has(Column::Transport) {
        more.push_str(
            ", and `#[ports(default(transport = \"tcp\"))]` for the transport, which has no column",
        );
    }
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
    if line.starts_with("{|") {
        return Some(no_csv("wikitext"));
    }
    if line.starts_with('[') && line.ends_with(']') && !line.contains(',') {
        return Some(no_csv("INI or TOML"));
    }
    if line.starts_with(['{', '[']) || line.starts_with("---") {
        return Some(no_csv("JSON or YAML"));
    }
    // `kind: Service`, `services:`
    let has_key = |line: &String| {
        let line = line.trim_start_matches("- ");
        let key = line.split_whitespace().next().unwrap_or_default();
        key.ends_with(':') && key.len() > 1
    };
    let are_keys = lines.len() > 1 && lines.iter().take(2).all(has_key);
    if are_keys || (line.starts_with("- ") && line.contains(':')) {
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
    let is_of_port = |word: &str| is_port(word) || is_port_with_transport(word);
    let has_port = |line: &String| line.split_whitespace().any(is_of_port);
    if is_one && words > 1 && lines.iter().any(has_port) {
        return Some(format!(
            "the columns are separated by spaces; \
             save the file with commas between the columns, with this first line: `{header}`"
        ));
    }
    None
}
