//! `columns(..)`: the titles that a file has.

use syn::{Ident, LitStr, Token, parse::ParseStream};

use super::{
    Options,
    syntax::{in_brackets, key_of, text, twice, unknown, values},
};
use crate::columns::{Column, normal};

/// `columns(..)`: titles that the file gives to columns.
#[derive(Default)]
pub(crate) struct Titles {
    pub(crate) mapped: Vec<(Column, LitStr)>,
    pub(crate) ignored: Vec<LitStr>,
}

/// The keys of `columns(..)`.
const KEYS: [(&str, Column); 10] = [
    ("name", Column::Name),
    ("port", Column::Port),
    ("transport", Column::Transport),
    ("constant", Column::Constant),
    ("aliases", Column::Aliases),
    ("category", Column::Category),
    ("tls_of", Column::TlsOf),
    ("status", Column::Status),
    ("reference", Column::Reference),
    ("description", Column::Description),
];

pub(super) fn columns(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let titles = &mut options.titles;
    let mut known = ["ignore"; KEYS.len() + 1];
    for (place, (name, _)) in known.iter_mut().zip(KEYS) {
        *place = name;
    }
    in_brackets(input, key, |input| {
        let key = key_of(input, known)?;
        let name = key.to_string();
        let column = KEYS.iter().find(|(key, _)| *key == name);
        if column.is_none() && name != "ignore" {
            return Err(unknown(&key, known));
        }
        let equals: syn::Result<Token![=]> = input.parse();
        equals.map_err(|_| {
            syn::Error::new(
                key.span(),
                format!("`{name}` in `columns` is written `{name} = \"Title\"`"),
            )
        })?;
        match column {
            Some((_, column)) => {
                if titles.mapped.iter().any(|(other, _)| other == column) {
                    return Err(twice(&key));
                }
                titles.mapped.push((*column, text(input)?));
            }
            None => titles.ignored.extend(values(input, text)?),
        }
        Ok(())
    })?;
    refuse_shared(titles)
}

/// Refuses a title that is to be two things.
pub(super) fn refuse_shared(titles: &Titles) -> syn::Result<()> {
    let mapped = titles.mapped.iter();
    let mapped = mapped.map(|(column, title)| (KEYS[*column as usize].0, title));
    let ignored = titles.ignored.iter().map(|title| ("ignore", title));
    let mut seen: Vec<(&str, String)> = Vec::new();
    for (key, title) in mapped.chain(ignored) {
        let text = normal(&title.value());
        match seen.iter().find(|(_, other)| *other == text) {
            Some(("ignore", _)) | None => seen.push((key, text)),
            Some((other, _)) => {
                return Err(syn::Error::new(
                    title.span(),
                    format!(
                        "the column {:?} is to be `{other}` and `{key}`; it can't be both, \
                         take one out",
                        title.value()
                    ),
                ));
            }
        }
    }
    Ok(())
}
