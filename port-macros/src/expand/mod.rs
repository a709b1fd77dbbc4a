//! From a registry to tokens: one module for each thing emitted.
//!
//! Everything is named by an absolute path, and nothing of the prelude is used, so
//! that the tokens mean the same in a crate that shadows `core`, `Option` or `u16`.
//! Nothing here depends on an order that could change from run to run.

mod avoid;
mod by_name;
mod by_port;
mod bytes;
mod categories;
mod constants;
mod details;
mod displace;
mod docs;
mod flow;
mod named;
mod numbers;
mod service;
#[cfg(test)]
mod sizes;

pub(crate) use categories::NAME as CATEGORY;

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::{
    args::Args,
    source::File,
    valid::{Registry, Service},
};

/// Everything that one `ports!` stands for.
pub(crate) fn registry(args: &Args, file: &File, registry: &Registry) -> TokenStream {
    let mut tokens = service::emit(args, registry);
    let pool = by_name::pool(args, registry);
    let pool = pool.as_ref();
    let lookups = [
        numbers::emit(args, registry),
        by_port::emit(args, registry),
        by_name::emit(args, registry, pool),
        flow::emit(args, registry),
        details::emit(args, registry, pool.is_some()),
        service::traits(args, registry, pool.is_some()),
    ];
    // A scope of their own for tables, whose names are not to be seen outside.
    let deprecated = if_deprecated(args);
    tokens.extend(quote!(#deprecated const _: () = { #(#lookups)* };));
    tokens.extend(categories::emit(args, registry));
    tokens.extend(constants::emit(args, registry));
    tokens.extend(avoid::emit(args, registry));
    tokens.extend(track(args, file));
    tokens
}

/// An enum that is deprecated is still used by what is emitted with it.
fn if_deprecated(args: &Args) -> Option<TokenStream> {
    let is_deprecated = args.has_attribute("deprecated");
    is_deprecated.then(|| quote!(#[allow(deprecated)]))
}

/// Makes cargo compile again when the file has changed. The path is put together by
/// the compiler, so that the tokens are the same on every machine.
fn track(args: &Args, file: &File) -> TokenStream {
    if !file.exists {
        return TokenStream::new();
    }
    let path = args.path.value();
    let path = if std::path::Path::new(&path).is_absolute() {
        quote!(#path)
    } else {
        let path = format!("/{path}");
        quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path))
    };
    quote! {
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
    }
}

/// Whether services have numbers for tables, and these are not too large.
fn has_numbers(registry: &Registry) -> bool {
    let shared = registry.owners.iter().flatten();
    let shared: usize = shared.map(|segment| segment.services.len()).sum();
    let few = |count: usize| u16::try_from(count).is_ok();
    !registry.services.is_empty() && few(registry.services.len()) && few(shared)
}

/// An identifier that is known to be one: the registry has checked it.
fn identifier(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// The variant of a service, by its index.
fn variant(registry: &Registry, index: usize) -> Ident {
    identifier(&registry.services[index].variant)
}

/// The arms of a `match` with every variant in it; those with the same answer share
/// an arm.
fn exhaustive(registry: &Registry, answer: impl Fn(&Service) -> TokenStream) -> TokenStream {
    matching(registry, |service| Some(answer(service)))
}

/// The arms of the variants that have an answer. All others are for `_`, which is
/// there in an enum without variants, too.
fn matching(registry: &Registry, answer: impl Fn(&Service) -> Option<TokenStream>) -> TokenStream {
    let mut arms: BTreeMap<String, (TokenStream, Vec<TokenStream>)> = BTreeMap::new();
    for service in &registry.services {
        if let Some(answer) = answer(service) {
            let variant = identifier(&service.variant);
            let (_, patterns) = arms
                .entry(answer.to_string())
                .or_insert_with(|| (answer, Vec::new()));
            patterns.push(quote!(Self::#variant));
        }
    }
    arms.into_values()
        .map(|(answer, patterns)| quote!(#(#patterns)|* => #answer,))
        .collect()
}
