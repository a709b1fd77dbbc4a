//! Lists in brackets.

use syn::{Token, parse::ParseStream};

/// Reads items that commas separate, up to the end.
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
