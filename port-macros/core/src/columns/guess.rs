//! What an unknown column probably holds: by its title, or by its cells.

use std::net::IpAddr;

use super::titles::{Names, Party, Side, said};
use crate::{
    csv::Record,
    lists::{Listed as _, retain, sort},
    words::{
        columns::{COLUMNS, Column, Presence, Title, known_title, normal},
        looks::{
            is_port, is_port_beside_transport, is_port_with_transport, is_transport,
            is_transport_number, number,
        },
        suggestions::did_you_mean,
    },
};

/// So many records show what the columns hold.
pub(super) const SAMPLE: usize = 40;

/// The column that a title is likely to mean.
pub(super) fn by_title(title: &str) -> Option<Column> {
    let title_as_written = title;
    let title = normal(title);
    if let Some(Title::Hint(column)) = known_title(&title) {
        return Some(column);
    }
    let words = said(title_as_written);
    let near = COLUMNS.iter().find(|facts| {
        if facts.column == Column::Name && words.names == Some(Names::Others) {
            return false;
        }
        let own = normal(facts.title);
        let titles = facts.synonyms.iter().copied().chain([own.as_str()]);
        !did_you_mean(&title, titles).is_empty()
    });
    if let Some(facts) = near {
        return Some(facts.column);
    }
    match words.names {
        Some(Names::Services) => return Some(Column::Name),
        Some(Names::Protocols) => return Some(Column::Transport),
        _ => {}
    }
    match words.side {
        Some(Side::First) => Some(Column::Port),
        Some(Side::Last) => Some(Column::Last),
        None => words.port.then_some(Column::Port),
    }
}

/// How well a title says that a column has the ports of services: less is better.
pub(super) fn rank(title: &str) -> usize {
    let words = said(title);
    let is_known = known_title(&normal(title)) == Some(Title::Hint(Column::Port));
    match () {
        () if words.party == Some(Party::Source) => 3,
        () if !words.port && words.side.is_some() => 2, // `From` may be a date
        () if !is_known => 1,
        () => 0,
    }
}

/// Whether a title lets a column be this one if its cells look like it.
pub(super) fn may_be(title: &str, column: Column) -> bool {
    let words = said(title);
    match column {
        Column::Port => words.port || !words.no_port,
        Column::Name => words.names != Some(Names::Others),
        _ => true,
    }
}

/// The first rows, whose cells show what a column holds.
pub(super) struct Sample<'a> {
    pub(super) rows: &'a [Record],
}

