//! From rows to a [`Registry`]: everything that can be wrong with a table of ports
//! is found here, and nothing behind this stage can fail.

mod category;
mod identifier;
mod merge;
mod owners;
mod row;
mod select;
mod tls;
mod within;

pub(crate) use identifier::{camel_case, variant_from};
pub(crate) use owners::Segment;

use std::collections::HashMap;

use crate::{
    args::Options,
    columns::{Column, Table},
    problem::Problems,
};

/// A table of ports in which everything holds together. Only [`check`] makes one.
pub(crate) struct Registry {
    /// In the order of their first rows. Names, aliases and identifiers are unique.
    pub(crate) services: Vec<Service>,
    /// In the order of their first use.
    pub(crate) categories: Vec<Category>,
    /// Who has which port, for each of [`TRANSPORTS`].
    pub(crate) owners: [Vec<Segment>; TRANSPORTS.len()],
    /// The columns that the file has.
    columns: Vec<Column>,
    /// Keeps the making of registries here.
    _checked: Checked,
}

struct Checked;

impl Registry {
    /// Whether the file has this column. For each optional one, a method is emitted.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// As if the file had no such column.
    pub(crate) fn forget_categories(&mut self) {
        self.columns.retain(|column| *column != Column::Category);
    }
}

/// The transports, in the order of `port_consts::Transport`.
pub(crate) const TRANSPORTS: [&str; 4] = ["tcp", "udp", "sctp", "dccp"];

/// All rows of one service, merged.
pub(crate) struct Service {
    /// The line of the first row.
    pub(crate) line: usize,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) constant: String,
    pub(crate) variant: String,
    /// At least one, each with at least one transport.
    pub(crate) assignments: Vec<Assignment>,
    pub(crate) claims: Vec<Claim>,
    /// An index of [`Registry::categories`].
    pub(crate) category: Option<usize>,
    /// An index of [`Registry::services`].
    pub(crate) tls_of: Option<usize>,
    pub(crate) reference: String,
    pub(crate) description: String,
}

impl Service {
    /// Assigned if one of its rows is.
    pub(crate) fn is_assigned(&self) -> bool {
        self.assignments
            .iter()
            .any(|assignment| assignment.assigned)
    }
}

/// Ports of a service.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Assignment {
    pub(crate) first: u16,
    /// Not below `first`.
    pub(crate) last: u16,
    /// Bit 0 for tcp, 1 for udp, 2 for sctp, 3 for dccp; never 0.
    pub(crate) transports: u8,
    pub(crate) assigned: bool,
}

impl Assignment {
    /// The names of its transports.
    pub(crate) fn transport_names(self) -> impl Iterator<Item = &'static str> {
        names_of(self.transports)
    }
}

/// The ports of one row, as they stand in the file. Rows of a service that differ in
/// their transport alone make one [`Assignment`], but which service comes first on a
/// port is for rows to say.
#[derive(Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) line: usize,
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) transports: u8,
    assigned: bool,
}

impl Claim {
    /// The transports that both rows are about, if they have a port in common.
    fn common(&self, other: &Self) -> u8 {
        if self.first <= other.last && other.first <= self.last {
            self.transports & other.transports
        } else {
            0
        }
    }
}

/// What the rows of a service say together.
fn assignments(claims: &[Claim]) -> Vec<Assignment> {
    let mut assignments: Vec<Assignment> = Vec::new();
    for claim in claims {
        let Claim {
            first,
            last,
            transports,
            assigned,
            ..
        } = *claim;
        let same =
            |it: &&mut Assignment| (it.first, it.last, it.assigned) == (first, last, assigned);
        match assignments.iter_mut().find(same) {
            Some(assignment) => assignment.transports |= transports,
            None => assignments.push(Assignment {
                first,
                last,
                transports,
                assigned,
            }),
        }
    }
    assignments
}

/// The names of the transports in a set of bits.
pub(crate) fn names_of(transports: u8) -> impl Iterator<Item = &'static str> {
    let bits = TRANSPORTS.into_iter().enumerate();
    bits.filter(move |(bit, _)| transports & (1 << bit) != 0)
        .map(|(_, name)| name)
}

/// A value of the column `Category`.
pub(crate) struct Category {
    pub(crate) name: String,
    pub(crate) variant: String,
}

/// Tables have services as numbers of two bytes, and 0 is none. There are no more ports.
const MOST_SERVICES: usize = 65_535;

/// Checks the rows of a table. What is wrong is reported and left out of the
/// registry; the rest of it holds together.
pub(crate) fn check(table: &Table, options: &Options, problems: &mut Problems) -> Registry {
    let rows = row::read(table, options.iana, problems);
    let mut drafts = merge::services(rows, options.iana, problems);
    tls::check(&mut drafts, table, problems);
    let mut drafts = select::keep(drafts, table, &options.select, problems);
    if drafts.len() > MOST_SERVICES {
        problems.whole(format!(
            "{} services are more than a registry can number, {MOST_SERVICES}; \
             keep those that you need with `#[ports(select(..))]`",
            drafts.len()
        ));
        drafts.clear();
    }
    if let Some(within) = &options.within {
        within::check(&drafts, within, problems);
    }
    let drafts = identifier::unique(drafts, options.iana, problems);
    let categories = category::collect(&drafts, table.has(Column::Category), problems);
    let indices: HashMap<String, usize> = drafts
        .iter()
        .enumerate()
        .map(|(i, draft)| (merge::key(&draft.name), i))
        .collect();
    let services: Vec<Service> = drafts
        .into_iter()
        .map(|draft| Service {
            line: draft.line,
            category: categories.index_of(&draft.category.text),
            // What was not selected is not there to be wrapped.
            tls_of: indices.get(&merge::key(&draft.tls_of.text)).copied(),
            name: draft.name,
            aliases: draft.aliases.into_iter().map(|alias| alias.text).collect(),
            constant: draft.constant,
            variant: draft.variant,
            assignments: assignments(&draft.claims),
            claims: draft.claims,
            reference: draft.reference,
            description: draft.description,
        })
        .collect();
    let owners = owners::by_port(&services, options.first_wins, problems);
    let mut columns = table.columns.clone();
    if categories.list.is_empty() {
        // Nothing to make an enum of; that it is so has been reported.
        columns.retain(|column| *column != Column::Category);
    }
    Registry {
        services,
        categories: categories.list,
        owners,
        columns,
        _checked: Checked,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::{args::Options, ports, problem::tests::texts_of};

    #[test]
    fn more_services_than_there_are_numbers() {
        let mut text = "name,port,transport\n".to_owned();
        for i in 0..65_536 {
            writeln!(text, "s{i},{i},{}", ["tcp", "udp"][i % 2]).unwrap();
        }
        let texts = texts_of(|problems| {
            let registry = ports::check(&text, &Options::default(), problems);
            assert!(registry.services.is_empty());
        });
        assert_eq!(texts.len(), 1, "{texts:?}");
        assert!(
            texts[0].contains("65536 services are more than"),
            "{texts:?}"
        );
    }
}
