//! `label`: the name that people read.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    bytes::{pack, table, width},
    variants::{exhaustive, identifier},
};
use crate::{
    args::Args,
    valid::{Registry, Service},
    words::columns::Column,
};

/// Labels are in one text with a table of ends if `tabled`, else matched.
pub(super) fn emit(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
    let name = &args.name;
    let (statics, label) = if !registry.has(Column::Label) {
        (TokenStream::new(), quote!(self.name()))
    } else if tabled {
        by_table(registry)
    } else {
        let arms = exhaustive(registry, |service| {
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

/// Statics, and the body of the method.
fn by_table(registry: &Registry) -> (TokenStream, TokenStream) {
    let labels = || registry.services.iter().map(label);
    let text: String = labels().collect();
    let mut ends = vec![0];
    for label in labels() {
        ends.push(ends[ends.len() - 1] + label.len());
    }
    let width = width(text.len()).max(2);
    let ends = pack(ends, width);
    let mut statics = table(&identifier("LABEL_ENDS"), &ends);
    let count = ends.len();
    statics.extend(quote! {
        static LABEL_TEXT: &::core::primitive::str = #text;
    });
    let label = quote! {
        ::port_consts::__private::text_at::<#width, #count>(
            &LABEL_TEXT, &LABEL_ENDS, index(self),
        )
    };
    (statics, label)
}
