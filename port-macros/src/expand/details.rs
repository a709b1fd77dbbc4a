//! What is known of a service: its names and ports, and a method for each optional
//! column.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{identifier, variant};
use crate::{
    args::Args,
    columns::Column,
    valid::{Assignment, Registry, Service},
};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let mut methods = always(registry);
    if registry.has(Column::Category) {
        methods.extend(category(registry));
    }
    if registry.has(Column::TlsOf) {
        methods.extend(tls(registry));
    }
    if registry.has(Column::Status) {
        methods.extend(status(registry));
    }
    if registry.has(Column::Reference) {
        methods.extend(reference(registry));
    }
    if registry.has(Column::Description) {
        methods.extend(description(registry));
    }
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            #methods
        }
    }
}

fn always(registry: &Registry) -> TokenStream {
    let names = exhaustive(registry, |service| {
        let name = &service.name;
        quote!(#name)
    });
    let aliases = matching(registry, |service| {
        let aliases = &service.aliases;
        (!aliases.is_empty()).then(|| quote!(&[#(#aliases),*]))
    });
    let ports = exhaustive(registry, |service| {
        let port = service.assignments[0].first;
        quote!(#port)
    });
    let assignments = exhaustive(registry, |service| {
        let assignments = service.assignments.iter().copied().map(assignment);
        quote!(const { &[#(#assignments),*] })
    });
    let transports = exhaustive(registry, |service| {
        let bits = service
            .assignments
            .iter()
            .fold(0, |bits, it| bits | it.transports);
        set(bits)
    });
    quote! {
        /// The service's name, as the file writes it.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self { #names }
        }

        /// The service's other names.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn aliases(self) -> &'static [&'static ::core::primitive::str] {
            match self { #aliases _ => &[] }
        }

        /// The service's port: the first one of its first row.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn port(self) -> ::port_consts::Port {
            ::port_consts::Port::new(match self { #ports })
        }

        /// All ports of the service, with their transports, in the order of the file.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn assignments(self) -> &'static [::port_consts::Assignment] {
            match self { #assignments }
        }

        /// The transports that the service has ports under.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn transports(self) -> ::port_consts::Transports {
            match self { #transports }
        }
    }
}

fn assignment(assignment: Assignment) -> TokenStream {
    let (first, last, assigned) = (assignment.first, assignment.last, assignment.assigned);
    let transports = set(assignment.transports);
    quote!(::port_consts::__private::assignment(#first, #last, #transports, #assigned))
}

/// A set of transports, by its bits.
fn set(bits: u8) -> TokenStream {
    let transports = crate::valid::names_of(bits).map(super::by_port::transport);
    quote!(::port_consts::Transports::EMPTY #(.with(#transports))*)
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
    let mut first_over_tls: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, service) in registry.services.iter().enumerate() {
        if let Some(plain) = service.tls_of {
            first_over_tls.entry(plain).or_insert(index);
        }
    }
    let over_tls = first_over_tls.into_iter().map(|(plain, index)| {
        let (plain, wrapped) = (variant(registry, plain), variant(registry, index));
        quote!(Self::#plain => ::core::option::Option::Some(Self::#wrapped),)
    });
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
            match self { #(#over_tls)* _ => ::core::option::Option::None }
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
        let reference = &service.reference;
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
        let description = &service.description;
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

/// The arms of a `match` with every variant in it; those with the same answer share
/// an arm.
fn exhaustive(registry: &Registry, answer: impl Fn(&Service) -> TokenStream) -> TokenStream {
    matching(registry, |service| Some(answer(service)))
}

/// The arms of the variants that have an answer. All others are for `_`, which is
/// there in an enum without variants, too.
fn matching(registry: &Registry, answer: impl Fn(&Service) -> Option<TokenStream>) -> TokenStream {
    let mut arms: BTreeMap<String, (TokenStream, Vec<TokenStream>)> = BTreeMap::new();
    for service in &registry.services {
        if let Some(answer) = answer(service) {
            let variant = identifier(&service.variant);
            let (_, patterns) = arms
                .entry(answer.to_string())
                .or_insert_with(|| (answer, Vec::new()));
            patterns.push(quote!(Self::#variant));
        }
    }
    arms.into_values()
        .map(|(answer, patterns)| quote!(#(#patterns)|* => #answer,))
        .collect()
}
