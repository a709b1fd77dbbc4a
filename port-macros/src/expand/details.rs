//! What is known of a service: its ports, and a method for each optional
//! column.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    bytes::{pack, table, width},
    exhaustive, identifier, matching, variant,
};
use crate::{
    args::Args,
    columns::Column,
    valid::{Assignment, Registry, Service},
};

/// Ports and transports are in tables if `tabled`, else matched.
pub(super) fn emit(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
    let name = &args.name;
    let (statics, mut methods) = always(registry, tabled);
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
        #statics

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            #methods
        }
    }
}

fn always(registry: &Registry, tabled: bool) -> (TokenStream, TokenStream) {
    if tabled {
        by_tables(registry)
    } else {
        (TokenStream::new(), by_arms(registry))
    }
}

fn by_arms(registry: &Registry) -> TokenStream {
    let ports = exhaustive(registry, |service| {
        let port = service.assignments[0].first;
        quote!(#port)
    });
    let assignments = exhaustive(registry, |service| {
        let assignments = service.assignments.iter().copied().map(assignment);
        quote!(const { &[#(#assignments),*] })
    });
    let transports = exhaustive(registry, |service| {
        let bits = bits(service);
        quote!(#bits)
    });
    methods(
        &quote!(match self { #ports }),
        &quote!(match self { #assignments }),
        &quote!(match self { #transports }),
    )
}

/// Statics and methods.
fn by_tables(registry: &Registry) -> (TokenStream, TokenStream) {
    let services = registry.services.iter();
    let ports = services
        .clone()
        .map(|service| service.assignments[0].first.into());
    let transports = services.clone().map(|service| bits(service).into());
    let mut ends = vec![0];
    let mut assignments = Vec::new();
    for service in services {
        ends.push(ends[ends.len() - 1] + service.assignments.len());
        for it in &service.assignments {
            assignments.extend(pack([it.first.into(), it.last.into()], 2));
            assignments.extend([it.transports, it.assigned.into()]);
        }
    }
    let count = ends[ends.len() - 1];
    let width = width(count).max(2);
    let mut statics = table(&identifier("FIRST_PORTS"), &pack(ports, 2));
    statics.extend(table(&identifier("TRANSPORTS"), &pack(transports, 1)));
    let ends = pack(ends, width);
    statics.extend(table(&identifier("ASSIGNMENT_ENDS"), &ends));
    let ends = ends.len();
    let bytes = Literal::byte_string(&assignments);
    statics.extend(quote! {
        static ASSIGNMENTS: [::port_consts::Assignment; #count] =
            ::port_consts::__private::assignments(#bytes);
    });
    let methods = methods(
        &quote!(FIRST_PORTS.number::<2>(index(self)) as ::core::primitive::u16),
        &quote!(::port_consts::__private::part::<_, #width, #ends>(
            &ASSIGNMENTS, &ASSIGNMENT_ENDS, index(self),
        )),
        &quote!(TRANSPORTS.number::<1>(index(self)) as ::core::primitive::u8),
    );
    (statics, methods)
}

/// The transports of a service, in bits.
fn bits(service: &Service) -> u8 {
    let assignments = service.assignments.iter();
    assignments.fold(0, |bits, it| bits | it.transports)
}

fn methods(port: &TokenStream, assignments: &TokenStream, transports: &TokenStream) -> TokenStream {
    quote! {
        /// Returns the service's port: the first one of its first row. (`as u16` is not the
        /// port; it counts variants.)
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines, clippy::cast_possible_truncation)]
        pub const fn port(self) -> ::port_consts::Port {
            ::port_consts::Port::new(#port)
        }

        /// All ports of the service, with their transports, in the order of the file.
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn assignments(self) -> &'static [::port_consts::Assignment] {
            #assignments
        }

        /// The transports that the service has ports under.
        #[inline]
        #[must_use]
        #[allow(clippy::too_many_lines, clippy::cast_possible_truncation)]
        pub const fn transports(self) -> ::port_consts::Transports {
            ::port_consts::__private::transports(#transports)
        }
    }
}

fn assignment(assignment: Assignment) -> TokenStream {
    let (first, last, assigned) = (assignment.first, assignment.last, assignment.assigned);
    let transports = assignment.transports;
    quote!(::port_consts::__private::assignment(#first, #last, #transports, #assigned))
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
