//! `label`: the name that people read.

use proc_macro2::TokenStream;
use quote::quote;

use super::{texts, variants::exhaustive};
use crate::{
    args::Args,
    lists::Listed as _,
    valid::{Registry, Service},
    words::columns::Column,
};

/// Labels are in one text with a table of ends if `tabled`, else matched.
pub(super) fn emit(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
    let name = &args.name;
    let (statics, label) = if !registry.has(Column::Label) {
        (TokenStream::new(), quote!(self.name()))
    } else if tabled {
        let labels: Vec<&str> = registry.services.iter().map(label).listed();
        texts::by_table("LABEL", &quote!(self), &labels)
    } else {
        let arms = exhaustive(registry, &|service| {
            let label = label(service);
            quote!(#label)
        });
        (TokenStream::new(), quote!(match self { #arms }))
    };
    quote! {
        #statics

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// Returns the name that people read, such as `PostgreSQL` or `RDP`: the column
            /// `Label`, or the service's name where the file has none.
            #[inline]
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn label(self) -> &'static ::core::primitive::str {
                #label
            }
        }
    }
}

fn label(service: &Service) -> &str {
    match service.text(Column::Label) {
        "" => &service.name,
        label => label,
    }
}
