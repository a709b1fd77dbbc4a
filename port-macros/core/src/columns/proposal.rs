//! The option that would make a header right.

use super::{
    ends::{End, Ends},
    guess::{self, Sample, is_required, may_be, rank},
    rewrite::{self, Rewrite},
    titles::{Party, Said, Side, said},
};
use crate::{
    args::Options,
    csv::Record,
    lists::{Listed as _, retain, sort},
    words::{
        columns::{Column, MARKED, normal},
        transports,
    },
};

/// The `columns(..)` that would make the header right.
#[derive(Clone)]
pub(super) struct Proposal<'a> {
    header: &'a Record,
    pub(super) mapped: Vec<(Column, String)>,
    pub(super) ignored: Vec<String>,
    /// What the call has already.
    pub(super) stated: String,
    /// Two columns with one title can't be told apart.
    pub(super) rename: Option<String>,
    /// What all rows have, if there is no column of transports: what `iana` says, or the usual.
    pub(super) transports: u8,
    /// A column that may have last ports or something else.
    pub(super) either: Option<usize>,
    /// What the unknown titles mean, which takes long to find: they are compared with all titles.
    meanings: Vec<Option<Column>>,
    /// Columns that may have ports, and are ignored if they have none.
    pub(super) doubted: Vec<usize>,
}

impl<'a> Proposal<'a> {
    /// What the options say already.
    pub(super) fn of(header: &'a Record, options: &Options) -> Self {
        let titles = &options.titles;
        let mapped = titles.mapped.iter();
        let mut proposal = Self {
            header,
            mapped: mapped
                .map(|(column, title)| (*column, title.value()))
                .listed(),
            ignored: titles.ignored.iter().map(syn::LitStr::value).listed(),
            stated: String::new(),
            rename: None,
            either: None,
            meanings: vec![None; header.fields.len()],
            doubted: Vec::new(),
            transports: options
                .iana
                .map_or(transports::TCP, |_| transports::OF_EMPTY_CELL),
        };
        proposal.stated = proposal.columns();
        proposal
    }

