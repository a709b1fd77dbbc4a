//! Ports in rows of bits: small where ports are dense and in the order of services.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitted, identifier, rest::Rest, sorted};
use crate::{
    expand::bytes::{pack, table, width},
    valid::Registry,
};

/// The ports of a row.
const ROW: u16 = 16;

/// The bits of tcp, those of udp, and the number of the first port.
type Row = [usize; 3];

pub(super) struct Plan {
    rows: Vec<Row>,
    /// For each 16 ports the place of its row; the last is an empty one.
    pages: Vec<usize>,
    rest: Rest,
}

/// Nothing where numbers need the bits that are for the transports.
pub(super) fn plan(registry: &Registry) -> Option<Plan> {
    if registry.services.len() >= sorted::TCP {
        return None;
    }
    let mut by_row: HashMap<u16, Vec<(u16, usize)>> = HashMap::new();
    let ports = sorted::ports(registry);
    for (port, numbers) in &ports {
        let row = by_row.entry(port / ROW).or_default();
        row.extend(numbers.iter().map(|number| (*port, *number)));
    }
    let count = ports.keys().next_back().map_or(0, |last| last / ROW + 1);
    let mut rows: Vec<Row> = vec![[0; 3]];
    let mut known: HashMap<Row, usize> = HashMap::from([([0; 3], 0)]);
    let mut pages = Vec::new();
    let mut singles = Vec::new();
    for page in 0..count {
        let entries = by_row.get(&page).map_or(&[][..], Vec::as_slice);
        let (row, rest) = best_row(entries);
        singles.extend(rest);
        pages.push(*known.entry(row).or_insert_with(|| {
            rows.push(row);
            rows.len() - 1
        }));
    }
    pages.push(0);
    singles.sort_unstable_by_key(|entry| entry & 0xFFFF);
    Some(Plan {
        rows,
        pages,
        rest: Rest::of(registry, singles),
    })
}

/// The row that serves most of these ports, and the entries that it does not.
fn best_row(entries: &[(u16, usize)]) -> (Row, Vec<usize>) {
    // How many ports before one are in the row is not known yet; few are left out.
    let mut bases: Vec<usize> = Vec::new();
    for (before, (_, number)) in entries.iter().enumerate() {
        let number = number & !(sorted::TCP | sorted::UDP);
        let range = before.saturating_sub(4)..=before;
        bases.extend(range.filter_map(|before| number.checked_sub(before)));
    }
    bases.sort_unstable();
    bases.dedup();
    let rows = bases.iter().map(|base| row_from(entries, *base));
    rows.min_by_key(|(_, rest)| rest.len()).unwrap_or_default()
}

/// The row whose first port has the number `base`.
fn row_from(entries: &[(u16, usize)], base: usize) -> (Row, Vec<usize>) {
    let mut row = [0, 0, base];
    let mut rest = Vec::new();
    let mut next = base;
    for (port, entry) in entries {
        let number = entry & !(sorted::TCP | sorted::UDP);
        let bit = 1 << (port % ROW);
        // A port has one number in a row; a second one is left over.
        if number == next && number > 0 && (row[0] | row[1]) & bit == 0 {
            for (bits, flag) in row.iter_mut().zip([sorted::TCP, sorted::UDP]) {
                if entry & flag != 0 {
                    *bits |= bit;
                }
            }
            next += 1;
        } else {
            rest.push(sorted::entry(*port, *entry));
        }
    }
    (row, rest)
}

impl Plan {
    fn width(&self) -> usize {
        width(self.rows.len() - 1)
    }

    /// How many bytes the tables have.
    pub(super) fn bytes(&self) -> usize {
        self.rows.len() * 6 + self.pages.len() * self.width() + self.rest.bytes()
    }

    pub(super) fn emit(&self, name: &Ident) -> Emitted {
        let width = self.width();
        let (pages, rows) = (self.pages.len() * width, self.rows.len() * 6);
        let mut statics: TokenStream = table(
            &identifier("ROW_PAGES"),
            &pack(self.pages.iter().copied(), width),
        );
        statics.extend(table(
            &identifier("ROWS"),
            &pack(self.rows.iter().flatten().copied(), 2),
        ));
        let first = quote! {
            let found = ::port_consts::__private::by_rank::<#width, #pages, #rows>(
                &ROW_PAGES, &ROWS, flag, number,
            );
            if found != 0 {
                return nth(found);
            }
            others = true;
        };
        self.rest.behind(name, statics, &first)
    }
}
