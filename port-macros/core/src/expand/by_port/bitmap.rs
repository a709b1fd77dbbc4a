//! Rows of bits: small if ports are dense and in the order of services.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{emitted::Emitted, fallback::Fallback, sorted};
use crate::{
    expand::{
        bytes::{pack, table, width},
        variants::identifier,
    },
    format::ports::{FIELD_BYTES, ROW_FIELDS, row_bit, row_of},
    lists::{Places, key_of, sort},
    valid::Registry,
    words::transports::FLAGGED,
};

/// The bits of tcp, those of udp, and the number of the first port.
type Row = [usize; ROW_FIELDS];

pub(super) struct Plan {
    pub(super) rows: Vec<Row>,
    /// The place of the row of each page; the last page is an empty one.
    pub(super) pages: Vec<usize>,
    pub(super) fallback: Fallback,
}

/// Returns `None` if numbers need the bits of the flags.
pub(super) fn plan(registry: &Registry) -> Option<Plan> {
    if !sorted::leaves_flags(registry) {
        return None;
    }
    let ports = sorted::ports(registry);
    let count = ports.last().map_or(0, |(last, _)| row_of(*last) + 1);
    let mut entries: Vec<Vec<(u16, usize)>> = vec![Vec::new(); count.into()];
    for (port, numbers) in &ports {
        let row = &mut entries[usize::from(row_of(*port))];
        row.extend(numbers.iter().map(|number| (*port, *number)));
    }
    let mut rows: Vec<Row> = vec![Row::default()];
    let mut known = Places::default();
    known.find_or(key_of(&rows[0]), 0);
    let mut pages = Vec::new();
    let mut singles = Vec::new();
    for entries in &entries {
        let (row, others) = best_row(entries);
        singles.extend(others);
        let page = known.find_or(key_of(&row), rows.len());
        if page == rows.len() {
            rows.push(row);
        }
        pages.push(page);
    }
    pages.push(0);
    sort(&mut singles, &|a, b| {
        sorted::port_of(*a).cmp(&sorted::port_of(*b))
    });
    Some(Plan {
        rows,
        pages,
        fallback: Fallback::of(registry, singles),
    })
}

/// The row that has most of these ports, and the entries of the others.
fn best_row(entries: &[(u16, usize)]) -> (Row, Vec<usize>) {
    // Nobody knows yet how many of the ports before are in the row; few are left out.
    let mut bases: Vec<usize> = Vec::new();
    for (before, (_, number)) in entries.iter().enumerate() {
        let number = sorted::without_flags(*number);
        let range = before.saturating_sub(4)..=before;
        bases.extend(range.filter_map(|before| number.checked_sub(before)));
    }
    sort(&mut bases, &Ord::cmp);
    bases.dedup();
    let rows = bases.iter().map(|base| row_from(entries, *base));
    rows.min_by_key(|(_, others)| others.len())
        .unwrap_or_default()
}

/// The row whose first port has the number `base`.
fn row_from(entries: &[(u16, usize)], base: usize) -> (Row, Vec<usize>) {
    let mut row = [0, 0, base];
    let mut others = Vec::new();
    let mut next = base;
    let mut last = None;
    for (port, entry) in entries {
        let number = sorted::without_flags(*entry);
        let bit = row_bit(*port) as usize;
        // A port has one number in a row; a second one goes into the fallback.
        if number == next && last != Some(*port) {
            last = Some(*port);
            for (transport, bits) in row[..FLAGGED].iter_mut().enumerate() {
                if entry & sorted::flag(transport) != 0 {
                    *bits |= bit;
                }
            }
            next += 1;
        } else {
            others.push(sorted::entry(*port, *entry));
        }
    }
    (row, others)
}

impl Plan {
    fn width(&self) -> usize {
        width(self.rows.len() - 1)
    }

    /// How many bytes the tables have.
    pub(super) fn bytes(&self) -> usize {
        self.rows.len() * ROW_FIELDS * FIELD_BYTES
            + self.pages.len() * self.width()
            + self.fallback.bytes()
    }

    pub(super) fn emit(&self, name: &Ident) -> Emitted {
        let width = self.width();
        let (pages, rows) = (
            self.pages.len() * width,
            self.rows.len() * ROW_FIELDS * FIELD_BYTES,
        );
        let mut statics: TokenStream = table(
            &identifier("ROW_PAGES"),
            &pack(self.pages.iter().copied(), width),
        );
        statics.extend([table(
            &identifier("ROWS"),
            &pack(self.rows.iter().flatten().copied(), FIELD_BYTES),
        )]);
        let first = quote! {
            let found = ::port_consts::__private::by_bitmap::<#width, #pages, #rows>(
                &ROW_PAGES, &ROWS, flag, number,
            );
            if found != 0 {
                return nth(found);
            }
            others = true;
        };
        self.fallback.after(name, statics, &first)
    }
}