impl Sample<'_> {
    /// The cells of a column that are not empty.
    fn cells(&self, index: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().map(move |row| row.fields.get(index));
        cells.filter(|cell| !cell.is_empty())
    }

    fn all(&self, index: usize, is: impl Fn(&str) -> bool) -> bool {
        let mut cells = self.cells(index).peekable();
        cells.peek().is_some() && cells.all(is)
    }

    /// Whether the rows are counted in this column.
    fn is_count(&self, index: usize) -> bool {
        let numbers: Option<Vec<u16>> = self.cells(index).map(number).collect();
        numbers.is_some_and(|it| {
            it.len() > 1 && it[0] < 2 && it.windows(2).all(|pair| pair[1] == pair[0] + 1)
        })
    }

    /// Whether every number in a column may be a year, and there are numbers.
    pub(super) fn are_years(&self, index: usize) -> bool {
        let mut years = self.cells(index).filter_map(number).peekable();
        years.peek().is_some() && years.all(|it| (1900..=2100).contains(&it))
    }

    /// Whether a column has numbers that may be ports, as a title's word for ports says.
    pub(super) fn has_ports(&self, index: usize) -> bool {
        // Below the sample there may be some.
        let is_cut = self.rows.len() + 1 >= SAMPLE;
        let mut cells = self.cells(index).peekable();
        (cells.peek().is_none() && is_cut) || cells.any(|it| may_be_port(it) || has_transport(it))
    }

    /// Whether a column has nothing but numbers of ports, and not marks: `1` and `0`.
    pub(super) fn has_numbers(&self, index: usize) -> bool {
        let mut cells = self.cells(index).filter(|cell| !is_none(cell));
        let are_all = cells.all(may_be_port);
        let mut cells = self.cells(index).filter(|cell| !is_none(cell));
        are_all && cells.any(|cell| !matches!(cell, "0" | "1"))
    }

    /// Whether a column has a number of a port, whatever else it has, and not a mark.
    pub(super) fn has_a_number(&self, index: usize) -> bool {
        let mut cells = self.cells(index);
        cells.any(|cell| may_be_port(cell) && !matches!(cell, "0" | "1"))
    }

    /// Whether a cell has a digit, as `['80', '443']` and `80 (see below)` have.
    pub(super) fn has_digits(&self, index: usize) -> bool {
        self.cells(index)
            .any(|cell| cell.contains(|it: char| it.is_ascii_digit()))
    }

    /// Whether no two cells of a column are the same.
    pub(super) fn are_distinct(&self, index: usize) -> bool {
        let mut cells = self.cells(index).listed();
        sort(&mut cells, &Ord::cmp);
        cells.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Whether two columns have the same cells.
    pub(super) fn are_equal(&self, first: usize, second: usize) -> bool {
        let mut rows = self.rows.iter();
        rows.all(|row| row.fields.get(first) == row.fields.get(second))
    }

    /// Whether two columns may be the ends of ranges: no row has its last port below its first.
    pub(super) fn are_ends(&self, first: usize, last: usize) -> bool {
        let mut has_range = false;
        let mut rows = self.rows.iter();
        let are = rows.all(|row| {
            let [first, last] = [first, last].map(|index| row.fields.get(index));
            let ports = number(first).zip(number(last));
            has_range |= ports.is_some_and(|(first, last)| first < last);
            ports.map_or(last.is_empty(), |(first, last)| first <= last)
        });
        are && has_range
    }

    /// The first cell with a port and its transport.
    pub(super) fn with_transport(&self, index: usize) -> Option<&str> {
        self.cells(index).find(|cell| has_transport(cell))
    }

    /// Whether all cells of a column have a port and its transport.
    pub(super) fn all_with_transport(&self, index: usize) -> bool {
        self.all(index, has_transport)
    }

    /// Whether more of a column's cells have a port and its transport than have something else,
    /// such as `icmp`.
    pub(super) fn is_with_transport(&self, index: usize) -> bool {
        let (with, without): (Vec<&str>, Vec<&str>) =
            self.cells(index).partition(|cell| has_transport(cell));
        with.len() > without.len()
    }

    /// The same, where there may be one row.
    pub(super) fn may_be_count(&self, index: usize) -> bool {
        let mut cells = self.cells(index);
        let is_one = matches!(cells.next(), Some("0" | "1")) && cells.next().is_none();
        is_one || self.is_count(index)
    }

    /// Whether a column can be what every file needs.
    pub(super) fn is(&self, index: usize, column: Column) -> bool {
        match column {
            Column::Port => self.all(index, may_be_port) && !self.is_count(index),
            Column::Transport => self.all(index, is_transport),
            Column::Name => {
                let is_name = |cell: &str| cell.contains(char::is_alphabetic);
                let is_other = |cell: &str| is_transport(cell) || is_address(cell);
                self.all(index, |cell| {
                    is_name(cell) && !is_other(cell) && !has_transport(cell)
                })
            }
            _ => false,
        }
    }

    /// Whether the cells don't rule out what the title says.
    pub(super) fn allows(&self, index: usize, column: Column) -> bool {
        let any = |is: fn(&str) -> bool| {
            let mut cells = self.cells(index).peekable();
            cells.peek().is_none() || cells.any(is)
        };
        match column {
            Column::Port => any(may_be_port) || any(has_transport),
            Column::Last => any(|cell| number(cell).is_some()),
            Column::Transport => any(is_transport) || self.all(index, is_transport_number),
            Column::Name => any(|cell| cell.contains(char::is_alphabetic) && !is_address(cell)),
            Column::Reference => !self.cells(index).any(is_address),
            _ => true,
        }
    }

    /// Whether the column holds names with spaces, which are labels.
    pub(super) fn is_label(&self, index: usize) -> bool {
        self.cells(index)
            .any(|cell| cell.contains(char::is_whitespace))
    }

    /// The columns of so many that have numbers that may be ports.
    pub(super) fn numbers(&self, count: usize) -> Vec<usize> {
        let mut all = (0..count).filter(|it| self.is(*it, Column::Port)).listed();
        if all.len() > 1 {
            retain(&mut all, &mut |it| !self.may_be_count(*it));
        }
        all
    }

    /// What each of so many columns holds, by its cells alone; text that is left over is
    /// the description.
    pub(super) fn columns(&self, count: usize) -> Vec<Option<Column>> {
        let mut columns = vec![None; count];
        match self.numbers(count)[..] {
            [port] => columns[port] = Some(Column::Port),
            [first, last] if first + 1 == last && self.are_ends(first, last) => {
                columns[first] = Some(Column::Port);
                columns[last] = Some(Column::Last);
            }
            _ => {}
        }
        for wanted in [Column::Transport, Column::Name] {
            let free = |i: &usize| columns[*i].is_none() && self.is(*i, wanted);
            if let Some(i) = (0..count).find(free) {
                let is_label = wanted == Column::Name && self.is_label(i);
                columns[i] = Some(if is_label { Column::Label } else { wanted });
            }
        }
        if let Some(i) = (0..count).find(|i| columns[*i].is_none()) {
            columns[i] = Some(Column::Description);
        }
        columns
    }
}

