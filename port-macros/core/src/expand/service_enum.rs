//! The enum and its traits.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{
    all, discriminants,
    docs::search_words,
    named::Named,
    texts,
    variants::{are_many, defined, exhaustive, has_numbers, match_few},
};
use crate::{args::Args, lists::Listed as _, valid::Registry, words::identifiers::variant_from};

/// `docs` are those of the services.
pub(super) fn emit(args: &Args, registry: &Registry, docs: &[TokenStream]) -> TokenStream {
    let count = registry.services.len();
    let summary = args
        .attributes
        .iter()
        .all(|it| !(it.is("doc") && it.has_value))
        .then(|| {
            let summary = format!("The {count} services of `{}`.", args.path.value());
            quote!(#[doc = #summary])
        });
    let mut services = registry.services.iter().zip(docs).map(|(service, docs)| {
        let variant = defined(&service.variant, args);
        // A search finds the constant, if there is one; once is enough.
        let has_constant = args.options.constants;
        let words = (!has_constant).then(|| search_words(service, &service.variant));
        (variant, docs, words)
    });
    // Numbers in tables are one above indices, and discriminants equal to them cost
    // nothing. Only the first is written: the compiler counts on, and is quick about it.
    // Documentation shows none of them: beside "Port 48", `Auditd = 29` reads as its port. For
    // that, though, the compiler copies the enum, so a very large one has them everywhere.
    let first = services.next().map(|(variant, docs, words)| {
        if discriminants::are_documented(registry) {
            return quote!(#docs #words #variant = 1,);
        }
        quote! {
            #[cfg(not(doc))]
            #docs
            #words
            #variant = 1,
            #[cfg(doc)]
            #docs
            #words
            #variant,
        }
    });
    let others = services.map(|(variant, docs, words)| quote!(#docs #words #variant,));
    let integer = integer(args, registry);
    quote! {
        #summary
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
            ::port_consts::__private::Format,
        )]
        #[defmt(crate = ::port_consts::__private::defmt)]
        // Names are the file's.
        #[allow(dead_code, clippy::enum_variant_names)]
        #integer
        #args {
            #first
            #(#others)*
        }
    }
}

/// The integer that the enum has anyway, unless the call says another. The compiler counts
/// variants whenever it evaluates one, which takes half as long if this is stated.
fn integer(args: &Args, registry: &Registry) -> Option<TokenStream> {
    let mut attributes = args.attributes.iter();
    let stated = attributes.any(|it| it.is("repr") || it.is("cfg_attr"));
    let large = registry.services.len() > usize::from(u8::MAX);
    (large && has_numbers(registry) && !stated).then(|| {
        if discriminants::are_documented(registry) {
            quote!(#[repr(u16)])
        } else {
            quote!(#[cfg_attr(not(doc), repr(u16))])
        }
    })
}

/// The traits of the enum: it is printed, parsed, turned into a port. `tabled` is whether
/// names are in a table, and `name` is no `match`.
pub(super) fn traits(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
    let name = &args.name;
    let (statics, debug) = debug(registry, tabled);
    let named = Named {
        name,
        kind: "service",
        read: "A name or an alias",
        error: quote!(::port_consts::ParseServiceError<#name>),
        aliases: quote!(self.aliases()),
        all: all::list(registry),
        debug,
    };
    let traits = named.traits();
    quote! {
        #statics

        #traits

        /// The service's first port.
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::convert::From<#name> for ::port_consts::Port {
            fn from(service: #name) -> Self {
                service.port()
            }
        }

        /// The number of the service's first port. (`as u16` gives another number: the
        /// place of the variant.)
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::convert::From<#name> for ::core::primitive::u16 {
            fn from(service: #name) -> Self {
                service.port().get()
            }
        }
    }
}

/// Statics, and a body that writes the variant. It is made from the name if that gives the
/// same, so that thousands of variants need no second list of names.
fn debug(registry: &Registry, tabled: bool) -> (TokenStream, TokenStream) {
    let services = registry.services.iter();
    let others = services.clone().map(|service| {
        let follows = tabled && variant_of(&service.name).as_ref() == Some(&service.variant);
        (!follows).then_some(service.variant.as_str())
    });
    let others: Vec<Option<&str>> = others.listed();
    let count = others.iter().flatten().count();
    if tabled && are_many(count) {
        let variants: Vec<&str> = services.map(|it| it.variant.as_str()).listed();
        let (statics, text) = texts::by_table("VARIANT", &quote!(*self), &variants);
        return (statics, quote!(f.write_str(#text)));
    }
    if count == registry.services.len() {
        let arms = exhaustive(registry, &|service| service.variant.to_token_stream());
        return (
            TokenStream::new(),
            quote!(f.write_str(match *self { #arms })),
        );
    }
    let answers = others.iter().map(|it| Some((*it)?.to_token_stream()));
    let name = quote!(return ::port_consts::__private::debug_variant(self.name(), f));
    let text = match_few(registry, tabled, &quote!(*self), answers, &name);
    (TokenStream::new(), quote!(f.write_str(#text)))
}

/// The variant that `debug_variant` of port-consts writes for a name, which has to be
/// ASCII there.
fn variant_of(name: &str) -> Option<String> {
    name.is_ascii().then(|| variant_from(name)).flatten()
}
