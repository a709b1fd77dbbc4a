//! What is wrong with a header, in one message that ends with the option to write.

use super::{
    guess::Sample,
    proposal::Proposal,
    rewrite::{Rewrite, quoted},
};
use crate::{
    args::Options,
    csv::Record,
    lists::{Listed as _, retain, sort},
    problem::shown,
    words::columns::{Column, MARKED},
};

pub(super) enum Fault {
    /// A column that every file needs, or what stands for it, is not there.
    Missing(Column),
    /// The title means nothing.
    Unknown { index: usize },
    /// It would be this column, but the options say that another title is.
    Displaced { index: usize, column: Column },
    /// Two titles mean the same, and one of them is kept.
    Doubled {
        column: Column,
        kept: usize,
        other: usize,
    },
    /// The title means this column, and its cells or another title say that another one is it.
    Replaced {
        column: Column,
        index: usize,
        by: usize,
    },
    /// There are transports, and a column with marks for one transport.
    Marked { index: usize },
    /// The same, and there are no transports in the column that would name them.
    Unmarked { index: usize },
}

/// The message of all faults. `columns` are those that are known.
pub(super) fn text(
    faults: &[Fault],
    columns: &[Option<Column>],
    header: &Record,
    sample: &Sample,
    options: &Options,
) -> String {
    let title = |index: usize| shown(header.fields.get(index));
    let mut texts: Vec<String> = Vec::new();
    let mut missing: Vec<Column> = Vec::new();
    let mut unknown: Vec<usize> = Vec::new();
    let mut proposal = Proposal::of(header, options);
    let mut rewrite = None;
    for fault in faults {
        match *fault {
            Fault::Missing(column) => missing.push(column),
            Fault::Unknown { index } => unknown.push(index),
            Fault::Displaced { index, column } => {
                texts.push(format!(
                    "`{}` would be the `{}`, but `columns(..)` says that another column is",
                    title(index),
                    column.title()
                ));
                proposal.ignore(index);
            }
            Fault::Doubled {
                column,
                kept,
                other,
            } => {
                let [first, second] = if kept < other {
                    [kept, other]
                } else {
                    [other, kept]
                };
                texts.push(format!(
                    "columns {} (`{}`) and {} (`{}`) are both the `{}`",
                    first + 1,
                    title(first),
                    second + 1,
                    title(second),
                    column.title()
                ));
                proposal.choose(column, kept, other);
                if column == Column::Port && proposal.has_other_ports(kept, other, sample) {
                    rewrite = Some(Rewrite::Ports(vec![first, second], None));
                }
            }
            Fault::Replaced { column, index, by } => {
                texts.push(format!(
                    "`{}` is read as the `{}`, and `{}` looks more like it",
                    title(index),
                    column.title(),
                    title(by)
                ));
                proposal.choose(column, by, index);
            }
            Fault::Unmarked { index } => {
                texts.push(format!(
                    "`{}` names no transports, and other columns have marks for them",
                    title(index)
                ));
                proposal.ignore(index);
            }
            Fault::Marked { index } => {
                texts.push(format!(
                    "`{}` has marks for one transport, and another column names the transports",
                    title(index)
                ));
                let marked = |it: &Option<Column>| it.is_some_and(|it| MARKED.contains(&it));
                let marked = columns.iter().enumerate().filter(|(_, it)| marked(it));
                marked.for_each(|(index, _)| proposal.ignore(index));
            }
        }
    }
    sort(&mut missing, &|a, b| (*a as usize).cmp(&(*b as usize)));
    missing.dedup();
    let guessed = proposal.guess(&unknown, &missing, columns, sample);
    let rewrite = guessed.or(rewrite);
    if let Some(Rewrite::Untitled(_)) = rewrite {
        retain(&mut unknown, &mut |it| !header.fields.get(*it).is_empty());
    }
    let mut parts = absent_and_unknown(&missing, &unknown, header);
    parts.append(&mut texts);
    let remedy = match rewrite {
        Some(rewrite) => format!("; {}", rewrite.text(header)),
        None => proposal.remedy(&missing),
    };
    parts.join("; ") + &remedy
}

/// The columns that are not there, and the titles that mean nothing.
fn absent_and_unknown(missing: &[Column], unknown: &[usize], header: &Record) -> Vec<String> {
    let (named, untitled): (Vec<usize>, Vec<usize>) = unknown
        .iter()
        .partition(|index| !header.fields.get(**index).is_empty());
    let mut parts: Vec<String> = Vec::new();
    if !missing.is_empty() {
        let missing: Vec<String> = missing.iter().map(|it| it.title().to_owned()).listed();
        let columns = if missing.len() == 1 {
            "column"
        } else {
            "columns"
        };
        parts.push(format!("no {columns} {}", quoted(&missing)));
    }
    if !named.is_empty() {
        let titles: Vec<String> = named
            .iter()
            .map(|it| shown(header.fields.get(*it)).into_owned())
            .listed();
        let columns = if titles.len() == 1 {
            "column"
        } else {
            "columns"
        };
        parts.push(format!("unknown {columns} {}", quoted(&titles)));
    }
    for index in untitled.iter().take(1) {
        parts.push(format!("column {} has no title", index + 1));
    }
    parts
}
