//! From a port to services: `from_port` and `candidates`.
//!
//! A few ports are matched directly. For more, a table yields the number of the service; of
//! three forms of tables, the strategy and their sizes decide which one is emitted.

mod bitmap;
mod emitted;
mod fallback;
mod hashed;
mod port_arms;
mod shared;
mod sorted;
#[cfg(test)]
mod tests;
mod two_level;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    all,
    variants::{are_in_static, has_numbers},
};
use crate::{
    args::{Args, Lookup},
    valid::Registry,
};
use emitted::Emitted;
pub(super) use emitted::transport;

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
            port_arms::from_port(registry),
            port_arms::candidates(registry),
            TokenStream::new(),
        ),
    };
    quote! {
        #statics

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// Returns the service that `port` is assigned to, or that is best known to use it,
            /// under `transport`; `None` if no service has the port, or only
            /// [pools](::port_consts::Assignment::is_pool) have it.
            ///
            /// If several services share the port, this is the one whose row comes first in
            /// the file; `candidates` returns all.
            ///
            /// A host may have any other service there: a registry says what a number
            /// is assigned to, not what listens.
            #[inline]
            #[must_use]
            #[allow(clippy::too_many_lines, clippy::match_overlapping_arm)]
            pub const fn from_port(
                port: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> ::core::option::Option<Self> {
                #from_port
            }

            /// Returns all services that have `port` under `transport`: `from_port`'s answer
            /// first, pools last, the others in the order of their rows.
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

/// The best table, or `None` if ports are to be matched.
fn table(args: &Args, registry: &Registry) -> Option<Emitted> {
    let (options, name) = (&args.options, &args.name);
    let matched = match options.lookup {
        Some(Lookup::Match) => true,
        Some(Lookup::Table) => false,
        None => {
            let runs: usize = registry.owners.iter().map(Vec::len).sum();
            runs <= options.optimize.ports_matched
        }
    };
    if matched || !has_numbers(registry) {
        return None;
    }
    let two_level = two_level::plan(registry);
    // The leaves copy services from the static.
    let services = are_in_static(registry).then(|| all::list(registry));
    let limit = &options.optimize.two_level;
    if limit.allows(two_level.bytes(), registry.services.len()) {
        return Some(two_level.emit(name, services));
    }
    let hashed = hashed::plan(registry).filter(|it| it.bytes() < two_level.bytes());
    let least = hashed
        .as_ref()
        .map_or(two_level.bytes(), hashed::Plan::bytes);
    let bitmap = bitmap::plan(registry).filter(|it| it.bytes() < least);
    Some(match (bitmap, hashed) {
        (Some(bitmap), _) => bitmap.emit(name),
        (None, Some(hashed)) => hashed.emit(name),
        (None, None) => two_level.emit(name, services),
    })
}
