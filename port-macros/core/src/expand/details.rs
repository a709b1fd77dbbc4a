//! The ports of a service, which every file has: `port`, `assignments`, `transports`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    bytes::{pack, table, width},
    variants::{exhaustive, identifier},
};
use crate::{
    args::Args,
    format::assignments,
    valid::{Assignment, Registry},
};

/// Ports and transports are in tables if `tabled`, else matched.
pub(super) fn emit(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
    let name = &args.name;
    let (statics, methods) = if tabled {
        by_tables(registry)
    } else {
        (TokenStream::new(), by_arms(registry))
    };
    quote! {
        #statics

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            #methods
        }
    }
}

fn by_arms(registry: &Registry) -> TokenStream {
    let ports = exhaustive(registry, &|service| {
        let port = service.assignments[0].first;
        quote!(#port)
    });
    let assignments = exhaustive(registry, &|service| {
        let assignments = service.assignments.iter().copied().map(assignment);
        quote!(const { &[#(#assignments),*] })
    });
    let transports = exhaustive(registry, &|service| {
        let set = service.transports();
        quote!(#set)
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
    let transports = services.clone().map(|service| service.transports().into());
    let mut ends = vec![0];
    let mut packed = Vec::new();
    for service in services {
        ends.push(ends[ends.len() - 1] + service.assignments.len());
        for it in &service.assignments {
            packed.extend(assignments::pack(
                it.first,
                it.last,
                it.transports,
                it.status,
            ));
        }
    }
    let count = ends[ends.len() - 1];
    let width = width(count).max(2);
    let mut statics = table(&identifier("FIRST_PORTS"), &pack(ports, 2));
    statics.extend([table(&identifier("TRANSPORTS"), &pack(transports, 1))]);
    let ends = pack(ends, width);
    statics.extend([table(&identifier("ASSIGNMENT_ENDS"), &ends)]);
    let ends = ends.len();
    let bytes = Literal::byte_string(&packed);
    statics.extend([quote! {
        static ASSIGNMENTS: [::port_consts::Assignment; #count] =
            ::port_consts::__private::assignments(#bytes);
    }]);
    let methods = methods(
        &quote!(FIRST_PORTS.number::<2>(index(self)) as ::core::primitive::u16),
        &quote!(::port_consts::__private::part::<_, #width, #ends>(
            &ASSIGNMENTS, &ASSIGNMENT_ENDS, index(self),
        )),
        &quote!(TRANSPORTS.number::<1>(index(self)) as ::core::primitive::u8),
    );
    (statics, methods)
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
    let (first, last, transports) = (assignment.first, assignment.last, assignment.transports);
    let status = assignment.status as u8;
    quote!(::port_consts::__private::assignment(#first, #last, #transports, #status))
}
