//! `from_flow`: from the two ports of a flow to the service, and the side that has it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{args::Args, valid::Registry, words::columns::Column};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    // Without the column, all are assigned, and the table of assignments isn't needed.
    let (source_assigned, destination_assigned) = if registry.has(Column::Status) {
        let assigned = |service, port| quote!(::port_consts::__private::is_assigned(#service.assignments(), #port, transport));
        (
            assigned(quote!(at_source), quote!(source)),
            assigned(quote!(at_destination), quote!(destination)),
        )
    } else {
        (quote!(true), quote!(true))
    };
    let source = quote!(::port_consts::Side::Source);
    let destination = quote!(::port_consts::Side::Destination);
    let some = quote!(::core::option::Option::Some);
    let none = quote!(::core::option::Option::None);
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code, unreachable_patterns)]
        impl #name {
            /// The service that a flow between these two ports is about, and the side
            /// that has it; none if neither port has a service under `transport`.
            ///
            /// If both have one, a port below those of clients (32768) beats one from
            /// there on; then a port that is assigned to its service beats one that is
            /// only in use for it; then the lower number beats the higher. If both are
            /// the same, it is the destination. [`Side`](::port_consts::Side) says why,
            /// and what numbers cannot tell.
            #[must_use]
            pub const fn from_flow(
                source: ::port_consts::Port,
                destination: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> ::core::option::Option<(Self, ::port_consts::Side)> {
                let at_source = Self::from_port(source, transport);
                let at_destination = Self::from_port(destination, transport);
                match (at_source, at_destination) {
                    (#none, #none) => #none,
                    (#some(at_source), #none) => #some((at_source, #source)),
                    (#none, #some(at_destination)) => #some((at_destination, #destination)),
                    (#some(at_source), #some(at_destination)) => {
                        match ::port_consts::__private::server_side(
                            source, #source_assigned, destination, #destination_assigned,
                        ) {
                            #source => #some((at_source, #source)),
                            #destination => #some((at_destination, #destination)),
                        }
                    }
                }
            }
        }
    }
}
