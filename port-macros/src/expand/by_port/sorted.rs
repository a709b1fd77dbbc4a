//! Sorted entries, for what a table leaves over: few runs of ports, and ports that are out
//! of order.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::static_of;
use crate::{
    expand::bytes::{pack, table},
    valid::{Registry, Segment},
};

/// The flag of tcp beside a number; that of udp is the bit above.
pub(super) const TCP: usize = 0x4000;
pub(super) const UDP: usize = 0x8000;

/// The flag of a transport by its bit, which is tcp's or udp's.
pub(super) fn flag(bit: usize) -> usize {
    TCP << bit
}

/// Longer runs of ports are kept as runs, shorter ones port by port.
const SHORT_RUN: u16 = 4;

/// Up to so many runs are matched themselves, which takes as little as a table and what
/// reads it.
const FEW_RUNS: usize = 16;

/// The number of a service: one above its index.
pub(super) fn number(segment: &Segment) -> usize {
    segment.services[0] + 1
}

/// Runs of one transport.
pub(super) struct Runs {
    pub(super) bit: usize,
    runs: Vec<(u16, u16, usize)>,
}

impl Runs {
    /// All ports of a transport.
    pub(super) fn of(registry: &Registry, bit: usize) -> Self {
        let segments = registry.owners[bit].iter();
        let runs = segments.map(|segment| (segment.first, segment.last, number(segment)));
        let runs = runs.collect();
        Self { bit, runs }
    }

    /// The ports of a transport that [`ports`] does not have. These are asked first, so a
    /// run goes on behind ports of other services.
    pub(super) fn long(registry: &Registry, bit: usize) -> Self {
        let mut runs: Vec<(u16, u16, usize)> = Vec::new();
        // Up to where no port was free since the last run.
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
        self.runs.len() * 6
    }

    /// An expression that searches for `number`, with the static that it may need.
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
        let fields =
            fields.flat_map(|(first, last, number)| [(*first).into(), (*last).into(), *number]);
        let table = table(&name, &pack(fields, 2));
        let search = quote!(::port_consts::__private::in_runs(&#name, number));
        (table, search)
    }
}

fn is_short(segment: &Segment) -> bool {
    segment.last - segment.first < SHORT_RUN
}

/// The ports of tcp and udp, but for long runs: for each the numbers that it has, with
/// the flags of their transports. There are one or two.
pub(super) fn ports(registry: &Registry) -> BTreeMap<u16, Vec<usize>> {
    let mut ports: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for bit in 0..2 {
        for segment in registry.owners[bit].iter().filter(|it| is_short(it)) {
            for port in segment.first..=segment.last {
                let entries = ports.entry(port).or_default();
                let number = number(segment);
                match entries
                    .iter_mut()
                    .find(|entry| **entry & !(TCP | UDP) == number)
                {
                    Some(entry) => *entry |= flag(bit),
                    None => entries.push(number | flag(bit)),
                }
            }
        }
    }
    ports
}

/// A port, and a number with flags: as it stands in a table.
pub(super) fn entry(port: u16, number: usize) -> usize {
    usize::from(port) | (number << 16)
}

/// The static of sorted entries, and an expression that searches it for `number`.
pub(super) fn singles(name: &Ident, entries: &[usize]) -> (TokenStream, TokenStream) {
    if entries.is_empty() {
        return (TokenStream::new(), quote!(0));
    }
    let table = table(name, &pack(entries.iter().copied(), 4));
    let search = quote!(::port_consts::__private::in_singles(&#name, flag, number));
    (table, search)
}
