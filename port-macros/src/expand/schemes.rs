//! `from_scheme` and `schemes`, if the file has the column.

use proc_macro2::TokenStream;
use quote::quote;

use super::{by_name::name_arms, variants::matching};
use crate::{args::Args, valid::Registry, words::columns::Column};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    if !registry.has(Column::Schemes) {
        return TokenStream::new();
    }
    let name = &args.name;
    let services = registry.services.iter().enumerate();
    let schemes = services.flat_map(|(index, service)| {
        let schemes = service.schemes.iter();
        schemes.map(move |scheme| (scheme.as_str(), index))
    });
    let arms = name_arms::arms(registry, schemes);
    let lists = matching(registry, |service| {
        let schemes = &service.schemes;
        (!schemes.is_empty()).then(|| quote!(&[#(#schemes),*]))
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// Returns the service of a URL's scheme, without regard to ASCII case: its
            /// `port()` is the port of a URL that names none. `None` if no service has the
            /// scheme.
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn from_scheme(
                scheme: &::core::primitive::str,
            ) -> ::core::option::Option<Self> {
                let bytes = scheme.as_bytes();
                match bytes.len() {
                    #arms
                    _ => {}
                }
                ::core::option::Option::None
            }

            /// Returns the schemes of URLs whose default port is the service's.
            #[must_use]
            #[allow(clippy::too_many_lines)]
            pub const fn schemes(self) -> &'static [&'static ::core::primitive::str] {
                match self { #lists _ => &[] }
            }
        }
    }
}
