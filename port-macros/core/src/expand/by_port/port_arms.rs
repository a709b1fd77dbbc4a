//! A `match` on the port, for few ports.

use proc_macro2::TokenStream;
use quote::quote;

use super::emitted::transport;
use crate::{
    expand::variants::variant,
    lists::{Listed as _, sort},
    valid::{Owners, Registry, Segment},
    words::transports,
};

/// The body of `from_port`.
pub(super) fn from_port(registry: &Registry) -> TokenStream {
    let arms = per_transport(&registry.owners, |segments| {
        let mut all = TokenStream::new();
        for (ports, services) in &arms(segments.iter(), |segment| &segment.services[..1]) {
            let variant = variant(registry, services[0]);
            all.extend([quote!(#ports => Self::#variant,)]);
        }
        all
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
    // `from_port` knows the others.
    let arms = per_transport(registry.candidates(), |segments| {
        let shared = segments.iter().filter(|segment| segment.is_shared());
        let mut all = TokenStream::new();
        for (ports, services) in &arms(shared, |segment| &segment.services) {
            let variants = services.iter().map(|service| variant(registry, *service));
            all.extend([quote!(#ports => return &[#(Self::#variants),*],)]);
        }
        all
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
    owners: &Owners,
    emit: impl Fn(&[Segment]) -> TokenStream,
) -> [TokenStream; transports::COUNT] {
    owners.each_ref().map(|segments| emit(segments))
}

/// The segments that have the same answer, as one pattern an answer.
fn arms<'a>(
    segments: impl Iterator<Item = &'a Segment>,
    answer: impl Fn(&'a Segment) -> &'a [usize],
) -> Vec<(TokenStream, &'a [usize])> {
    let mut segments: Vec<(&[usize], &Segment)> = segments.map(|it| (answer(it), it)).listed();
    sort(&mut segments, &|(a, _), (b, _)| a.cmp(b));
    let mut arms: Vec<(TokenStream, &[usize])> = Vec::new();
    for &(services, segment) in &segments {
        let (first, last) = (segment.first, segment.last);
        let pattern = if first == last {
            quote!(#first)
        } else {
            quote!(#first..=#last)
        };
        match arms.last_mut() {
            Some((patterns, same)) if *same == services => patterns.extend([quote!(| #pattern)]),
            _ => arms.push((pattern, services)),
        }
    }
    arms
}
