//! A path without generics.

use std::mem;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Ident, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

/// `Service`, `crate::plan::Device`, `::device::Service`.
pub(crate) struct Path {
    pub(crate) leading_colon: Option<Token![::]>,
    pub(crate) before: Vec<Ident>,
    pub(crate) last: Ident,
}

impl Path {
    /// The word that the path is, if it is just one.
    pub(crate) fn as_word(&self) -> Option<&Ident> {
        let is_word = self.leading_colon.is_none() && self.before.is_empty();
        is_word.then_some(&self.last)
    }

    pub(crate) fn is(&self, word: &str) -> bool {
        self.as_word().is_some_and(|it| it == word)
    }

    /// As it is written, without spaces.
    pub(crate) fn shown(&self) -> String {
        self.to_token_stream().to_string().replace(' ', "")
    }

    fn segment(input: ParseStream) -> syn::Result<Ident> {
        let keyword = input.peek(Token![crate])
            || input.peek(Token![self])
            || input.peek(Token![Self])
            || input.peek(Token![super]);
        if keyword {
            input.call(Ident::parse_any)
        } else {
            input.parse()
        }
    }
}

impl Parse for Path {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let leading_colon = input.parse()?;
        let (mut before, mut last) = (Vec::new(), Self::segment(input)?);
        while input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
            before.push(mem::replace(&mut last, Self::segment(input)?));
        }
        Ok(Self {
            leading_colon,
            before,
            last,
        })
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.leading_colon.to_tokens(tokens);
        for segment in &self.before {
            segment.to_tokens(tokens);
            <Token![::]>::default().to_tokens(tokens);
        }
        self.last.to_tokens(tokens);
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_str;

    use super::Path;

    #[test]
    fn paths_are_shown_as_written() {
        for path in [
            "A",
            "a::B",
            "::a::b::C",
            "crate::A",
            "self::super::A",
            "r#fn::Self",
        ] {
            assert_eq!(parse_str::<Path>(path).unwrap().shown(), path);
        }
        for other in [
            "", "::", "a::", "a b", "fn", "a::fn", "3", "a::<B>", "\"a\"",
        ] {
            assert!(parse_str::<Path>(other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_word_is_a_path_of_one() {
        let is_word = |path| parse_str::<Path>(path).unwrap().is("a");
        assert!(is_word("a"));
        for other in ["b", "::a", "a::a"] {
            assert!(!is_word(other), "{other}");
        }
    }
}
