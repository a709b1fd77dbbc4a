//! An attribute of the enum.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Ident, Token, bracketed,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream, Parser as _},
    token::{Bracket, Paren},
};

use super::Path;

/// `#[path]`, `#[path = value]` or `#[path(arguments)]`.
pub(crate) struct Attribute {
    pub(crate) path: Path,
    /// Whether it is `#[path = value]`.
    pub(crate) has_value: bool,
    tokens: TokenStream,
}

impl Attribute {
    /// All attributes that stand in front of an item.
    pub(crate) fn all(input: ParseStream) -> syn::Result<Vec<Self>> {
        let mut attributes = Vec::new();
        while input.peek(Token![#]) {
            attributes.push(input.parse()?);
        }
        Ok(attributes)
    }

    pub(crate) fn is(&self, word: &str) -> bool {
        self.path.is(word)
    }

    /// Reads the arguments. It is an error if there are no round brackets.
    pub(crate) fn arguments<T>(
        &self,
        read: impl FnOnce(ParseStream) -> syn::Result<T>,
    ) -> syn::Result<T> {
        open(&self.tokens, |path, rest| {
            if !rest.peek(Paren) {
                let text = format!("expected round brackets: `#[{}(..)]`", path.shown());
                return Err(syn::Error::new_spanned(path, text));
            }
            let arguments;
            parenthesized!(arguments in rest);
            read(&arguments)
        })
    }
}

/// Reads the path in `#[..]`, and then the rest.
fn open<T>(
    tokens: &TokenStream,
    read: impl FnOnce(Path, ParseStream) -> syn::Result<T>,
) -> syn::Result<T> {
    let parser = |input: ParseStream| {
        input.parse::<Token![#]>()?;
        let inner;
        bracketed!(inner in input);
        read(inner.call(path)?, &inner)
    };
    parser.parse2(tokens.clone())
}

/// `unsafe(no_mangle)` is an attribute, too.
fn path(input: ParseStream) -> syn::Result<Path> {
    if input.peek(Token![unsafe]) {
        return Ok(Path {
            leading_colon: None,
            before: Vec::new(),
            last: input.call(Ident::parse_any)?,
        });
    }
    input.parse()
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut tokens = input.parse::<Token![#]>()?.to_token_stream();
        if !input.peek(Bracket) {
            return Err(input.error("expected an attribute: `#[..]`"));
        }
        let group: TokenTree = input.parse()?;
        group.to_tokens(&mut tokens);
        open(&tokens, |path, rest| {
            let has_value = rest.peek(Token![=]);
            rest.parse::<TokenStream>()?;
            Ok(Self {
                path,
                has_value,
                tokens: tokens.clone(),
            })
        })
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::ToTokens as _;
    use syn::{parse::Parse as _, parse_str};

    use super::Attribute;

    fn said_of(attribute: &str) -> String {
        parse_str::<Attribute>(attribute).map_or_else(
            |error| error.to_string(),
            |it| it.to_token_stream().to_string(),
        )
    }

    #[test]
    fn attributes_stay_as_written() {
        for (attribute, word, has_value, arguments) in [
            (
                "#[a]",
                "a",
                false,
                Err("expected round brackets: `#[a(..)]`"),
            ),
            (
                "#[doc = \"b\"]",
                "doc",
                true,
                Err("expected round brackets: `#[doc(..)]`"),
            ),
            ("#[a(b = [c] \"d\")]", "a", false, Ok("b = [c] \"d\"")),
            ("#[a()]", "a", false, Ok("")),
            ("#[unsafe(no_mangle)]", "unsafe", false, Ok("no_mangle")),
            ("#[a::b(c)]", "", false, Ok("c")),
            (
                "#[a::b]",
                "",
                false,
                Err("expected round brackets: `#[a::b(..)]`"),
            ),
        ] {
            let read: Attribute = parse_str(attribute).unwrap();
            let tokens: TokenStream = attribute.parse().unwrap();
            assert_eq!(read.to_token_stream().to_string(), tokens.to_string());
            assert_eq!(
                (read.is(word), read.has_value),
                (!word.is_empty(), has_value)
            );
            let found = read.arguments(TokenStream::parse);
            let found = found.map(|it| it.to_string()).map_err(|it| it.to_string());
            assert_eq!(found, arguments.map(str::to_owned).map_err(str::to_owned));
        }
    }

    #[test]
    fn what_is_no_attribute_is_refused() {
        assert_eq!(said_of("#![a]"), "expected an attribute: `#[..]`");
        assert_eq!(
            said_of("#"),
            "unexpected end of input, expected an attribute: `#[..]`"
        );
        for other in ["", "a", "#[]", "#[3]", "#[fn]"] {
            assert!(
                said_of(other).contains("expected"),
                "{other}: {}",
                said_of(other)
            );
        }
    }

    /// All of the arguments have to be read.
    #[test]
    fn arguments_end_with_their_bracket() {
        let attribute: Attribute = parse_str("#[a(b c)]").unwrap();
        let first = attribute.arguments(syn::Ident::parse).unwrap_err();
        assert!(first.to_string().starts_with("unexpected token"), "{first}");
    }
}
