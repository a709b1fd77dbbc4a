//! A `match` on the name, for few names.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{expand::variants::variant, lists::Listed as _, lists::sort, valid::Registry};

/// The arms of a `match` on the length of `bytes`, a name. Few names have the same length,
/// and they are compared as arrays. `names` come with the indices of their services.
pub(crate) fn arms<'a>(
    registry: &Registry,
    names: impl IntoIterator<Item = (&'a str, usize)>,
) -> TokenStream {
    let mut names: Vec<(&str, usize)> = names.into_iter().listed();
    sort(&mut names, &|(a, _), (b, _)| a.len().cmp(&b.len()));
    let mut lengths = TokenStream::new();
    for names in names.chunk_by(|(a, _), (b, _)| a.len() == b.len()) {
        let length = names[0].0.len();
        let mut arms = TokenStream::new();
        for (text, index) in names {
            let text = Literal::byte_string(text.to_ascii_lowercase().as_bytes());
            let variant = variant(registry, *index);
            arms.extend([quote!(#text => return ::core::option::Option::Some(Self::#variant),)]);
        }
        lengths.extend([quote! {
            #length => match &::port_consts::__private::lower::<#length>(bytes) {
                #arms
                _ => {}
            },
        }]);
    }
    lengths
}
