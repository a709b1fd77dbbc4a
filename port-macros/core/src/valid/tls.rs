//! The column `TLS Of`: which service wraps which.

use super::{draft::Draft, row::Seen};
use crate::{
    lists::{Listed as _, Places},
    problem::Problems,
    words::{columns::Column, identifiers::key, suggestions::did_you_mean},
};

/// Of a longer circle, a part is shown.
const MOST_IN_CIRCLE: usize = 10;

/// Checks which service wraps which. Replaces an alias by the canonical name, and what is
/// wrong by nothing.
pub(super) fn check(drafts: &mut [Draft], seen: &Seen, problems: &mut Problems) {
    if drafts
        .iter()
        .all(|it| it.texts[Column::TlsOf].text.is_empty())
    {
        return;
    }
    let wraps = resolve(drafts, seen, problems);
    let names: Vec<String> = drafts.iter().map(|draft| draft.name.clone()).listed();
    for (draft, wraps) in drafts.iter_mut().zip(wraps) {
        draft.texts[Column::TlsOf].text =
            wraps.map_or_else(String::new, |index| names[index].clone());
    }
}

/// For each service the index of the one it wraps.
fn resolve(drafts: &[Draft], seen: &Seen, problems: &mut Problems) -> Vec<Option<usize>> {
    let mut by_name = Places::default();
    for (index, draft) in drafts.iter().enumerate() {
        by_name.find_or(key(&draft.name), index);
        for alias in &draft.aliases {
            by_name.find_or(key(&alias.text), index);
        }
    }
    let mut wraps: Vec<Option<usize>> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| {
            let wanted = &draft.texts[Column::TlsOf];
            if wanted.text.is_empty() {
                return None;
            }
            match by_name.find(key(&wanted.text)) {
                Some(other) if other == index => {
                    problems.at(
                        wanted.line,
                        format!(
                            "`{}` is TLS of itself; write the service without TLS, or nothing",
                            draft.name
                        ),
                    );
                    None
                }
                other => other,
            }
        })
        .listed();
    for (index, draft) in drafts.iter().enumerate() {
        let wanted = &draft.texts[Column::TlsOf];
        let is_known = wanted.text.is_empty()
            || by_name.has(key(&wanted.text))
            // That row has a mistake, which has been reported.
            || seen.has_name(&wanted.text);
        if !is_known {
            // The search is slow: not once for every row of a long file.
            problems.at_with(wanted.line, || {
                let leads_back = |name: &str| {
                    let other = by_name.find(key(name));
                    other.is_some_and(|other| leads_to(&wraps, other, index))
                };
                let others = seen.names().filter(|name| !leads_back(name));
                format!(
                    "`{}` is TLS of `{}`, but the file has no such service{}",
                    draft.name,
                    wanted.text,
                    remedy(&wanted.text, others)
                )
            });
        }
    }
    break_cycles(drafts, &mut wraps, problems);
    wraps
}

/// Whether the way along `wraps` comes to `end`, which would be a circle. Who has a longer circle
/// is told so when it is there.
fn leads_to(wraps: &[Option<usize>], start: usize, end: usize) -> bool {
    let next = |index: &usize| wraps[*index];
    let mut way = std::iter::successors(Some(start), next).take(MOST_IN_CIRCLE);
    way.any(|index| index == end)
}

/// What to write in place of a text that is no service's name.
fn remedy<'a>(text: &str, others: impl Iterator<Item = &'a str>) -> String {
    match text.to_lowercase().as_str() {
        "-" | "--" | "\u{2013}" | "\u{2014}" | "no" | "n" | "none" | "nil" | "null" | "n/a"
        | "na" | "false" | "0" | "?" => "; leave the cell empty".to_owned(),
        "yes" | "y" | "x" | "true" | "1" | "tls" | "ssl" | "\u{2713}" | "\u{2714}" => {
            "; write the name of the service without TLS, or leave the cell empty".to_owned()
        }
        _ => match did_you_mean(text, others) {
            none if none.is_empty() => {
                "; write the name of a service in this file, or leave the cell empty".to_owned()
            }
            suggestion => suggestion,
        },
    }
}

/// Reports each cycle once, at its first service, and breaks it.
fn break_cycles(drafts: &[Draft], wraps: &mut [Option<usize>], problems: &mut Problems) {
    /// How far the walk along `wraps` has come at a service.
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        OnThisWalk(usize),
        Before,
    }
    let mut seen = vec![Seen::Not; drafts.len()];
    for start in 0..drafts.len() {
        let mut walk: Vec<usize> = Vec::new();
        let mut at = Some(start);
        while let Some(index) = at {
            match seen[index] {
                Seen::Before => break,
                Seen::OnThisWalk(place) => {
                    let mut names: Vec<&str> = walk[place..]
                        .iter()
                        .map(|&i| drafts[i].name.as_str())
                        .listed();
                    names.push(&drafts[index].name);
                    if names.len() > MOST_IN_CIRCLE {
                        // The first and the last show where to cut.
                        names.splice(MOST_IN_CIRCLE / 2..names.len() - 2, ["…"]);
                    }
                    problems.at(
                        drafts[index].texts[Column::TlsOf].line,
                        format!(
                            "`TLS Of` goes in a circle: {}; leave it empty for the service without TLS",
                            names.join(" → ")
                        ),
                    );
                    wraps[index] = None;
                    break;
                }
                Seen::Not => {
                    seen[index] = Seen::OnThisWalk(walk.len());
                    walk.push(index);
                    at = wraps[index];
                }
            }
        }
        for &index in &walk {
            seen[index] = Seen::Before;
        }
    }
}
