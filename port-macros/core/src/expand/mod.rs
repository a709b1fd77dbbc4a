//! From a registry to tokens: one module for each thing emitted.
//!
//! Everything is named by an absolute path, and nothing of the prelude is used, so
//! that the tokens mean the same in a crate that shadows `core`, `Option` or `u16`.
//! The tokens depend on nothing but the input.
//!
//! `extend([tokens])` appends a stream as a whole; `extend(tokens)` would take it apart, which the
//! compiler is slow about.

mod all;
mod avoid;
mod by_name;
mod by_port;
mod bytes;
mod category_enum;
mod constants;
mod details;
mod discriminants;
mod docs;
mod flow;
mod label;
mod named;
mod optional;
mod perfect_hash;
mod registry_trait;
mod schemes;
mod service_enum;
mod texts;
mod variants;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    args::Args,
    source::{File, Tracked},
    valid::Registry,
};

/// Everything that one `ports!` emits.
pub(crate) fn registry(args: &Args, file: &File, registry: &Registry) -> TokenStream {
    let cfgs = &args.cfgs;
    let docs = docs::of_services(args, registry);
    let mut tokens = service_enum::emit(args, registry, &docs);
    let table = by_name::table(args, registry);
    let table = table.as_ref();
    let lookups = [
        all::emit(args, registry),
        discriminants::emit(args, registry),
        by_port::emit(args, registry),
        by_name::emit(args, registry, table),
        flow::emit(args, registry),
        details::emit(args, registry, table.is_some()),
        label::emit(args, registry, table.is_some()),
        schemes::emit(args, registry, table.is_some()),
        optional::emit(args, registry, table.is_some()),
        registry_trait::emit(args, registry),
        service_enum::traits(args, registry, table.is_some()),
    ];
    // A scope for the tables, whose names are not to be seen outside.
    let deprecated = args.if_deprecated();
    tokens.extend([quote!(#(#cfgs)* #deprecated const _: () = { #(#lookups)* };)]);
    tokens.extend([category_enum::emit(args, registry)]);
    tokens.extend([constants::emit(args, registry, &docs)]);
    tokens.extend([avoid::emit(args, registry)]);
    tokens.extend([track(args, file)]);
    tokens
}

/// Makes cargo compile again when the file has changed. The compiler puts the path
/// together, so that the tokens are the same on every machine.
fn track(args: &Args, file: &File) -> TokenStream {
    let cfgs = &args.cfgs;
    let path = args.path.value();
    let path = match &file.tracked {
        Tracked::Nothing => return TokenStream::new(),
        Tracked::Absolute(path) => quote!(#path),
        Tracked::AsWritten if std::path::Path::new(&path).is_absolute() => quote!(#path),
        Tracked::AsWritten => {
            let path = format!("/{path}");
            quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path))
        }
    };
    quote! {
        #(#cfgs)*
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
    }
}
