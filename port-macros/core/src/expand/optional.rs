//! The methods of optional columns: one row for each column.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    bytes::{pack, table, width},
    texts,
    variants::{are_many, exhaustive, identifier, match_few, variant},
};
use crate::{args::Args, lists::Listed as _, valid::Registry, words::columns::Column};

/// The methods that a column adds, and their tables.
struct Methods {
    statics: TokenStream,
    methods: TokenStream,
}

/// Makes the methods of a column, with tables if names are in one.
type Make = fn(&Registry, bool) -> Methods;

/// Columns without methods are in no row.
const METHODS: [(Column, Make); 5] = [
    (Column::Category, category),
    (Column::TlsOf, tls),
    (Column::Status, status),
    (Column::Reference, reference),
    (Column::Description, description),
];

/// Answers that many services have are in tables if `tabled`, else matched.
pub(super) fn emit(args: &Args, registry: &Registry, tabled: bool) -> TokenStream {
    let name = &args.name;
    let (mut all_statics, mut all_methods) = (TokenStream::new(), TokenStream::new());
    for (column, make) in METHODS {
        if registry.has(column) {
            let Methods { statics, methods } = make(registry, tabled);
            all_statics.extend([statics]);
            all_methods.extend([methods]);
        }
    }
    if all_methods.is_empty() {
        return all_methods;
    }
    quote! {
        #all_statics

        #[automatically_derived]
        #[allow(dead_code, unreachable_code)]
        impl #name {
            #all_methods
        }
    }
}

fn category(registry: &Registry, tabled: bool) -> Methods {
    let path = |category: usize| {
        let variant = identifier(&registry.categories[category].variant);
        quote!(Category::#variant)
    };
    let categories = registry.services.iter();
    let categories = categories.map(|it| it.category.unwrap_or_default());
    let (statics, category) = match registry.categories.len().checked_sub(1) {
        Some(last) if tabled => {
            let (width, table_name) = (width(last), identifier("CATEGORIES"));
            let numbers = (0..last).map(Literal::usize_unsuffixed);
            let paths = (0..last).map(path);
            let last = path(last);
            let category = quote! {
                match CATEGORIES.number::<#width>(index(self)) {
                    #(#numbers => #paths,)*
                    _ => #last,
                }
            };
            (table(&table_name, &pack(categories, width)), category)
        }
        _ => {
            let arms = exhaustive(registry, &|it| path(it.category.unwrap_or_default()));
            (TokenStream::new(), quote!(match self { #arms }))
        }
    };
    let methods = quote! {
        /// The category that the file sorts the service into.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn category(self) -> Category {
            #category
        }
    };
    Methods { statics, methods }
}

fn tls(registry: &Registry, tabled: bool) -> Methods {
    let services = &registry.services;
    let tls_of: Vec<Option<usize>> = services.iter().map(|it| it.tls_of).listed();
    // For each service, the first that is it over TLS.
    let mut over_tls: Vec<Option<usize>> = vec![None; services.len()];
    for (index, plain) in tls_of.iter().enumerate() {
        if let Some(plain) = plain {
            over_tls[*plain].get_or_insert(index);
        }
    }
    let (mut statics, tls_of) = services_of(registry, tabled, "TLS_OF", &tls_of);
    let (more, over_tls) = services_of(registry, tabled, "OVER_TLS", &over_tls);
    statics.extend([more]);
    let methods = quote! {
        /// The service without TLS (or DTLS) that this one is the protected form of.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn tls_of(self) -> ::core::option::Option<Self> {
            #tls_of
        }

        /// The service that is this one over TLS (or DTLS), on a port of its own; the
        /// first in the file, if there are several.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn over_tls(self) -> ::core::option::Option<Self> {
            #over_tls
        }

        /// Whether this service is another one over TLS (or DTLS), see `tls_of`.
        #[must_use]
        pub const fn is_tls(self) -> ::core::primitive::bool {
            self.tls_of().is_some()
        }
    };
    Methods { statics, methods }
}

