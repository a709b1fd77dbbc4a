//! From a name to a service, and from services to their names.

mod methods;
pub(super) mod name_arms;
mod name_table;
mod placement;

use proc_macro2::TokenStream;
use quote::quote;

use super::variants::{exhaustive, has_numbers, matching};
use crate::{
    args::{Args, Lookup},
    valid::Registry,
};
use methods::{methods, names};
use name_table::NameTable;

pub(super) fn emit(args: &Args, registry: &Registry, table: Option<&NameTable>) -> TokenStream {
    let name = &args.name;
    let (statics, from_name, methods) = match table {
        Some(table) => (table.statics(), NameTable::search(), table.methods()),
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

/// The table of names, unless they are to be matched.
pub(super) fn table<'a>(args: &Args, registry: &'a Registry) -> Option<NameTable<'a>> {
    let strategy = args.options.optimize;
    let matched = match args.options.lookup {
        Some(Lookup::Match) => true,
        Some(Lookup::Table) => false,
        None => names(registry).count() <= strategy.names_matched,
    };
    if matched || !has_numbers(registry) {
        return None;
    }
    NameTable::new(registry)
}

fn from_name_by_arms(registry: &Registry) -> TokenStream {
    let arms = name_arms::arms(registry, names(registry));
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
    let names = exhaustive(registry, &|service| {
        let name = &service.name;
        quote!(#name)
    });
    let aliases = matching(registry, &|service| {
        let aliases = &service.aliases;
        (!aliases.is_empty()).then(|| quote!(&[#(#aliases),*]))
    });
    methods(
        &quote!(match self { #names }),
        &quote!(match self { #aliases _ => &[] }),
    )
}
