//! The enum `Category`, if the file has the column.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    docs,
    named::Named,
    variants::{defined, identifier},
};
use crate::{
    args::Args,
    lists::Listed as _,
    valid::Registry,
    words::{columns::Column, identifiers::CATEGORY},
};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    if !registry.has(Column::Category) {
        return TokenStream::new();
    }
    let (visibility, cfgs) = (&args.visibility, &args.cfgs);
    let deprecated = args.if_deprecated();
    let (service, count) = (&args.name, registry.categories.len());
    let summary = format!("What the services of `{}` are for.", args.path.value());
    let names: Vec<&String> = registry.categories.iter().map(|it| &it.name).listed();
    let variants: Vec<_> = registry
        .categories
        .iter()
        .map(|it| identifier(&it.variant))
        .listed();
    let texts = registry.categories.iter().map(|it| &it.variant);
    let docs = registry.categories.iter().map(docs::of_category);
    let folded = names.iter().map(|name| name.as_bytes());
    let folded = folded.map(|name| {
        let lower = proc_macro2::Literal::byte_string(&name.to_ascii_lowercase());
        let length = name.len();
        quote!(#length if ::core::matches!(
            &::port_consts::__private::lower::<#length>(bytes), #lower
        ))
    });
    let name = defined(CATEGORY, args);
    let definitions = registry
        .categories
        .iter()
        .map(|it| defined(&it.variant, args));
    let category = Named {
        name: &name,
        kind: "category",
        read: "The category's name",
        error: quote!(::port_consts::ParseCategoryError<#name>),
        aliases: quote!(&[]),
        all: quote!(Self::ALL),
        debug: quote!(f.write_str(match *self { #(Self::#variants => #texts,)* })),
    };
    let traits = category.traits();
    quote! {
        #(#cfgs)*
        #[doc = #summary]
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
            ::port_consts::__private::Format,
        )]
        #[defmt(crate = ::port_consts::__private::defmt)]
        #[allow(dead_code, clippy::enum_variant_names)]
        #[non_exhaustive]
        #visibility enum #name {
            #(#docs #definitions,)*
        }

        #(#cfgs)*
        #[automatically_derived]
        #deprecated
        #[allow(dead_code, unreachable_code)]
        impl #name {
            /// All categories, in the order of their first use in the file.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// How many categories there are.
            pub const COUNT: ::core::primitive::usize = #count;

            /// The category's name, as the file writes it.
            #[must_use]
            pub const fn name(self) -> &'static ::core::primitive::str {
                match self { #(Self::#variants => #names,)* }
            }

            /// The category of this name, without regard to ASCII case.
            #[must_use]
            pub const fn from_name(
                name: &::core::primitive::str,
            ) -> ::core::option::Option<Self> {
                let bytes = name.as_bytes();
                ::core::option::Option::Some(match bytes.len() {
                    #(#folded => Self::#variants,)*
                    _ => return ::core::option::Option::None,
                })
            }

            /// The services of the category, in the order of the file.
            pub fn services(self) -> impl ::core::iter::Iterator<Item = #service> {
                ::core::iter::Iterator::filter(
                    ::core::iter::Iterator::copied(#service::ALL.iter()),
                    move |service| service.category() == self,
                )
            }
        }

        #(#cfgs)*
        const _: () = { #traits };
    }
}
