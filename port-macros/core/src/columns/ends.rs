//! Whether a column has the last ports of ranges, by its title and its cells.

use super::{
    guess::Sample,
    titles::{Side, said},
};
use crate::{
    csv::Record,
    lists::Listed as _,
    words::{
        columns::{Column, Title, known_title, normal},
        looks::number,
    },
};

/// What a column beside the one of the ports is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// The last ports.
    Last,
    /// The last ports, or numbers of something else: `To` may have years.
    Either,
    No,
}

/// The columns of one header, as ends of ranges.
pub(super) struct Ends<'a> {
    header: &'a Record,
    sample: &'a Sample<'a>,
    /// The columns of first ports, by their titles.
    firsts: Vec<usize>,
}

impl<'a> Ends<'a> {
    pub(super) fn of(header: &'a Record, sample: &'a Sample<'a>) -> Self {
        let titles = header.fields.iter().enumerate();
        let firsts = titles.filter(|(_, title)| said(title).side == Some(Side::First));
        Self {
            header,
            sample,
            firsts: firsts.map(|(index, _)| index).listed(),
        }
    }

    /// What the column at `index` is, where the ports are in the column at `port`.
    pub(super) fn end(&self, port: usize, index: usize) -> End {
        let title = self.header.fields.get(index);
        let is_known = known_title(&normal(title)) == Some(Title::Hint(Column::Last));
        let words = said(title);
        if !is_known && words.side != Some(Side::Last) {
            return End::No;
        }
        if !self.sample.allows(index, Column::Last) {
            return End::No; // dates, texts
        }
        if words.port || self.firsts.contains(&port) {
            return End::Last;
        }
        if !self.firsts.is_empty() {
            return End::No; // the end of that one: `Port,Start,End`
        }
        let rows = self.sample.rows.iter();
        let pairs = rows.filter_map(|row| {
            let cell = |index: usize| number(row.fields.get(index));
            Some((cell(port)?, cell(index)?))
        });
        let pairs: Vec<(u16, u16)> = pairs.listed();
        let below = pairs.iter().filter(|(first, last)| last < first).count();
        if below > 0 && below == pairs.len() {
            End::No
        } else if below > 0 || self.sample.are_years(index) || !is_known {
            End::Either
        } else {
            End::Last
        }
    }
}
