//! Ports that several services share, for `candidates`.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::emitted::{static_of, transport};
use crate::{
    args::Args,
    expand::{
        bytes::{pack, table},
        discriminants,
        variants::variant,
    },
    format::ports::{FIELD_BYTES, SHARED_FIELDS},
    valid::Registry,
};

/// Statics, and the body of `candidates`.
pub(super) fn emit(args: &Args, registry: &Registry) -> (TokenStream, TokenStream) {
    let mut statics = TokenStream::new();
    let mut list: Vec<usize> = Vec::new();
    let mut places: BTreeMap<&[usize], usize> = BTreeMap::new();
    let mut arms = TokenStream::new();
    for (bit, segments) in registry.candidates().iter().enumerate() {
        let mut runs: Vec<usize> = Vec::new();
        for segment in segments.iter().filter(|it| it.is_shared()) {
            let first = *places.entry(&segment.services).or_insert_with(|| {
                list.extend(&segment.services);
                list.len() - segment.services.len()
            });
            let end = first + segment.services.len();
            let run: [usize; SHARED_FIELDS] =
                [segment.first.into(), segment.last.into(), first, end];
            runs.extend(run);
        }
        if runs.is_empty() {
            continue;
        }
        let (name, transport) = (static_of(bit, "SHARED"), transport(bit));
        statics.extend(table(&name, &pack(runs, FIELD_BYTES)));
        arms.extend(quote! {
            #transport => ::port_consts::__private::shared(&SHARED, &#name, port.get()),
        });
    }
    let all = discriminants::all(registry);
    let one = quote! {
        match Self::from_port(port, transport) {
            ::core::option::Option::Some(service) => {
                ::port_consts::__private::one(#all, index(service))
            }
            ::core::option::Option::None => &[],
        }
    };
    if list.is_empty() {
        return (statics, one);
    }
    let variants = list.iter().map(|service| variant(registry, *service));
    let (name, count) = (&args.name, list.len());
    statics.extend(quote! {
        static SHARED: [#name; #count] = [#(#name::#variants),*];
    });
    let body = quote! {
        let shared: &'static [Self] = match transport {
            #arms
            #[allow(unreachable_patterns)]
            _ => &[],
        };
        if !shared.is_empty() {
            return shared;
        }
        #one
    };
    (statics, body)
}
