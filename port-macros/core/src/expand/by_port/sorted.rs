//! Entries and runs of ports, sorted, for what a table leaves out.

#![allow(
    clippy::cast_possible_truncation,
    reason = "tables have numbers of four bytes at most"
)]

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::emitted::static_of;
use crate::{
    expand::bytes::{pack, table},
    format::ports::{self as format, ENTRY_BYTES, FIELD_BYTES, RUN_FIELDS},
    lists::{Listed as _, sort},
    valid::{Registry, Segment},
    words::transports,
};

/// The flag of a transport, tcp or udp, by its bit.
pub(super) fn flag(bit: usize) -> usize {
    format::flag(bit as u32) as usize
}

/// A number without its flags.
pub(super) fn without_flags(number: usize) -> usize {
    format::without_flags(number as u32) as usize
}

/// An entry of a table: a port, and a number with its flags.
pub(super) fn entry(port: u16, number: usize) -> usize {
    format::entry(port, number as u32) as usize
}

/// The port of an entry.
pub(super) fn port_of(entry: usize) -> usize {
    format::port_of(entry as u32) as usize
}

/// Whether all numbers are below the flags.
pub(super) fn leaves_flags(registry: &Registry) -> bool {
    registry.services.len() < format::FIRST_FLAG as usize
}

/// Longer runs of ports stay runs, shorter ones become entries.
const SHORT_RUN: u16 = 4;

/// Up to so many runs are matched directly: that takes no more than a table and the code
/// that reads it.
const FEW_RUNS: usize = 16;

/// The number of a service: one above its index.
pub(super) fn number(segment: &Segment) -> usize {
    segment.services[0] + 1
}

/// Runs of one transport.
pub(super) struct Runs {
    pub(super) bit: usize,
    pub(super) runs: Vec<(u16, u16, usize)>,
}

impl Runs {
    /// All ports of a transport.
    pub(super) fn of(registry: &Registry, bit: usize) -> Self {
        let segments = registry.owners[bit].iter();
        let runs = segments.map(|segment| (segment.first, segment.last, number(segment)));
        let runs = runs.listed();
        Self { bit, runs }
    }

    /// The ports of a transport that [`ports`] leaves out. Those are looked up first, so a
    /// run may contain ports of other services.
    pub(super) fn long(registry: &Registry, bit: usize) -> Self {
        let mut runs: Vec<(u16, u16, usize)> = Vec::new();
        // The last port up to which no port was free since the last run.
        let mut reach = None;
        for segment in &registry.owners[bit] {
            let adjoins = reach.is_some_and(|reach| segment.first - reach == 1);
            if is_short(segment) {
                reach = adjoins.then_some(segment.last);
                continue;
            }
            match runs.last_mut() {
                Some((_, last, of)) if adjoins && *of == number(segment) => *last = segment.last,
                _ => runs.push((segment.first, segment.last, number(segment))),
            }
            reach = Some(segment.last);
        }
        Self { bit, runs }
    }

    pub(super) fn bytes(&self) -> usize {
        self.runs.len() * RUN_FIELDS * FIELD_BYTES
    }

    /// The static that it may need, and an expression that searches for `number`.
    pub(super) fn emit(&self) -> (TokenStream, TokenStream) {
        if self.runs.is_empty() {
            return (TokenStream::new(), quote!(0));
        }
        if self.runs.len() <= FEW_RUNS {
            let arms = self.runs.iter().map(|(first, last, number)| {
                let number = Literal::usize_unsuffixed(*number);
                quote!(#first..=#last => #number,)
            });
            return (
                TokenStream::new(),
                quote!(match number { #(#arms)* _ => 0 }),
            );
        }
        let name = static_of(self.bit, "RUNS");
        let fields = self.runs.iter();
        let fields = fields.flat_map(|(first, last, number)| -> [usize; RUN_FIELDS] {
            [(*first).into(), (*last).into(), *number]
        });
        let table = table(&name, &pack(fields, FIELD_BYTES));
        let search = quote!(::port_consts::__private::in_runs(&#name, number));
        (table, search)
    }
}

fn is_short(segment: &Segment) -> bool {
    segment.last - segment.first < SHORT_RUN
}

/// The ports of tcp and udp, except for long runs: for each its one or two numbers, with
/// the flags of their transports.
pub(super) fn ports(registry: &Registry) -> Vec<(u16, Vec<usize>)> {
    let mut entries: Vec<(u16, usize)> = Vec::new();
    for bit in 0..transports::FLAGGED {
        for segment in registry.owners[bit].iter().filter(|it| is_short(it)) {
            for port in segment.first..=segment.last {
                entries.push((port, flag(bit) + number(segment)));
            }
        }
    }
    sort(&mut entries, &|(a, _), (b, _)| a.cmp(b));
    let mut ports: Vec<(u16, Vec<usize>)> = Vec::new();
    for &(port, entry) in &entries {
        match ports.last_mut() {
            Some((before, numbers)) if *before == port => match numbers.last_mut() {
                Some(last) if without_flags(*last) == without_flags(entry) => *last |= entry,
                _ => numbers.push(entry),
            },
            _ => ports.push((port, vec![entry])),
        }
    }
    ports
}

/// The static of sorted entries, and an expression that searches it for `number`.
pub(super) fn singles(name: &Ident, entries: &[usize]) -> (TokenStream, TokenStream) {
    if entries.is_empty() {
        return (TokenStream::new(), quote!(0));
    }
    let table = table(name, &pack(entries.iter().copied(), ENTRY_BYTES));
    let search = quote!(::port_consts::__private::in_entries(&#name, flag, number));
    (table, search)
}
