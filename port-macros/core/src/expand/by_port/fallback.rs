//! What the small tables leave out: second numbers of ports, and runs.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    emitted::{Emitted, transport},
    sorted::{self, Runs},
};
use crate::{
    expand::variants::identifier, format::ports::ENTRY_BYTES, lists::Listed as _, valid::Registry,
    words::transports,
};

pub(super) struct Fallback {
    pub(super) singles: Vec<usize>,
    pub(super) runs: [Runs; transports::COUNT],
}

impl Fallback {
    /// The runs of a registry, and these entries of single ports.
    pub(super) fn of(registry: &Registry, singles: Vec<usize>) -> Self {
        let runs = std::array::from_fn(|bit| {
            if bit < transports::FLAGGED {
                Runs::long(registry, bit)
            } else {
                Runs::of(registry, bit)
            }
        });
        Self { singles, runs }
    }

    pub(super) fn bytes(&self) -> usize {
        self.singles.len() * ENTRY_BYTES + self.runs.iter().map(Runs::bytes).sum::<usize>()
    }

    /// A lookup that does what `first` says, and then searches here. `first` returns if
    /// it finds something for `number` and `flag`, that of the transport. Otherwise it sets
    /// `others` to whether the port may have an entry here.
    pub(super) fn after(
        &self,
        name: &Ident,
        mut statics: TokenStream,
        first: &TokenStream,
    ) -> Emitted {
        let (table, singles) = sorted::singles(&identifier("SINGLES"), &self.singles);
        statics.extend([table]);
        let arms: Vec<TokenStream> = self
            .runs
            .iter()
            .map(|runs| {
                let (table, search) = runs.emit();
                statics.extend([table]);
                let transport = transport(runs.bit);
                quote!(#transport => #search,)
            })
            .listed();
        // Flags are in the order of transports.
        let flag = Literal::usize_unsuffixed(sorted::flag(0));
        let flag = quote!(#flag << transport as ::core::primitive::u32);
        let flagged = Literal::usize_unsuffixed(transports::FLAGGED);
        statics.extend([quote! {
            // Never inlined: the code before needs no stack then, and this exists only once.
            #[inline(never)]
            #[allow(dead_code, clippy::too_many_lines)]
            const fn in_fallback(
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
        }]);
        let body = quote! {
            let mut others = false;
            if (transport as ::core::primitive::u32) < #flagged {
                let flag: ::core::primitive::u32 = #flag;
                #first
            }
            in_fallback(number, transport, others)
        };
        Emitted { statics, body }
    }
}
