//! The rows above one with an empty cell: spreadsheets write what several rows have in common
//! into the first one alone.

use crate::{
    columns::{Row, Table},
    problem::shown,
    words::{
        columns::{Column, MARKED},
        identifiers::key,
        looks::is_transport,
    },
};

/// The last cells above that say something.
#[derive(Default)]
pub(super) struct Above<'a> {
    name: Option<Good<'a>>,
    /// Of the service that `name` is of.
    port: Option<Good<'a>>,
    transport: Option<Good<'a>>,
}

/// A cell without a mistake, whose text may be repeated.
struct Good<'a> {
    line: usize,
    text: &'a str,
}

impl<'a> Above<'a> {
    /// Notes a row: which of its cells have no mistake.
    pub(super) fn note(&mut self, table: &'a Table, row: &'a Row, name: bool, port: bool) {
        let text = table.cell(row, name_column(table));
        let line = row.line;
        if !text.is_empty() {
            let is_same = self.name.as_ref().is_some_and(|it| same(it.text, text));
            self.name = name.then_some(Good { line, text });
            if !is_same {
                self.port = None;
            }
        }
        let text = table.cell(row, Column::Transport);
        if !text.is_empty() {
            self.transport = is_transport(text).then_some(Good { line, text });
        }
        let text = table.cell(row, Column::Port);
        // A range in two cells is not repeated by one of them.
        if !text.is_empty() {
            let whole = port && table.cell(row, Column::Last).is_empty();
            self.port = whole.then_some(Good { line, text });
        }
    }

    /// What to say of an empty name, if a row above may have it: to leave the row out would lose
    /// its ports.
    pub(super) fn empty_name(&self, table: &Table, row: &Row) -> Option<String> {
        let name = self.name.as_ref()?;
        let has_port = !table.cell(row, Column::Port).is_empty() || has_transport(table, row);
        let what = match name_column(table) {
            Column::Name => "service name",
            _ => "label",
        };
        has_port.then(|| {
            format!(
                "the {what} is empty; repeat `{}` of line {} if it is the same service, \
                 or write another one",
                shown(name.text),
                name.line
            )
        })
    }

    /// The same of an empty port, in a row that goes on with the service above.
    pub(super) fn empty_port(&self, table: &Table, row: &Row) -> Option<String> {
        let port = self.port.as_ref()?;
        let own = table.cell(row, name_column(table));
        let name = self.name.as_ref()?;
        let goes_on = own.is_empty() || same(name.text, own);
        (goes_on && has_transport(table, row)).then(|| {
            format!(
                "the port is empty; repeat `{}` of line {} if it is the same, or write another \
                 one, 0 to 65535",
                shown(port.text),
                port.line
            )
        })
    }

    /// The same of an empty transport, or what an empty one may mean.
    pub(super) fn empty_transport(&self, table: &Table, row: &Row) -> Option<String> {
        let transport = self.transport.as_ref()?;
        let columns = [name_column(table), Column::Port];
        let is_there = columns.iter().any(|it| !table.cell(row, *it).is_empty());
        is_there.then(|| format!(
            "the transport is empty; repeat `{}` of line {} if it is the same, write another one, \
             or say what an empty one means: `#[ports(default(transport = \"tcp\"))]`",
            transport.text, transport.line
        ))
    }
}

/// The column that services are named by.
pub(super) fn name_column(table: &Table) -> Column {
    if table.has(Column::Name) {
        Column::Name
    } else {
        Column::Label
    }
}

fn has_transport(table: &Table, row: &Row) -> bool {
    let mut columns = MARKED.into_iter().chain([Column::Transport]);
    columns.any(|column| !table.cell(row, column).is_empty())
}

/// Whether two names are of one service.
fn same(a: &str, b: &str) -> bool {
    key(a) == key(b)
}
