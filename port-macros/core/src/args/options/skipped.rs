//! `skip(..)`: rows that are left out.

use syn::{LitStr, Token, parse::ParseStream};

use super::syntax::{Key, in_brackets, key_of, text, twice, unknown, values, written};
use crate::words::columns::{COLUMNS, COUNT, Column};

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
        if skips.iter().any(|skip| skip.column == column) {
            return Err(twice(&key));
        }
        if input.parse::<Token![=]>().is_err() {
            let text = format!("`{key}` in `skip` is written `{key} = \"..\"`");
            return Err(syn::Error::new(key.span(), text));
        }
        let texts = values(input, text)?;
        skips.push(Skip { column, texts });
        Ok(())
    })?;
    if skips.is_empty() {
        return Err(written(key, key.span()));
    }
    Ok(skips)
}
