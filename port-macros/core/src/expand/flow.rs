//! `from_flow` and `of_flow`: from the two ports of a flow to the service, and the side that
//! has it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{args::Args, valid::Registry, words::columns::Column};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    // Without the column, all are assigned, and the table of assignments isn't needed.
    let (source_assigned, destination_assigned) = if registry.has(Column::Status) {
        let assigned = |service, port| {
            quote! {
                ::port_consts::__private::is_assigned(
                    #service.assignments(), flow.#port(), flow.transport(),
                )
            }
        };
        (
            assigned(quote!(at_source), quote!(source)),
            assigned(quote!(at_destination), quote!(destination)),
        )
    } else {
        (quote!(true), quote!(true))
    };
    let [source, destination] = sides();
    let option = quote!(::core::option::Option);
    let some = quote!(::core::option::Option::Some);
    let none = quote!(::core::option::Option::None);
    let server_of_ports = server(&quote! {
        server_side_by_ports(source, destination, transport, at_source, at_destination)
    });
    let server_of_flow = server(&quote!(server_side(flow, at_source, at_destination)));
    quote! {
        /// The side of the service that a flow is about, of these two.
        #[allow(dead_code)]
        const fn server_side(
            flow: ::port_consts::Flow,
            at_source: #name,
            at_destination: #name,
        ) -> ::port_consts::Side {
            match ::port_consts::__private::side_by_ports(flow) {
                #some(side) => side,
                #none => ::port_consts::__private::side_by_status(
                    flow, #source_assigned, #destination_assigned,
                ),
            }
        }

        /// The same for a flow of which nothing else is known. It is a function of its own, since
        /// few flows have two services, and makes the flow, which takes memory.
        #[inline(never)]
        #[allow(dead_code)]
        const fn server_side_by_ports(
            source: ::port_consts::Port,
            destination: ::port_consts::Port,
            transport: ::port_consts::Transport,
            at_source: #name,
            at_destination: #name,
        ) -> ::port_consts::Side {
            let flow = ::port_consts::Flow::new(source, destination, transport);
            server_side(flow, at_source, at_destination)
        }

        #[automatically_derived]
        #[allow(dead_code, unreachable_code, unreachable_patterns)]
        impl #name {
            /// Returns the service that a flow between these two ports is about, and the side
            /// that has it; `None` if neither port has a service under `transport`.
            ///
            /// If both have one, a port below 32768 beats one from there on; then a port that
            /// is assigned to its service beats one that is only in use for it; then the
            /// lower number beats the higher. If both are the same, it is the destination.
            /// [`Side`](::port_consts::Side) lists all rules and says what numbers cannot tell.
            ///
            /// If you know which end opened the flow, or which one is local, ask
            /// [`of_flow`](Self::of_flow).
            #[inline]
            #[must_use]
            pub const fn from_flow(
                source: ::port_consts::Port,
                destination: ::port_consts::Port,
                transport: ::port_consts::Transport,
            ) -> #option<(Self, ::port_consts::Side)> {
                let at_source = Self::from_port(source, transport);
                let at_destination = Self::from_port(destination, transport);
                #server_of_ports
            }

            /// Returns the service that a flow is about, and the side that has it; `None` if
            /// no end that may be the server has a service under the flow's transport.
            ///
            /// [`Flow`](::port_consts::Flow) holds what is known besides the ports: which end
            /// opened the flow, and which one is local.
            #[must_use]
            pub const fn of_flow(
                flow: ::port_consts::Flow,
            ) -> #option<(Self, ::port_consts::Side)> {
                let (source, destination) = (flow.source(), flow.destination());
                let transport = flow.transport();
                let at_source = if ::port_consts::__private::may_serve(flow, #source) {
                    Self::from_port(source, transport)
                } else {
                    #none
                };
                let at_destination = if ::port_consts::__private::may_serve(flow, #destination) {
                    Self::from_port(destination, transport)
                } else {
                    #none
                };
                #server_of_flow
            }
        }
    }
}

fn sides() -> [TokenStream; 2] {
    [
        quote!(::port_consts::Side::Source),
        quote!(::port_consts::Side::Destination),
    ]
}

/// The answer for a flow whose ends have the services `at_source` and `at_destination`;
/// `side_of_two` is asked if both have one.
fn server(side_of_two: &TokenStream) -> TokenStream {
    let [source, destination] = sides();
    let some = quote!(::core::option::Option::Some);
    let none = quote!(::core::option::Option::None);
    quote! {
        // Which end has a service is as good as random. Chosen by an index, it leaves the
        // processor nothing to guess; the only branch is for the few flows where both have one.
        let is_source = at_source.is_some();
        let chosen = is_source as ::core::primitive::usize;
        let service = [at_destination, at_source][chosen];
        let other = [#none, at_destination][chosen];
        let side = if is_source { #source } else { #destination };
        if let #some(at_destination) = other {
            if let #some(at_source) = service {
                return match #side_of_two {
                    #source => #some((at_source, #source)),
                    #destination => #some((at_destination, #destination)),
                };
            }
        }
        match service {
            #some(service) => #some((service, side)),
            #none => #none,
        }
    }
}
