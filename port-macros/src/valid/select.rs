//! `select(..)`: which part of the file is kept.

use syn::LitStr;

use super::{draft::Draft, row::Seen};
use crate::{
    args::Selection,
    problem::Problems,
    words::{columns::Column, identifiers::key, suggestions::did_you_mean},
};

/// Keeps the services that match, and of these the ports and transports that match.
pub(super) fn keep(
    mut drafts: Vec<Draft>,
    seen: &Seen,
    selection: &Selection,
    problems: &mut Problems,
) -> Vec<Draft> {
    let Some(span) = selection.span else {
        return drafts;
    };
    refuse_unknown_names(seen, &selection.names, problems);
    refuse_unknown_categories(seen, &selection.categories, problems);
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
                .any(|it| key(&it.value()) == key(&draft.texts[Column::Category].text));
        named && sorted && !draft.claims.is_empty()
    });
    if drafts.is_empty() && all > 0 && problems.is_empty() {
        problems.on(
            span,
            format!("`select` keeps none of the file's {all} services; take a key or a value out"),
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

fn refuse_unknown_names(seen: &Seen, names: &[LitStr], problems: &mut Problems) {
    for name in names {
        let text = name.value();
        if !seen.has_name(&text) {
            let suggestion = did_you_mean(&text, seen.names());
            problems.on(
                name.span(),
                format!("the file has no service `{text}`{suggestion}"),
            );
        }
    }
}

fn refuse_unknown_categories(seen: &Seen, categories: &[LitStr], problems: &mut Problems) {
    let known = &seen.categories;
    for category in categories {
        let text = category.value();
        if known.iter().any(|other| key(other) == key(&text)) {
            continue;
        }
        let suggestion = did_you_mean(&text, known.iter().map(String::as_str));
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
