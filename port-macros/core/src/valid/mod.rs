//! From rows to a [`Registry`]: everything that can be wrong with a table of ports
//! is found here. No later stage can fail.

mod above;
mod categories;
mod cells;
mod claim;
mod conflicts;
mod draft;
mod iana;
mod leaving_out;
mod merge;
mod naming;
mod overlaps;
mod owners;
mod port_cell;
mod registry;
mod row;
mod select;
mod skip;
mod taken;
mod tls;
mod within;

pub(crate) use claim::Assignment;
pub(crate) use registry::{Category, Owners, Registry, Segment, Service};

use crate::{
    args::Options,
    columns::Table,
    lists::{Listed as _, Places, retain},
    problem::Problems,
    words::{
        columns::{ByColumn, COLUMNS, Column},
        identifiers::key,
    },
};
use categories::Categories;
use draft::Draft;
use overlaps::Layout;
use registry::Checked;

/// Tables have services as numbers of two bytes, and 0 is none. There are no more ports.
const MOST_SERVICES: usize = 65_535;

/// Checks the rows of a table. What is wrong is reported and left out of the
/// registry; the rest of it holds together.
pub(crate) fn check(table: Table, options: &Options, problems: &mut Problems) -> Registry {
    iana::check(&table, options, problems);
    let rows = row::read(&table, options, problems);
    let mut drafts = merge::services(rows.good, options.first_wins, Layout::of(&table), problems);
    tls::check(&mut drafts, &rows.seen, problems);
    let mut drafts = select::keep(drafts, &rows.seen, &options.select, problems);
    if drafts.len() > MOST_SERVICES {
        problems.whole(format!(
            "the file has {} services, and a registry has at most {MOST_SERVICES}; \
             keep those that you need with `#[ports(select(..))]`",
            drafts.len()
        ));
        drafts.clear();
    }
    if let Some(within) = &options.within {
        within::check(&drafts, within, problems);
    }
    let drafts = naming::unique(drafts, options, problems);
    let categories = categories::collect(&drafts, table.has(Column::Category), problems);
    let services = services(drafts, &categories);
    let owners = owners::by_port(&services, options.first_wins, problems);
    let with_pools = owners::with_pools(&services, problems);
    let mut columns = table.columns;
    if categories.list.is_empty() {
        // There is nothing to make an enum of, which has been reported.
        retain(&mut columns, &mut |column| *column != Column::Category);
    }
    Registry {
        services,
        categories: categories.list,
        owners,
        with_pools,
        columns,
        _checked: Checked,
    }
}

fn services(drafts: Vec<Draft>, categories: &Categories) -> Vec<Service> {
    let mut indices = Places::default();
    for (index, draft) in drafts.iter().enumerate() {
        indices.find_or(key(&draft.name), index);
    }
    let service = |mut draft: Draft| {
        let mut texts: ByColumn<String> = ByColumn::default();
        for facts in &COLUMNS {
            texts[facts.column] = std::mem::take(&mut draft.texts[facts.column].text);
        }
        Service {
            category: categories.index_of(&texts[Column::Category]),
            // The other service is missing if it was not selected.
            tls_of: indices.find(key(&texts[Column::TlsOf])),
            name: draft.name,
            aliases: draft.aliases.into_iter().map(|alias| alias.text).listed(),
            schemes: draft.schemes.into_iter().map(|it| it.text).listed(),
            constant: draft.constant,
            variant: draft.variant,
            assignments: claim::assignments(&draft.claims),
            claims: draft.claims,
            texts,
        }
    };
    drafts.into_iter().map(service).listed()
}
