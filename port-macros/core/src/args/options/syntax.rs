//! How options are written: keys, values, lists of them.

use proc_macro2::Span;
use syn::{
    Ident, LitStr, Token, bracketed,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream},
};

use crate::{
    args::list::list,
    lists::Listed as _,
    problem::shown,
    words::{
        columns::{Title, known_title, normal},
        suggestions::did_you_mean,
    },
};

/// The name of an option, and how the option is written.
pub(super) struct Key {
    pub(super) ident: Ident,
    pub(super) form: &'static str,
}

impl Key {
    pub(super) fn span(&self) -> Span {
        self.ident.span()
    }
}

/// Reads a key, whatever it is.
pub(super) fn key_of(input: ParseStream, known: &[&str]) -> syn::Result<Ident> {
    input.call(Ident::parse_any).map_err(|error| {
        let text = format!("expected an option here; there are {}", known.join(", "));
        syn::Error::new(error.span(), text)
    })
}

pub(super) fn unknown(key: &Ident, known: &[&str]) -> syn::Error {
    let key_text = key.to_string();
    // `prot` is nearer to `port` than to `transport`, which it means.
    let meant = match known_title(&normal(&key_text)) {
        Some(Title::Column(column) | Title::Hint(column)) => Some(column.facts().key),
        _ => None,
    };
    let suggestion = match meant.filter(|key| known.contains(key)) {
        Some(key) => format!("; did you mean `{key}`?"),
        None => did_you_mean(&key_text, known.iter().copied()),
    };
    let are = if known.len() == 1 { "is" } else { "are" };
    let text = format!(
        "unknown option `{}`{suggestion}; there {are} {}",
        shown(&key_text),
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

/// "option `within` is written `within = User`".
pub(super) fn written(key: &Key, span: Span) -> syn::Error {
    let Key { ident, form } = key;
    syn::Error::new(span, format!("option `{ident}` is written `{form}`"))
}

/// Reads the `=` after a key.
pub(super) fn equals(input: ParseStream, key: &Key) -> syn::Result<()> {
    match input.parse::<Token![=]>() {
        Ok(_) => Ok(()),
        Err(_) => Err(written(key, key.span())),
    }
}

/// Reads `= VALUE` after a key.
pub(super) fn value<T: Parse>(input: ParseStream, key: &Key) -> syn::Result<T> {
    equals(input, key)?;
    input
        .parse()
        .map_err(|error: syn::Error| written(key, error.span()))
}

/// Reads `= "WORD"` after a key. The word has to be one of those known.
pub(super) fn word<T: Copy>(
    input: ParseStream,
    key: &Key,
    known: &[(&str, &str, T)],
) -> syn::Result<T> {
    let words = known.iter().map(|(word, means, _)| (*word, *means));
    let place = place_of_word(input, key, &words.listed())?;
    Ok(known[place].2)
}

fn place_of_word(input: ParseStream, key: &Key, known: &[(&str, &str)]) -> syn::Result<usize> {
    let value: LitStr = value(input, key)?;
    let text = value.value();
    if let Some(place) = known.iter().position(|(word, _)| *word == text) {
        return Ok(place);
    }
    let suggestion = did_you_mean(&text, known.iter().map(|(word, _)| *word));
    let known = known.iter();
    let known = known.map(|(word, means)| format!("\"{word}\" ({means})"));
    let message = format!(
        "option `{}` is {}, not {:?}{suggestion}",
        key.ident,
        known.listed().join(" or "),
        shown(&text)
    );
    Err(syn::Error::new(value.span(), message))
}

/// Opens the brackets after a key: `select(..)`.
pub(super) fn in_brackets(
    input: ParseStream,
    key: &Key,
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
            "the brackets are empty; write at least one value",
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
