//! The questions that every registry answers by others: `nearest`, `from_port_any`, `port_under`,
//! `from_name_or_number`; and the trait `Registry`.

use proc_macro2::TokenStream;
use quote::quote;

use super::all;
use crate::{args::Args, valid::Registry};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let all = all::list(registry);
    let (methods, implementation) = (methods(&all), implementation(&all));
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            #methods
        }

        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::port_consts::Registry for #name {
            #implementation
        }
    }
}

fn methods(all: &TokenStream) -> TokenStream {
    quote! {
        /// Returns the service whose name or alias is nearest to `name`, if
        /// [one is near enough](::port_consts::ParseServiceError::suggestion) to be meant.
        ///
        /// It is for messages, because it looks at every name.
        #[must_use]
        pub const fn nearest(
            name: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            let mut nearest = ::port_consts::__private::Nearest::to(name);
            let mut services = #all;
            while let [service, rest @ ..] = services {
                nearest = nearest.consider(service.name(), service.aliases());
                services = rest;
            }
            nearest.of(#all)
        }

        /// Returns the service that `port` is assigned to, or that is best known to use it,
        /// under any transport: under tcp if there is one, else under udp, sctp or dccp.
        #[must_use]
        pub const fn from_port_any(
            port: ::port_consts::Port,
        ) -> ::core::option::Option<Self> {
            let mut transports = ::port_consts::Transport::ALL;
            while let [transport, rest @ ..] = transports {
                if let ::core::option::Option::Some(service) = Self::from_port(port, *transport) {
                    return ::core::option::Option::Some(service);
                }
                transports = rest;
            }
            ::core::option::Option::None
        }

        /// Returns the first port that the service has under `transport`, as
        /// `getservbyname(name, protocol)` does.
        #[must_use]
        pub const fn port_under(
            self,
            transport: ::port_consts::Transport,
        ) -> ::core::option::Option<::port_consts::Port> {
            ::port_consts::__private::port_under(self.assignments(), transport)
        }

        /// Returns the port of this number, or of the service with this name or alias.
        ///
        /// # Errors
        ///
        /// If the text is neither. The error suggests the nearest name, which it looks for
        /// when it is displayed.
        pub fn from_name_or_number(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<
            ::port_consts::Port,
            ::port_consts::ParseNameOrNumberError<Self>,
        > {
            ::port_consts::__private::from_name_or_number(text)
        }
    }
}

fn implementation(all: &TokenStream) -> TokenStream {
    quote! {
        const ALL: &'static [Self] = #all;

        fn from_port(
            port: ::port_consts::Port,
            transport: ::port_consts::Transport,
        ) -> ::core::option::Option<Self> {
            Self::from_port(port, transport)
        }

        fn candidates(
            port: ::port_consts::Port,
            transport: ::port_consts::Transport,
        ) -> &'static [Self] {
            Self::candidates(port, transport)
        }

        fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            Self::from_name(name)
        }

        fn name(self) -> &'static ::core::primitive::str {
            self.name()
        }

        fn label(self) -> &'static ::core::primitive::str {
            self.label()
        }

        fn aliases(self) -> &'static [&'static ::core::primitive::str] {
            self.aliases()
        }

        fn port(self) -> ::port_consts::Port {
            self.port()
        }

        fn assignments(self) -> &'static [::port_consts::Assignment] {
            self.assignments()
        }

        fn transports(self) -> ::port_consts::Transports {
            self.transports()
        }

        fn from_name_or_number(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<
            ::port_consts::Port,
            ::port_consts::ParseNameOrNumberError<Self>,
        > {
            Self::from_name_or_number(text)
        }
    }
}
