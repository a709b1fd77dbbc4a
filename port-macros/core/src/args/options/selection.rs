//! `select(..)`: a part of the file.

use proc_macro2::Span;
use syn::{LitStr, Token, parse::ParseStream};

use super::{
    ranges::ports,
    syntax::{Key, in_brackets, key_of, text, unknown, values, written},
};
use crate::{problem::shown, words::transports as words};

/// `select(..)`: a service is kept if it matches one value of every key.
#[derive(Default)]
pub(crate) struct Selection {
    pub(crate) names: Vec<LitStr>,
    pub(crate) categories: Vec<LitStr>,
    /// A set as in `words::transports`; empty if the key is not given.
    pub(crate) transports: u8,
    pub(crate) ports: Vec<(u16, u16)>,
    /// The place of `select` in the call, if it is there.
    pub(crate) span: Option<Span>,
}

pub(super) fn select(input: ParseStream, key: &Key) -> syn::Result<Selection> {
    let mut selection = Selection {
        span: Some(key.span()),
        ..Selection::default()
    };
    let mut keys: Vec<String> = Vec::new();
    in_brackets(input, key, |input| {
        let known = &["name", "category", "transport", "port"];
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
            _ => selection.ports = values(input, ports)?.concat(),
        }
        keys.push(name);
        Ok(())
    })?;
    if keys.is_empty() {
        return Err(written(key, key.span()));
    }
    Ok(selection)
}

/// The set of `"tcp"` or `"tcp/udp"`.
pub(super) fn transports(text: &LitStr) -> syn::Result<u8> {
    words::from_names(&text.value()).map_err(|part| {
        let message = format!(
            "unknown transport `{}`{}; there are {}",
            shown(part),
            words::remedy(part),
            words::list()
        );
        syn::Error::new(text.span(), message)
    })
}
