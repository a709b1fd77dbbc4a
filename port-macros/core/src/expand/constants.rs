//! A constant for each service: its first port.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs::search_words, variants::defined};
use crate::{args::Args, valid::Registry};

/// `docs` are those of the services.
pub(super) fn emit(args: &Args, registry: &Registry, docs: &[TokenStream]) -> TokenStream {
    if !args.options.constants {
        return TokenStream::new();
    }
    let (visibility, cfgs) = (&args.visibility, &args.cfgs);
    let mut constants = TokenStream::new();
    for (service, docs) in registry.services.iter().zip(docs) {
        let name = defined(&service.constant, args);
        let number = service.assignments[0].first;
        let words = search_words(service, &service.constant);
        constants.extend([quote! {
            #(#cfgs)*
            #docs
            #words
            #[allow(dead_code)]
            #visibility const #name: ::port_consts::Port = ::port_consts::Port::new(#number);
        }]);
    }
    constants
}
