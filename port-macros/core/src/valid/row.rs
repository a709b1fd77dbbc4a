//! One row by itself: its cells are read, and what later steps ask about all rows is noted.

use super::{
    above::{Above, name_column},
    cells,
    leaving_out::LeavingOut,
    port_cell,
    skip::Skips,
};
use crate::{
    args::Options,
    columns::{Row, Source, Table},
    lists::{Listed as _, Places},
    problem::Problems,
    words::{
        columns::{ByColumn, COLUMNS, Column, MARKED, Rows},
        identifiers::key,
        looks::{is_port, is_transport},
        transports as words,
    },
};

/// A row whose cells are all good by themselves.
pub(super) struct GoodRow {
    pub(super) line: usize,
    pub(super) name: String,
    /// First and last ports.
    pub(super) ports: Vec<(u16, u16)>,
    pub(super) transports: u8,
    pub(super) aliases: Vec<String>,
    pub(super) schemes: Vec<String>,
    /// The cells of the columns that have no field of their own.
    pub(super) texts: ByColumn<String>,
}

/// All that later steps know of the rows.
pub(super) struct Read {
    pub(super) good: Vec<GoodRow>,
    pub(super) seen: Seen,
}

/// What all rows say, those with mistakes too: to refer to such a row is no further mistake.
#[derive(Default)]
pub(super) struct Seen {
    /// Names and aliases, in the order of the file.
    names: Vec<String>,
    keys: Places,
    /// In the order of their first use.
    pub(super) categories: Vec<String>,
    category_keys: Places,
}

impl Seen {
    /// Whether a row has this name or alias, without regard to case.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.keys.has(key(name))
    }

    /// Whether a row has this category, without regard to case.
    pub(super) fn has_category(&self, category: &str) -> bool {
        self.category_keys.has(key(category))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    fn note(&mut self, table: &Table, row: &Row, name: Option<&str>) {
        let aliases = cells::split_aliases(table.cell(row, Column::Aliases));
        let name = name.unwrap_or_else(|| table.cell(row, Column::Name));
        for name in std::iter::once(name).chain(aliases) {
            if !name.is_empty() && self.keys.insert(key(name)) {
                self.names.push(name.to_owned());
            }
        }
        let category = table.cell(row, Column::Category);
        if !category.is_empty() && self.category_keys.insert(key(category)) {
            self.categories.push(category.to_owned());
        }
    }
}

/// Reads all rows. A row with mistakes is reported, with all its mistakes, and left out.
pub(super) fn read(table: &Table, options: &Options, problems: &mut Problems) -> Read {
    let mut seen = Seen::default();
    let mut good = Vec::new();
    let mut skips = Skips::new(&options.skip, table);
    let mut reader = Reader {
        table,
        options,
        above: Above::default(),
        leaving_out: LeavingOut::new(&options.skip),
    };
    let is_iana = options.iana.is_some() && table.source != Source::IanaColumns;
    let mut left_out = 0;
    for row in &table.rows {
        if skips.skip(table, row) {
            left_out += 1;
            reader.above.note(table, row, false, false);
            continue;
        }
        // In IANA's file, these are numbers without a service, and services that are found
        // by DNS and have no number.
        let lacks = |column| table.cell(row, column).is_empty();
        if is_iana && (lacks(Column::Name) || lacks(Column::Port)) {
            seen.note(table, row, None);
            continue;
        }
        let name = reader.name(row);
        seen.note(table, row, name.as_deref().ok());
        good.extend(reader.row(row, name, problems));
    }
    reader.leaving_out.finish(problems);
    if good.is_empty() && problems.is_empty() {
        refuse_nothing(table, options, left_out, problems);
    }
    skips.refuse_unused(problems);
    Read { good, seen }
}

/// Reports that all rows are left out, as a file without any is reported.
fn refuse_nothing(table: &Table, options: &Options, left_out: usize, problems: &mut Problems) {
    let all = table.rows.len();
    let texts = options.skip.iter().flat_map(|skip| &skip.texts);
    let rows = if all == 1 {
        "the file's one row".to_owned()
    } else {
        format!("all of the file's {all} rows")
    };
    let out = match texts.clone().count() {
        1 => "`skip` out",
        _ => "a text out of it",
    };
    match { texts }.next() {
        // There are none, which has been reported.
        _ if all == 0 => {}
        Some(text) if left_out == all => problems.on(
            text.span(),
            format!("`skip` leaves out {rows}; take {out}, or write a row that is kept"),
        ),
        _ => {
            let Some(span) = options.iana else {
                return;
            };
            let which = if left_out == 0 {
                "`iana` leaves out rows without a name or a port, which are"
            } else {
                "`iana` leaves out rows without a name or a port, which, with those of `skip`, are"
            };
            problems.on(span, format!("{which} {rows}; write at least one service"));
        }
    }
}

struct Reader<'a> {
    table: &'a Table,
    options: &'a Options,
    above: Above<'a>,
    leaving_out: LeavingOut<'a>,
}

