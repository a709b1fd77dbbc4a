//! `avoid = ..`: assertions that another registry has none of these ports. Only the
//! compiler sees that registry, so they are part of what is emitted.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use super::by_port::transport;
use crate::{args::Args, valid::Registry, words::transports};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let registries = args.options.avoid.iter();
    registries
        .flat_map(|other| assertions(args, registry, other))
        .collect()
}

/// One assertion for each row and transport, so that every row has its own error.
fn assertions(args: &Args, registry: &Registry, other: &Path) -> Vec<TokenStream> {
    let (path, cfgs) = (args.path.value(), &args.cfgs);
    let shown = quote!(#other).to_string().replace(' ', "");
    let mut assertions = Vec::new();
    for service in &registry.services {
        for claim in &service.claims {
            let row = format!("{path}:{}: `{}` has port ", claim.line, service.name);
            let (first, last) = (claim.first, claim.last);
            let bits = transports::bits();
            for bit in bits.filter(|bit| transports::contains(claim.transports, *bit)) {
                let transport = transport(bit);
                // The compiler shows the span of the call, that of the file's path. It may be
                // from a `macro_rules!`, which has names of its own.
                let span = Span::call_site().located_at(args.path.span());
                let refuse = quote_spanned! {span=>
                    ::port_consts::__private::refuse_avoided(#row, port, transport, other.name(), #shown)
                };
                assertions.push(quote! {
                    #(#cfgs)*
                    // A row of all ports takes the compiler a while.
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
