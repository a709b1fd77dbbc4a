//! The header: which column is which.

use syn::LitStr;

use crate::{
    args::Titles,
    csv::Record,
    problem::Problems,
    words::{
        columns::{COLUMNS, Column, Facts, SKIPPED, normal, required, shortest_header},
        suggestions::did_you_mean,
    },
};

/// Of lines that begin with `#`.
pub(crate) const NO_COMMENTS: &str = "a CSV has no comments, take the line out";

/// The mistake in a first line that is clearly no header.
pub(super) fn no_header(header: &Record) -> Option<String> {
    let [line] = header.fields.as_slice() else {
        return None;
    };
    if line.trim_start().starts_with('#') {
        return Some(format!(
            "`{}` is no header; {NO_COMMENTS}, and the first line names the columns",
            line.trim()
        ));
    }
    let separators = [(';', "`;`"), ('\t', "tabs"), ('|', "`|`")];
    let (_, shown) = separators.iter().find(|(it, _)| line.contains(*it))?;
    Some(format!(
        "the columns are separated by {shown}; save the file with commas between them: {}",
        shortest_header()
    ))
}

/// What each of the header's columns is; `None` for one that is skipped.
pub(super) fn read(
    header: &Record,
    titles: &Titles,
    problems: &mut Problems,
) -> Vec<Option<Column>> {
    refuse_absent(header, titles, problems);
    let mut columns: Vec<Option<Column>> = Vec::new();
    for (i, title) in header.fields.iter().enumerate() {
        let column = match meaning(title, header, titles) {
            Meaning::Column(column) => Some(column),
            Meaning::Skipped => None,
            Meaning::Displaced(column, by) => {
                problems.at(
                    header.line,
                    format!(
                        "`{title}` would be the column `{}`, but `columns(..)` says that `{by}` is; \
                         skip it with `#[ports(columns(ignore = {title:?}))]`",
                        column.title(),
                    ),
                );
                None
            }
            Meaning::Unknown => {
                problems.at(header.line, unknown_mistake(title, i + 1));
                None
            }
        };
        if let Some(column) = column {
            if let Some(first) = columns.iter().position(|other| *other == Some(column)) {
                problems.at(
                    header.line,
                    format!(
                        "columns {} (`{}`) and {} (`{}`) are both the `{}`; keep one",
                        first + 1,
                        header.fields[first].trim(),
                        i + 1,
                        title.trim(),
                        column.title(),
                    ),
                );
                columns.push(None);
                continue;
            }
        }
        columns.push(column);
    }
    for facts in required() {
        let mapped = titles.mapped.iter().any(|(it, _)| *it == facts.column);
        if !mapped && !columns.contains(&Some(facts.column)) {
            refuse_missing(facts, header, titles, problems);
        }
    }
    columns
}

/// Reports a column that every file needs.
fn refuse_missing(facts: &Facts, header: &Record, titles: &Titles, problems: &mut Problems) {
    let title = facts.title;
    let would_be = |it: &&LitStr| facts.is_titled(&normal(&it.value()));
    if let Some(ignored) = titles.ignored.iter().find(would_be) {
        problems.on(
            ignored.span(),
            format!(
                "`{}` is the `{title}`, which every file needs; don't ignore it",
                ignored.value()
            ),
        );
        return;
    }
    let synonyms = facts.synonyms.join("` or `");
    problems.at(
        header.line,
        format!("no column `{title}`; add it (`{synonyms}` will do)"),
    );
}

/// Reports titles in the options that the header does not have.
fn refuse_absent(header: &Record, titles: &Titles, problems: &mut Problems) {
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    for title in mapped.chain(&titles.ignored) {
        let text = title.value();
        if !has_title(header, &text) {
            let fields = header.fields.iter().map(|field| field.trim());
            let suggestion = did_you_mean(&text, fields.clone());
            let fields = fields.collect::<Vec<_>>().join("`, `");
            problems.on(
                title.span(),
                format!("the file has no column `{text}`{suggestion}; it has `{fields}`"),
            );
        }
    }
}

fn has_title(header: &Record, title: &str) -> bool {
    let mut fields = header.fields.iter();
    fields.any(|field| normal(field) == normal(title))
}

/// What a title means.
enum Meaning {
    Column(Column),
    Skipped,
    /// It would be this column, but the options say that this other title is.
    Displaced(Column, String),
    Unknown,
}

fn meaning(title: &str, header: &Record, titles: &Titles) -> Meaning {
    let wanted = normal(title);
    let mut mapped = titles.mapped.iter();
    if let Some((column, _)) = mapped.find(|(_, title)| normal(&title.value()) == wanted) {
        return Meaning::Column(*column);
    }
    if titles
        .ignored
        .iter()
        .any(|title| normal(&title.value()) == wanted)
    {
        return Meaning::Skipped;
    }
    if let Some(facts) = COLUMNS.iter().find(|facts| facts.is_titled(&wanted)) {
        let column = facts.column;
        let mut mapped = titles.mapped.iter().filter(|(other, _)| *other == column);
        return match mapped.find(|(_, title)| has_title(header, &title.value())) {
            Some((_, title)) => Meaning::Displaced(column, title.value()),
            None => Meaning::Column(column),
        };
    }
    if SKIPPED.iter().any(|title| normal(title) == wanted) {
        return Meaning::Skipped;
    }
    Meaning::Unknown
}

fn unknown_mistake(title: &str, number: usize) -> String {
    let title = title.trim();
    if title.is_empty() {
        return format!("column {number} has no title; write one or take the column out");
    }
    let synonyms = COLUMNS.iter().flat_map(|facts| facts.synonyms).copied();
    let titles = COLUMNS.iter().map(|facts| facts.title);
    let suggestion = did_you_mean(title, titles.clone().chain(synonyms));
    if suggestion.is_empty() {
        let known: Vec<&str> = titles.collect();
        format!(
            "unknown column `{title}`; known are {}; \
             skip it with `#[ports(columns(ignore = {title:?}))]`",
            known.join(", ")
        )
    } else {
        format!("unknown column `{title}`{suggestion}")
    }
}
