//! From a name to a service: `from_name`.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::variant;
use crate::{args::Args, valid::Registry};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    // By length first: few names are left to compare, and each as an array.
    let mut by_length: BTreeMap<usize, Vec<(Vec<u8>, usize)>> = BTreeMap::new();
    for (index, service) in registry.services.iter().enumerate() {
        for text in std::iter::once(&service.name).chain(&service.aliases) {
            let text = text.to_ascii_lowercase().into_bytes();
            by_length.entry(text.len()).or_default().push((text, index));
        }
    }
    let lengths = by_length.into_iter().map(|(length, names)| {
        let arms = names.into_iter().map(|(text, index)| {
            let text = Literal::byte_string(&text);
            let variant = variant(registry, index);
            quote!(#text => Self::#variant,)
        });
        quote! {
            #length => match &::port_consts::__private::lower::<#length>(name) {
                #(#arms)*
                _ => return ::core::option::Option::None,
            },
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// The service of this name or alias, without regard to ASCII case.
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn from_name(
                name: &::core::primitive::str,
            ) -> ::core::option::Option<Self> {
                let name = name.as_bytes();
                ::core::option::Option::Some(match name.len() {
                    #(#lengths)*
                    _ => return ::core::option::Option::None,
                })
            }
        }
    }
}
