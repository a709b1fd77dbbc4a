//! What is said of a file whose ports no option reads: how its rows are to be written.

use super::guess::Sample;
use crate::{csv::Record, lists::Listed as _, problem::shown, words::columns::Column};

/// Further titles are counted, not shown.
const MOST_TITLES: usize = 12;

/// How the rows of a file are to be written.
pub(super) enum Rewrite {
    /// These columns have the ports of one transport each.
    Transports(Vec<usize>),
    /// These columns all have ports.
    Ports(Vec<usize>),
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
            Self::Ports(all) => format!(
                "the columns {} have ports by their titles, and a row has those of one column; \
                 write a row for each, with one column `{port}`",
                titles(all)
            ),
            Self::Numbers(all) => format!(
                "the columns {} have numbers, and no title says which are the ports; give the \
                 ports the title `{port}`, and the last ports of ranges the title `{}`; where \
                 several have ports, write a row for each",
                titles(all),
                Column::Last.title()
            ),
            Self::Split(index, cell) => format!(
                "the column {} has ports with their transports, such as `{}`; split it into the \
                 columns `{port}` and `{transport}`",
                titles(&[*index]),
                shown(cell)
            ),
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
