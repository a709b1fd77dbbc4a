//! How far an item is seen.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Token,
    parse::{Parse, ParseStream},
    token::Paren,
};

/// `pub`, `pub(crate)`, or nothing. The compiler reads what is in the brackets.
#[derive(Default)]
pub(crate) struct Visibility(TokenStream);

impl Visibility {
    pub(crate) fn public() -> Self {
        Self(quote!(pub))
    }
}

impl Parse for Visibility {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut tokens = TokenStream::new();
        if input.peek(Token![pub]) {
            input.parse::<Token![pub]>()?.to_tokens(&mut tokens);
            if input.peek(Paren) {
                input.parse::<TokenTree>()?.to_tokens(&mut tokens);
            }
        }
        Ok(Self(tokens))
    }
}

impl ToTokens for Visibility {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens as _;
    use syn::parse_str;

    use super::Visibility;

    #[test]
    fn visibilities_stay_as_written() {
        for visibility in ["", "pub", "pub (crate)", "pub (in crate :: a)"] {
            let read: Visibility = parse_str(visibility).unwrap();
            assert_eq!(read.to_token_stream().to_string(), visibility);
        }
        assert_eq!(Visibility::public().to_token_stream().to_string(), "pub");
        for other in ["crate", "pub crate", "(pub)"] {
            assert!(parse_str::<Visibility>(other).is_err(), "{other}");
        }
    }
}
