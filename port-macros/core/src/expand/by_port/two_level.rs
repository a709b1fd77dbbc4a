//! Two levels of tables, the fastest form.

use std::ops::Range;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    emitted::{Emitted, transport},
    sorted::number,
};
use crate::{
    expand::{
        bytes::{pack, table, width},
        variants::identifier,
    },
    format::ports::{FIELD_BYTES, PAGE_BYTES, pages},
    lists::{Listed as _, Places, key_of},
    valid::Registry,
    words::transports,
};

/// Pages have 8 ports at least, and 256 at most.
const LEAST_BITS: u32 = 3;
const MOST_BITS: u32 = 8;

pub(super) struct Plan {
    /// The ports in a page are `1 << bits`.
    pub(super) bits: u32,
    width: usize,
    /// Whether places are counted in leaves, which do not overlap then.
    pub(super) whole: bool,
    /// The places of leaves: all pages of a transport, and then those of the next.
    pub(super) pages: Vec<usize>,
    /// The transports that have pages, by their bits. The others have no ports.
    pub(super) paged: Range<usize>,
    pub(super) leaves: Vec<usize>,
}

/// The plan that takes the fewest bytes.
pub(super) fn plan(registry: &Registry) -> Plan {
    let mut pages = Pages::smallest(registry);
    let mut least = pages.plan(registry);
    while pages.bits < MOST_BITS {
        pages = pages.in_pairs();
        let plan = pages.plan(registry);
        if plan.bytes() < least.bytes() {
            least = plan;
        }
    }
    least
}

/// Pages of `1 << bits` ports, and their leaves.
struct Pages {
    bits: u32,
    /// The transports that have pages, by their bits.
    transports: Range<usize>,
    /// Each leaf once. The first one has no ports.
    leaves: Vec<Vec<usize>>,
    /// Of each page, the leaf by its index.
    indices: Vec<usize>,
}

impl Pages {
    fn smallest(registry: &Registry) -> Self {
        let bits = LEAST_BITS;
        let mut leaves: Vec<Vec<usize>> = vec![vec![0; 1 << bits]];
        let mut known = Places::default();
        let transports = paged(registry);
        // All pages are there, so that the lookup has no branch.
        let mut indices: Vec<usize> = Vec::with_capacity(transports.len() * pages(bits));
        for bit in transports.clone() {
            for leaf in leaves_of(registry, bit, bits) {
                if leaf.is_empty() {
                    indices.push(0);
                    continue;
                }
                let index = known.find_or(key_of(&leaf), leaves.len());
                if index == leaves.len() {
                    leaves.push(leaf);
                }
                indices.push(index);
            }
        }
        Self {
            bits,
            transports,
            leaves,
            indices,
        }
    }

    /// Pages of twice the size. Two of their leaves are equal if the halves are, so that each
    /// number is compared once, however large pages become.
    fn in_pairs(&self) -> Self {
        let mut leaves: Vec<Vec<usize>> = vec![vec![0; 2 << self.bits]];
        let mut known = Places::default();
        let mut indices = Vec::with_capacity(self.indices.len() / 2);
        for pair in self.indices.chunks_exact(2) {
            if *pair == [0, 0] {
                indices.push(0);
                continue;
            }
            let index = known.find_or(key_of(pair), leaves.len());
            if index == leaves.len() {
                leaves.push([&*self.leaves[pair[0]], &self.leaves[pair[1]]].concat());
            }
            indices.push(index);
        }
        Self {
            bits: self.bits + 1,
            transports: self.transports.clone(),
            leaves,
            indices,
        }
    }

    fn plan(&self, registry: &Registry) -> Plan {
        let (places, leaves) = overlap(&self.leaves);
        let whole = places.iter().any(|place| width(*place) > PAGE_BYTES);
        let (places, leaves) = if whole {
            ((0..self.leaves.len()).listed(), self.leaves.concat())
        } else {
            (places, leaves)
        };
        Plan {
            bits: self.bits,
            width: width(registry.services.len()),
            whole,
            pages: self.indices.iter().map(|index| places[*index]).listed(),
            paged: self.transports.clone(),
            leaves,
        }
    }
}

/// The transports that have pages: from the first one that has ports to the last one; or all, so
/// that there is no branch, if tcp or udp and a later one have some.
fn paged(registry: &Registry) -> Range<usize> {
    let mut bits = transports::bits().filter(|bit| !registry.owners[*bit].is_empty());
    let first = bits.next().unwrap_or(0);
    let last = bits.next_back().unwrap_or(first);
    if first < transports::FLAGGED && last >= transports::FLAGGED {
        transports::bits()
    } else {
        first..last + 1
    }
}

