//! `iana` on a file that is not IANA's: its habits are not those of other files.

use crate::{
    args::{Options, Skip, skip_option},
    columns::{Source, Table},
    lists::Listed as _,
    problem::Problems,
    words::{columns::Column, transports},
};

/// Reports the option, with those that say the same of what the file has.
pub(super) fn check(table: &Table, options: &Options, problems: &mut Problems) {
    let Some(span) = options.iana.filter(|_| table.source == Source::Other) else {
        return;
    };
    if table.columns.is_empty() {
        // There is no header, which has been reported.
        return;
    }
    let any = |has: &dyn Fn(&str) -> bool, column| {
        table.has(column) && table.rows.iter().any(|row| has(table.cell(row, column)))
    };
    let mut others = vec!["conflicts = \"first\"".to_owned()];
    others.push("identifiers = \"numbered\"".to_owned());
    let is_empty = |text: &str| text.is_empty();
    if any(&is_empty, Column::Transport) || !table.has(Column::Transport) {
        others.push(transports::default_of(transports::OF_EMPTY_CELL));
    }
    let skipped = [Column::Name, Column::Port].into_iter();
    let skipped = skipped.filter(|column| any(&is_empty, *column));
    let skipped: Vec<Column> = skipped.listed();
    let mut end = "";
    if !skipped.is_empty() {
        others.push(skip_with(&options.skip, &skipped));
        if !options.skip.is_empty() {
            end = "; its `skip` has what the present one has";
        }
    }
    let has_space = |text: &str| text.contains(char::is_whitespace);
    if any(&has_space, Column::Name) && !table.has(Column::Label) {
        let title = table.title(Column::Name);
        others.push(format!("columns(label = {title:?})"));
    }
    problems.on(
        span,
        format!(
            "`iana` is for the file that IANA publishes, and this file has other columns; \
             write what is meant: `{}`{end}",
            others.join(", ")
        ),
    );
}

/// The option that leaves out what it does already, and the empty cells of some columns.
fn skip_with(present: &[Skip], empty: &[Column]) -> String {
    let texts = |skip: &Skip| {
        let texts = skip.texts.iter();
        texts.map(|it| (skip.column, it.value())).listed()
    };
    let mut all: Vec<(Column, String)> = present.iter().flat_map(texts).listed();
    all.extend(empty.iter().map(|column| (*column, String::new())));
    skip_option(&all)
}
