//! How options are written: keys, values, lists of them.

use proc_macro2::Span;
use syn::{
    Ident, LitStr, Token, bracketed,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream},
};

use super::OPTIONS;
use crate::nearest::did_you_mean;

/// Reads items with commas between, up to the end.
pub(super) fn list(
    input: ParseStream,
    mut item: impl FnMut(ParseStream) -> syn::Result<()>,
) -> syn::Result<()> {
    while !input.is_empty() {
        item(input)?;
        if !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), "expected a comma here"))?;
        }
    }
    Ok(())
}

/// Reads a key, whatever it is.
pub(super) fn key_of<const N: usize>(input: ParseStream, known: [&str; N]) -> syn::Result<Ident> {
    input.call(Ident::parse_any).map_err(|error| {
        let text = format!("expected an option here; there are {}", known.join(", "));
        syn::Error::new(error.span(), text)
    })
}

pub(super) fn unknown<const N: usize>(key: &Ident, known: [&str; N]) -> syn::Error {
    let suggestion = did_you_mean(&key.to_string(), known);
    let text = format!(
        "unknown option `{key}`{suggestion}; there are {}",
        known.join(", ")
    );
    syn::Error::new(key.span(), text)
}

pub(super) fn twice(key: &Ident) -> syn::Error {
    syn::Error::new(
        key.span(),
        format!("option `{key}` is given twice; keep one"),
    )
}

/// "option `within` is written `within = User`", where it isn't.
pub(super) fn written(key: &Ident, span: Span) -> syn::Error {
    let name = key.to_string();
    let form = OPTIONS.iter().find(|(option, ..)| *option == name);
    let form = form.map_or("", |(_, form, _)| form);
    syn::Error::new(span, format!("option `{name}` is written `{form}`"))
}

/// Reads the `=` behind a key.
pub(super) fn equals(input: ParseStream, key: &Ident) -> syn::Result<()> {
    match input.parse::<Token![=]>() {
        Ok(_) => Ok(()),
        Err(_) => Err(written(key, key.span())),
    }
}

/// Reads `= VALUE` behind a key.
pub(super) fn value<T: Parse>(input: ParseStream, key: &Ident) -> syn::Result<T> {
    equals(input, key)?;
    input
        .parse()
        .map_err(|error: syn::Error| written(key, error.span()))
}

/// Reads `= "WORD"` behind a key, where the word is one of those known.
pub(super) fn word<T: Copy, const N: usize>(
    input: ParseStream,
    key: &Ident,
    known: [(&str, &str, T); N],
) -> syn::Result<T> {
    let value: LitStr = value(input, key)?;
    let text = value.value();
    if let Some((_, _, meaning)) = known.iter().find(|(word, ..)| *word == text) {
        return Ok(*meaning);
    }
    let suggestion = did_you_mean(&text, known.map(|(word, ..)| word));
    let known = known.map(|(word, means, _)| format!("\"{word}\" ({means})"));
    let message = format!(
        "option `{key}` is {}, not {text:?}{suggestion}",
        known.join(" or ")
    );
    Err(syn::Error::new(value.span(), message))
}

/// Opens the brackets behind a key: `select(..)`.
pub(super) fn in_brackets(
    input: ParseStream,
    key: &Ident,
    item: impl FnMut(ParseStream) -> syn::Result<()>,
) -> syn::Result<()> {
    if !input.peek(syn::token::Paren) {
        return Err(written(key, key.span()));
    }
    let inner;
    parenthesized!(inner in input);
    list(&inner, item)
}

/// Reads one value, or several in square brackets.
pub(super) fn values<T>(
    input: ParseStream,
    mut read: impl FnMut(ParseStream) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    if !input.peek(syn::token::Bracket) {
        return Ok(vec![read(input)?]);
    }
    let inner;
    let brackets = bracketed!(inner in input);
    if inner.is_empty() {
        return Err(syn::Error::new(
            brackets.span.join(),
            "nothing stands in the brackets; write one value at least",
        ));
    }
    let mut values = Vec::new();
    list(&inner, |input| {
        values.push(read(input)?);
        Ok(())
    })?;
    Ok(values)
}

pub(super) fn text(input: ParseStream) -> syn::Result<LitStr> {
    input.parse().map_err(|error: syn::Error| {
        syn::Error::new(
            error.span(),
            "expected a text in quotes, or several in brackets: `[\"a\", \"b\"]`",
        )
    })
}
