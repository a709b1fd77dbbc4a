//! Rows of one service that have ports in common, and what to write in their place.
//!
//! A remedy is about whole cells: what it takes out of one cell is in another one, so that no
//! port is lost, and remedies of several rows don't exclude each other.

use super::{claim::Claim, taken::Common};
use crate::{
    columns::Table,
    lists::{Listed as _, Places, key_of, sort},
    words::{columns::Column, transports},
};

/// Longer lists get no remedy of their own: nobody could read it.
const MOST_RANGES: usize = 20;

const KEEP: &str = "let repeated ports count once with `#[ports(conflicts = \"first\")]`";

/// How a file has ranges and lists.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    /// Whether it has a column for the last port.
    has_last: bool,
    /// Whether it has a column for names, which are not made of labels then.
    pub(super) has_names: bool,
    /// What separates the items of a list that needs no quotes, and that has no separators of
    /// thousands for sure.
    between: &'static str,
}

impl Layout {
    pub(super) fn of(table: &Table) -> Self {
        Self {
            has_last: table.has(Column::Last),
            has_names: table.has(Column::Name),
            between: if table.has_semicolons { ", " } else { ";" },
        }
    }
}

/// What the cells of one file say, and what messages have said to write instead.
pub(super) struct Overlaps {
    layout: Layout,
    /// The place in `cells` by the line.
    places: Places,
    cells: Vec<Cell>,
}

/// The ports of one row.
struct Cell {
    row: Claim,
    /// Disjoint, in ascending order.
    ranges: Vec<(u16, u16)>,
    /// The cell that has these ports if all is done that messages say.
    moved: Option<usize>,
}

/// What to do about two cells.
enum Remedy {
    Once(Vec<(u16, u16)>),
    /// The ports to take out.
    TakeOutHere(Vec<(u16, u16)>),
    TakeOutThere(Vec<(u16, u16)>),
    /// The line to write ports at, and whether the row itself has still to be taken out.
    Write {
        line: usize,
        ranges: Vec<(u16, u16)>,
        here: bool,
    },
    None,
}

impl Overlaps {
    pub(super) fn new(layout: Layout) -> Self {
        Self {
            layout,
            places: Places::default(),
            cells: Vec::new(),
        }
    }

    /// Notes the ports of a row that has several, before its first overlap is asked for.
    pub(super) fn note(&mut self, row: &Claim, ranges: &[(u16, u16)]) {
        if ranges.len() > 1 {
            let place = self.places.find_or(key_of(&[row.line]), self.cells.len());
            if place == self.cells.len() {
                self.cells.push(Cell::new(row, ranges));
            }
        }
    }

    /// The message of a row with ports that its service has already, for each row before it
    /// once; `None` if a message before says all of it.
    pub(super) fn twice(
        &mut self,
        name: &str,
        claim: &Claim,
        common: &Common,
    ) -> Option<impl FnOnce() -> String + use<>> {
        let there = common.other.line;
        let remedy = self.remedy(claim, &common.other)?;
        let (layout, set) = (self.layout, claim.transports & common.other.transports);
        let (name, port) = (name.to_owned(), common.port);
        Some(move || {
            let names: Vec<&str> = transports::names_of(set).listed();
            format!(
                "`{name}` already has port {port}/{} at line {there}; {}",
                names.join("/"),
                remedy.text(there, layout)
            )
        })
    }

    fn remedy(&mut self, claim: &Claim, other: &Claim) -> Option<Remedy> {
        let own = self.cell(claim);
        let theirs = self.cell(other);
        if own == theirs {
            return Some(Remedy::Once(self.cells[own].ranges.clone()));
        }
        let (here, there) = (self.last(own), self.last(theirs));
        if here == there {
            return None;
        }
        let [a, b] = [&self.cells[here], &self.cells[there]];
        if a.ranges.len().max(b.ranges.len()) > MOST_RANGES || a.row.status != b.row.status {
            return Some(Remedy::None);
        }
        let is_moved = (own != here, theirs != there);
        if b.has(a) && !is_moved.0 {
            let ranges = a.ranges.clone();
            self.cells[here].moved = Some(there);
            return Some(Remedy::TakeOutHere(ranges));
        }
        if a.has(b) && !is_moved.1 {
            let ranges = b.ranges.clone();
            self.cells[there].moved = Some(here);
            return Some(Remedy::TakeOutThere(ranges));
        }
        if a.row.transports != b.row.transports {
            return Some(Remedy::None);
        }
        let ranges = disjoint([&*a.ranges, &*b.ranges].concat());
        // The one that stays.
        let (stays, goes, here) = if is_moved.0 {
            (here, there, false)
        } else {
            (there, here, true)
        };
        let line = self.cells[stays].row.line;
        self.cells[goes].moved = Some(stays);
        self.cells[stays].ranges.clone_from(&ranges);
        Some(Remedy::Write { line, ranges, here })
    }

