//! The advice to leave rows out: one option for all rows of a file, with what the call leaves out
//! already, as `skip` is written once.

use crate::{
    args::{Skip, skip_option},
    columns::{Row, Table},
    lists::Places,
    problem::Problems,
    words::{
        columns::Column,
        identifiers::{LONGEST_NAME, key},
        leave_out, transports,
    },
};

/// So many messages wait for the texts of all rows. No more are shown.
const MOST_WAITING: usize = 20;

/// A longer option would be cut, and a part of it can't be pasted.
const LONGEST_OPTION: usize = 1000;

/// Messages that say to leave rows out.
pub(super) struct LeavingOut<'a> {
    options: &'a [Skip],
    /// All texts to leave out: those of the options, and those of messages.
    texts: Vec<(Column, String)>,
    keys: Places,
    length: usize,
    waiting: Vec<Waiting>,
}

struct Waiting {
    line: usize,
    mistake: String,
    /// The part of it that is to be replaced.
    part: String,
}

impl<'a> LeavingOut<'a> {
    pub(super) fn new(options: &'a [Skip]) -> Self {
        let mut all = Self {
            options,
            texts: Vec::new(),
            keys: Places::default(),
            length: 0,
            waiting: Vec::new(),
        };
        for skip in options {
            for text in &skip.texts {
                all.add(skip.column, &text.value());
            }
        }
        all
    }

    /// Reports the mistake of a cell. If it says to leave the row out, it waits for other rows.
    pub(super) fn report(
        &mut self,
        table: &Table,
        row: &Row,
        column: Column,
        mistake: String,
        problems: &mut Problems,
    ) {
        let cell = table.cell(row, column);
        // Of a long text, that alone is said.
        if cell.len() > LONGEST_NAME || !mistake.contains(leave_out::START) {
            problems.at_with(row.line, || mistake);
            return;
        }
        let parts = transports::parts(cell).filter(|_| column == Column::Transport);
        let advised = |text: &&str| mistake.contains(&leave_out::option(column.facts().key, text));
        let text = std::iter::once(cell).chain(parts).find(advised);
        match text {
            Some(text) if self.waiting.len() < MOST_WAITING => {
                let part = leave_out::option(column.facts().key, text);
                self.add(column, text);
                let line = row.line;
                self.waiting.push(Waiting {
                    line,
                    mistake,
                    part,
                });
            }
            // A mistake of a later line than those that wait is not shown.
            _ => problems.at_with(row.line, || mistake),
        }
    }

    fn add(&mut self, column: Column, text: &str) {
        let place = format!("{} {}", column.facts().key, key(text.trim()));
        if self.keys.insert(place) {
            self.length += column.facts().key.len() + text.len();
            self.texts.push((column, text.to_owned()));
        }
    }

    /// Reports what waits.
    pub(super) fn finish(self, problems: &mut Problems) {
        let option = skip_option(&self.texts);
        let is_long = self.length > LONGEST_OPTION;
        for Waiting {
            line,
            mistake,
            part,
        } in self.waiting
        {
            let advice = if is_long {
                // What is in the brackets of the option for this row alone.
                let text = part
                    .trim_start_matches(leave_out::START)
                    .trim_end_matches(leave_out::END);
                format!("`{text}` in `skip`")
            } else if self.options.is_empty() {
                format!("`#[ports({option})]`")
            } else {
                format!("`#[ports({option})]` instead of the present `skip`")
            };
            problems.at(line, mistake.replace(&part, &advice));
        }
    }
}
