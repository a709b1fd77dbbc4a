//! All names in one text, and a table by their hash.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{arms, methods, names};
use crate::{
    args::Optimize,
    expand::{
        bytes::{pack, table, width},
        displace::{self, Placement},
        identifier,
    },
    hash::{self, Words},
    valid::Registry,
};

pub(in crate::expand) struct Pool<'a> {
    /// First one for each service, then aliases, with the indices of their services.
    names: Vec<(&'a str, usize)>,
    /// How many services there are.
    services: usize,
    placement: Placement,
    optimize: Optimize,
    /// How many words of a name its hash is of.
    words: usize,
    /// Names that the hash does not tell from others: it overlooks case, also in what is
    /// no letter, and does not see the middle of some names.
    twins: Vec<(&'a str, usize)>,
}

/// More names than this are not told from others one by one.
const FEW_TWINS: usize = 16;

impl<'a> Pool<'a> {
    /// Nothing where there are more names than a table has room for.
    pub(super) fn new(registry: &'a Registry, optimize: Optimize) -> Option<Self> {
        let names: Vec<(&str, usize)> = names(registry).collect();
        let (words, (keys, twins)) = match alone::<3>(&names) {
            (keys, twins) if twins.len() <= FEW_TWINS => (3, (keys, twins)),
            _ => (4, alone::<4>(&names)),
        };
        let mut placement = displace::place(keys.len(), optimize, |key, seed| {
            let name = names[keys[key]].0.as_bytes();
            let in_name = Words::of(name);
            match words {
                3 => hash::of_name::<3>(name, in_name, seed),
                _ => hash::of_name::<4>(name, in_name, seed),
            }
        })?;
        for slot in placement.slots.iter_mut().flatten() {
            *slot = keys[*slot];
        }
        let twins = twins.into_iter().map(|place| names[place]).collect();
        Some(Self {
            services: registry.services.len(),
            names,
            placement,
            optimize,
            words,
            twins,
        })
    }

    /// The text, the ends of names in it, and how many bytes such a number has.
    fn text(&self) -> (String, Vec<u8>, usize) {
        let text: String = self.names.iter().map(|(name, _)| *name).collect();
        let mut ends = vec![0];
        for (name, _) in &self.names {
            ends.push(ends[ends.len() - 1] + name.len());
        }
        let width = width(text.len()).max(2);
        (text, pack(ends, width), width)
    }

    pub(super) fn statics(&self) -> TokenStream {
        let (text, ends, width) = self.text();
        let Placement {
            seed,
            displacements,
            slots,
        } = &self.placement;
        // Places of aliases do not tell their services. For speed, a slot has the service,
        // too; for size, aliases have a table of their own.
        let slot_width = match self.optimize {
            Optimize::Speed if !self.aliases().is_empty() => 4,
            _ => 2,
        };
        let slots = slots.iter().map(|place| {
            place.map_or(0, |place| match slot_width {
                2 => place + 1,
                _ => (place + 1) | ((self.names[place].1 + 1) << 16),
            })
        });
        let displacements = pack(displacements.iter().copied(), 2);
        let slots = pack(slots, slot_width);
        let mut statics = table(&identifier("NAME_ENDS"), &ends);
        statics.extend(table(&identifier("NAME_DISPLACEMENTS"), &displacements));
        statics.extend(table(&identifier("NAME_SLOTS"), &slots));
        let longest = self.names.iter().map(|(name, _)| name.len()).max();
        let (longest, words) = (longest.unwrap_or_default(), self.words);
        let (ends, displacements, slots) = (ends.len(), displacements.len(), slots.len());
        statics.extend(quote! {
            static NAME_TEXT: &::core::primitive::str = #text;
            const NAMES: ::port_consts::__private::Names<#width, #ends> =
                ::port_consts::__private::Names { text: &NAME_TEXT, ends: &NAME_ENDS };
            const SLOTS: ::port_consts::__private::Slots<#words, #slot_width, #displacements, #slots> =
                ::port_consts::__private::Slots {
                    seed: #seed,
                    longest: #longest,
                    displacements: &NAME_DISPLACEMENTS,
                    slots: &NAME_SLOTS,
                };
        });
        statics.extend(self.statics_of_aliases());
        statics
    }

    fn aliases(&self) -> &[(&'a str, usize)] {
        &self.names[self.services..]
    }

    fn statics_of_aliases(&self) -> TokenStream {
        let aliases = self.aliases();
        if aliases.is_empty() {
            return TokenStream::new();
        }
        let ends = (0..=self.services)
            .map(|service| aliases.partition_point(|(_, owner)| *owner < service));
        let ends = table(&identifier("ALIAS_ENDS"), &pack(ends, 2));
        let owners = self.has_owners().then(|| {
            let owners = aliases.iter().map(|(_, owner)| *owner + 1);
            table(&identifier("ALIAS_OWNERS"), &pack(owners, 2))
        });
        let (count, texts) = (aliases.len(), aliases.iter().map(|(alias, _)| alias));
        quote! {
            #ends
            #owners
            static ALIASES: [&::core::primitive::str; #count] = [#(#texts),*];
        }
    }

    /// Whether the services of aliases are in a table of their own.
    fn has_owners(&self) -> bool {
        self.optimize == Optimize::Size && !self.aliases().is_empty()
    }

    pub(super) fn search(&self, registry: &Registry) -> TokenStream {
        let mut found = quote!(SLOTS.find(NAMES, name));
        if self.has_owners() {
            let services = self.services;
            found = quote!(::port_consts::__private::owner(#found, #services, &ALIAS_OWNERS));
        }
        if self.twins.is_empty() {
            return quote!(nth(#found));
        }
        let arms = arms::arms(registry, self.twins.iter().copied());
        quote! {
            let found = #found;
            if found != 0 {
                return nth(found);
            }
            let bytes = name.as_bytes();
            match bytes.len() {
                #arms
                _ => {}
            }
            ::core::option::Option::None
        }
    }

    pub(super) fn methods(&self) -> TokenStream {
        let aliases = if self.aliases().is_empty() {
            quote!(&[])
        } else {
            let ends = (self.services + 1) * 2;
            quote!(::port_consts::__private::part::<_, 2, #ends>(
                &ALIASES,
                &ALIAS_ENDS,
                index(self)
            ))
        };
        methods(&quote!(NAMES.get(index(self))), &aliases)
    }
}

/// The names that a hash of so many words tells apart, and the others, by their places.
fn alone<const WORDS: usize>(names: &[(&str, usize)]) -> (Vec<usize>, Vec<usize>) {
    let mut seen: BTreeSet<(usize, Vec<u32>)> = BTreeSet::new();
    (0..names.len()).partition(|place| {
        let name = names[*place].0.as_bytes();
        let Words([first, second, third, last]) = Words::of(name);
        let mut words = vec![first, third, last];
        if WORDS > 3 {
            words.push(second);
        }
        if name.len() > 16 {
            // All of it is hashed.
            words = name.iter().map(|byte| u32::from(*byte)).collect();
        }
        let folded = words.into_iter().map(|word| word | hash::CASE);
        seen.insert((name.len(), folded.collect()))
    })
}