    /// The place of a row's cell.
    fn cell(&mut self, row: &Claim) -> usize {
        let place = self.places.find_or(key_of(&[row.line]), self.cells.len());
        if place == self.cells.len() {
            self.cells.push(Cell::new(row, &[(row.first, row.last)]));
        }
        place
    }

    /// The cell that has the ports of this one in the end.
    fn last(&mut self, cell: usize) -> usize {
        let mut last = cell;
        while let Some(next) = self.cells[last].moved {
            last = next;
        }
        // The way is short the next time.
        let mut at = cell;
        while let Some(next) = self.cells[at].moved {
            self.cells[at].moved = Some(last);
            at = next;
        }
        last
    }
}

impl Cell {
    fn new(row: &Claim, ranges: &[(u16, u16)]) -> Self {
        Self {
            row: *row,
            ranges: disjoint(ranges.to_vec()),
            moved: None,
        }
    }

    /// Whether all of another cell is in this one.
    fn has(&self, other: &Self) -> bool {
        let inside = |(first, last): &(u16, u16)| {
            let mut ranges = self.ranges.iter();
            ranges.any(|it| it.0 <= *first && *last <= it.1)
        };
        other.row.transports & !self.row.transports == 0 && other.ranges.iter().all(inside)
    }
}

/// Ranges without overlaps, in ascending order.
fn disjoint(mut ranges: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
    sort(&mut ranges, &Ord::cmp);
    let mut disjoint: Vec<(u16, u16)> = Vec::new();
    for (first, last) in ranges {
        match disjoint.last_mut() {
            Some(before) if first <= before.1 => before.1 = before.1.max(last),
            _ => disjoint.push((first, last)),
        }
    }
    disjoint
}

impl Remedy {
    fn text(&self, there: usize, layout: Layout) -> String {
        let Layout {
            has_last, between, ..
        } = layout;
        let of = |ranges: &[(u16, u16)]| list(ranges, between);
        // "it" is the one port that the message names.
        let it = |ranges: &[(u16, u16)]| match ranges {
            [(first, last)] if first == last => "it".to_owned(),
            _ => format!("`{}`", of(ranges)),
        };
        match self {
            Self::Once(ranges) if ranges.len() > MOST_RANGES => "write it once".to_owned(),
            Self::Once(ranges) => format!("write it once: `{}`", of(ranges)),
            Self::TakeOutHere(ranges) => format!("take {} out here, or {KEEP}", it(ranges)),
            Self::TakeOutThere(ranges) => format!("take {} out there, or {KEEP}", it(ranges)),
            Self::Write { line, ranges, here } => {
                let ports = match **ranges {
                    [(first, last)] if has_last => {
                        format!("`{first}` as the port and `{last}` as the last port")
                    }
                    // A list has no last port.
                    _ if has_last => return KEEP.to_owned(),
                    _ => format!("`{}`", of(ranges)),
                };
                let at = match (line, here) {
                    (line, true) if *line == there => "there and take it out here".to_owned(),
                    (line, true) => format!("at line {line} and take it out here"),
                    (line, false) => format!("at line {line} and take it out there"),
                };
                format!("write {ports} {at}, or {KEEP}")
            }
            Self::None => KEEP.to_owned(),
        }
    }
}

/// Ranges as a cell has them.
fn list(ranges: &[(u16, u16)], between: &str) -> String {
    let range = |(first, last): &(u16, u16)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        }
    };
    ranges.iter().map(range).listed().join(between)
}

#[cfg(test)]
mod tests {
    use super::{Claim, Common, KEEP, Layout, Overlaps, Remedy};
    use crate::{format::assignments::Status, valid::taken::TakenPorts};

    const LAYOUT: Layout = Layout {
        has_names: true,
        has_last: false,
        between: ";",
    };

    /// What is said of the rows of one service, from line 2 on.
    fn said(rows: &[&[(u16, u16)]]) -> Vec<String> {
        let (mut overlaps, mut taken) = (Overlaps::new(LAYOUT), TakenPorts::default());
        let mut texts = Vec::new();
        for (place, ranges) in rows.iter().enumerate() {
            let claim = |&(first, last): &(u16, u16)| Claim {
                line: place + 2,
                first,
                last,
                transports: 1,
                status: Status::Assigned,
            };
            overlaps.note(&claim(&ranges[0]), ranges);
            let mut lines = Vec::new();
            for claim in ranges.iter().map(claim) {
                let common: Option<Common> = taken.common(&claim);
                if let Some(common) = common.filter(|it| !lines.contains(&it.other.line)) {
                    lines.push(common.other.line);
                    let text = overlaps.twice("web", &claim, &common);
                    texts.extend(text.map(|text| text().replace(&format!(", or {KEEP}"), "")));
                }
                taken.take(&claim);
            }
        }
        texts
    }

