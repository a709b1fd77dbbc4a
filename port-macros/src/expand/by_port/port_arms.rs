//! A `match` on the port, for few ports.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::emitted::transport;
use crate::{
    expand::variants::variant,
    valid::{Registry, Segment},
    words::transports,
};

/// The body of `from_port`.
pub(super) fn from_port(registry: &Registry) -> TokenStream {
    let arms = per_transport(registry, |segments| {
        let arms = arms(segments, |segment| segment.services[0]).map(|(ports, service)| {
            let variant = variant(registry, service);
            quote!(#ports => Self::#variant,)
        });
        quote!(#(#arms)*)
    });
    let arms = arms
        .map(|arms| quote!(match port.get() { #arms _ => return ::core::option::Option::None }));
    let transports = transports::bits().map(transport);
    quote! {
        ::core::option::Option::Some(match transport {
            #(#transports => #arms,)*
        })
    }
}

/// The body of `candidates`.
pub(super) fn candidates(registry: &Registry) -> TokenStream {
    // These are the ports that several services share; `from_port` knows the others.
    let arms = per_transport(registry, |segments| {
        let shared = segments.iter().filter(|segment| segment.services.len() > 1);
        let arms = arms(shared, |segment| segment.services.clone()).map(|(ports, services)| {
            let variants = services.iter().map(|service| variant(registry, *service));
            quote!(#ports => return &[#(Self::#variants),*],)
        });
        quote!(#(#arms)*)
    });
    let arms = arms.map(|arms| quote!(match port.get() { #arms _ => {} }));
    let transports = transports::bits().map(transport);
    let variants = registry.services.iter().enumerate().map(|(index, _)| {
        let variant = variant(registry, index);
        quote!(::core::option::Option::Some(Self::#variant) => &[Self::#variant],)
    });
    quote! {
        match transport {
            #(#transports => #arms,)*
        }
        match Self::from_port(port, transport) {
            #(#variants)*
            ::core::option::Option::None => &[],
        }
    }
}

fn per_transport(
    registry: &Registry,
    emit: impl Fn(&[Segment]) -> TokenStream,
) -> [TokenStream; transports::COUNT] {
    registry.owners.each_ref().map(|segments| emit(segments))
}

/// The segments that have the same answer, as one pattern an answer.
fn arms<'a, A: Ord>(
    segments: impl IntoIterator<Item = &'a Segment>,
    answer: impl Fn(&Segment) -> A,
) -> impl Iterator<Item = (TokenStream, A)> {
    let mut ports: BTreeMap<A, Vec<TokenStream>> = BTreeMap::new();
    for segment in segments {
        let (first, last) = (segment.first, segment.last);
        let pattern = if first == last {
            quote!(#first)
        } else {
            quote!(#first..=#last)
        };
        ports.entry(answer(segment)).or_default().push(pattern);
    }
    ports
        .into_iter()
        .map(|(answer, patterns)| (quote!(#(#patterns)|*), answer))
}
