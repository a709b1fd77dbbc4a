//! Variants of the enum, and a `match` on them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::{
    args::Args,
    lists::Places,
    valid::{Registry, Service},
};

/// An identifier that is known to be one: the registry has checked it.
pub(super) fn identifier(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// The name in a definition, which stands in the call where the file's path stands: there the
/// compiler and editors show what is defined.
pub(super) fn defined(text: &str, args: &Args) -> Ident {
    Ident::new(text, args.path.span())
}

/// The variant of a service, by its index.
pub(super) fn variant(registry: &Registry, index: usize) -> Ident {
    identifier(&registry.services[index].variant)
}

/// The variant of a service as a pattern, by its index.
fn pattern(registry: &Registry, index: usize) -> TokenStream {
    let variant = variant(registry, index);
    quote!(Self::#variant)
}

/// The arms of a `match` with every variant in it; those with the same answer share
/// an arm.
pub(super) fn exhaustive(
    registry: &Registry,
    answer: &dyn Fn(&Service) -> TokenStream,
) -> TokenStream {
    matching(registry, &|service| Some(answer(service)))
}

/// The arms of the variants that have an answer. All others are for `_`, which an enum
/// without variants needs, too.
pub(super) fn matching(
    registry: &Registry,
    answer: &dyn Fn(&Service) -> Option<TokenStream>,
) -> TokenStream {
    arms(&mut registry.services.iter().map(answer), &|index| {
        pattern(registry, index)
    })
}

/// A `match` on a service, for the few that have an answer: on the index if `tabled`,
/// because the compiler goes through all variants for each one that is named.
pub(super) fn match_few(
    registry: &Registry,
    tabled: bool,
    service: &TokenStream,
    mut answers: impl Iterator<Item = Option<TokenStream>>,
    otherwise: &TokenStream,
) -> TokenStream {
    let (matched, arms) = if tabled {
        let index = |index| Literal::usize_unsuffixed(index).into_token_stream();
        (quote!(index(#service)), arms(&mut answers, &index))
    } else {
        (
            quote!(#service),
            arms(&mut answers, &|index| pattern(registry, index)),
        )
    };
    quote!(match #matched { #arms _ => #otherwise })
}

/// The arms of the indices that have an answer.
fn arms(
    answers: &mut dyn Iterator<Item = Option<TokenStream>>,
    pattern: &dyn Fn(usize) -> TokenStream,
) -> TokenStream {
    // Answers in the order of their first service; and the place of each by its text.
    let mut arms: Vec<(TokenStream, Vec<TokenStream>)> = Vec::new();
    let mut places = Places::default();
    for (index, answer) in answers.enumerate() {
        if let Some(answer) = answer {
            let place = places.find_or(answer.to_string(), arms.len());
            if place == arms.len() {
                arms.push((answer, Vec::new()));
            }
            arms[place].1.push(pattern(index));
        }
    }
    let mut tokens = TokenStream::new();
    for (answer, patterns) in &arms {
        tokens.extend([quote!(#(#patterns)|* => #answer,)]);
    }
    tokens
}

/// Whether an answer of so many services is in a table, if names are: the compiler takes long
/// about a `match` with more arms.
pub(super) fn are_many(services: usize) -> bool {
    services > 256
}

/// Whether services can be numbers in tables, and tables of them stay small enough for
/// numbers of two bytes.
pub(super) fn has_numbers(registry: &Registry) -> bool {
    let shared = registry.candidates().iter().flatten();
    let shared: usize = shared.map(|segment| segment.services.len()).sum();
    let few = |count: usize| u16::try_from(count).is_ok();
    !registry.services.is_empty() && few(registry.services.len()) && few(shared)
}

/// With more services, `ALL` is made from numbers, where it is used. To find a variant, the
/// compiler goes through all of them, so each is named only once; and again for each value of a
/// static, which it always evaluates. Up to here, a static is better: it exists only once.
pub(super) const MOST_IN_STATIC: usize = 8192;

/// Whether all services are in a static.
pub(super) fn are_in_static(registry: &Registry) -> bool {
    !has_numbers(registry) || registry.services.len() <= MOST_IN_STATIC
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::has_numbers;
    use crate::{args::Options, problem::tests::texts_of, tests};

    #[test]
    fn numbers_have_two_bytes() {
        let fit = |rows: &str| {
            let mut fit = false;
            texts_of(|problems| {
                let text = format!("name,port,transport\n{rows}");
                fit = has_numbers(&tests::checked(&text, &Options::default(), problems));
            });
            fit
        };
        assert!(!fit("") && fit("a,1,tcp\n"));
        // Four ports each, which are 65,536 with one row more.
        let mut rows = String::new();
        for i in 0..0x3FFF {
            writeln!(rows, "s{i},{i},tcp/udp/sctp/dccp").unwrap();
        }
        assert!(fit(&format!("{rows}a,65535,tcp/udp/sctp\n")));
        assert!(!fit(&format!("{rows}a,65535,tcp/udp/sctp/dccp\n")));
    }
}
