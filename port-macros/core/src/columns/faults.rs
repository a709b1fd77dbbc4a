//! What is wrong with a header, in one message that ends with the option to write.

use std::fmt::Write as _;

use super::guess::{self, Sample, is_required};
use crate::{
    args::Options,
    csv::Record,
    lists::{Listed as _, retain, sort},
    problem::shown,
    words::{
        columns::{COLUMNS, Column, MARKED, normal},
        transports,
    },
};

/// Further titles are counted, not shown.
const MOST_TITLES: usize = 12;

/// A longer option would be cut, and a part of it can't be pasted.
pub(super) const LONGEST_OPTION: usize = 1000;

pub(super) enum Fault {
    /// A column that every file needs, or what stands for it, is not there.
    Missing(Column),
    /// The title means nothing.
    Unknown { index: usize },
    /// It would be this column, but the options say that another title is.
    Displaced { index: usize, column: Column },
    /// Two titles mean the same.
    Doubled { first: usize, index: usize },
    /// There are transports, and a column with marks for one transport.
    Marked { index: usize },
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
            Fault::Doubled { first, index } => {
                let column = columns[first].map_or("", Column::title);
                texts.push(format!(
                    "columns {} (`{}`) and {} (`{}`) are both the `{column}`",
                    first + 1,
                    title(first),
                    index + 1,
                    title(index),
                ));
                proposal.choose(columns[first], first, index);
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
    proposal.guess(&unknown, &mut missing.clone(), columns, sample);
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
        let titles: Vec<String> = named.iter().map(|it| title(*it).into_owned()).listed();
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
    parts.append(&mut texts);
    format!("{}{}", parts.join("; "), proposal.remedy(&missing))
}

/// The options with this column as the last ports.
pub(super) fn with_last(header: &Record, options: &Options, index: usize) -> String {
    let mut proposal = Proposal::of(header, options);
    let title = normal(header.fields.get(index));
    retain(&mut proposal.ignored, &mut |other| normal(other) != title);
    proposal.map(Column::Last, index);
    proposal.columns()
}

/// "`a`, `b` and `c`"
fn quoted(texts: &[String]) -> String {
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

/// The `columns(..)` that would make the header right.
struct Proposal<'a> {
    header: &'a Record,
    mapped: Vec<(Column, String)>,
    ignored: Vec<String>,
    /// Two columns with one title can't be told apart.
    rename: Option<String>,
    /// What all rows have, if there is no column of transports: what `iana` says, or the usual.
    transports: u8,
}

impl<'a> Proposal<'a> {
    /// What the options say already.
    fn of(header: &'a Record, options: &Options) -> Self {
        let titles = &options.titles;
        let mapped = titles.mapped.iter();
        Self {
            header,
            mapped: mapped
                .map(|(column, title)| (*column, title.value()))
                .listed(),
            ignored: titles.ignored.iter().map(syn::LitStr::value).listed(),
            rename: None,
            transports: options
                .iana
                .map_or(transports::TCP, |_| transports::OF_EMPTY_CELL),
        }
    }

    fn title(&self, index: usize) -> &'a str {
        self.header.fields.get(index)
    }

    fn map(&mut self, column: Column, index: usize) {
        if !self.mapped.iter().any(|(other, _)| *other == column) {
            self.mapped.push((column, self.title(index).to_owned()));
        }
    }

    fn ignore(&mut self, index: usize) {
        let title = self.title(index);
        if !self
            .ignored
            .iter()
            .any(|other| normal(other) == normal(title))
        {
            self.ignored.push(title.to_owned());
        }
    }

    /// Of two titles for one column, takes the one that says more.
    fn choose(&mut self, column: Option<Column>, first: usize, second: usize) {
        let Some(column) = column else { return };
        if normal(self.title(first)) == normal(self.title(second)) {
            self.rename
                .get_or_insert_with(|| self.header.fields.get(first).to_owned());
            return;
        }
        // The title itself is no synonym, and comes first.
        let place = |index: usize| {
            let title = normal(self.title(index));
            column.facts().synonyms.iter().position(|it| *it == title)
        };
        let mut pair = [first, second];
        sort(&mut pair, &|a, b| place(*a).cmp(&place(*b)));
        self.map(column, pair[0]);
        self.ignore(pair[1]);
    }

