//! `avoid = ..`: assertions that another registry has none of these ports. Only the
//! compiler can look into that registry, so they are part of what is emitted.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Path;

use super::by_port;
use crate::{
    args::Args,
    valid::{Registry, names_of},
};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let registries = args.options.avoid.iter();
    registries
        .flat_map(|other| assertions(args, registry, other))
        .collect()
}

/// One assertion for each row and transport, so that each row has an error of its own.
fn assertions(args: &Args, registry: &Registry, other: &Path) -> Vec<TokenStream> {
    let path = args.path.value();
    let shown = quote!(#other).to_string().replace(' ', "");
    let mut assertions = Vec::new();
    for service in &registry.services {
        for claim in &service.claims {
            let row = format!("{path}:{}: `{}` has port ", claim.line, service.name);
            let (first, last) = (claim.first, claim.last);
            for name in names_of(claim.transports) {
                let transport = by_port::transport(name);
                // The compiler shows where the call stands: on the path of the file.
                let refuse = quote_spanned! {args.path.span()=>
                    ::port_consts::__private::refuse_avoided(#row, port, transport, other.name(), #shown)
                };
                assertions.push(quote! {
                    // A wide range has more steps than the compiler likes to take.
                    #[allow(long_running_const_eval)]
                    const _: () = {
                        let transport = #transport;
                        let mut number = #first;
                        loop {
                            let port = ::port_consts::Port::new(number);
                            if let ::core::option::Option::Some(other) =
                                #other::from_port(port, transport)
                            {
                                #refuse
                            }
                            if number == #last {
                                break;
                            }
                            number += 1;
                        }
                    };
                });
            }
        }
    }
    assertions
}
