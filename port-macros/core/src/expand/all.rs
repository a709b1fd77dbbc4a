//! The list of all services: `ALL` and `COUNT`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    discriminants::{MOST_ARMS, firsts, part_from},
    variants::{are_in_static, identifier, variant},
};
use crate::{args::Args, valid::Registry};

/// A list of all services, in what isn't generic. With `ALL`, the compiler would evaluate that
/// while it checks the code.
pub(super) fn list(registry: &Registry) -> TokenStream {
    if are_in_static(registry) {
        quote!(SERVICES.as_slice())
    } else {
        quote!(all_services::<()>())
    }
}

/// `ALL`, what it is made of, and `COUNT`.
pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let (name, count) = (&args.name, registry.services.len());
    let made = if are_in_static(registry) {
        let variants = registry.services.iter().map(|it| identifier(&it.variant));
        // The compiler evaluates a static once, a constant at every use.
        quote!(static SERVICES: [#name; #count] = [#(#name::#variants),*];)
    } else {
        by_parts(args, registry)
    };
    let all = list(registry);
    quote! {
        #made

        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// All services, in the order of the file.
            pub const ALL: &'static [Self] = #all;

            /// How many services there are.
            pub const COUNT: ::core::primitive::usize = #count;
        }
    }
}

/// A function that returns all services, made from those of each part.
fn by_parts(args: &Args, registry: &Registry) -> TokenStream {
    let (name, count) = (&args.name, registry.services.len());
    let (any, mut loops) = (variant(registry, 0), TokenStream::new());
    for first in firsts(registry) {
        let (part, end) = (part_from(first), (first + MOST_ARMS - 1).min(count));
        loops.extend([quote! {
            while index < #end {
                let number = index as ::core::primitive::u16 + 1;
                if let ::core::option::Option::Some(service) = #part(number) {
                    all[index] = service;
                }
                index += 1;
            }
        }]);
    }
    quote! {
        #[allow(dead_code, clippy::cast_possible_truncation)]
        const fn list_services() -> [#name; #count] {
            let mut all = [#name::#any; #count];
            let mut index = 0;
            #loops
            all
        }

        // A constant of a generic function is evaluated where the function is called.
        #[allow(dead_code, clippy::extra_unused_type_parameters)]
        const fn all_services<T>() -> &'static [#name] {
            const { &list_services() }
        }
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::emit;
    use crate::{
        args::Args,
        expand::{
            discriminants::tests::registry,
            variants::{MOST_IN_STATIC, are_in_static},
        },
    };

    #[test]
    fn services_are_listed_where_they_are_asked_for_if_there_are_many() {
        let args: Args = parse_quote!(enum E = "ports.csv";);
        for services in [0, 1, MOST_IN_STATIC] {
            let registry = registry(&args, services);
            assert!(are_in_static(&registry), "{services}");
            let tokens = emit(&args, &registry).to_string();
            assert!(tokens.contains(&format!("static SERVICES : [E ; {services}usize]")));
        }
        let registry = registry(&args, MOST_IN_STATIC + 1);
        assert!(!are_in_static(&registry));
        let tokens = emit(&args, &registry).to_string();
        assert!(!tokens.contains("static SERVICES"));
        // The last part ends with the last service.
        assert!(tokens.contains("while index < 8191usize"));
        assert!(tokens.contains("while index < 8193usize"));
    }
}
