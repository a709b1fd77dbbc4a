//! The discriminants of services, which stand for them in tables.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::variants::{has_numbers, identifier};
use crate::{args::Args, valid::Registry};

/// Functions from a service to its index, and from its number, which is one above the index,
/// to the service. They cost nothing: the discriminants are these numbers.
pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    if !has_numbers(registry) {
        return TokenStream::new();
    }
    let name = &args.name;
    let arms = registry
        .services
        .iter()
        .enumerate()
        .map(|(index, service)| {
            let (number, variant) = (
                Literal::usize_unsuffixed(index + 1),
                identifier(&service.variant),
            );
            quote!(#number => #name::#variant,)
        });
    // The match is on an integer of the enum's width. With another, LLVM needs most of a
    // second to see through thousands of arms.
    let width = identifier(match registry.services.len() {
        ..=0xFF => "u8",
        _ => "u16",
    });
    let last = Literal::usize_unsuffixed(registry.services.len());
    quote! {
        #[inline]
        #[allow(dead_code, clippy::too_many_lines, clippy::cast_possible_truncation)]
        const fn nth(number: ::core::primitive::u32) -> ::core::option::Option<#name> {
            // No table has a larger number. This tells the compiler that 0 is the only number
            // without a service. `None` is 0, too, so the match compiles to nothing.
            let number = if number < #last { number } else { #last };
            ::core::option::Option::Some(match number as ::core::primitive::#width {
                #(#arms)*
                _ => return ::core::option::Option::None,
            })
        }

        #[inline]
        #[allow(dead_code)]
        const fn index(service: #name) -> ::core::primitive::usize {
            (service as ::core::primitive::usize).wrapping_sub(1)
        }
    }
}
