//! What is said of a file whose ports no option reads: how its rows are to be written.

use super::guess::Sample;
use crate::{csv::Record, lists::Listed as _, problem::shown, words::columns::Column};

/// Further titles are counted, not shown.
const MOST_TITLES: usize = 12;

/// How the rows of a file are to be written.
pub(super) enum Rewrite {
    /// These columns have the ports of one transport each.
    Transports(Vec<usize>),
    /// These columns all have ports, or with this option the ends of ranges.
    Ports(Vec<usize>, Option<String>),
    /// These columns have no title, and look like what is missing.
    Untitled(Vec<(usize, Column)>),
    /// These columns have numbers, and nothing says which of them are the ports.
    Numbers(Vec<usize>),
    /// This column has ports with their transports, such as in this cell.
    Split(usize, String),
}

impl Rewrite {
    /// What is to be done.
    pub(super) fn text(&self, header: &Record) -> String {
        let titles = |all: &[usize]| {
            let titles = all
                .iter()
                .map(|index| shown(header.fields.get(*index)).into_owned());
            quoted(&titles.listed())
        };
        let [port, transport] = [Column::Port, Column::Transport].map(Column::title);
        match self {
            Self::Transports(all) => format!(
                "the ports of each transport are in a column of their own, {}; write a row for \
                 each transport, with the columns `{port}` and `{transport}`",
                titles(all)
            ),
            Self::Ports(all, option) => {
                let if_ends = option.as_ref().map_or_else(String::new, |option| {
                    format!(
                        "; if they have the first and the last ports of ranges, write \
                         `#[ports({option})]`"
                    )
                });
                format!(
                    "the columns {} have ports by their titles, and a row has those of one \
                     column; write a row for each, with one column `{port}`{if_ends}",
                    titles(all)
                )
            }
            Self::Untitled(all) => {
                let texts = all.iter().map(|(index, column)| {
                    format!(
                        "column {} has no title, and looks like the `{}`; if it is, give it this \
                         title",
                        index + 1,
                        column.title()
                    )
                });
                texts.listed().join("; ")
            }
            Self::Numbers(all) => format!(
                "the columns {} have numbers, and no title says which are the ports; give the \
                 ports the title `{port}`, and the last ports of ranges the title `{}`; where \
                 several have ports, write a row for each",
                titles(all),
                Column::Last.title()
            ),
            Self::Split(index, cell) => {
                let column = match header.fields.get(*index) {
                    "" => format!("column {}", index + 1),
                    title => format!("the column `{}`", shown(title)),
                };
                format!(
                    "{column} has ports with their transports, such as `{}`; split it into the \
                     columns `{port}` and `{transport}`",
                    shown(cell)
                )
            }
        }
    }
}

/// The column of transports or names, if that has the ports, which are missing.
pub(super) fn split(
    missing: &[Column],
    columns: &[Option<Column>],
    sample: &Sample,
) -> Option<Rewrite> {
    let lacks = |column: Column| missing.contains(&column);
    let of = |wanted: Column| columns.iter().position(|it| *it == Some(wanted));
    let transport = of(Column::Transport).filter(|index| sample.all_with_transport(*index));
    let name = of(Column::Name).filter(|_| lacks(Column::Transport));
    let index = transport.or(name).filter(|_| lacks(Column::Port))?;
    let cell = sample.with_transport(index)?;
    Some(Rewrite::Split(index, cell.to_owned()))
}

/// The columns without a title that hold what is missing.
pub(super) fn untitled(
    missing: &[Column],
    unknown: &[usize],
    header: &Record,
    sample: &Sample,
) -> Option<Rewrite> {
    let found = missing.iter().filter_map(|&column| {
        let mut unknown = unknown.iter().copied();
        let index =
            unknown.find(|it| header.fields.get(*it).is_empty() && sample.is(*it, column))?;
        let is_label = column == Column::Name && sample.is_label(index);
        Some((index, if is_label { Column::Label } else { column }))
    });
    let found: Vec<(usize, Column)> = found.listed();
    (!found.is_empty()).then_some(Rewrite::Untitled(found))
}

/// "`a`, `b` and `c`"
pub(super) fn quoted(texts: &[String]) -> String {
    let quote = |texts: &[String]| {
        let texts = texts.iter().map(|text| format!("`{text}`"));
        texts.listed().join(", ")
    };
    if texts.len() > MOST_TITLES {
        let rest = texts.len() - MOST_TITLES;
        return format!("{} and {rest} more", quote(&texts[..MOST_TITLES]));
    }
    match texts {
        [others @ .., last] if !others.is_empty() => format!("{} and `{last}`", quote(others)),
        _ => quote(texts),
    }
}
