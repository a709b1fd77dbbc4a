//! A `match` on the name, for few names.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{expand::variants::variant, valid::Registry};

/// The arms of a `match` on the length of `bytes`, a name. Few names have the same length,
/// and they are compared as arrays. `names` come with the indices of their services.
pub(crate) fn arms<'a>(
    registry: &Registry,
    names: impl IntoIterator<Item = (&'a str, usize)>,
) -> TokenStream {
    let mut by_length: BTreeMap<usize, Vec<(Vec<u8>, usize)>> = BTreeMap::new();
    for (text, index) in names {
        let text = text.to_ascii_lowercase().into_bytes();
        by_length.entry(text.len()).or_default().push((text, index));
    }
    let lengths = by_length.into_iter().map(|(length, names)| {
        let arms = names.into_iter().map(|(text, index)| {
            let text = Literal::byte_string(&text);
            let variant = variant(registry, index);
            quote!(#text => return ::core::option::Option::Some(Self::#variant),)
        });
        quote! {
            #length => match &::port_consts::__private::lower::<#length>(bytes) {
                #(#arms)*
                _ => {}
            },
        }
    });
    lengths.collect()
}
