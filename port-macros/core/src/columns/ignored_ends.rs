//! Last ports that the options ignore.

use super::{
    ends::{End, Ends},
    guess::Sample,
    proposal::Proposal,
};
use crate::{
    args::Options,
    csv::Record,
    lists::Listed as _,
    problem::{Problems, shown},
    words::{
        columns::{ByColumn, Column, normal},
        looks::number,
    },
};

/// A column of last ports that `columns(ignore = ..)` skips: of its ranges only the first ports
/// would be left.
pub(super) struct IgnoredEnds {
    port: Option<usize>,
    end: Option<usize>,
}

impl IgnoredEnds {
    pub(super) fn of(
        header: &Record,
        sample: &Sample,
        options: &Options,
        places: &ByColumn<Option<usize>>,
    ) -> Self {
        let ignored = options.titles.ignored.iter();
        let ignored: Vec<String> = ignored.map(|title| normal(&title.value())).listed();
        let port = places[Column::Port];
        let ends = Ends::of(header, sample);
        let end = port.and_then(|port| {
            let mut titles = header.fields.iter().enumerate();
            let is_end = |(index, title): (usize, &str)| {
                ignored.contains(&normal(title)) && ends.end(port, index) == End::Last
            };
            titles.position(is_end)
        });
        Self {
            port,
            end: end.filter(|_| places[Column::Last].is_none()),
        }
    }

    /// Reports the first row whose range is not read to its end.
    pub(super) fn refuse(
        &mut self,
        record: &Record,
        header: &Record,
        options: &Options,
        problems: &mut Problems,
    ) {
        let (Some(port), Some(end)) = (self.port, self.end) else {
            return;
        };
        let ports = [port, end].map(|place| number(record.fields.get(place)));
        if let [Some(first), Some(last)] = ports {
            if last > first {
                self.end = None;
                let title = shown(header.fields.get(end));
                problems.at(
                    record.line,
                    format!(
                        "the ports {first} to {last} would be {first} alone, because the column \
                         `{title}` is ignored; read it with `#[ports({})]`",
                        Proposal::of(header, options).with_last(end)
                    ),
                );
            }
        }
    }
}
