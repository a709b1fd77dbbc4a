//! `skip(..)`: rows that are left out.

use syn::{LitStr, Token, parse::ParseStream};

use super::syntax::{Key, in_brackets, key_of, text, unknown, values, written};
use crate::{
    lists::{Listed as _, Places, retain},
    words::columns::{COLUMNS, COUNT, Column},
};

/// The keys of `skip(..)`: one for each column.
const KEYS: [&str; COUNT] = {
    let mut keys = [""; COUNT];
    let mut i = 0;
    while i < COUNT {
        keys[i] = COLUMNS[i].key;
        i += 1;
    }
    keys
};

/// Rows that are left out: those whose cell of a column is one of these texts.
pub(crate) struct Skip {
    pub(crate) column: Column,
    pub(crate) texts: Vec<LitStr>,
}

pub(super) fn skip(input: ParseStream, key: &Key) -> syn::Result<Vec<Skip>> {
    let mut skips: Vec<Skip> = Vec::new();
    in_brackets(input, key, |input| {
        let key = key_of(input, &KEYS)?;
        let Some(facts) = COLUMNS.iter().find(|facts| key == facts.key) else {
            return Err(unknown(&key, &KEYS));
        };
        let column = facts.column;
        if input.parse::<Token![=]>().is_err() {
            let text = format!("`{key}` in `skip` is written `{key} = \"..\"`");
            return Err(syn::Error::new(key.span(), text));
        }
        let texts = values(input, text)?;
        if let Some(first) = skips.iter().find(|skip| skip.column == column) {
            let all = pairs([first, &Skip { column, texts }].into_iter());
            let text = format!(
                "`{key}` in `skip` is given twice; write its texts in brackets: `{}`",
                of_column(column, &all)
            );
            return Err(syn::Error::new(key.span(), text));
        }
        skips.push(Skip { column, texts });
        Ok(())
    })?;
    if skips.is_empty() {
        return Err(written(key, key.span()));
    }
    Ok(skips)
}

/// The mistake of a second `skip(..)`. `all` is what it says with those before.
pub(super) fn twice(key: &Key, all: &[Skip]) -> syn::Error {
    let option = skip_option(&pairs(all.iter()));
    let text = format!("option `skip` is given twice; write all in one: `{option}`");
    syn::Error::new(key.span(), text)
}

fn pairs<'a>(skips: impl Iterator<Item = &'a Skip>) -> Vec<(Column, String)> {
    let texts = |skip: &'a Skip| skip.texts.iter().map(|text| (skip.column, text.value()));
    skips.flat_map(texts).listed()
}

/// `skip(transport = "icmp", port = ["any", "n/a"])`
pub(crate) fn skip_option(texts: &[(Column, String)]) -> String {
    let mut columns: Vec<Column> = Vec::new();
    for (column, _) in texts {
        if !columns.contains(column) {
            columns.push(*column);
        }
    }
    let keys = columns.into_iter().map(|column| of_column(column, texts));
    format!("skip({})", keys.listed().join(", "))
}

/// `port = ["any", "n/a"]`, of the texts of several columns.
fn of_column(column: Column, texts: &[(Column, String)]) -> String {
    let own = texts.iter().filter(|(other, _)| *other == column);
    let mut own = own.map(|(_, text)| format!("{text:?}")).listed();
    // Texts of two options may be the same.
    let mut seen = Places::default();
    retain(&mut own, &mut |text| seen.insert(text.as_str()));
    let key = column.facts().key;
    match &*own {
        [text] => format!("{key} = {text}"),
        _ => format!("{key} = [{}]", own.join(", ")),
    }
}
