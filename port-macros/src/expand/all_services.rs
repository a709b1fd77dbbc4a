//! The constant `ALL`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{args::Args, valid::Registry};

/// The constant, from an expression for an array of all services.
pub(super) fn constant(args: &Args, registry: &Registry, services: &TokenStream) -> TokenStream {
    let (name, count) = (&args.name, registry.services.len());
    quote! {
        /// All services, in the order of the file.
        pub const ALL: &'static [Self] = {
            // The compiler evaluates a static once, a constant at every use.
            static ALL: [#name; #count] = #services;
            &ALL
        };
    }
}
