//! What is in neither of the small tables: second numbers of ports, and runs.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    Emitted, identifier,
    sorted::{self, Runs},
    transport,
};
use crate::valid::{Registry, TRANSPORTS};

pub(super) struct Rest {
    singles: Vec<usize>,
    runs: [Runs; TRANSPORTS.len()],
}

impl Rest {
    /// The runs of a registry, beside these entries of single ports.
    pub(super) fn of(registry: &Registry, singles: Vec<usize>) -> Self {
        let runs = [0, 1].map(|bit| Runs::long(registry, bit));
        let [tcp, udp] = runs;
        let runs = [tcp, udp, Runs::of(registry, 2), Runs::of(registry, 3)];
        Self { singles, runs }
    }

    pub(super) fn bytes(&self) -> usize {
        self.singles.len() * 4 + self.runs.iter().map(Runs::bytes).sum::<usize>()
    }

    /// A lookup that does what `first` says, and then asks for the rest. `first` returns if
    /// it has found something for `number` and `flag`, the transport's, which is tcp or udp;
    /// else it lets `others` be whether the port may be a single one.
    pub(super) fn behind(
        &self,
        name: &Ident,
        mut statics: TokenStream,
        first: &TokenStream,
    ) -> Emitted {
        let (table, singles) = sorted::singles(&identifier("SINGLES"), &self.singles);
        statics.extend(table);
        let arms: Vec<TokenStream> = self
            .runs
            .iter()
            .map(|runs| {
                let (table, search) = runs.emit();
                statics.extend(table);
                let transport = transport(TRANSPORTS[runs.bit]);
                quote!(#transport => #search,)
            })
            .collect();
        // The flag of udp is the one behind tcp's.
        let flag = Literal::usize_unsuffixed(sorted::flag(0));
        let flag = quote!(#flag << transport as ::core::primitive::u32);
        statics.extend(quote! {
            // Never inlined: what is found at once needs no stack then, and this is there
            // once only.
            #[inline(never)]
            #[allow(dead_code, clippy::too_many_lines)]
            const fn in_rest(
                number: ::core::primitive::u16,
                transport: ::port_consts::Transport,
                others: ::core::primitive::bool,
            ) -> ::core::option::Option<#name> {
                if others {
                    let flag: ::core::primitive::u32 = #flag;
                    let found = #singles;
                    if found != 0 {
                        return nth(found);
                    }
                }
                nth(match transport { #(#arms)* })
            }
        });
        let body = quote! {
            let mut others = false;
            // Tcp or udp.
            if (transport as ::core::primitive::u32) < 2 {
                let flag: ::core::primitive::u32 = #flag;
                #first
            }
            in_rest(number, transport, others)
        };
        Emitted { statics, body }
    }
}
