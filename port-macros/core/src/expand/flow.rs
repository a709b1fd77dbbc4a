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
    let source = quote!(::port_consts::Side::Source);
    let destination = quote!(::port_consts::Side::Destination);
    let option = quote!(::core::option::Option);
    let some = quote!(::core::option::Option::Some);
    let none = quote!(::core::option::Option::None);
    quote! {
        /// The side of the service that a flow is about, of these two. It is a function of its
        /// own, since few flows have two.
        #[inline(never)]
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

        /// The answer for a flow whose ends have these services.
        #[inline]
        #[allow(dead_code, unreachable_code, unreachable_patterns)]
        const fn server(
            flow: ::port_consts::Flow,
            at_source: #option<#name>,
            at_destination: #option<#name>,
        ) -> #option<(#name, ::port_consts::Side)> {
            // Which end has a service is as good as random. Chosen by an index, it leaves the
            // processor nothing to guess; the only branch is for the few flows where both have
            // one.
            let is_source = at_source.is_some();
            let chosen = is_source as ::core::primitive::usize;
            let service = [at_destination, at_source][chosen];
            let other = [#none, at_destination][chosen];
            let side = if is_source { #source } else { #destination };
            if let #some(at_destination) = other {
                if let #some(at_source) = service {
                    return match server_side(flow, at_source, at_destination) {
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
                server(
                    ::port_consts::Flow::new(source, destination, transport),
                    Self::from_port(source, transport),
                    Self::from_port(destination, transport),
                )
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
                server(flow, at_source, at_destination)
            }
        }
    }
}
