//! What services and categories have in common: they are printed as their names, and read
//! from them.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// An enum whose variants have names.
pub(super) struct Named<'a> {
    pub(super) name: &'a Ident,
    /// What a variant is: `service` or `category`.
    pub(super) kind: &'a str,
    /// What is read, as the docs say it.
    pub(super) read: &'a str,
    /// What reading fails with.
    pub(super) error: TokenStream,
    /// An expression for the other names of `self`.
    pub(super) aliases: TokenStream,
    /// An expression for all of them.
    pub(super) all: TokenStream,
    /// A body for `Debug`.
    pub(super) debug: TokenStream,
}

impl Named<'_> {
    /// The traits, and what the features of port-consts make of them.
    pub(super) fn traits(&self) -> TokenStream {
        let (printed, read, generic) = (self.printed(), self.read(), self.generic());
        quote!(#printed #read #generic)
    }

    fn printed(&self) -> TokenStream {
        let (name, debug) = (self.name, &self.debug);
        let doc = format!("The {}'s name.", self.kind);
        quote! {
            #[doc = #doc]
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
                    #debug
                }
            }

            #[doc = #doc]
            #[automatically_derived]
            #[allow(unreachable_code)]
            impl ::core::convert::AsRef<::core::primitive::str> for #name {
                fn as_ref(&self) -> &::core::primitive::str {
                    self.name()
                }
            }
        }
    }

    fn read(&self) -> TokenStream {
        let (name, error) = (self.name, &self.error);
        let unknown = format_ident!("unknown_{}", self.kind);
        let doc = format!(
            "{}, without regard to ASCII case. The error suggests the nearest name, which \
             takes a look at all of them; `from_name` does without.",
            self.read
        );
        let doc_of_try_from = format!("{}, as `FromStr`.", self.read);
        quote! {
            #[doc = #doc]
            #[automatically_derived]
            #[allow(unreachable_code)]
            impl ::core::str::FromStr for #name {
                type Err = #error;

                fn from_str(
                    name: &::core::primitive::str,
                ) -> ::core::result::Result<Self, #error> {
                    match Self::from_name(name) {
                        ::core::option::Option::Some(it) => ::core::result::Result::Ok(it),
                        ::core::option::Option::None => ::core::result::Result::Err(
                            ::port_consts::__private::#unknown::<Self>(name),
                        ),
                    }
                }
            }

            #[doc = #doc_of_try_from]
            #[automatically_derived]
            #[allow(unreachable_code)]
            impl ::core::convert::TryFrom<&::core::primitive::str> for #name {
                type Error = #error;

                fn try_from(
                    name: &::core::primitive::str,
                ) -> ::core::result::Result<Self, #error> {
                    <Self as ::core::str::FromStr>::from_str(name)
                }
            }
        }
    }

    /// For what is generic in port-consts over the enums.
    fn generic(&self) -> TokenStream {
        let (name, kind, aliases, all) = (self.name, self.kind, &self.aliases, &self.all);
        quote! {
            #[automatically_derived]
            #[allow(unreachable_code)]
            impl ::port_consts::__private::Named for #name {
                const KIND: &'static ::core::primitive::str = #kind;
                const ALL: &'static [Self] = #all;

                fn name(self) -> &'static ::core::primitive::str {
                    self.name()
                }

                fn aliases(self) -> &'static [&'static ::core::primitive::str] {
                    #aliases
                }

                fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                    Self::from_name(name)
                }
            }

            ::port_consts::__integrations! { #name }
        }
    }
}
