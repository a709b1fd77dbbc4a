//! The table of names, which `format::names` describes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    methods::{methods, names},
    placement::{self, Placement},
};
use crate::{
    expand::{
        bytes::{pack, table, width},
        variants::identifier,
    },
    format::names::{DIGIT_BITS, MARGIN, SHORT, TWO_WORDS, cell_bytes, end_of_name, is_plain},
    lists::Listed as _,
    valid::Registry,
};

/// The least bytes of a place.
const PLACE_BYTES: usize = 2;

pub(in crate::stages::expand) struct NameTable<'a> {
    /// Names and then aliases, with the indices of their services.
    names: Vec<(&'a str, usize)>,
    /// How many services there are.
    services: usize,
    placement: Placement,
    /// Whether names need the exact form of lower case.
    exact: bool,
}

/// The text of all names, and where they are in it.
struct Layout {
    text: String,
    /// How many bytes a number has.
    digits: usize,
    /// For each length, where the window of its first cell begins.
    windows: Vec<usize>,
    /// How many bits of a place are the length.
    length_bits: u32,
    /// The place of the name of each service.
    places: Vec<usize>,
    /// Whether a place has the end of the name, and not the index of its cell.
    has_ends: bool,
}

impl<'a> NameTable<'a> {
    /// Returns `None` if names are equal.
    pub(super) fn new(registry: &'a Registry) -> Option<Self> {
        Self::of(names(registry).listed(), registry.services.len())
    }

    fn of(names: Vec<(&'a str, usize)>, services: usize) -> Option<Self> {
        let exact = !names.iter().all(|(name, _)| name.bytes().all(is_plain));
        let lower = names.iter().map(|(name, _)| name.to_ascii_lowercase());
        let lower: Vec<String> = lower.listed();
        let lower: Vec<&[u8]> = lower.iter().map(String::as_bytes).listed();
        let placement = placement::place(&lower, exact)?;
        Some(Self {
            names,
            services,
            placement,
            exact,
        })
    }

    fn layout(&self) -> Layout {
        let slots = &self.placement.slots;
        let mut layout = Layout {
            text: "\0".repeat(MARGIN),
            digits: digits(self.services),
            windows: Vec::new(),
            length_bits: usize::BITS - slots.len().leading_zeros(),
            places: vec![0; self.services],
            has_ends: false,
        };
        for (length, slots) in slots.iter().enumerate() {
            if slots.is_empty() {
                layout.windows.push(0);
                continue;
            }
            layout
                .windows
                .push(layout.text.len() + layout.digits - MARGIN);
            let mut capitals = slots.len();
            for (slot, name) in slots.iter().enumerate() {
                let Some(name) = name else {
                    layout.fill(cell_bytes(length, layout.digits));
                    continue;
                };
                let (spelled, service) = self.names[*name];
                layout.cell(&spelled.to_ascii_lowercase(), service + 1);
                // Only a service has a method that returns its name.
                if *name < self.services {
                    let cell = if spelled.bytes().any(|byte| byte.is_ascii_uppercase()) {
                        capitals += 1;
                        capitals - 1
                    } else {
                        slot
                    };
                    layout.places[service] = length | cell << layout.length_bits;
                }
            }
            for name in slots.iter().flatten().filter(|name| **name < self.services) {
                let (spelled, service) = self.names[*name];
                if spelled.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    layout.cell(spelled, service + 1);
                }
            }
        }
        // Room for the window of the last cell.
        let longest = slots.len().saturating_sub(1).max(SHORT);
        layout.fill(TWO_WORDS.saturating_sub(longest));
        layout.with_ends()
    }