    /// Says of every unknown title what it probably is: what is missing, by the title or by the
    /// cells; else an optional column, by the title; else nothing.
    fn guess(
        &mut self,
        unknown: &[usize],
        missing: &mut Vec<Column>,
        columns: &[Option<Column>],
        sample: &Sample,
    ) {
        // Of two columns with one title, both are meant.
        let titles: Vec<String> = self.header.fields.iter().map(normal).listed();
        let is_unique =
            |index: usize| titles.iter().filter(|it| **it == titles[index]).count() == 1;
        let (mut rest, doubled): (Vec<usize>, Vec<usize>) =
            unknown.iter().partition(|index| is_unique(**index));
        for &index in &doubled {
            self.ignore(index);
        }
        let mut found: Vec<(Column, usize)> = Vec::new();
        for by_title in [true, false] {
            retain(missing, &mut |column| {
                let fits = |index: &&usize| {
                    if by_title {
                        let means = guess::by_title(self.title(**index));
                        means == Some(*column) && sample.allows(**index, *column)
                    } else {
                        !self.title(**index).is_empty() && sample.is(**index, *column)
                    }
                };
                let Some(index) = rest.iter().find(fits).copied() else {
                    return true;
                };
                retain(&mut rest, &mut |other| *other != index);
                let is_label = *column == Column::Name && sample.is_label(index);
                found.push((if is_label { Column::Label } else { *column }, index));
                false
            });
        }
        for &index in &rest {
            let column = guess::by_title(self.title(index)).filter(|column| {
                let taken = columns.contains(&Some(*column))
                    || found.iter().any(|(other, _)| other == column)
                    || self.mapped.iter().any(|(other, _)| other == column);
                !taken && !is_required(*column) && sample.allows(index, *column)
            });
            match column {
                Some(column) => found.push((column, index)),
                None => self.ignore(index),
            }
        }
        // Where there are no names, they may be made from what the services are called.
        let described = columns
            .iter()
            .position(|it| *it == Some(Column::Description));
        if let Some(index) = described.filter(|_| missing.contains(&Column::Name)) {
            found.push((Column::Label, index));
        }
        for &(column, index) in &found {
            self.map(column, index);
        }
    }

    /// `; write ..`, with what is to be added for columns that no title is for.
    fn remedy(&mut self, missing: &[Column]) -> String {
        if let Some(title) = &self.rename {
            return format!(
                "; rename one of the columns `{}`, or take it out",
                shown(title)
            );
        }
        let mapped = |wanted: Column| self.mapped.iter().any(|(column, _)| *column == wanted);
        let absent = |column: &&Column| {
            let label = **column == Column::Name && mapped(Column::Label);
            !mapped(**column) && !label
        };
        let absent: Vec<Column> = missing.iter().filter(absent).copied().listed();
        let mut options = self.columns();
        let mut text = String::new();
        for &column in &absent {
            if column == Column::Transport {
                if !options.is_empty() {
                    options.push_str(", ");
                }
                options.push_str(&transports::default_of(self.transports));
                text.push_str("; add a column with the transports, or say what all rows have");
            } else if missing.len() == 1 {
                text.push_str("; add it");
            } else {
                let _ = write!(text, "; add a column `{}`", column.title());
            }
        }
        if options.len() > LONGEST_OPTION {
            text.push_str("; take out the columns that are not needed, or shorten their titles");
        } else if !options.is_empty() {
            let _ = write!(text, "; write `#[ports({options})]`");
        }
        text
    }

    /// `columns(port = "Dest. Port", ignore = ["Rack", "Owner"])`, or nothing.
    fn columns(&mut self) -> String {
        sort(&mut self.mapped, &|(a, _), (b, _)| {
            (*a as usize).cmp(&(*b as usize))
        });
        let mut parts: Vec<String> = COLUMNS
            .iter()
            .filter_map(|facts| {
                let mut mapped = self.mapped.iter();
                let (_, title) = mapped.find(|(column, _)| *column == facts.column)?;
                Some(format!("{} = {title:?}", facts.key))
            })
            .listed();
        let ignored: Vec<String> = self.ignored.iter().map(|it| format!("{it:?}")).listed();
        match ignored.as_slice() {
            [] => {}
            [one] => parts.push(format!("ignore = {one}")),
            several => parts.push(format!("ignore = [{}]", several.join(", "))),
        }
        if parts.is_empty() {
            return String::new();
        }
        format!("columns({})", parts.join(", "))
    }
}
