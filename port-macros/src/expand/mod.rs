//! From a registry to tokens: one module for each thing emitted.
//!
//! Everything is named by an absolute path, and nothing of the prelude is used, so
//! that the tokens mean the same in a crate that shadows `core`, `Option` or `u16`.
//! Nothing here depends on an order that could change from run to run.

mod avoid;
mod by_name;
mod by_port;
mod categories;
mod constants;
mod details;
mod docs;
mod service;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::{args::Args, source::File, valid::Registry};

/// Everything that one `ports!` stands for.
pub(crate) fn registry(args: &Args, file: &File, registry: &Registry) -> TokenStream {
    let mut tokens = service::emit(args, registry);
    tokens.extend(by_port::emit(args, registry));
    tokens.extend(by_name::emit(args, registry));
    tokens.extend(details::emit(args, registry));
    tokens.extend(categories::emit(args, registry));
    tokens.extend(constants::emit(args, registry));
    tokens.extend(avoid::emit(args, registry));
    tokens.extend(track(args, file));
    tokens
}

/// Makes cargo compile again when the file has changed. The path is put together by
/// the compiler, so that the tokens are the same on every machine.
fn track(args: &Args, file: &File) -> TokenStream {
    if !file.exists {
        return TokenStream::new();
    }
    let path = args.path.value();
    let path = if std::path::Path::new(&path).is_absolute() {
        quote!(#path)
    } else {
        let path = format!("/{path}");
        quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path))
    };
    quote! {
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
    }
}

/// An identifier that is known to be one: the registry has checked it.
fn identifier(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// The variant of a service, by its index.
fn variant(registry: &Registry, index: usize) -> Ident {
    identifier(&registry.services[index].variant)
}