    pub(super) fn statics(&self) -> TokenStream {
        let Layout {
            text,
            digits,
            windows,
            length_bits,
            places,
            has_ends,
        } = self.layout();
        let Placement {
            seed,
            pilots,
            slots,
        } = &self.placement;
        let place_width = width(places.iter().copied().max().unwrap_or_default()).max(PLACE_BYTES);
        let places = pack(places, place_width);
        let mut statics = table(&identifier("NAME_PLACES"), &places);
        let exact = self.exact;
        let numbers = slots.iter().map(Vec::len).chain(windows.iter().copied());
        let window_width = width(numbers.max().unwrap_or_default());
        let slots = pack(slots.iter().map(Vec::len), window_width);
        let windows = pack(windows, window_width);
        let (lengths, slots) = (windows.len(), Literal::byte_string(&slots));
        let (bytes, buckets) = (text.len(), pilots.len());
        let places = places.len();
        let pilots = Literal::byte_string(pilots);
        statics.extend([table(&identifier("NAME_WINDOWS"), &windows)]);
        let name = if has_ends {
            quote! {
                ::port_consts::__private::name_before::<#place_width, #length_bits, #places>(
                    &NAME_TEXT, &NAME_PLACES, index,
                )
            }
        } else {
            quote! {
                ::port_consts::__private::Names::<
                    #place_width, #length_bits, #digits, #places, #window_width, #lengths,
                > {
                    text: &NAME_TEXT,
                    places: &NAME_PLACES,
                    windows: &NAME_WINDOWS,
                }
                .get(index)
            }
        };
        statics.extend([quote! {
            static NAME_TEXT: &::core::primitive::str = #text;
            #[inline]
            const fn name_at(index: ::core::primitive::usize) -> &'static ::core::primitive::str {
                #name
            }
            static NAME_TABLE: ::port_consts::__private::NameTable<
                #seed, #exact, #digits, #window_width, #lengths, #buckets, #bytes,
            > = ::port_consts::__private::NameTable {
                slots: ::port_consts::__private::Table(*#slots),
                windows: ::port_consts::__private::windows(&NAME_WINDOWS),
                text: ::port_consts::__private::bytes_of(NAME_TEXT),
                pilots: *#pilots,
            };
            /// The number of a service, by a name that is unusually long or short.
            #[inline(never)]
            const fn number_of_unusual(name: &::core::primitive::str) -> ::core::primitive::u32 {
                NAME_TABLE.find(name)
            }
        }]);
        statics.extend([self.statics_of_aliases()]);
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
        let (count, texts) = (aliases.len(), aliases.iter().map(|(alias, _)| alias));
        quote! {
            #ends
            static ALIASES: [&::core::primitive::str; #count] = [#(#texts),*];
        }
    }

    /// The body of `from_name`.
    pub(super) fn search() -> TokenStream {
        quote! {
            nth(match NAME_TABLE.find_usual(name) {
                ::core::option::Option::Some(number) => number,
                ::core::option::Option::None => number_of_unusual(name),
            })
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
        methods(&quote!(name_at(index(self))), &aliases)
    }
}

/// How many digits the largest number has.
fn digits(largest: usize) -> usize {
    let bits = usize::BITS - largest.leading_zeros();
    usize::try_from(bits.div_ceil(DIGIT_BITS)).unwrap_or(MARGIN)
}

impl Layout {
    /// With ends in the places of cells, which are less work to read, if they fit into as many
    /// bytes.
    fn with_ends(mut self) -> Self {
        let ends = self.places.iter().map(|place| {
            let (length, index) = self.length_and_index(*place);
            let end = end_of_name(self.windows[length], index, length, self.digits);
            length | end << self.length_bits
        });
        let ends: Vec<usize> = ends.listed();
        if ends.iter().all(|place| width(*place) <= PLACE_BYTES) {
            self.places = ends;
            self.has_ends = true;
        }
        self
    }

    /// The length of a name by its place, and the index of its cell, or its end.
    fn length_and_index(&self, place: usize) -> (usize, usize) {
        (
            place & ((1 << self.length_bits) - 1),
            place >> self.length_bits,
        )
    }

    fn fill(&mut self, bytes: usize) {
        self.text.extend(std::iter::repeat_n('\0', bytes));
    }

    fn cell(&mut self, name: &str, mut number: usize) {
        for _ in 0..self.digits {
            let digit = number & ((1 << DIGIT_BITS) - 1);
            self.text.push(char::from(u8::try_from(digit).unwrap_or(0)));
            number >>= DIGIT_BITS;
        }
        self.fill(SHORT.saturating_sub(name.len()));
        self.text.push_str(name);
    }
}

#[cfg(test)]
#[path = "name_table_tests.rs"]
mod tests;
