//! All names in one text, and a table by their hash.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{arms, methods, names};
use crate::{
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
    /// Names that the hash does not tell from others, because case is all that it
    /// overlooks, and it overlooks it in what is no letter, too: `a@` and ``a` ``.
    twins: Vec<(&'a str, usize)>,
}

impl<'a> Pool<'a> {
    /// Nothing where there are more names than a table has room for.
    pub(super) fn new(registry: &'a Registry) -> Option<Self> {
        let names: Vec<(&str, usize)> = names(registry).collect();
        let mut folded: BTreeSet<Vec<u8>> = BTreeSet::new();
        let mut keys: Vec<usize> = Vec::new();
        let mut twins: Vec<(&str, usize)> = Vec::new();
        for (place, (name, service)) in names.iter().enumerate() {
            if folded.insert(name.bytes().map(|byte| byte | 0x20).collect()) {
                keys.push(place);
            } else {
                twins.push((name, *service));
            }
        }
        let mut placement = displace::place(keys.len(), |key, seed| {
            let name = names[keys[key]].0.as_bytes();
            hash::of_name(name, Words::of(name), seed)
        })?;
        for slot in placement.slots.iter_mut().flatten() {
            *slot = keys[*slot];
        }
        Some(Self {
            names,
            services: registry.services.len(),
            placement,
            twins,
        })
    }

    /// The text, the ends of names in it, and how many bytes such a number has.
    fn text(&self) -> (Vec<u8>, Vec<u8>, usize) {
        let text: String = self.names.iter().map(|(name, _)| *name).collect();
        let mut ends = vec![0];
        for (name, _) in &self.names {
            ends.push(ends[ends.len() - 1] + name.len());
        }
        let width = width(text.len()).max(2);
        (text.into_bytes(), pack(ends, width), width)
    }

    pub(super) fn statics(&self) -> TokenStream {
        let (text, ends, width) = self.text();
        let Placement {
            seed,
            displacements,
            slots,
        } = &self.placement;
        let slots = slots.iter().map(|place| place.map_or(0, |place| place + 1));
        let displacements = pack(displacements.iter().copied(), 2);
        let slots = pack(slots, 2);
        let mut statics = table(&identifier("NAME_ENDS"), &ends);
        statics.extend(table(&identifier("NAME_DISPLACEMENTS"), &displacements));
        statics.extend(table(&identifier("NAME_SLOTS"), &slots));
        let longest = self.names.iter().map(|(name, _)| name.len()).max();
        let longest = longest.unwrap_or_default();
        let (length, literal) = (text.len(), Literal::byte_string(&text));
        let (ends, displacements, slots) = (ends.len(), displacements.len(), slots.len());
        statics.extend(quote! {
            static NAME_TEXT: [::core::primitive::u8; #length] = *#literal;
            const NAMES: ::port_consts::__private::Names<#width, #length, #ends> =
                ::port_consts::__private::Names { text: &NAME_TEXT, ends: &NAME_ENDS };
            const SLOTS: ::port_consts::__private::Slots<#displacements, #slots> =
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
        let owners = aliases.iter().map(|(_, service)| service + 1);
        let owners = table(&identifier("ALIAS_OWNERS"), &pack(owners, 2));
        let ends = (0..=self.services)
            .map(|service| aliases.partition_point(|(_, owner)| *owner < service));
        let ends = table(&identifier("ALIAS_ENDS"), &pack(ends, 2));
        let (count, texts) = (aliases.len(), aliases.iter().map(|(alias, _)| alias));
        quote! {
            #owners
            #ends
            static ALIASES: [&::core::primitive::str; #count] = [#(#texts),*];
        }
    }

    pub(super) fn search(&self, registry: &Registry) -> TokenStream {
        let services = Literal::usize_unsuffixed(self.services);
        let number = if self.aliases().is_empty() {
            quote!(found)
        } else {
            quote! {
                if found > #services {
                    let alias = found.wrapping_sub(#services).wrapping_sub(1);
                    ALIAS_OWNERS.number::<2>(alias as ::core::primitive::usize)
                } else {
                    found
                }
            }
        };
        let twins = (!self.twins.is_empty()).then(|| {
            let arms = arms::arms(registry, self.twins.iter().copied());
            quote! {
                let bytes = name.as_bytes();
                match bytes.len() {
                    #arms
                    _ => {}
                }
            }
        });
        quote! {
            #twins
            let found = SLOTS.find(NAMES, name);
            nth(#number)
        }
    }

    pub(super) fn methods(&self) -> TokenStream {
        let aliases = if self.aliases().is_empty() {
            quote!(&[])
        } else {
            quote!(::port_consts::__private::part::<_, 2, _>(
                &ALIASES,
                &ALIAS_ENDS,
                index(self)
            ))
        };
        methods(&quote!(NAMES.get(index(self))), &aliases)
    }
}
