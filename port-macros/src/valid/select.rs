//! `select(..)`: which part of the file is kept.

use syn::LitStr;

use super::{
    merge::{Draft, key},
    row,
};
use crate::{
    args::Selection,
    columns::{Column, Table},
    nearest::did_you_mean,
    problem::Problems,
};

/// Keeps the services that match, and of these the ports and transports that match.
pub(super) fn keep(
    mut drafts: Vec<Draft>,
    table: &Table,
    selection: &Selection,
    problems: &mut Problems,
) -> Vec<Draft> {
    let Some(span) = selection.span else {
        return drafts;
    };
    refuse_unknown_names(table, &selection.names, problems);
    refuse_unknown_categories(table, &selection.categories, problems);
    let all = drafts.len();
    drafts.retain_mut(|draft| {
        narrow(draft, selection);
        let named = selection.names.is_empty()
            || selection
                .names
                .iter()
                .any(|name| is_named(draft, &name.value()));
        let sorted = selection.categories.is_empty()
            || selection
                .categories
                .iter()
                .any(|it| key(&it.value()) == key(&draft.category.text));
        named && sorted && !draft.claims.is_empty()
    });
    if drafts.is_empty() && all > 0 && problems.is_empty() {
        problems.on(
            span,
            format!("`select` keeps none of the file's {all} services; ask for less"),
        );
    }
    drafts
}

fn is_named(draft: &Draft, name: &str) -> bool {
    let aliases = draft.aliases.iter().map(|alias| &alias.text);
    aliases
        .chain([&draft.name])
        .any(|other| key(other) == key(name))
}

/// Takes out the ports and transports that do not match.
fn narrow(draft: &mut Draft, selection: &Selection) {
    if selection.transports != 0 {
        for claim in &mut draft.claims {
            claim.transports &= selection.transports;
        }
    }
    let ports = &selection.ports;
    draft.claims.retain(|claim| {
        let inside = |&(first, last): &(u16, u16)| first <= claim.first && claim.last <= last;
        claim.transports != 0 && (ports.is_empty() || ports.iter().any(inside))
    });
}

fn refuse_unknown_names(table: &Table, names: &[LitStr], problems: &mut Problems) {
    for name in names {
        let text = name.value();
        if !row::names(table).any(|known| key(known) == key(&text)) {
            let suggestion = did_you_mean(&text, row::names(table));
            problems.on(
                name.span(),
                format!("the file has no service `{text}`{suggestion}"),
            );
        }
    }
}

fn refuse_unknown_categories(table: &Table, categories: &[LitStr], problems: &mut Problems) {
    let mut known: Vec<&str> = Vec::new();
    for row in &table.rows {
        let category = row.get(Column::Category);
        if !category.is_empty() && !known.iter().any(|other| key(other) == key(category)) {
            known.push(category);
        }
    }
    for category in categories {
        let text = category.value();
        if known.iter().any(|other| key(other) == key(&text)) {
            continue;
        }
        let suggestion = did_you_mean(&text, known.iter().copied());
        let rest = if known.is_empty() {
            "; it has no column `Category`".to_owned()
        } else {
            format!("; there are {}", known.join(", "))
        };
        problems.on(
            category.span(),
            format!("the file has no category `{text}`{suggestion}{rest}"),
        );
    }
}
