//! The methods of optional columns: one row for each column.

use proc_macro2::TokenStream;
use quote::quote;

use super::variants::{exhaustive, identifier, matching, variant};
use crate::{args::Args, valid::Registry, words::columns::Column};

/// The methods that a column adds.
type Methods = fn(&Registry) -> TokenStream;

/// Columns without methods are in no row.
const METHODS: [(Column, Methods); 5] = [
    (Column::Category, category),
    (Column::TlsOf, tls),
    (Column::Status, status),
    (Column::Reference, reference),
    (Column::Description, description),
];

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let columns = METHODS.iter().filter(|(column, _)| registry.has(*column));
    let methods: TokenStream = columns.map(|(_, methods)| methods(registry)).collect();
    if methods.is_empty() {
        return methods;
    }
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            #methods
        }
    }
}

fn category(registry: &Registry) -> TokenStream {
    let arms = exhaustive(registry, |service| {
        let category = &registry.categories[service.category.unwrap_or_default()];
        let category = identifier(&category.variant);
        quote!(Category::#category)
    });
    quote! {
        /// The category that the file sorts the service into.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn category(self) -> Category {
            match self { #arms }
        }
    }
}

fn tls(registry: &Registry) -> TokenStream {
    let tls_of = matching(registry, |service| {
        let plain = variant(registry, service.tls_of?);
        Some(quote!(::core::option::Option::Some(Self::#plain)))
    });
    // For each service, the first that is it over TLS.
    let mut first_over_tls: Vec<Option<usize>> = vec![None; registry.services.len()];
    for (index, service) in registry.services.iter().enumerate() {
        if let Some(plain) = service.tls_of {
            first_over_tls[plain].get_or_insert(index);
        }
    }
    let mut over_tls = TokenStream::new();
    for (plain, first) in first_over_tls.into_iter().enumerate() {
        if let Some(index) = first {
            let (plain, wrapped) = (variant(registry, plain), variant(registry, index));
            over_tls.extend(quote! {
                Self::#plain => ::core::option::Option::Some(Self::#wrapped),
            });
        }
    }
    quote! {
        /// The service without TLS (or DTLS) that this one is the protected form of.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn tls_of(self) -> ::core::option::Option<Self> {
            match self { #tls_of _ => ::core::option::Option::None }
        }

        /// The service that is this one over TLS (or DTLS), on a port of its own; the
        /// first in the file, if there are several.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn over_tls(self) -> ::core::option::Option<Self> {
            match self { #over_tls _ => ::core::option::Option::None }
        }

        /// Whether this service is another one over TLS (or DTLS), see `tls_of`.
        #[must_use]
        pub const fn is_tls(self) -> ::core::primitive::bool {
            self.tls_of().is_some()
        }
    }
}

fn status(registry: &Registry) -> TokenStream {
    let arms = matching(registry, |service| {
        (!service.is_assigned()).then(|| quote!(false))
    });
    quote! {
        /// Whether a port of the service is assigned to it by IANA, and not only in
        /// use for it. `Assignment::is_assigned` tells for each port.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn is_assigned(self) -> ::core::primitive::bool {
            match self { #arms _ => true }
        }
    }
}

fn reference(registry: &Registry) -> TokenStream {
    let arms = matching(registry, |service| {
        let reference = service.text(Column::Reference);
        (!reference.is_empty()).then(|| quote!(::core::option::Option::Some(#reference)))
    });
    quote! {
        /// The document that defines the service, such as `RFC 9110`.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn reference(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            match self { #arms _ => ::core::option::Option::None }
        }
    }
}

fn description(registry: &Registry) -> TokenStream {
    let arms = matching(registry, |service| {
        let description = service.text(Column::Description);
        (!description.is_empty()).then(|| quote!(#description))
    });
    quote! {
        /// What the service is for; empty where the file does not say.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn description(self) -> &'static ::core::primitive::str {
            match self { #arms _ => "" }
        }
    }
}
