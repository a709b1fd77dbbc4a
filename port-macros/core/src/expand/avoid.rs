//! `avoid = ..`: assertions that another registry has none of these ports. Only the
//! compiler sees that registry, so they are part of what is emitted.

use std::fmt::Write as _;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::by_port::transport;
use crate::{
    args::Args,
    lists::{Listed as _, sort},
    rust::Path,
    valid::Registry,
    words::transports,
};

pub(super) fn emit(args: &Args, registry: &Registry) -> TokenStream {
    let mut tokens = TokenStream::new();
    for other in &args.options.avoid {
        assertions(args, registry, other, &mut tokens);
    }
    tokens
}

/// One assertion for each row and transport, so that every row has its own error.
fn assertions(args: &Args, registry: &Registry, other: &Path, tokens: &mut TokenStream) {
    let (path, cfgs) = (args.path.value(), &args.cfgs);
    let shown = other.shown();
    let allowed = allowed(args);
    for service in &registry.services {
        for claim in &service.claims {
            let row = format!("{path}:{}: `{}` has port ", claim.line, service.name);
            let bits = transports::bits();
            let bits = bits.filter(|bit| transports::contains(claim.transports, *bit));
            let ranges = without((claim.first, claim.last), &args.options.except);
            for (bit, (first, last)) in bits.flat_map(|bit| ranges.iter().map(move |it| (bit, *it)))
            {
                let transport = transport(bit);
                // The compiler shows the span of the call, that of the file's path. It may be
                // from a `macro_rules!`, which has names of its own.
                let span = Span::call_site().located_at(args.path.span());
                let refuse = quote_spanned! {span=>
                    found.refuse(#row, transport, other.name(), #shown, #allowed)
                };
                let ask = if last - first < FEW {
                    ask_each_port(other)
                } else {
                    ask_each_service(other)
                };
                tokens.extend([quote! {
                    #(#cfgs)*
                    // Of a large registry, the compiler would say that this takes a while.
                    #[allow(long_running_const_eval)]
                    const _: () = {
                        let (first, last, transport) = (#first, #last, #transport);
                        let mut found = ::port_consts::__private::Avoided::new(first, last);
                        #ask
                        if let ::core::option::Option::Some(port) = found.lowest() {
                            if let ::core::option::Option::Some(other) =
                                #other::from_port(port, transport)
                            {
                                #refuse
                            }
                        }
                    };
                }]);
            }
        }
    }
}

/// The compiler evaluates a lookup in about the time of five services of a registry, and
/// registries have thousands.
const FEW: u16 = 500;

/// Collects the ports from `first` to `last` that a registry has.
fn ask_each_port(other: &Path) -> TokenStream {
    quote! {
        let mut number: ::core::primitive::u16 = first;
        loop {
            if #other::from_port(::port_consts::Port::new(number), transport).is_some() {
                found.add(number, number);
            }
            if number == last {
                break;
            }
            number += 1;
        }
    }
}

/// The same, for wide ranges.
fn ask_each_service(other: &Path) -> TokenStream {
    quote! {
        let mut services = #other::ALL;
        while let [service, rest @ ..] = services {
            services = rest;
            found.add_service(service.assignments(), transport);
        }
    }
}

/// `avoid(port_consts::Service, except = [8080, `, to which a message adds its ports.
fn allowed(args: &Args) -> String {
    let options = &args.options;
    let paths: Vec<String> = options.avoid.iter().map(Path::shown).listed();
    let mut excepted = String::new();
    for (first, last) in &options.except {
        // Writing to a string can't fail.
        let _ = if first == last {
            write!(excepted, "{first}, ")
        } else {
            write!(excepted, "{first}..={last}, ")
        };
    }
    format!("avoid({}, except = [{excepted}", paths.join(", "))
}

/// A range without other ranges.
fn without((first, last): (u16, u16), others: &[(u16, u16)]) -> Vec<(u16, u16)> {
    let mut others = others.to_vec();
    sort(&mut others, &Ord::cmp);
    let mut left = Vec::new();
    let mut next = Some(first);
    for (other_first, other_last) in others {
        let Some(start) = next.filter(|start| *start <= last) else {
            return left;
        };
        if other_last < start || other_first > last {
            continue;
        }
        if other_first > start {
            left.push((start, other_first - 1));
        }
        next = other_last.checked_add(1);
    }
    left.extend(
        next.filter(|start| *start <= last)
            .map(|start| (start, last)),
    );
    left
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn exceptions_are_cut_out_of_ranges() {
        type Ranges = &'static [(u16, u16)];
        let cases: [((u16, u16), Ranges, Ranges); 7] = [
            ((80, 90), &[], &[(80, 90)]),
            ((80, 90), &[(85, 86), (80, 80)], &[(81, 84), (87, 90)]),
            ((80, 90), &[(70, 80), (90, 95)], &[(81, 89)]),
            ((80, 90), &[(0, 65535)], &[]),
            ((80, 90), &[(91, 95), (0, 79)], &[(80, 90)]),
            ((80, 90), &[(82, 88), (83, 85)], &[(80, 81), (89, 90)]),
            ((0, 65535), &[(65535, 65535), (0, 0)], &[(1, 65534)]),
        ];
        for (range, others, left) in cases {
            assert_eq!(without(range, others), left, "{range:?} {others:?}");
        }
    }
}
