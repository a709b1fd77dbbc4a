//! From a port to services: `from_port` and `candidates`.
//!
//! Few ports are matched themselves. Of more, tables make a small number, and that is
//! matched: which table is decided by what each would cost.

mod arms;
mod hash;
mod page;
mod rank;
mod rest;
mod shared;
mod sorted;

use proc_macro2::TokenStream;
use quote::quote;

use super::{has_numbers, identifier};
use crate::{
    args::{Args, Lookup, Optimize},
    valid::{Registry, TRANSPORTS},
};

/// Statics, and a body that finds the service of `number`, a port, and `transport`.
struct Emitted {
    statics: TokenStream,
    body: TokenStream,
}

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let (from_port, candidates, statics) = match table(args, registry) {
        Some(Emitted { statics, body }) => {
            let (shared, candidates) = shared::emit(args, registry);
            let from_port = quote! {
                let number = port.get();
                #body
            };
            (from_port, candidates, quote!(#statics #shared))
        }
        None => (
            arms::from_port(registry),
            arms::candidates(registry),
            TokenStream::new(),
        ),
    };
    quote! {
        #statics

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
            #[inline]
            #[must_use]
            #[allow(clippy::too_many_lines, clippy::match_overlapping_arm)]
            pub const fn from_port(
                port: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> ::core::option::Option<Self> {
                #from_port
            }

            /// All services that have `port` under `transport`: the answer of
            /// `from_port` first, the others in the order of the file.
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn candidates(
                port: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> &'static [Self] {
                #candidates
            }
        }
    }
}

/// Up to so many runs of ports are matched themselves: that is as fast as a table, and
/// takes less. `cargo bench -p port-consts-benches --bench sizes` measures where they cross.
const FEW: usize = 16;

/// Tables of up to so many bytes are small wherever the compiler is `std`'s.
const SMALL_TABLE: usize = 4 << 10;

/// And larger ones may have so many bytes a service, for speed.
const BYTES_A_SERVICE: usize = 64;

/// The table that serves best, or none where ports are to be matched themselves.
fn table(args: &Args, registry: &Registry) -> Option<Emitted> {
    let (options, name) = (&args.options, &args.name);
    let runs: usize = registry.owners.iter().map(Vec::len).sum();
    if !has_numbers(registry)
        || options.lookup == Some(Lookup::Match)
        || (options.lookup.is_none() && runs <= FEW)
    {
        return None;
    }
    let page = page::plan(registry);
    let allowed = SMALL_TABLE.max(BYTES_A_SERVICE * registry.services.len());
    if options.optimize == Optimize::Speed && page.bytes() <= allowed {
        return Some(page.emit());
    }
    let hash = hash::plan(registry).filter(|hash| hash.bytes() < page.bytes());
    let least = hash.as_ref().map_or(page.bytes(), hash::Plan::bytes);
    let rank = rank::plan(registry).filter(|rank| rank.bytes() < least);
    Some(match (rank, hash) {
        (Some(rank), _) => rank.emit(name),
        (None, Some(hash)) => hash.emit(name),
        (None, None) => page.emit(),
    })
}

/// The path of a transport, by its name.
pub(super) fn transport(name: &str) -> TokenStream {
    let variant = identifier(&crate::valid::camel_case(name));
    quote!(::port_consts::Transport::#variant)
}

/// The name of the statics that are a transport's own: `SCTP_RUNS`.
fn static_of(bit: usize, what: &str) -> proc_macro2::Ident {
    identifier(&format!("{}_{what}", TRANSPORTS[bit].to_uppercase()))
}
