//! `from_scheme` and `schemes`, if the file has the column.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    by_name::name_arms,
    bytes::{pack, table, width},
    variants::{are_many, identifier, match_few},
};
use crate::{args::Args, lists::Listed as _, valid::Registry, words::columns::Column};

/// Lists of schemes are in a table if `tabled` and many, else matched.
pub(super) fn emit(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
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
    let (statics, lists) = lists(registry, tabled);
    quote! {
        #statics

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
                #lists
            }
        }
    }
}

/// Statics, and an expression for the schemes of `self`.
fn lists(registry: &Registry, tabled: bool) -> (TokenStream, TokenStream) {
    let services = &registry.services;
    let with_schemes = services.iter().filter(|it| !it.schemes.is_empty());
    if !tabled || !are_many(with_schemes.count()) {
        let answers = services.iter().map(|service| {
            let schemes = &service.schemes;
            (!schemes.is_empty()).then(|| quote!(&[#(#schemes),*]))
        });
        let list = match_few(registry, tabled, &quote!(self), answers, &quote!(&[]));
        return (TokenStream::new(), list);
    }
    let schemes = services.iter().flat_map(|service| &service.schemes);
    let schemes: Vec<&String> = schemes.listed();
    let mut ends = vec![0];
    for service in services {
        ends.push(ends[ends.len() - 1] + service.schemes.len());
    }
    let width = width(schemes.len()).max(2);
    let ends = pack(ends, width);
    let (count, bytes) = (schemes.len(), ends.len());
    let mut statics = table(&identifier("SCHEME_ENDS"), &ends);
    statics.extend([quote! {
        static SCHEMES: [&::core::primitive::str; #count] = [#(#schemes),*];
    }]);
    let list = quote!(::port_consts::__private::part::<_, #width, #bytes>(
        &SCHEMES, &SCHEME_ENDS, index(self),
    ));
    (statics, list)
}