/// A service for some services, and `None` for the others.
fn services_of(
    registry: &Registry,
    tabled: bool,
    name: &str,
    services: &[Option<usize>],
) -> (TokenStream, TokenStream) {
    if tabled && are_many(services.iter().flatten().count()) {
        let numbers = services.iter().map(|it| it.map_or(0, |index| index + 1));
        let (name, width) = (identifier(name), width(services.len()));
        let statics = table(&name, &pack(numbers, width));
        return (statics, quote!(nth(#name.number::<#width>(index(self)))));
    }
    let answers = services.iter().map(|it| {
        let variant = variant(registry, (*it)?);
        Some(quote!(::core::option::Option::Some(Self::#variant)))
    });
    let few = match_few(
        registry,
        tabled,
        &quote!(self),
        answers,
        &quote!(::core::option::Option::None),
    );
    (TokenStream::new(), few)
}

fn status(registry: &Registry, tabled: bool) -> Methods {
    let services = registry.services.iter();
    let unofficial = services.clone().filter(|it| !it.is_assigned());
    let (statics, is_assigned) = if tabled && are_many(unofficial.count()) {
        let eights = registry.services.chunks(8).map(|services| {
            let bits = services.iter().enumerate();
            let bits = bits.map(|(place, it)| usize::from(it.is_assigned()) << place);
            bits.sum()
        });
        let statics = table(&identifier("ASSIGNED"), &pack(eights, 1));
        let is_assigned = quote! {
            ASSIGNED.number::<1>(index(self) >> 3) >> (index(self) & 7) & 1 != 0
        };
        (statics, is_assigned)
    } else {
        let answers = services.map(|it| (!it.is_assigned()).then(|| quote!(false)));
        let few = match_few(registry, tabled, &quote!(self), answers, &quote!(true));
        (TokenStream::new(), few)
    };
    let methods = quote! {
        /// Whether a port of the service is assigned to it by IANA, and not only in
        /// use for it. `Assignment::is_assigned` tells for each port.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn is_assigned(self) -> ::core::primitive::bool {
            #is_assigned
        }
    };
    Methods { statics, methods }
}

fn reference(registry: &Registry, tabled: bool) -> Methods {
    let none = quote!(::core::option::Option::None);
    let (statics, reference) =
        if let Some((statics, text)) = texts_of(registry, tabled, Column::Reference) {
            let reference = quote! {{
                let reference = #text;
                if reference.is_empty() {
                    return #none;
                }
                ::core::option::Option::Some(reference)
            }};
            (statics, reference)
        } else {
            let answers = registry.services.iter().map(|service| {
                let reference = service.text(Column::Reference);
                let some = || quote!(::core::option::Option::Some(#reference));
                (!reference.is_empty()).then(some)
            });
            let few = match_few(registry, tabled, &quote!(self), answers, &none);
            (TokenStream::new(), few)
        };
    let methods = quote! {
        /// The document that defines the service, such as `RFC 9110`.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn reference(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            #reference
        }
    };
    Methods { statics, methods }
}

fn description(registry: &Registry, tabled: bool) -> Methods {
    let table = texts_of(registry, tabled, Column::Description);
    let (statics, description) = table.unwrap_or_else(|| {
        let answers = registry.services.iter().map(|service| {
            let description = service.text(Column::Description);
            (!description.is_empty()).then(|| quote!(#description))
        });
        let few = match_few(registry, tabled, &quote!(self), answers, &quote!(""));
        (TokenStream::new(), few)
    });
    let methods = quote! {
        /// What the service is for; empty where the file does not say.
        #[must_use]
        #[allow(clippy::too_many_lines)]
        pub const fn description(self) -> &'static ::core::primitive::str {
            #description
        }
    };
    Methods { statics, methods }
}

/// Statics, and an expression for the text of `self`, if they are to be in a table.
fn texts_of(
    registry: &Registry,
    tabled: bool,
    column: Column,
) -> Option<(TokenStream, TokenStream)> {
    let texts = registry.services.iter().map(|it| it.text(column));
    let texts: Vec<&str> = texts.listed();
    let given = texts.iter().filter(|text| !text.is_empty()).count();
    let name = column.title().to_uppercase();
    (tabled && are_many(given)).then(|| texts::by_table(&name, &quote!(self), &texts))
}
