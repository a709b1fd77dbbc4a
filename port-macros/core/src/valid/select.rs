//! `select(..)`: which part of the file is kept.

use syn::LitStr;

use super::{draft::Draft, row::Seen};
use crate::{
    args::Selection,
    lists::{Places, retain},
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
    let (names, categories) = (keys(&selection.names), keys(&selection.categories));
    let all = drafts.len();
    retain(&mut drafts, &mut |draft| {
        narrow(draft, selection);
        let has_name = names.is_empty() || is_named(draft, &names);
        let sorted =
            categories.is_empty() || categories.has(key(&draft.texts[Column::Category].text));
        has_name && sorted && !draft.claims.is_empty()
    });
    if drafts.is_empty() && all > 0 && problems.is_empty() {
        problems.on(
            span,
            format!("`select` keeps none of the file's {all} services; take a key or a value out"),
        );
    }
    drafts
}

fn keys(texts: &[LitStr]) -> Places {
    let mut keys = Places::default();
    for text in texts {
        keys.insert(key(&text.value()));
    }
    keys
}

fn is_named(draft: &Draft, names: &Places) -> bool {
    let aliases = draft.aliases.iter().map(|alias| &alias.text);
    let mut own = aliases.chain([&draft.name]);
    own.any(|name| names.has(key(name)))
}

/// Takes out the ports and transports that do not match.
fn narrow(draft: &mut Draft, selection: &Selection) {
    if selection.transports != 0 {
        for claim in &mut draft.claims {
            claim.transports &= selection.transports;
        }
    }
    let ports = &selection.ports;
    retain(&mut draft.claims, &mut |claim| {
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
        if seen.has_category(&text) {
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
