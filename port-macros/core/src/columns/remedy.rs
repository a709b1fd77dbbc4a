//! The text of the option that would make a header right.

use std::fmt::Write as _;

use super::{
    guess::Sample,
    proposal::Proposal,
    rewrite::quoted,
    titles::{Party, said},
};
use crate::{
    lists::{Listed as _, retain},
    problem::shown,
    words::{
        columns::{COLUMNS, Column, normal},
        transports,
    },
};

/// A longer option would be cut, and a part of it can't be pasted.
pub(super) const LONGEST_OPTION: usize = 1000;

impl Proposal<'_> {
    /// The options with this column as the last ports.
    pub(super) fn with_last(mut self, index: usize) -> String {
        let title = normal(self.title(index));
        retain(&mut self.ignored, &mut |other| normal(other) != title);
        self.map(Column::Last, index);
        self.columns()
    }

    /// `; write ..`, with what is to be added for columns that no title is for.
    pub(super) fn remedy(&self, missing: &[Column]) -> String {
        if let Some(title) = &self.rename {
            return format!(
                "; rename one of the columns `{}`, or take it out",
                shown(title)
            );
        }
        let mut text = String::new();
        let absent = missing.iter().filter(|it| self.is_absent(**it));
        for &column in absent {
            if column == Column::Transport {
                text.push_str("; add a column with the transports, or say what all rows have");
            } else if missing.len() == 1 && self.mapped.is_empty() && self.ignored.is_empty() {
                text.push_str("; add it");
            } else {
                let _ = write!(text, "; add a column `{}`", column.title());
            }
        }
        let options = self.with_default(self.columns(), missing);
        let last = self.either.map(|index| {
            let option = self.with_default(self.clone().with_last(index), missing);
            (shown(self.title(index)), option)
        });
        if !self.doubted.is_empty() {
            let titles = self
                .doubted
                .iter()
                .map(|it| shown(self.title(*it)).into_owned());
            let have = if self.doubted.len() == 1 {
                "has"
            } else {
                "have"
            };
            let _ = write!(
                text,
                "; if {} {have} ports of the services, too, write a row for each; if not",
                quoted(&titles.listed())
            );
        }
        let longest = last
            .as_ref()
            .map_or(0, |(_, it)| it.len())
            .max(options.len());
        let then = if self.doubted.is_empty() { ";" } else { "," };
        if longest > LONGEST_OPTION {
            let remedy = "take out the columns that are not needed, or shorten their titles";
            let _ = write!(text, "{then} {remedy}");
        } else if let Some((title, with_last)) = last {
            let _ = write!(
                text,
                "{then} write `#[ports({with_last})]` if `{title}` has the last ports of ranges, \
                 and if it has something else, `#[ports({options})]`"
            );
        } else if options != self.stated {
            let _ = write!(text, "{then} write `#[ports({options})]`");
        }
        text
    }

    /// The option that reads two columns of ports as the ends of ranges, where they may be.
    pub(super) fn if_ends(
        &self,
        all: &[usize],
        missing: &[Column],
        sample: &Sample,
    ) -> Option<String> {
        let [first, last] = *all else { return None };
        // `Port 1` and `Port 2` are several of a kind.
        let is_other = |index: &usize| {
            let title = self.title(*index);
            let words = said(title);
            words.doubt
                || words.transports != 0
                || words.party == Some(Party::Source)
                || title.contains(char::is_numeric)
        };
        let port = (Column::Port, self.title(first).to_owned());
        let may_be = missing.contains(&Column::Port)
            && self.mapped.contains(&port)
            && !all.iter().any(is_other)
            && sample.are_ends(first, last);
        let option = may_be.then(|| self.with_default(self.clone().with_last(last), missing));
        option.filter(|it| it.len() <= LONGEST_OPTION)
    }

    /// Whether no column is this one, or stands for it.
    fn is_absent(&self, column: Column) -> bool {
        let mapped = |wanted: Column| self.mapped.iter().any(|(it, _)| *it == wanted);
        !(mapped(column) || column == Column::Name && mapped(Column::Label))
    }

    /// The option `columns(..)`, and the one of what all rows have where no column has it.
    pub(super) fn with_default(&self, columns: String, missing: &[Column]) -> String {
        if !missing.contains(&Column::Transport) || !self.is_absent(Column::Transport) {
            return columns;
        }
        let default = transports::default_of(self.transports);
        if columns.is_empty() {
            return default;
        }
        format!("{columns}, {default}")
    }

    /// `columns(port = "Dest. Port", ignore = ["Rack", "Owner"])`, or nothing.
    pub(super) fn columns(&self) -> String {
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
