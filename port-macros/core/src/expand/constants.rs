//! A constant for each service: its first port.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, variants::defined};
use crate::{args::Args, valid::Registry};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    if !args.options.constants {
        return TokenStream::new();
    }
    let (visibility, cfgs) = (&args.visibility, &args.cfgs);
    let mut constants = TokenStream::new();
    for service in &registry.services {
        let name = defined(&service.constant, args);
        let number = service.assignments[0].first;
        let docs = docs::of_constant(registry, service);
        constants.extend([quote! {
            #(#cfgs)*
            #docs
            #[allow(dead_code)]
            #visibility const #name: ::port_consts::Port = ::port_consts::Port::new(#number);
        }]);
    }
    constants
}
