//! The header: which column is which.

use syn::LitStr;

use super::{
    faults::{self, Fault},
    guess::{self, Sample},
    titles::said,
};
use crate::{
    args::Options,
    csv::Record,
    lists::{Listed as _, retain},
    problem::{Problems, shown},
    words::{
        columns::{Column, Facts, MARKED, Title, known_title, normal, required},
        suggestions::did_you_mean,
        transports,
    },
};

/// Tables of ports have fewer columns.
const MOST_COLUMNS: usize = 500;

/// What each of the header's columns is; `None` for one that is skipped. All that is wrong
/// with the header is one problem, which ends with the option that makes it right.
pub(super) fn read(
    header: &Record,
    sample: &Sample,
    options: &Options,
    problems: &mut Problems,
) -> Vec<Option<Column>> {
    let count = header.fields.len();
    if count > MOST_COLUMNS {
        let text = format!(
            "the header has {count} columns, and at most {MOST_COLUMNS} are read; \
             take out those that are not needed"
        );
        problems.at(header.line, text);
        return vec![None; count];
    }
    let titles = &options.titles;
    let has_absent = refuse_absent(header, options, problems);
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    let stated: Vec<(String, Meaning)> = titles
        .mapped
        .iter()
        .map(|(column, title)| (normal(&title.value()), Meaning::Column(*column)))
        .chain(
            titles
                .ignored
                .iter()
                .map(|it| (normal(&it.value()), Meaning::Skipped)),
        )
        .listed();
    let present: Vec<String> = header.fields.iter().map(normal).listed();
    let is_mapped = |column: Column| {
        let mut mapped = mapped.clone().zip(&titles.mapped);
        mapped.any(|(title, (it, _))| *it == column && present.contains(&normal(&title.value())))
    };
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    for (index, title) in present.iter().enumerate() {
        let stated = stated.iter().rfind(|(it, _)| it == title);
        let column = match (stated.map(|(_, it)| it), meaning(title)) {
            (Some(Meaning::Column(column)), _) => *column,
            (Some(Meaning::Skipped), _) | (None, Some(Meaning::Skipped)) => {
                columns.push(None);
                continue;
            }
            (None, Some(Meaning::Column(column))) if is_mapped(column) => {
                faults.push(Fault::Displaced { index, column });
                columns.push(None);
                continue;
            }
            (None, Some(Meaning::Column(column))) => column,
            (None, None) => {
                faults.push(Fault::Unknown { index });
                columns.push(None);
                continue;
            }
        };
        let first = columns.iter().position(|other| *other == Some(column));
        if let Some(first) = first {
            let is_better = is_better(&present, sample, column, first, index);
            let (kept, other) = if is_better {
                (index, first)
            } else {
                (first, index)
            };
            faults.push(Fault::Doubled {
                column,
                kept,
                other,
            });
            columns.push(None);
            columns[other] = None;
            columns[kept] = Some(column);
        } else {
            columns.push(Some(column));
        }
    }
    let is_stated = |index: usize| stated.iter().any(|(it, _)| *it == present[index]);
    replace(&mut columns, &mut faults, &is_stated, header, sample);
    if let Some(index) = columns.iter().position(|it| *it == Some(Column::Transport)) {
        let marked = columns
            .iter()
            .position(|it| it.is_some_and(|it| MARKED.contains(&it)));
        if marked.is_some() && !is_stated(index) && !sample.allows(index, Column::Transport) {
            faults.push(Fault::Unmarked { index });
            columns[index] = None;
        } else {
            faults.extend(marked.map(|index| Fault::Marked { index }));
        }
    }
    missing(&columns, options, &mut faults, problems);
    if !faults.is_empty() && !has_absent {
        problems.at(
            header.line,
            faults::text(&faults, &columns, header, sample, options),
        );
    }
    if faults.iter().any(|it| matches!(it, Fault::Marked { .. })) {
        // One of the two is enough for the rows.
        let is_marked = |it: &Option<Column>| it.is_some_and(|it| MARKED.contains(&it));
        columns
            .iter_mut()
            .filter(|it| is_marked(it))
            .for_each(|it| *it = None);
    }
    columns
}

/// Whether the second of two columns for one thing is the better one: where the cells of one
/// can't be it, the other; else the one whose title says more.
fn is_better(
    titles: &[String],
    sample: &Sample,
    column: Column,
    first: usize,
    second: usize,
) -> bool {
    let allows = |index: usize| sample.allows(index, column);
    // The title itself is no synonym, and comes first.
    let place = |index: usize| {
        let mut synonyms = column.facts().synonyms.iter();
        synonyms.position(|it| *it == titles[index])
    };
    match (allows(first), allows(second)) {
        (true, false) => false,
        (false, true) => true,
        _ => place(second) < place(first),
    }
}

/// Replaces the ports and the transports where another column is better.
fn replace(
    columns: &mut [Option<Column>],
    faults: &mut Vec<Fault>,
    is_stated: &dyn Fn(usize) -> bool,
    header: &Record,
    sample: &Sample,
) {
    for column in [Column::Port, Column::Transport] {
        let index = columns.iter().position(|it| *it == Some(column));
        let Some(index) = index.filter(|index| !is_stated(*index)) else {
            continue;
        };
        if let Some(by) = better(column, index, faults, header, sample) {
            retain(
                faults,
                &mut |it| !matches!(it, Fault::Unknown { index } if *index == by),
            );
            faults.push(Fault::Replaced { column, index, by });
            columns[index] = None;
            columns[by] = Some(column);
        }
    }
}

