//! Rows of one name become one service; names and aliases become unique.

use std::collections::HashMap;

use super::{
    claim::Claim,
    draft::{Cell, Draft},
    row::GoodRow,
};
use crate::{
    problem::Problems,
    words::{
        columns::{ASSIGNED, COLUMNS, Column, Rows},
        identifiers::key,
        transports,
    },
};

/// Merges rows by name, without regard to case, in the order of first rows.
pub(super) fn services(rows: Vec<GoodRow>, iana: bool, problems: &mut Problems) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let index = *by_name.entry(key(&row.name)).or_insert_with(|| {
            drafts.push(Draft::new(row.line, row.name.clone()));
            drafts.len() - 1
        });
        drafts[index].add(row, iana, problems);
    }
    unique_names(&mut drafts, &by_name, problems);
    drafts
}

impl Draft {
    fn add(&mut self, mut row: GoodRow, iana: bool, problems: &mut Problems) {
        let line = row.line;
        let assigned = matches!(row.texts[Column::Status].as_str(), "" | ASSIGNED);
        for facts in &COLUMNS {
            let text = std::mem::take(&mut row.texts[facts.column]);
            let cell = &mut self.texts[facts.column];
            match facts.rows {
                Rows::Agree => cell.agree(facts.column, text, line, &self.name, problems),
                Rows::First if cell.text.is_empty() => *cell = Cell { line, text },
                Rows::Own | Rows::Each | Rows::First => {}
            }
        }
        for text in row.aliases {
            let known = self
                .aliases
                .iter()
                .any(|alias| key(&alias.text) == key(&text));
            if !known && key(&text) != key(&self.name) {
                self.aliases.push(Cell { line, text });
            }
        }
        let claim = Claim {
            line,
            first: row.first,
            last: row.last,
            transports: row.transports,
            assigned,
        };
        self.claim(claim, iana, problems);
    }

    /// Adds a row's ports. IANA's file may list the same ports twice.
    fn claim(&mut self, mut claim: Claim, iana: bool, problems: &mut Problems) {
        let twice = self.claims.iter().find(|other| other.common(&claim) != 0);
        match twice {
            None => self.claims.push(claim),
            Some(_) if iana => {
                let known = self.claims.iter().map(|other| other.common(&claim));
                claim.transports &= !known.fold(0, |all, common| all | common);
                if claim.transports != 0 {
                    self.claims.push(claim);
                }
            }
            Some(other) => {
                let common: Vec<&str> = transports::names_of(other.common(&claim)).collect();
                problems.at(
                    claim.line,
                    format!(
                        "`{}` already has port {}/{} at line {}; take one out",
                        self.name,
                        claim.first.max(other.first),
                        common.join("/"),
                        other.line,
                    ),
                );
            }
        }
    }
}

impl Cell {
    /// Takes `text` for the service, unless another row has said something else.
    fn agree(
        &mut self,
        column: Column,
        text: String,
        line: usize,
        service: &str,
        problems: &mut Problems,
    ) {
        if text.is_empty() || key(&text) == key(&self.text) {
            return;
        }
        if self.text.is_empty() {
            *self = Self { line, text };
            return;
        }
        problems.at(
            line,
            format!(
                "`{service}` has the {} `{}` at line {} and `{text}` here; \
                 all rows of a name are one service, so write the same in both or leave one empty",
                column.title(),
                self.text,
                self.line,
            ),
        );
    }
}

/// Reports aliases that are another service's name or alias, and removes them.
fn unique_names(drafts: &mut [Draft], by_name: &HashMap<String, usize>, problems: &mut Problems) {
    let names: Vec<(String, usize)> = drafts.iter().map(|it| (it.name.clone(), it.line)).collect();
    let mut owners: HashMap<String, (usize, usize)> = HashMap::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let service = &draft.name;
        draft.aliases.retain(|alias| {
            if let Some(&other) = by_name.get(&key(&alias.text)) {
                let (other, line) = &names[other];
                problems.at(
                    alias.line,
                    format!(
                        "alias `{}` of `{service}` is the name of the service `{other}` at \
                         line {line}; take the alias out",
                        alias.text
                    ),
                );
                return false;
            }
            let (owner, line) = *owners
                .entry(key(&alias.text))
                .or_insert((index, alias.line));
            if owner != index {
                problems.at(
                    alias.line,
                    format!(
                        "alias `{}` of `{service}` is an alias of `{}` at line {line}; \
                         keep it on one of them",
                        alias.text, names[owner].0,
                    ),
                );
            }
            owner == index
        });
    }
}
