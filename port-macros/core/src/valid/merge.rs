//! Rows of one name become one service; names and aliases become unique.

use super::{
    claim::Claim,
    draft::{Cell, Draft},
    overlaps::{Layout, Overlaps},
    row::GoodRow,
    taken::TakenPorts,
};
use crate::{
    format::assignments::Status,
    lists::{Listed as _, Places, key_of, retain},
    problem::Problems,
    words::{
        columns::{COLUMNS, Column, Rows},
        identifiers::key,
    },
};

/// Merges rows by name, without regard to case, in the order of first rows. With `first_wins`,
/// what two rows say twice is the first one's. `layout` is that of the
/// file.
pub(super) fn services(
    rows: Vec<GoodRow>,
    first_wins: bool,
    layout: Layout,
    problems: &mut Problems,
) -> Vec<Draft> {
    let mut merge = Merge {
        first_wins,
        has_names: layout.has_names,
        by_name: Places::default(),
        aliases: Places::default(),
        schemes: Places::default(),
        taken: Vec::new(),
        overlaps: Overlaps::new(layout),
    };
    let mut drafts: Vec<Draft> = Vec::new();
    for row in rows {
        let index = merge.by_name.find_or(key(&row.name), drafts.len());
        if index == drafts.len() {
            drafts.push(Draft::new(row.line, row.name.clone()));
            merge.taken.push(TakenPorts::default());
        }
        merge.add(index, &mut drafts[index], row, problems);
    }
    unique_names(&mut drafts, &merge.by_name, first_wins, problems);
    unique_schemes(&mut drafts, problems);
    drafts
}

/// What is known of the rows before.
struct Merge {
    first_wins: bool,
    has_names: bool,
    /// The index of a service by the key of its name.
    by_name: Places,
    /// The keys of the aliases of each service, behind its index.
    aliases: Places,
    schemes: Places,
    /// The ports of each service.
    taken: Vec<TakenPorts>,
    overlaps: Overlaps,
}

/// The status of a word of the column, in the order of its words; the first one for an
/// empty cell.
fn status(word: &str) -> Status {
    let words = Column::Status.facts().words.iter();
    let place = words.zip(Status::ALL).find(|((it, _), _)| *it == word);
    place.map_or(Status::Assigned, |(_, status)| status)
}

/// A key of a service's own text.
fn of_service(index: usize, text: &str) -> Vec<u8> {
    let mut key = key_of(&[index]);
    key.extend_from_slice(text.as_bytes());
    key
}

impl Merge {
    fn add(&mut self, index: usize, draft: &mut Draft, mut row: GoodRow, problems: &mut Problems) {
        let line = row.line;
        let status = status(&row.texts[Column::Status]);
        for facts in &COLUMNS {
            let text = std::mem::take(&mut row.texts[facts.column]);
            let cell = &mut draft.texts[facts.column];
            match facts.rows {
                Rows::Agree => {
                    cell.agree(
                        facts.column,
                        text,
                        line,
                        &draft.name,
                        self.has_names,
                        problems,
                    );
                }
                Rows::First if cell.text.is_empty() => *cell = Cell { line, text },
                Rows::Own | Rows::Each | Rows::First => {}
            }
        }
        let own = key(&draft.name);
        for text in row.aliases {
            let alias = key(&text);
            if alias != own && self.aliases.insert(of_service(index, &alias)) {
                draft.aliases.push(Cell { line, text });
            }
        }
        for text in row.schemes {
            if self.schemes.insert(of_service(index, &text)) {
                draft.schemes.push(Cell { line, text });
            }
        }
        // The lines of the rows that have been reported to have ports of this one.
        let mut reported = Places::default();
        for &(first, last) in &row.ports {
            let claim = Claim {
                line,
                first,
                last,
                transports: row.transports,
                status,
            };
            if !self.first_wins {
                self.overlaps.note(&claim, &row.ports);
            }
            let taken = &mut self.taken[index];
            match taken.common(&claim) {
                None => draft.claims.push(claim),
                Some(common) => {
                    if !self.first_wins && reported.insert(key_of(&[common.other.line])) {
                        let text = self.overlaps.twice(&draft.name, &claim, &common);
                        if let Some(text) = text {
                            problems.at_with(line, text);
                        }
                    }
                    taken.push_free(&claim, &mut draft.claims);
                }
            }
            taken.take(&claim);
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
        has_names: bool,
        problems: &mut Problems,
    ) {
        if text.is_empty() || key(&text) == key(&self.text) {
            return;
        }
        if self.text.is_empty() {
            *self = Self { line, text };
            return;
        }
        // An empty label makes no name.
        let remedy = if column == Column::Label && !has_names {
            "write the same in both if they are one, or give each a name in a column `Service Name`"
        } else {
            "write the same in both or leave one empty"
        };
        problems.at(
            line,
            format!(
                "`{service}` has the {} `{}` at line {} and `{text}` here; \
                 all rows of a name are one service, so {remedy}",
                column.title(),
                self.text,
                self.line,
            ),
        );
    }
}

/// Removes aliases that are another service's name or alias, and reports them unless the first
/// one has them.
fn unique_names(drafts: &mut [Draft], by_name: &Places, first_wins: bool, problems: &mut Problems) {
    let names: Vec<(String, usize)> = drafts.iter().map(|it| (it.name.clone(), it.line)).listed();
    let or_first = "or let the first service keep it with `#[ports(conflicts = \"first\")]`";
    // The service of each alias, and the line.
    let mut owners: Vec<(usize, usize)> = Vec::new();
    let mut places = Places::default();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let service = &draft.name;
        retain(&mut draft.aliases, &mut |alias| {
            if let Some(other) = by_name.find(key(&alias.text)) {
                let (other, line) = &names[other];
                let text = || {
                    format!(
                        "alias `{}` of `{service}` is the name of the service `{other}` at \
                         line {line}; take the alias out, or let the name count with \
                         `#[ports(conflicts = \"first\")]`",
                        alias.text
                    )
                };
                if !first_wins {
                    problems.at_with(alias.line, text);
                }
                return false;
            }
            let place = places.find_or(key(&alias.text), owners.len());
            if place == owners.len() {
                owners.push((index, alias.line));
            }
            let (owner, line) = owners[place];
            if owner != index && !first_wins {
                problems.at_with(alias.line, || {
                    format!(
                        "alias `{}` of `{service}` is an alias of `{}` at line {line}; \
                         keep it on one of them, {or_first}",
                        alias.text, names[owner].0,
                    )
                });
            }
            owner == index
        });
    }
}

/// Reports schemes that another service has, and removes them.
fn unique_schemes(drafts: &mut [Draft], problems: &mut Problems) {
    // The service of each scheme, and the line.
    let mut owners: Vec<(String, usize)> = Vec::new();
    let mut places = Places::default();
    for draft in drafts {
        let service = &draft.name;
        retain(&mut draft.schemes, &mut |scheme| {
            let place = places.find_or(scheme.text.as_str(), owners.len());
            let Some((owner, line)) = owners.get(place) else {
                owners.push((service.clone(), scheme.line));
                return true;
            };
            problems.at(
                scheme.line,
                format!(
                    "scheme `{}` of `{service}` is a scheme of `{owner}` at line {line}; \
                     keep it on one of them",
                    scheme.text
                ),
            );
            false
        });
    }
}