    fn of(port: u16, line: usize, remedy: &str) -> String {
        format!("`web` already has port {port}/tcp at line {line}; {remedy}")
    }

    #[test]
    fn a_remedy_has_all_ports_of_both_cells() {
        let one = of(85, 2, "write `80-95;100` there and take it out here");
        assert_eq!(said(&[&[(80, 90), (100, 100)], &[(85, 95)]]), [one]);
        let one = of(80, 2, "write `70-90;100-110` there and take it out here");
        assert_eq!(
            said(&[&[(80, 90), (100, 100)], &[(70, 85), (100, 110)]]),
            [one]
        );
        let one = of(80, 2, "take it out there");
        assert_eq!(said(&[&[(80, 80)], &[(80, 80), (90, 90)]]), [one]);
        let one = of(90, 2, "take it out here");
        assert_eq!(said(&[&[(80, 80), (90, 90)], &[(90, 90)]]), [one]);
        let one = of(81, 2, "take `80;81` out there");
        assert_eq!(said(&[&[(80, 80), (81, 81)], &[(80, 85)]]), [one]);
        let one = of(82, 2, "take `82-84` out here");
        assert_eq!(said(&[&[(80, 90)], &[(82, 84)]]), [one]);
        let one = of(80, 2, "write it once: `80-95`");
        assert_eq!(said(&[&[(80, 90), (80, 95)]]), [one]);
    }

    /// Done one after the other, the remedies leave all ports in one row.
    #[test]
    fn remedies_of_several_rows_lead_to_one_cell() {
        assert_eq!(
            said(&[&[(80, 90)], &[(85, 95)], &[(88, 99)]]),
            [
                of(85, 2, "write `80-95` there and take it out here"),
                of(88, 3, "write `80-99` at line 2 and take it out here"),
            ]
        );
        assert_eq!(
            said(&[&[(80, 90)], &[(95, 105)], &[(85, 92), (100, 110)]]),
            [
                of(85, 2, "write `80-92;100-110` there and take it out here"),
                of(
                    100,
                    3,
                    "write `80-92;95-110` at line 2 and take it out there"
                ),
            ]
        );
        // The third row has ports of both.
        assert_eq!(
            said(&[&[(1, 5), (9, 9)], &[(4, 8)], &[(8, 9)]]),
            [
                of(4, 2, "write `1-8;9` there and take it out here"),
                of(9, 2, "write `1-9` there and take it out here"),
            ]
        );
    }

    /// Nobody could read a longer one.
    #[test]
    fn a_remedy_is_a_list_of_a_few_ranges() {
        let remedy = |count: u16| {
            let ranges: Vec<(u16, u16)> = (0..count).map(|i| (2 * i, 2 * i)).collect();
            said(&[&ranges, &[(0, 1)]])
        };
        assert_eq!(remedy(21), [of(0, 2, KEEP)]);
        assert!(
            remedy(20)[0].contains("write `0-1;2;4;6;"),
            "{:?}",
            remedy(20)
        );
    }

    #[test]
    fn long_lists_are_written_once() {
        let remedy = |count: u16| {
            let ranges = (0..count).map(|i| (2 * i, 2 * i)).chain([(0, 0)]);
            said(&[&ranges.collect::<Vec<_>>()])
        };
        assert_eq!(remedy(21), [of(0, 2, "write it once")]);
        assert!(
            remedy(20)[0].contains("write it once: `0;2;4;"),
            "{:?}",
            remedy(20)
        );
    }

    #[test]
    fn a_list_has_no_last_port() {
        let layout = Layout {
            has_last: true,
            ..LAYOUT
        };
        let text = |ranges: &[(u16, u16)]| {
            let ranges = ranges.to_vec();
            Remedy::Write {
                line: 2,
                ranges,
                here: true,
            }
            .text(2, layout)
        };
        assert_eq!(text(&[(80, 90), (95, 95)]), KEEP);
        assert!(text(&[(80, 90)]).starts_with("write `80` as the port and `90` as the last port"));
    }

    #[test]
    fn long_chains_are_followed_once() {
        let rows: Vec<[(u16, u16); 1]> = (0..60_000).map(|i| [(i, i + 1)]).collect();
        let rows: Vec<&[(u16, u16)]> = rows.iter().map(|it| &it[..]).collect();
        let texts = said(&rows);
        let last = of(
            59_999,
            60_000,
            "write `0-60000` at line 2 and take it out here",
        );
        assert_eq!((texts.len(), texts.last()), (59_999, Some(&last)));
    }
}