impl<'a> Reader<'a> {
    fn row(
        &mut self,
        row: &'a Row,
        name: Result<String, String>,
        problems: &mut Problems,
    ) -> Option<GoodRow> {
        let get = |column| self.table.cell(row, column);
        if self.is_swapped(row) {
            let stands = |column, is: &str| {
                let title = self.table.title(column);
                format!("`{}`{is} in the column `{title}`", get(column))
            };
            let (name, port) = (stands(Column::Name, " is"), stands(Column::Port, ""));
            let third = get(Column::Transport);
            let is_third = !third.is_empty() && is_transport(get(Column::Port));
            let mistake = if is_third && !is_transport(third) {
                let transport = stands(Column::Transport, "");
                format!("{name}, {port} and {transport}; write each into its own")
            } else {
                format!("{name} and {port}; swap the two")
            };
            problems.at(row.line, mistake);
            self.above.note(self.table, row, false, false);
            return None;
        }
        // All cells are read before the row is given up, so that all mistakes show.
        let mut mistakes: Vec<(Column, String)> = Vec::new();
        let mut note = |column, mistake: String| mistakes.push((column, mistake));
        let name = name.map_err(|it| note(name_column(self.table), it));
        let ports = self.ports(row).map_err(|it| note(Column::Port, it));
        let in_port = get(Column::Transport).is_empty()
            && ports.is_err()
            && port_cell::names_transports(get(Column::Port));
        let transports = self.transports(row).map_err(|it| {
            // The ports' mistake says where the transport goes, which is in their cell.
            if !in_port {
                note(Column::Transport, it);
            }
        });
        let aliases = cells::aliases(get(Column::Aliases)).map_err(|it| note(Column::Aliases, it));
        let schemes = cells::schemes(get(Column::Schemes)).map_err(|it| note(Column::Schemes, it));
        let mut texts: ByColumn<String> = ByColumn::default();
        for facts in COLUMNS.iter().filter(|facts| facts.rows != Rows::Own) {
            match cells::text_of(facts, get(facts.column)) {
                Ok(text) => texts[facts.column] = text,
                Err(mistake) => note(facts.column, mistake),
            }
        }
        let all_good = mistakes.is_empty();
        for (column, mistake) in mistakes {
            self.leaving_out
                .report(self.table, row, column, mistake, problems);
        }
        self.above
            .note(self.table, row, name.is_ok(), ports.is_ok());
        let row = GoodRow {
            line: row.line,
            name: name.ok()?,
            ports: ports.ok()?,
            transports: transports.ok()?,
            aliases: aliases.ok()?,
            schemes: schemes.ok()?,
            texts,
        };
        all_good.then_some(row)
    }

    /// Whether the name is where the port belongs, and the other way round.
    fn is_swapped(&self, row: &Row) -> bool {
        let (name, port) = (
            self.table.cell(row, Column::Name),
            self.table.cell(row, Column::Port),
        );
        let short = name.len() < 100 && port.len() < 100;
        short && is_port(name) && cells::name(port, "service name").is_ok()
    }

    fn name(&self, row: &Row) -> Result<String, String> {
        let table = self.table;
        if table.cell(row, name_column(table)).is_empty() {
            if let Some(mistake) = self.above.empty_name(table, row) {
                return Err(mistake);
            }
        }
        if !table.has(Column::Name) {
            return cells::name_from(table.cell(row, Column::Label));
        }
        let text = table.cell(row, Column::Name);
        if self.options.iana.is_some() {
            return cells::iana_name(text);
        }
        cells::name(text, "service name").map_err(|mistake| {
            let is_free_text =
                text.contains(char::is_whitespace) && cells::comment_mark(text).is_none();
            if table.source == Source::Iana {
                format!("{mistake}; IANA's own file is read with `#[ports(iana)]`")
            } else if is_free_text && !table.has(Column::Label) {
                let title = table.title(Column::Name);
                let mut mapped = self.options.titles.mapped.iter();
                let option = if mapped.any(|(column, _)| *column == Column::Name) {
                    format!("`label = {title:?}` instead of `name`")
                } else {
                    format!("`#[ports(columns(label = {title:?}))]`")
                };
                format!("{mistake}, or let names be made of such texts: {option}")
            } else {
                mistake
            }
        })
    }

    fn ports(&self, row: &Row) -> Result<Vec<(u16, u16)>, String> {
        let table = self.table;
        if table.cell(row, Column::Port).is_empty() {
            if let Some(mistake) = self.above.empty_port(table, row) {
                return Err(mistake);
            }
        }
        let title = table.title(Column::Transport);
        let (text, transport) = (
            table.cell(row, Column::Port),
            table.cell(row, Column::Transport),
        );
        if let Some(mistake) = port_cell::beside(text, transport, title) {
            return Err(mistake);
        }
        let mut ranges = port_cell::ports(text, title)?;
        let last = table.cell(row, Column::Last);
        if !last.is_empty() {
            let last = port_cell::last(last, &ranges, title)?;
            ranges[0].1 = last;
        }
        Ok(ranges)
    }

    fn transports(&self, row: &Row) -> Result<u8, String> {
        let table = self.table;
        let default = self.options.default_transport;
        let default = default.or(self.options.iana.map(|_| words::OF_EMPTY_CELL));
        if table.has(Column::Transport) {
            let text = table.cell(row, Column::Transport);
            if text.is_empty() && default.is_none() {
                if let Some(mistake) = self.above.empty_transport(table, row) {
                    return Err(mistake);
                }
            }
            if self.options.skip.is_empty() {
                return cells::transports(text, default);
            }
            // What else a row has is left out as rows are.
            let is_left = |part: &&str| !Skips::names(&self.options.skip, part);
            let left: Vec<&str> = words::parts(text).filter(is_left).listed();
            if left.len() < words::parts(text).count() {
                return cells::transports(&left.join("/"), default);
            }
            return cells::transports(text, default);
        }
        let mut set = 0;
        for (bit, column) in MARKED.into_iter().enumerate() {
            if table.has(column) {
                let is_marked = cells::mark(table.cell(row, column), column)?;
                set |= u8::from(is_marked) << bit;
            }
        }
        if set > 0 {
            return Ok(set);
        }
        // Without a default and a column of transports, the file has columns of marks.
        default.ok_or_else(|| "no transport is marked; write `x` into the column of one".to_owned())
    }
}
