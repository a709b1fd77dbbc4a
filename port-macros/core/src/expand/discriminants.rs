//! The discriminants of services, which stand for them in tables.

use std::ops::Range;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::variants::{MOST_IN_STATIC, has_numbers, identifier};
use crate::{args::Args, valid::Registry};

/// Up to so many arms are in one `match`. The compiler compares each arm with each other one,
/// so larger ones take it long. Smaller ones it would narrow to a signed byte, and then not
/// see that the whole changes nothing.
pub(super) const MOST_ARMS: usize = 512;

/// Whether discriminants are the same in documentation: a `cfg` in the enum takes the compiler
/// 140 MB for 60,000 services.
pub(super) fn are_documented(registry: &Registry) -> bool {
    registry.services.len() > MOST_IN_STATIC
}

/// Functions from a service to its index, and from its number, which is one above the index,
/// to the service. They cost nothing: the discriminants are these numbers.
pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    if !has_numbers(registry) {
        return TokenStream::new();
    }
    let name = &args.name;
    // The match is on an integer of the enum's width. With another, LLVM needs most of a
    // second to see through thousands of arms.
    let width = identifier(match registry.services.len() {
        ..=0xFF => "u8",
        _ => "u16",
    });
    let (parts, service) = if registry.services.len() < MOST_ARMS {
        let arms = arms(args, registry, 0..MOST_ARMS);
        let service = quote! {
            ::core::option::Option::Some(match number {
                #arms
                _ => return ::core::option::Option::None,
            })
        };
        (TokenStream::new(), service)
    } else {
        in_parts(args, registry)
    };
    let last = Literal::usize_unsuffixed(registry.services.len());
    // Without a number in front of the first variant, documentation counts from 0.
    let first = if are_documented(registry) {
        quote!(1)
    } else {
        quote!(if ::core::cfg!(doc) { 0 } else { 1 })
    };
    quote! {
        #parts

        #[inline]
        #[allow(dead_code, clippy::too_many_lines, clippy::cast_possible_truncation)]
        const fn nth(number: ::core::primitive::u32) -> ::core::option::Option<#name> {
            // No table has a larger number. This tells the compiler that 0 is the only number
            // without a service. `None` is 0, too, so the match compiles to nothing.
            let number = if number < #last { number } else { #last };
            let number = number as ::core::primitive::#width;
            #service
        }

        #[inline]
        #[allow(dead_code)]
        const fn index(service: #name) -> ::core::primitive::usize {
            let first = #first;
            (service as ::core::primitive::usize).wrapping_sub(first)
        }
    }
}

/// A function for each part of the numbers, and a `match` on `number` that calls them. They
/// are functions because the borrow checker, too, is quicker about many small ones.
fn in_parts(args: &Args, registry: &Registry) -> (TokenStream, TokenStream) {
    let name = &args.name;
    let (mut parts, mut calls) = (TokenStream::new(), TokenStream::new());
    for first in firsts(registry) {
        let end = first + MOST_ARMS;
        let arms = arms(args, registry, first..end);
        let part = part_from(first);
        parts.extend([quote! {
            #[inline(always)]
            #[allow(dead_code, clippy::inline_always, clippy::too_many_lines)]
            const fn #part(number: ::core::primitive::u16) -> ::core::option::Option<#name> {
                ::core::option::Option::Some(match number {
                    #arms
                    _ => return ::core::option::Option::None,
                })
            }
        }]);
        let (first, last) = (
            Literal::usize_unsuffixed(first),
            Literal::usize_unsuffixed(end - 1),
        );
        calls.extend([quote!(#first..=#last => #part(number),)]);
    }
    let service = quote! {
        match number {
            #calls
            _ => ::core::option::Option::None,
        }
    };
    (parts, service)
}

/// The first numbers of all parts.
pub(super) fn firsts(registry: &Registry) -> impl Iterator<Item = usize> + use<> {
    (0..=registry.services.len()).step_by(MOST_ARMS)
}

pub(super) fn part_from(first: usize) -> Ident {
    identifier(&format!("nth_from_{first}"))
}

/// The arms of these numbers that are services'.
fn arms(args: &Args, registry: &Registry, numbers: Range<usize>) -> TokenStream {
    let name = &args.name;
    let mut arms = TokenStream::new();
    let services = registry.services.iter().enumerate();
    for (index, service) in services
        .take(numbers.end - 1)
        .skip(numbers.start.saturating_sub(1))
    {
        let number = Literal::usize_unsuffixed(index + 1);
        let variant = identifier(&service.variant);
        arms.extend([quote!(#number => #name::#variant,)]);
    }
    arms
}

#[cfg(test)]
pub(crate) mod tests {
    use std::fmt::Write as _;

    use syn::parse_quote;

    use super::{MOST_ARMS, MOST_IN_STATIC, emit};
    use crate::{
        args::Args,
        expand::{docs, service_enum},
        problem::Problems,
        tests,
        valid::Registry,
    };

    /// A registry of so many services.
    pub(crate) fn registry(args: &Args, services: usize) -> Registry {
        let mut text = "name,port,transport\n".to_owned();
        for i in 0..services {
            writeln!(text, "s{i},{i},tcp").unwrap();
        }
        tests::checked(&text, &args.options, &mut Problems::new(&args.path))
    }

    #[test]
    fn large_registries_are_numbered_in_parts() {
        let args: Args = parse_quote!(enum E = "ports.csv";);
        for (services, parts, width) in [
            (MOST_ARMS - 1, &[][..], "u16"),
            (MOST_ARMS, &[0, 512][..], "u16"),
            (2 * MOST_ARMS - 1, &[0, 512], "u16"),
            (0xFF, &[], "u8"),
            (0x100, &[], "u16"),
        ] {
            let tokens = emit(&args, &registry(&args, services)).to_string();
            let starts: Vec<String> = parts
                .iter()
                .map(|it| format!("fn nth_from_{it} "))
                .collect();
            assert!(starts.iter().all(|it| tokens.contains(it)), "{services}");
            for first in parts {
                let last = first + MOST_ARMS - 1;
                let call = format!("{first} ..= {last} => nth_from_{first} (number)");
                assert!(tokens.contains(&call), "{call}\n{tokens}");
            }
            assert_eq!(tokens.matches("fn nth_from_").count(), parts.len());
            let width = format!("number as :: core :: primitive :: {width} ;");
            assert!(tokens.contains(&width), "{services}");
            // Every service has an arm, and none has two.
            let arms = tokens.matches(" => E :: ").count();
            assert_eq!(arms, services);
        }
    }

    #[test]
    fn a_very_large_enum_is_the_same_in_documentation() {
        let args: Args = parse_quote!(enum E = "ports.csv";);
        for (services, same) in [(MOST_IN_STATIC, false), (MOST_IN_STATIC + 1, true)] {
            let registry = registry(&args, services);
            let docs = docs::of_services(&args, &registry);
            let all = [
                emit(&args, &registry),
                service_enum::emit(&args, &registry, &docs),
            ];
            for tokens in all {
                assert_eq!(!tokens.to_string().contains("(doc)"), same, "{services}");
            }
        }
    }
}
