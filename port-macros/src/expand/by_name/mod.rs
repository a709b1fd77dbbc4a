//! From a name to a service, and from services to their names.

mod arms;
mod pool;

use proc_macro2::TokenStream;
use quote::quote;

use super::has_numbers;
use crate::{
    args::{Args, Lookup, Optimize},
    valid::Registry,
};
use pool::Pool;

/// Up to so many names are matched themselves: that is as fast as a table.
/// `cargo bench -p port-consts-benches --bench sizes` measures where they cross.
const FEW: usize = 6;

/// And up to so many, that is smaller than the code that reads a table.
const FEW_IN_SIZE: usize = 16;

pub(super) fn emit(args: &Args, registry: &Registry, pool: Option<&Pool>) -> TokenStream {
    let name = &args.name;
    let (statics, from_name, methods) = match pool {
        Some(pool) => (pool.statics(), pool.search(registry), pool.methods()),
        None => (
            TokenStream::new(),
            from_name_by_arms(registry),
            methods_by_arms(registry),
        ),
    };
    quote! {
        #statics

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// The service of this name or alias, without regard to ASCII case.
            #[inline]
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn from_name(
                name: &::core::primitive::str,
            ) -> ::core::option::Option<Self> {
                #from_name
            }

            #methods
        }
    }
}

/// The names in one text, where there are more than a few.
pub(super) fn pool<'a>(args: &Args, registry: &'a Registry) -> Option<Pool<'a>> {
    let names = names(registry).count();
    let forced = args.options.lookup;
    let few = match args.options.optimize {
        Optimize::Speed => FEW,
        Optimize::Size => FEW_IN_SIZE,
    };
    if !has_numbers(registry) || forced == Some(Lookup::Match) || (forced.is_none() && names <= few)
    {
        return None;
    }
    Pool::new(registry, args.options.optimize)
}

/// All names and then all aliases, with the indices of their services.
fn names(registry: &Registry) -> impl Iterator<Item = (&str, usize)> {
    let services = || registry.services.iter().enumerate();
    let names = services().map(|(index, service)| (service.name.as_str(), index));
    let aliases = services().flat_map(|(index, service)| {
        let aliases = service.aliases.iter();
        aliases.map(move |alias| (alias.as_str(), index))
    });
    names.chain(aliases)
}

fn from_name_by_arms(registry: &Registry) -> TokenStream {
    let arms = arms::arms(registry, names(registry));
    quote! {
        let bytes = name.as_bytes();
        match bytes.len() {
            #arms
            _ => {}
        }
        ::core::option::Option::None
    }
}

fn methods_by_arms(registry: &Registry) -> TokenStream {
    let names = super::exhaustive(registry, |service| {
        let name = &service.name;
        quote!(#name)
    });
    let aliases = super::matching(registry, |service| {
        let aliases = &service.aliases;
        (!aliases.is_empty()).then(|| quote!(&[#(#aliases),*]))
    });
    methods(
        &quote!(match self { #names }),
        &quote!(match self { #aliases _ => &[] }),
    )
}

fn methods(name: &TokenStream, aliases: &TokenStream) -> TokenStream {
    quote! {
        /// The service's name, as the file writes it.
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn name(self) -> &'static ::core::primitive::str {
            #name
        }

        /// The service's other names.
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn aliases(self) -> &'static [&'static ::core::primitive::str] {
            #aliases
        }
    }
}
