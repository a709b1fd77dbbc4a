//! What every form of the lookup by port emits.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::{expand::variants::identifier, words::transports};

/// Statics, and a body that finds the service of `number`, a port, and `transport`.
pub(super) struct Emitted {
    pub(super) statics: TokenStream,
    pub(super) body: TokenStream,
}

/// The path of a transport, by its bit.
pub(in crate::stages::expand) fn transport(bit: usize) -> TokenStream {
    let variant = identifier(&transports::variant(bit));
    quote!(::port_consts::Transport::#variant)
}

/// The name of a static that one transport has: `SCTP_RUNS`.
pub(super) fn static_of(bit: usize, what: &str) -> Ident {
    identifier(&format!("{}_{what}", transports::name(bit).to_uppercase()))
}