/// What looks like a port, and not like a date.
fn may_be_port(cell: &str) -> bool {
    is_port(cell) && !is_date(cell)
}

/// What stands for no port: a dash, `no`.
fn is_none(cell: &str) -> bool {
    let others = ["-", "--", "\u{2013}", "\u{2014}", "no", "n", "n/a", "none"];
    others.iter().any(|it| it.eq_ignore_ascii_case(cell))
}

/// `2026-12-31`, `31/12/2026`
fn is_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '/']).take(4).listed();
    let [a, b, c] = parts[..] else { return false };
    let is_year = |part: &str| part.len() == 4;
    b.len() <= 2 && is_year(a) != is_year(c)
}

/// `80/tcp`, `TCP 80`, or one of several: `80/tcp, 443/tcp`, and docker's `0.0.0.0:8080->80/tcp`.
fn has_transport(cell: &str) -> bool {
    let mut parts = cell.split([',', ';', '>']).flat_map(str::split_whitespace);
    is_port_with_transport(cell)
        || parts.any(is_port_with_transport)
        || is_port_beside_transport(cell)
}

/// `10.0.0.0/8`, `fe80::1`
fn is_address(cell: &str) -> bool {
    let address = cell.split('/').next().unwrap_or_default();
    address.parse::<IpAddr>().is_ok()
}

/// Whether every file needs the column, or something in its place.
pub(super) fn is_required(column: Column) -> bool {
    column.facts().presence == Presence::Required
}

#[cfg(test)]
mod tests {
    use super::{Column, Sample, by_title, rank};
    use crate::{
        args::Titles,
        csv::{self, Record},
        tests,
    };

    #[test]
    fn titles_as_people_write_them() {
        for (title, column) in [
            ("Port Range", Column::Port),
            ("Dest. Port", Column::Port),
            ("dst_port", Column::Port),
            ("proto", Column::Transport),
            ("Prot.", Column::Transport),
            ("L4", Column::Transport),
            ("svc", Column::Name),
            ("Dienst", Column::Name),
            ("To Port", Column::Last),
            ("Comment", Column::Description),
            ("System service name", Column::Name),
            ("allow.protocol", Column::Transport),
            ("Trasnport", Column::Transport),
            ("Refrence", Column::Reference),
            ("Servce", Column::Name),
            ("Last Prot", Column::Last),
        ] {
            assert_eq!(by_title(title), Some(column), "{title}");
        }
        for title in [
            "Encryption",
            "Game",
            "Rack",
            "Owner",
            "",
            "#",
            "Region",
            "Host",
            "Namespace",
        ] {
            assert_eq!(by_title(title), None, "{title}");
        }
    }