/// The leaf of each page of a transport; those without services have nothing in them.
fn leaves_of(registry: &Registry, bit: usize, bits: u32) -> Vec<Vec<usize>> {
    let size = 1 << bits;
    let mut leaves: Vec<Vec<usize>> = vec![Vec::new(); pages(bits)];
    for segment in &registry.owners[bit] {
        let (first, last) = (usize::from(segment.first), usize::from(segment.last));
        let mut start = first >> bits << bits;
        for leaf in &mut leaves[first >> bits..=last >> bits] {
            leaf.resize(size, 0);
            let from = first.max(start) - start;
            let to = last.min(start + size - 1) - start;
            leaf[from..=to].fill(number(segment));
            start += size;
        }
    }
    leaves
}

/// Joins leaves so that the empty ports at the end of one are those at the beginning of the
/// next. Returns their places, and all numbers.
fn overlap(leaves: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let size = leaves[0].len();
    let mut places = vec![0; leaves.len()];
    let mut numbers = leaves[0].clone();
    let lead = |leaf: &[usize]| leaf.iter().take_while(|number| **number == 0).count();
    let trail = |leaf: &[usize]| leaf.iter().rev().take_while(|number| **number == 0).count();
    let mut by_lead: Vec<Vec<usize>> = vec![Vec::new(); size];
    for (index, leaf) in leaves.iter().enumerate().skip(1).rev() {
        by_lead[lead(leaf)].push(index);
    }
    let mut free = size;
    for _ in 1..leaves.len() {
        // The leaf that begins with as many empty ports as are free, or as few more as there is.
        let best = (0..size.min(free + 1)).rev().chain(free + 1..size);
        let mut best = best.filter(|lead| !by_lead[*lead].is_empty());
        let Some((lead, index)) = best.next().and_then(|it| Some((it, by_lead[it].pop()?))) else {
            break;
        };
        let common = lead.min(free);
        places[index] = numbers.len() - common;
        numbers.extend_from_slice(&leaves[index][common..]);
        free = trail(&leaves[index]);
    }
    (places, numbers)
}

impl Plan {
    /// How many bytes the tables have.
    pub(super) fn bytes(&self) -> usize {
        self.pages.len() * PAGE_BYTES + self.leaves.len() * self.width
    }

    /// With an expression of all services, leaves have services, otherwise their numbers.
    pub(super) fn emit(&self, name: &Ident, services: Option<TokenStream>) -> Emitted {
        let pages = identifier("PAGES");
        let mut statics = table(&pages, &pack(self.pages.iter().copied(), PAGE_BYTES));
        let (leaves, service) = match services {
            Some(services) => self.leaves_of_services(name, &services),
            None => self.leaves_of_numbers(),
        };
        statics.extend([leaves]);
        let others = (self.paged.len() < transports::bits().count())
            .then(|| quote!(_ => ::core::option::Option::None,));
        let transports = self.paged.clone().map(transport);
        let first = literal(self.paged.start);
        let (bits, scale) = (self.bits, if self.whole { self.bits } else { 0 });
        let page_bytes = self.pages.len() * PAGE_BYTES;
        let body = quote! {
            match transport {
                #(#transports)|* => {
                    let place = ::port_consts::__private::place_in_leaves::<
                        #bits, #scale, #page_bytes,
                    >(&#pages, (transport as ::core::primitive::u32).wrapping_sub(#first), number);
                    #service
                }
                #others
            }
        };
        Emitted { statics, body }
    }

    /// The leaves, and the service at `place` in them.
    fn leaves_of_numbers(&self) -> (TokenStream, TokenStream) {
        let (leaves, width) = (identifier("LEAVES"), self.width);
        let numbers = pack(self.leaves.iter().copied(), width);
        (
            table(&leaves, &numbers),
            quote!(nth(#leaves.number::<#width>(place))),
        )
    }

    /// The same with leaves of what the lookup returns: the compiler makes them of indices, so
    /// that a lookup has nothing left to do. It copies a service from a list in a fraction of the
    /// time that it takes to find one by its number.
    fn leaves_of_services(
        &self,
        name: &Ident,
        services: &TokenStream,
    ) -> (TokenStream, TokenStream) {
        let (leaves, count) = (identifier("LEAVES"), self.leaves.len());
        let mut packed = Vec::new();
        let mut end = 0;
        for (place, number) in self.leaves.iter().enumerate() {
            if let Some(index) = number.checked_sub(1) {
                packed.extend(pack([place - end, index], FIELD_BYTES));
                end = place + 1;
            }
        }
        let packed = Literal::byte_string(&packed);
        let statics = quote! {
            static #leaves: [::core::option::Option<#name>; #count] =
                ::port_consts::__private::leaves(#packed, #services);
        };
        let service = quote! {
            if place < #count {
                #leaves[place]
            } else {
                ::core::option::Option::None
            }
        };
        (statics, service)
    }
}

fn literal(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}
