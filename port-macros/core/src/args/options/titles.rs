//! `columns(..)`: the titles that a file has.

use syn::{LitStr, Token, parse::ParseStream};

use super::syntax::{Key, in_brackets, key_of, text, twice, unknown, values};
use crate::{
    problem::shown,
    words::columns::{COLUMNS, COUNT, Column, MARKED, normal},
};

/// `columns(..)`: the titles that the file has for columns.
#[derive(Default)]
pub(crate) struct Titles {
    pub(crate) mapped: Vec<(Column, LitStr)>,
    pub(crate) ignored: Vec<LitStr>,
}

/// The key of titles that are skipped.
const IGNORE: &str = "ignore";

/// The keys of `columns(..)`: one for each column, and [`IGNORE`].
const KEYS: [&str; COUNT + 1] = {
    let mut keys = [IGNORE; COUNT + 1];
    let mut i = 0;
    while i < COUNT {
        keys[i] = COLUMNS[i].key;
        i += 1;
    }
    keys
};

pub(super) fn columns(input: ParseStream, key: &Key) -> syn::Result<Titles> {
    let mut titles = Titles::default();
    in_brackets(input, key, |input| {
        let key = key_of(input, &KEYS)?;
        let name = key.to_string();
        if !KEYS.contains(&name.as_str()) {
            return Err(unknown(&key, &KEYS));
        }
        let equals: syn::Result<Token![=]> = input.parse();
        equals.map_err(|_| {
            syn::Error::new(
                key.span(),
                format!("`{name}` in `columns` is written `{name} = \"Title\"`"),
            )
        })?;
        match COLUMNS.iter().find(|facts| facts.key == name) {
            Some(facts) => {
                let column = facts.column;
                if titles.mapped.iter().any(|(other, _)| *other == column) {
                    return Err(twice(&key));
                }
                let title = text(input)?;
                refuse_transport(column, &title)?;
                titles.mapped.push((column, title));
            }
            None => titles.ignored.extend(values(input, text)?),
        }
        Ok(())
    })?;
    refuse_shared(&titles)?;
    Ok(titles)
}

/// Refuses `transport = "TCP"`: a column of that title says of each row whether it is tcp's.
fn refuse_transport(column: Column, title: &LitStr) -> syn::Result<()> {
    let text = title.value();
    let marked = MARKED.into_iter().map(|column| column.facts().key);
    match { marked }.find(|key| column == Column::Transport && normal(&text) == *key) {
        None => Ok(()),
        Some(key) => Err(syn::Error::new(
            title.span(),
            format!(
                "the title {text:?} is that of one transport, whose rows have a mark in it; \
                 write `{key} = {text:?}`, and so for the other transports"
            ),
        )),
    }
}

/// Refuses a title with two meanings.
fn refuse_shared(titles: &Titles) -> syn::Result<()> {
    let mapped = titles.mapped.iter();
    let mapped = mapped.map(|(column, title)| (column.facts().key, title));
    let ignored = titles.ignored.iter().map(|title| (IGNORE, title));
    let mut seen: Vec<(&str, String)> = Vec::new();
    for (key, title) in mapped.chain(ignored) {
        let text = normal(&title.value());
        match seen.iter().find(|(_, other)| *other == text) {
            Some((IGNORE, _)) | None => seen.push((key, text)),
            Some((other, _)) => {
                return Err(syn::Error::new(
                    title.span(),
                    format!(
                        "the column {:?} is given as `{other}` and as `{key}`; it can't be both, \
                         take one out",
                        shown(&title.value())
                    ),
                ));
            }
        }
    }
    Ok(())
}
