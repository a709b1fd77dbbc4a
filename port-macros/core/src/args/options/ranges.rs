//! Ports in options: those of `within`, and those of `select`.

use proc_macro2::Span;
use syn::{LitInt, LitStr, Token, parse::ParseStream, parse_str};

use super::syntax::{Key, equals, written};
use crate::words::{classes::WrittenClass, looks::number};

/// `within = User` or `within = 40000..=40999`.
#[derive(Debug)]
pub(crate) struct Within {
    pub(crate) first: u16,
    pub(crate) last: u16,
    /// As it is shown: `User (1024 to 49151)`, `40000 to 40999`.
    pub(crate) shown: String,
}

pub(super) fn within(input: ParseStream, key: &Key) -> syn::Result<Within> {
    equals(input, key)?;
    if input.peek(LitInt) {
        let span = input.span();
        let (first, last) = numbers(input)?;
        if first > last {
            return Err(backwards(span, first, last));
        }
        let shown = format!("{first} to {last}");
        return Ok(Within { first, last, shown });
    }
    if input.peek(LitStr) {
        return Err(in_quotes(&input.parse()?, key));
    }
    let WrittenClass { class, .. } = input.parse()?;
    Ok(Within {
        first: class.first,
        last: class.last,
        shown: class.bounds(),
    })
}

/// The mistake of a text where no quotes are.
fn in_quotes(text: &LitStr, key: &Key) -> syn::Error {
    let value = text.value();
    let class = parse_str::<WrittenClass>(&value);
    let plain = match (range(&value), class) {
        (Some((first, last)), _) if first <= last => format!("{first}..={last}"),
        (None, Ok(written)) => written.class.name.to_owned(),
        _ => return written(key, text.span()),
    };
    let message = format!("{value:?} is a text; write it without quotes: `{plain}`");
    syn::Error::new(text.span(), message)
}

/// `8000-8999` or `8080`.
fn range(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    number(first.trim()).zip(number(last.trim()))
}

/// `8080`, `8000..=8999` or `"8000-8999, 9090"`.
pub(super) fn ports(input: ParseStream) -> syn::Result<Vec<(u16, u16)>> {
    let span = input.span();
    let ranges = if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let ranges: Option<Vec<_>> = text.value().split(',').map(range).collect();
        ranges.ok_or_else(|| no_ports(span))?
    } else {
        vec![numbers(input)?]
    };
    match ranges.iter().find(|(first, last)| first > last) {
        Some((first, last)) => Err(backwards(span, *first, *last)),
        None => Ok(ranges),
    }
}

/// `8080` or `8000..=8999`.
pub(super) fn numbers(input: ParseStream) -> syn::Result<(u16, u16)> {
    let number = |input: ParseStream| {
        let span = input.span();
        let literal: LitInt = input.parse().map_err(|_| no_ports(span))?;
        if literal.base10_digits().starts_with('-') {
            let text = "there are no negative ports; a port is 0 to 65535";
            return Err(syn::Error::new(span, text));
        }
        if !matches!(literal.suffix(), "" | "u16") {
            let text = format!("`{literal}` is not a `u16`; write the number without a suffix");
            return Err(syn::Error::new(span, text));
        }
        literal.base10_parse().map_err(|_| {
            let text =
                format!("port `{literal}` is above 65535; a port is a 16-bit number, 0 to 65535");
            syn::Error::new(span, text)
        })
    };
    let first = number(input)?;
    if input.is_empty() || input.peek(Token![,]) {
        return Ok((first, first));
    }
    if input.parse::<Token![..=]>().is_err() {
        return Err(no_ports(input.span()));
    }
    Ok((first, number(input)?))
}

pub(super) fn no_ports(span: Span) -> syn::Error {
    syn::Error::new(
        span,
        "expected a port, 0 to 65535, or a range: `8000..=8999`",
    )
}

pub(super) fn backwards(span: Span, first: u16, last: u16) -> syn::Error {
    let text = format!("the range of ports is backwards; write `{last}..={first}`");
    syn::Error::new(span, text)
}
