//! From a port to services: `from_port` and `candidates`.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{identifier, variant};
use crate::{
    args::Args,
    valid::{Registry, Segment, TRANSPORTS},
};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let first = per_transport(registry, |segments| {
        let arms = arms(segments, |segment| segment.services[0]).map(|(ports, service)| {
            let variant = variant(registry, service);
            quote!(#ports => Self::#variant,)
        });
        quote!(#(#arms)*)
    });
    // Only where several services share a port is there more to say than `from_port`.
    let several = per_transport(registry, |segments| {
        let shared = segments.iter().filter(|segment| segment.services.len() > 1);
        let arms = arms(shared, |segment| segment.services.clone()).map(|(ports, services)| {
            let variants = services.iter().map(|service| variant(registry, *service));
            quote!(#ports => return &[#(Self::#variants),*],)
        });
        quote!(#(#arms)*)
    });
    let first = first
        .map(|arms| quote!(match port.get() { #arms _ => return ::core::option::Option::None }));
    let several = several.map(|arms| quote!(match port.get() { #arms _ => {} }));
    let transports = TRANSPORTS.map(transport);
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// The service that `port` is assigned to, or that is best known to use
            /// it, under `transport`.
            ///
            /// Where several services share the port, this is the one that the file
            /// has first; `candidates` has them all.
            ///
            /// That a number is assigned to a service does not say that a host has
            /// that service there.
            #[must_use]
            #[allow(clippy::too_many_lines, clippy::match_overlapping_arm)]
            pub const fn from_port(
                port: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match transport {
                    #(#transports => #first,)*
                })
            }

            /// All services that have `port` under `transport`: the answer of
            /// `from_port` first, the others in the order of the file.
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn candidates(
                port: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> &'static [Self] {
                match transport {
                    #(#transports => #several,)*
                }
                match Self::from_port(port, transport) {
                    ::core::option::Option::Some(service) => {
                        // Always so; the comparison spares a path that panics.
                        let index = service as ::core::primitive::usize;
                        if index < Self::ALL.len() {
                            return ::core::slice::from_ref(&Self::ALL[index]);
                        }
                        &[]
                    }
                    ::core::option::Option::None => &[],
                }
            }
        }
    }
}

/// The path of a transport, by its name.
pub(super) fn transport(name: &str) -> TokenStream {
    let variant = identifier(&crate::valid::camel_case(name));
    quote!(::port_consts::Transport::#variant)
}

fn per_transport(
    registry: &Registry,
    emit: impl Fn(&[Segment]) -> TokenStream,
) -> [TokenStream; TRANSPORTS.len()] {
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
