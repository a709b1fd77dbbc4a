//! `select(..)`: which part of the file is kept.

use syn::LitStr;

use super::{claim::Claim, draft::Draft, row::Seen};
use crate::{
    args::Selection,
    lists::{Places, retain, sort},
    problem::Problems,
    words::{columns::Column, identifiers::key, suggestions::did_you_mean},
};

/// What is kept has at most so many ports and ranges: all ports under all transports have no more.
/// Of each range of a file, other ports may be kept.
const MOST_RANGES: usize = 1 << 18;

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
    let ports = merged(&selection.ports);
    let all = drafts.len();
    let mut ranges = 0;
    retain(&mut drafts, &mut |draft| {
        let has_name = names.is_empty() || is_named(draft, &names);
        let sorted =
            categories.is_empty() || categories.has(key(&draft.texts[Column::Category].text));
        if !has_name || !sorted || ranges > MOST_RANGES {
            return false;
        }
        narrow(draft, selection.transports, &ports);
        ranges += draft.claims.len();
        !draft.claims.is_empty()
    });
    if ranges > MOST_RANGES {
        problems.on(
            span,
            format!(
                "`select` keeps more than {MOST_RANGES} ports and ranges of the file; \
                 name fewer ports, or ranges instead of ports"
            ),
        );
    }
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

/// The ranges in ascending order; those that overlap or touch are one.
fn merged(ports: &[(u16, u16)]) -> Vec<(u16, u16)> {
    let mut sorted = ports.to_vec();
    sort(&mut sorted, &Ord::cmp);
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for (first, last) in sorted {
        match merged.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    merged
}

/// Takes out the ports and transports that do not match: of a range, those that are left may be
/// several. Without transports or ports, all match.
fn narrow(draft: &mut Draft, transports: u8, ports: &[(u16, u16)]) {
    if transports != 0 {
        for claim in &mut draft.claims {
            claim.transports &= transports;
        }
    }
    retain(&mut draft.claims, &mut |claim| claim.transports != 0);
    if ports.is_empty() {
        return;
    }
    let mut left = Vec::new();
    for claim in &draft.claims {
        if left.len() > MOST_RANGES {
            break;
        }
        let start = ports.partition_point(|(_, last)| *last < claim.first);
        let inside = ports[start..].iter();
        let inside = inside.take_while(|(first, _)| *first <= claim.last);
        left.extend(inside.map(|(first, last)| Claim {
            first: claim.first.max(*first),
            last: claim.last.min(*last),
            ..*claim
        }));
    }
    draft.claims = left;
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