    pub(super) fn title(&self, index: usize) -> &'a str {
        self.header.fields.get(index)
    }

    pub(super) fn map(&mut self, column: Column, index: usize) {
        if !self.mapped.iter().any(|(other, _)| *other == column) {
            self.mapped.push((column, self.title(index).to_owned()));
        }
    }

    pub(super) fn ignore(&mut self, index: usize) {
        let title = self.title(index);
        if !self
            .ignored
            .iter()
            .any(|other| normal(other) == normal(title))
        {
            self.ignored.push(title.to_owned());
        }
    }

    /// Takes the first of two columns for one thing.
    pub(super) fn choose(&mut self, column: Column, kept: usize, other: usize) {
        if normal(self.title(kept)) == normal(self.title(other)) {
            let title = self.title(kept);
            self.rename.get_or_insert_with(|| title.to_owned());
            return;
        }
        let title = self.title(other);
        retain(&mut self.mapped, &mut |it| {
            *it != (column, title.to_owned())
        });
        self.map(column, kept);
        self.ignore(other);
    }

    /// Says of every unknown title what it probably is: what is missing, by the title or by the
    /// cells; else an optional column, by the title; else nothing. Where no option would make
    /// all ports of the file be read, returns how it is to be written.
    pub(super) fn guess(
        &mut self,
        unknown: &[usize],
        missing: &[Column],
        columns: &[Option<Column>],
        sample: &Sample,
    ) -> Option<Rewrite> {
        // Of two columns with one title, both are meant.
        let titles: Vec<String> = self.header.fields.iter().map(normal).listed();
        let is_unique =
            |index: usize| titles.iter().filter(|it| **it == titles[index]).count() == 1;
        let (mut rest, doubled): (Vec<usize>, Vec<usize>) =
            unknown.iter().partition(|index| is_unique(**index));
        for &index in &doubled {
            self.ignore(index);
        }
        for &index in &rest {
            self.meanings[index] = self.by_title(index);
        }
        let all_missing = missing;
        let mut missing = missing.to_vec();
        let mut found: Vec<(Column, usize)> = Vec::new();
        self.find(
            &mut missing,
            &mut rest,
            &mut found,
            sample,
            &|column, index| self.is_titled(column, index, sample),
        );
        let marks = self.marks_with_ports(columns, sample);
        if missing.contains(&Column::Port) && !marks.is_empty() {
            return Some(Rewrite::Transports(marks));
        }
        let lacks_port = missing.contains(&Column::Port);
        self.find(
            &mut missing,
            &mut rest,
            &mut found,
            sample,
            &|column, index| {
                let title = self.title(index);
                !title.is_empty() && may_be(title, column) && sample.is(index, column)
            },
        );
        let place = |column: Column| {
            let guessed = found.iter().find(|(it, _)| *it == column);
            let known = columns.iter().position(|it| *it == Some(column));
            known.or_else(|| guessed.map(|(_, index)| *index))
        };
        let port = place(Column::Port);
        let places = 0..self.header.fields.len();
        let is_mixed = |it: &usize| {
            (rest.contains(it) || columns[*it].is_some()) && sample.with_transport(*it).is_some()
        };
        let mixed: Vec<usize> = places.filter(is_mixed).listed();
        let rewrite = rewrite::split(&missing, columns, sample)
            .or_else(|| Self::split(port, lacks_port, &missing, &mixed, sample))
            .or_else(|| rewrite::untitled(&missing, unknown, self.header, sample))
            .or_else(|| {
                let port = port.filter(|_| lacks_port)?;
                self.numbers(port, &rest, &mixed, sample)
            });
        if rewrite.is_some() {
            return rewrite;
        }
        if missing.contains(&Column::Transport) {
            let named = port.map_or(0, |port| said(self.title(port)).transports);
            if named != 0 {
                self.transports = named;
            }
        }
        let ports = self.rest(&rest, port, &mut found, columns, sample);
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
        let is_of_transport = |index: usize| said(self.title(index)).transports != 0;
        let guessed = port.filter(|port| columns[*port].is_none() && is_of_transport(*port));
        let marks = guessed.map_or_else(Vec::new, |_| marks);
        let mut all: Vec<usize> = port.into_iter().chain(ports).chain(marks).listed();
        sort(&mut all, &usize::cmp);
        if all.len() < 2 {
            return None;
        }
        let sets = all.iter().map(|index| said(self.title(*index)).transports);
        let sets: Vec<u8> = sets.listed();
        // With one that names no transport, it is in the column of transports, if there is one.
        let lacks_transport = missing.contains(&Column::Transport);
        let are_of_transports = sets.windows(2).any(|pair| pair[0] != pair[1])
            && (lacks_transport || !sets.contains(&0));
        if are_of_transports {
            return Some(Rewrite::Transports(all));
        }
        let option = self.if_ends(&all, all_missing, sample);
        Some(Rewrite::Ports(all, option))
    }

    /// The column that has ports with their transports. Numbers whose title says nothing of ports
    /// may count something.
    fn split(
        port: Option<usize>,
        lacks_port: bool,
        missing: &[Column],
        mixed: &[usize],
        sample: &Sample,
    ) -> Option<Rewrite> {
        let lacks_transport = missing.contains(&Column::Transport);
        let most = mixed.iter().find(|it| sample.is_with_transport(**it));
        let index = match port {
            Some(port) if !lacks_port => lacks_transport.then_some(port),
            Some(_) => most.copied().filter(|_| lacks_transport),
            None => most.or(mixed.first().filter(|_| lacks_transport)).copied(),
        }?;
        let cell = sample.with_transport(index)?;
        Some(Rewrite::Split(index, cell.to_owned()))
    }

    /// The columns that may have the ports, like the one at `port`, where no title says which.
    fn numbers(
        &self,
        port: usize,
        rest: &[usize],
        mixed: &[usize],
        sample: &Sample,
    ) -> Option<Rewrite> {
        let may_be_ports = |index: &usize| {
            let title = self.title(*index);
            let is_unknown = self.meanings[*index].is_none() && rest.contains(index);
            let is_number = may_be(title, Column::Port) && sample.is(*index, Column::Port);
            !title.is_empty() && (is_unknown && is_number || mixed.contains(index))
        };
        let all = 0..self.header.fields.len();
        let all: Vec<usize> = all.filter(|it| *it == port || may_be_ports(it)).listed();
        (all.len() > 1).then_some(Rewrite::Numbers(all))
    }

    /// Whether a column is this one by its title, and its cells don't rule that out.
    fn is_titled(&self, column: Column, index: usize, sample: &Sample) -> bool {
        let has_ports = || said(self.title(index)).port && sample.has_digits(index);
        self.meanings[index] == Some(column)
            && (sample.allows(index, column) || column == Column::Port && has_ports())
    }

    /// What a title means in this header.
    fn by_title(&self, index: usize) -> Option<Column> {
        let column = guess::by_title(self.title(index))?;
        // Beside a destination, a source is no reference.
        let is_source =
            column == Column::Reference && said(self.title(index)).party == Some(Party::Source);
        let mut titles = self.header.fields.iter();
        if is_source && titles.any(|title| said(title).party == Some(Party::Destination)) {
            return None;
        }
        Some(column)
    }

    /// Finds what is missing. Of several columns that fit, the title says which does best.
    fn find(
        &self,
        missing: &mut Vec<Column>,
        rest: &mut Vec<usize>,
        found: &mut Vec<(Column, usize)>,
        sample: &Sample,
        fits: &dyn Fn(Column, usize) -> bool,
    ) {
        retain(missing, &mut |column| {
            let fitting = rest.iter().copied().filter(|index| fits(*column, *index));
            let rank = |index: &usize| match *column {
                Column::Port => rank(self.title(*index)),
                // Services have names of their own, where other texts repeat.
                Column::Name => usize::from(!sample.are_distinct(*index)),
                _ => 0,
            };
            let Some(index) = fitting.min_by_key(rank) else {
                return true;
            };
            retain(rest, &mut |other| *other != index);
            let is_label = *column == Column::Name && sample.is_label(index);
            found.push((if is_label { Column::Label } else { *column }, index));
            false
        });
    }

    /// Says of the columns that are not missing what they are. Returns those that have ports
    /// beside the one of the ports.
    fn rest(
        &mut self,
        rest: &[usize],
        port: Option<usize>,
        found: &mut Vec<(Column, usize)>,
        columns: &[Option<Column>],
        sample: &Sample,
    ) -> Vec<usize> {
        let mut ports = Vec::new();
        let ends = Ends::of(self.header, sample);
        for &index in rest {
            let column = self.meanings[index].filter(|column| {
                let taken = columns.contains(&Some(*column))
                    || found.iter().any(|(other, _)| other == column)
                    || self.mapped.iter().any(|(other, _)| other == column);
                !taken && !is_required(*column) && sample.allows(index, *column)
            });
            let column = match (column, port) {
                (Some(Column::Last), Some(port)) => match ends.end(port, index) {
                    End::Last => Some(Column::Last),
                    End::Either => {
                        self.either.get_or_insert(index);
                        None
                    }
                    End::No => None,
                },
                (column, _) => column,
            };
            if let Some(column) = column {
                found.push((column, index));
            } else if port.is_some_and(|port| self.has_other_ports(port, index, sample)) {
                ports.push(index);
            } else {
                if port.is_some_and(|port| self.is_in_doubt(port, index, sample)) {
                    self.doubted.push(index);
                }
                self.ignore(index);
            }
        }
        ports
    }

    /// Whether a column has ports that the one of the ports does not have.
    pub(super) fn has_other_ports(&self, port: usize, index: usize, sample: &Sample) -> bool {
        let [of_port, words] = [port, index].map(|it| said(self.title(it)));
        if is_of_clients(words, of_port) {
            return false;
        }
        let differ = of_port.transports != words.transports || !sample.are_equal(port, index);
        words.port && sample.has_ports(index) && differ
    }

    /// Whether a column may have such ports, and its title does not say so.
    fn is_in_doubt(&self, port: usize, index: usize, sample: &Sample) -> bool {
        let [of_port, words] = [port, index].map(|it| said(self.title(it)));
        let is_first = words.side == Some(Side::First) && of_port.side.is_none();
        let is_source = is_of_clients(words, of_port) && words.port && of_port.party.is_none();
        (is_first || words.doubt || is_source)
            && sample.is(index, Column::Port)
            && sample.has_numbers(index)
            && !sample.are_years(index)
            && !sample.are_equal(port, index)
    }

    /// The columns of marks for one transport that have ports in place of marks.
    fn marks_with_ports(&self, columns: &[Option<Column>], sample: &Sample) -> Vec<usize> {
        let places = 0..self.header.fields.len();
        let is_mark = |index: &usize| columns[*index].is_some_and(|it| MARKED.contains(&it));
        places
            .filter(|index| is_mark(index) && sample.has_a_number(*index))
            .listed()
    }
}

/// Whether the ports of a title are where packets come from, beside others.
fn is_of_clients(words: Said, others: Said) -> bool {
    words.party == Some(Party::Source) && others.party != words.party
}
