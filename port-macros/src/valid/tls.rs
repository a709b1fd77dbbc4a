//! The column `TLS Of`: which service wraps which.

use std::collections::{HashMap, HashSet};

use super::{
    merge::{Draft, key},
    row,
};
use crate::{columns::Table, nearest::did_you_mean, problem::Problems};

/// Checks which service wraps which, and writes the canonical name where an alias
/// stands, or nothing where something is wrong.
pub(super) fn check(drafts: &mut [Draft], table: &Table, problems: &mut Problems) {
    let wraps = resolve(drafts, table, problems);
    let names: Vec<String> = drafts.iter().map(|draft| draft.name.clone()).collect();
    for (draft, wraps) in drafts.iter_mut().zip(wraps) {
        draft.tls_of.text = wraps.map_or_else(String::new, |index| names[index].clone());
    }
}

/// For each service the index of the one it wraps.
fn resolve(drafts: &[Draft], table: &Table, problems: &mut Problems) -> Vec<Option<usize>> {
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        by_name.insert(key(&draft.name), index);
        for alias in &draft.aliases {
            by_name.insert(key(&alias.text), index);
        }
    }
    let known: HashSet<String> = row::names(table).map(key).collect();
    let mut wraps: Vec<Option<usize>> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| {
            let wanted = &draft.tls_of;
            if wanted.text.is_empty() {
                return None;
            }
            match by_name.get(&key(&wanted.text)) {
                Some(&other) if other == index => {
                    problems.at(
                        wanted.line,
                        format!(
                            "`{}` is TLS of itself; name the service without TLS, or nothing",
                            draft.name
                        ),
                    );
                    None
                }
                Some(&other) => Some(other),
                // That row has a mistake, which has been reported.
                None if known.contains(&key(&wanted.text)) => None,
                None => {
                    // A long file with nonsense in every row is not to be searched for each.
                    let suggestion = if problems.shows_more() {
                        did_you_mean(&wanted.text, row::names(table))
                    } else {
                        String::new()
                    };
                    problems.at(
                        wanted.line,
                        format!(
                            "`{}` is TLS of `{}`, which is no service of this file{suggestion}",
                            draft.name, wanted.text
                        ),
                    );
                    None
                }
            }
        })
        .collect();
    break_cycles(drafts, &mut wraps, problems);
    wraps
}

/// Reports each cycle once, where it is first seen, and takes it apart.
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
                        .collect();
                    names.push(&drafts[index].name);
                    problems.at(
                        drafts[index].tls_of.line,
                        format!(
                            "`TLS Of` goes in a circle: {}; the last is to be without TLS",
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
        for index in walk {
            seen[index] = Seen::Before;
        }
    }
}