/// An unknown column that is the ports or the transports, where a title that may mean something
/// else is read as theirs: `Number` beside `Ports`, `Protocol` with HTTP beside `Layer 4`.
fn better(
    column: Column,
    index: usize,
    faults: &[Fault],
    header: &Record,
    sample: &Sample,
) -> Option<usize> {
    let title = |index: usize| header.fields.get(index);
    let unknown = faults.iter().filter_map(|it| match it {
        Fault::Unknown { index } => Some(*index),
        _ => None,
    });
    let unknown: Vec<usize> = unknown.listed();
    let means = |index: &usize, column: Column| guess::by_title(title(*index)) == Some(column);
    if column == Column::Transport {
        if sample.allows(index, column) {
            return None;
        }
        let mut unknown = unknown.into_iter();
        return unknown.find(|it| sample.is(*it, column));
    }
    if normal(title(index)) != "number" {
        return None;
    }
    // A range has two columns: `Number,From,To`.
    let has_last = unknown.iter().any(|it| means(it, Column::Last));
    let may_be_count = sample.may_be_count(index);
    let is_port = |it: &usize| {
        let words = said(title(*it));
        let is_stronger = if may_be_count {
            words.port || (has_last && words.side.is_some())
        } else {
            guess::rank(title(*it)) == 0
        };
        is_stronger && means(it, column) && sample.allows(*it, column)
    };
    let unknown = unknown.iter().copied().filter(is_port);
    unknown.min_by_key(|it| guess::rank(title(*it)))
}

/// Finds the columns that every file needs, and that are not there.
fn missing(
    columns: &[Option<Column>],
    options: &Options,
    faults: &mut Vec<Fault>,
    problems: &mut Problems,
) {
    let has = |column: Column| columns.contains(&Some(column));
    if has(Column::Last) && !has(Column::Port) {
        faults.push(Fault::Missing(Column::Port));
    }
    for facts in required() {
        let column = facts.column;
        let stands_for = match column {
            Column::Name => has(Column::Label),
            Column::Transport => options.default_transport.is_some() || MARKED.into_iter().any(has),
            _ => has(Column::Last),
        };
        if !has(column) && !stands_for {
            if let Some(ignored) = ignored(facts, options) {
                let text = format!(
                    "`{}` is the `{}`, which every file needs; don't ignore it",
                    shown(&ignored.value()),
                    facts.title
                );
                problems.on(ignored.span(), text);
            } else {
                faults.push(Fault::Missing(column));
            }
        }
    }
}

/// A title that is ignored, and would be a column that every file needs.
fn ignored<'a>(facts: &Facts, options: &'a Options) -> Option<&'a LitStr> {
    let mut ignored = options.titles.ignored.iter();
    ignored.find(|it| {
        let title = known_title(&normal(&it.value()));
        title == Some(Title::Column(facts.column))
    })
}

/// Reports titles in the options that the header does not have. Returns whether there are any.
fn refuse_absent(header: &Record, options: &Options, problems: &mut Problems) -> bool {
    let titles = &options.titles;
    let present: Vec<String> = header.fields.iter().map(normal).listed();
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    let mut has_absent = false;
    for title in mapped.chain(&titles.ignored) {
        let text = title.value();
        if !present.contains(&normal(&text)) {
            let suggestion = did_you_mean(&text, header.fields.iter());
            let fields: Vec<_> = header.fields.iter().map(shown).listed();
            problems.on(
                title.span(),
                format!(
                    "the file has no column `{}`{suggestion}; it has `{}`",
                    shown(&text),
                    fields.join("`, `")
                ),
            );
            has_absent = true;
        }
    }
    has_absent
}

/// What a title means.
enum Meaning {
    Column(Column),
    Skipped,
}

/// What a title, in [`normal`] form, means without options.
fn meaning(title: &str) -> Option<Meaning> {
    match known_title(title)? {
        Title::Column(column) => Some(Meaning::Column(column)),
        Title::Skipped => Some(Meaning::Skipped),
        Title::Hint(_) => None,
    }
}

/// Whether the options or the table of columns know at least one of the titles.
pub(super) fn is_header(record: &Record, options: &Options) -> bool {
    knows_title(record, options, &|_| true)
}

/// The same, where rows may be: a transport's name, which is a title, is in these, too.
pub(super) fn is_header_among_rows(record: &Record, options: &Options) -> bool {
    knows_title(record, options, &|title| {
        transports::from_name(title).is_none()
    })
}

/// Whether one of the titles that count is known.
fn knows_title(record: &Record, options: &Options, counts: &dyn Fn(&str) -> bool) -> bool {
    let titles = &options.titles;
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    let stated: Vec<String> = mapped
        .chain(&titles.ignored)
        .map(|title| normal(&title.value()))
        .filter(|title| !title.is_empty())
        .listed();
    let mut fields = record.fields.iter().take(MOST_COLUMNS).map(normal);
    fields.any(|title| stated.contains(&title) || (meaning(&title).is_some() && counts(&title)))
}
