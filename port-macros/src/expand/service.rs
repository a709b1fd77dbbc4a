//! The enum, `ALL`, `COUNT`, and the traits.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, identifier};
use crate::{args::Args, valid::Registry};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let count = registry.services.len();
    let variants: Vec<_> = registry
        .services
        .iter()
        .map(|it| identifier(&it.variant))
        .collect();
    let docs = registry
        .services
        .iter()
        .map(|it| docs::of_service(registry, it, &it.variant));
    let summary = args
        .attributes
        .iter()
        .all(|it| !it.path().is_ident("doc"))
        .then(|| {
            let summary = format!("The {count} services of `{}`.", args.path.value());
            quote!(#[doc = #summary])
        });
    let traits = traits(args, registry);
    quote! {
        #summary
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[allow(dead_code)]
        #args {
            #(#docs #variants,)*
        }

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// All services, in the order of the file.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// How many services there are.
            pub const COUNT: ::core::primitive::usize = #count;
        }

        #traits
    }
}

fn traits(args: &Args, registry: &Registry) -> TokenStream {
    let name = &args.name;
    let variants: Vec<_> = registry
        .services
        .iter()
        .map(|it| identifier(&it.variant))
        .collect();
    let texts = registry.services.iter().map(|it| &it.variant);
    quote! {
        /// The service's name.
        #[automatically_derived]
        // In an enum without variants, which a bad file leaves.
        #[allow(unreachable_code)]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }

        /// The variant.
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(match *self { #(Self::#variants => #texts,)* })
            }
        }

        /// A name or an alias, without regard to ASCII case.
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::str::FromStr for #name {
            type Err = ::port_consts::UnknownServiceError;

            fn from_str(
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::port_consts::UnknownServiceError> {
                match Self::from_name(name) {
                    ::core::option::Option::Some(service) => ::core::result::Result::Ok(service),
                    ::core::option::Option::None => ::core::result::Result::Err(
                        ::port_consts::__private::unknown_service(),
                    ),
                }
            }
        }

        /// A name or an alias, without regard to ASCII case.
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::convert::TryFrom<&::core::primitive::str> for #name {
            type Error = ::port_consts::UnknownServiceError;

            fn try_from(
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::port_consts::UnknownServiceError> {
                <Self as ::core::str::FromStr>::from_str(name)
            }
        }

        /// The service's name.
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::convert::AsRef<::core::primitive::str> for #name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.name()
            }
        }

        /// The service's first port.
        #[automatically_derived]
        #[allow(unreachable_code)]
        impl ::core::convert::From<#name> for ::port_consts::Port {
            fn from(service: #name) -> Self {
                service.port()
            }
        }
    }
}
