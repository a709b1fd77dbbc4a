//! The table of names, which `format::names` describes.

#![allow(
    clippy::cast_possible_truncation,
    reason = "a registry with larger numbers has no table"
)]

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    methods::{methods, names},
    name_arms,
};
use crate::{
    expand::{
        bytes::{pack, table, width},
        perfect_hash::{self, Placement},
        variants::identifier,
    },
    format::{
        hash::{self, DISPLACEMENT_BYTES, Words},
        names::{PLACE_BYTES, WITH_NUMBER_BYTES, slot},
    },
    valid::Registry,
    words::strategies::Strategy,
};

pub(in crate::stages::expand) struct NameTable<'a> {
    /// In the order of places, with the indices of their services.
    names: Vec<(&'a str, usize)>,
    /// How many services there are.
    services: usize,
    placement: Placement,
    strategy: &'static Strategy,
    /// How many words of a name are hashed.
    words: usize,
    /// Names that the hash doesn't tell from others. It folds case by a bit that also changes
    /// other characters, and skips the middle of some names.
    twins: Vec<(&'a str, usize)>,
}

/// Up to so many names that a hash of three words confuses are matched one by one.
const FEW_TWINS: usize = 16;

impl<'a> NameTable<'a> {
    /// Returns `None` if there are more names than a table has room for.
    pub(super) fn new(registry: &'a Registry, strategy: &'static Strategy) -> Option<Self> {
        let names: Vec<(&str, usize)> = names(registry).collect();
        let (words, (keys, twins)) = match alone::<3>(&names) {
            (keys, twins) if twins.len() <= FEW_TWINS => (3, (keys, twins)),
            _ => (4, alone::<4>(&names)),
        };
        let mut placement = perfect_hash::place(keys.len(), strategy.name_buckets, |key, seed| {
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
            strategy,
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
        // The place of an alias does not tell its service.
        let slot_width = if self.strategy.number_in_slot && !self.aliases().is_empty() {
            WITH_NUMBER_BYTES
        } else {
            PLACE_BYTES
        };
        let slots = slots.iter().map(|place| {
            place.map_or(0, |place| {
                let number = match slot_width {
                    WITH_NUMBER_BYTES => self.names[place].1 + 1,
                    _ => 0,
                };
                slot(place as u32, number as u32) as usize
            })
        });
        let displacements = pack(displacements.iter().copied(), DISPLACEMENT_BYTES);
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

    /// Whether the services of aliases have their own table.
    fn has_owners(&self) -> bool {
        !self.strategy.number_in_slot && !self.aliases().is_empty()
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
        let arms = name_arms::arms(registry, self.twins.iter().copied());
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

/// The places of the names that a hash of so many words tells apart, and of the others.
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
            // The whole name is hashed.
            words = name.iter().map(|byte| u32::from(*byte)).collect();
        }
        let folded = words.into_iter().map(|word| word | hash::CASE);
        seen.insert((name.len(), folded.collect()))
    })
}