    #[test]
    fn the_best_title_for_ports_is_known() {
        for (title, expected) in [
            ("Source Port", 3),
            ("Start", 2),
            ("Start Port", 0),
            ("Rack Port", 1),
            ("Rack", 1),
            ("Port Range", 0),
        ] {
            assert_eq!(rank(title), expected, "{title}");
        }
    }

    fn rows(text: &str) -> Vec<Record> {
        let records = csv::parse(text, &Titles::default(), tests::records::read);
        records.flatten().collect()
    }

    /// What is said of the only column, or of the first.
    fn of<T>(text: &str, says: impl Fn(&Sample) -> T) -> T {
        says(&Sample { rows: &rows(text) })
    }

    #[test]
    fn cells_say_what_they_all_are() {
        let has_numbers = |text: &str| of(text, |it| it.has_numbers(0));
        assert_eq!(["-\n80\n", "1\n2\n"].map(has_numbers), [true; 2]);
        assert_eq!(["-\n1\n", "80\nx\n"].map(has_numbers), [false; 2]);
        assert!(of("x\n80 (y)\n", |it| it.has_digits(0)));
        assert!(!of("x\n", |it| it.has_digits(0)));
        assert!(of("a\nc\nb\n", |it| it.are_distinct(0)));
        assert!(!of("a\nb\na\n", |it| it.are_distinct(0)));
        let texts = ["80/tcp\n53/udp\n", "80/tcp\n53/udp\nx\n", "80/tcp\nx\n"];
        assert_eq!(
            texts.map(|text| of(text, |it| it.all_with_transport(0))),
            [true, false, false]
        );
        assert_eq!(
            texts.map(|text| of(text, |it| it.is_with_transport(0))),
            [true, true, false]
        );
        let may_be_count = |text: &str| of(text, |it| it.may_be_count(0));
        assert_eq!(["0\n", "1\n", "1\n2\n"].map(may_be_count), [true; 3]);
        assert_eq!(["2\n", "1\n1\n", "80\n90\n"].map(may_be_count), [false; 3]);
        let is = |column: Column| move |text: &str| of(text, |it| it.is(0, column));
        assert_eq!(
            ["web\n", "tcp\n", "fe80::1\n"].map(is(Column::Name)),
            [true, false, false]
        );
        for text in ["2026-12-31\n", "31/12/2026\n"] {
            assert!(!is(Column::Port)(text), "{text}");
        }
        for text in ["1-2-3\n", "2026-127-31\n", "2000-10-2010\n"] {
            assert!(is(Column::Port)(text), "{text}");
        }
    }

    #[test]
    fn cells_show_their_column() {
        let text = "1,80,web,tcp\n2,25-26,mail,tcp/udp\n3,,x,udp\n";
        let rows = rows(text);
        let sample = Sample { rows: &rows };
        assert_eq!(
            sample.columns(4),
            [
                Some(Column::Description),
                Some(Column::Port),
                Some(Column::Name),
                Some(Column::Transport),
            ]
        );
        assert!(!sample.is(4, Column::Port) && !sample.is_label(2));
        // Rows are counted from 0 or 1, and one alone isn't counted.
        let counts = |text: &str| of(text, |it| it.is_count(0));
        assert_eq!(["0\n1\n2\n", "1\n2\n"].map(counts), [true; 2]);
        assert_eq!(
            ["1\n", "2\n3\n", "1\n3\n", "1\nx\n"].map(counts),
            [false; 4]
        );
        // The first column has numbers, the second ports, and the fifth nothing.
        for (column, allowed) in [
            (Column::Name, [false, false, true, true, true]),
            (Column::Port, [true, true, false, false, true]),
            (Column::Transport, [false, false, false, true, true]),
            (Column::Description, [true; 5]),
        ] {
            for (index, allowed) in allowed.into_iter().enumerate() {
                assert_eq!(sample.allows(index, column), allowed, "{column:?} {index}");
            }
        }
    }
}
