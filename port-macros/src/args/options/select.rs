//! `select(..)`: a part of the file.

use proc_macro2::Span;
use syn::{Ident, LitStr, Token, parse::ParseStream};

use super::{
    Options,
    ranges::ports,
    syntax::{in_brackets, key_of, text, unknown, values, written},
};
use crate::{
    nearest::did_you_mean,
    valid::{TRANSPORTS, names_of},
};

/// `select(..)`: a service is kept if it matches one value of every key.
#[derive(Default)]
pub(crate) struct Selection {
    pub(crate) names: Vec<LitStr>,
    pub(crate) categories: Vec<LitStr>,
    /// Bits as in [`crate::valid::Assignment`]; none where the key is not given.
    pub(crate) transports: u8,
    pub(crate) ports: Vec<(u16, u16)>,
    /// Where `select` stands, if it does.
    pub(crate) span: Option<Span>,
}

pub(super) fn select(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let selection = &mut options.select;
    selection.span = Some(key.span());
    let mut keys: Vec<String> = Vec::new();
    in_brackets(input, key, |input| {
        let known = ["name", "category", "transport", "port"];
        let key = key_of(input, known)?;
        let name = key.to_string();
        if keys.contains(&name) {
            return Err(syn::Error::new(
                key.span(),
                format!("`{name}` is given twice; write its values in brackets: `{name} = [..]`"),
            ));
        }
        if !known.contains(&name.as_str()) {
            return Err(unknown(&key, known));
        }
        let equals: syn::Result<Token![=]> = input.parse();
        equals.map_err(|_| {
            syn::Error::new(
                key.span(),
                format!("`{name}` in `select` is written `{name} = ..`"),
            )
        })?;
        match name.as_str() {
            "name" => selection.names = values(input, text)?,
            "category" => selection.categories = values(input, text)?,
            "transport" => {
                for transport in values(input, text)? {
                    selection.transports |= transports(&transport)?;
                }
            }
            _ => selection.ports = values(input, ports)?,
        }
        keys.push(name);
        Ok(())
    })?;
    if keys.is_empty() {
        return Err(written(key, key.span()));
    }
    Ok(())
}

/// The bits of `"tcp"` or `"tcp/udp"`.
pub(super) fn transports(text: &LitStr) -> syn::Result<u8> {
    let mut set = 0;
    for part in text.value().split('/') {
        let bit = TRANSPORTS
            .iter()
            .position(|name| name.eq_ignore_ascii_case(part));
        let Some(bit) = bit else {
            let suggestion = did_you_mean(part, TRANSPORTS);
            let known: Vec<&str> = names_of(0b1111).collect();
            return Err(syn::Error::new(
                text.span(),
                format!(
                    "unknown transport `{part}`{suggestion}; there are {}",
                    known.join(", ")
                ),
            ));
        };
        set |= 1 << bit;
    }
    Ok(set)
}
