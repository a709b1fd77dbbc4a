//! The attributes on the enum, besides `#[ports(..)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Ident, parse::Parse as _};

use super::{list::list, mistakes::add};
use crate::{
    lists::{Listed as _, retain},
    rust::{Attribute, Path},
};

/// The traits that the enum has anyway.
const IMPLEMENTED: [&str; 8] = [
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Debug",
];

/// `#[repr(u8)]`: an integer that has numbers for `most` services.
pub(crate) struct Repr {
    pub(crate) span: Span,
    pub(crate) name: String,
    pub(crate) most: usize,
}

/// Reports and removes attributes that don't fit the enum: the compiler's own errors would
/// be long, and about code that nobody wrote.
pub(super) fn check(attributes: &mut Vec<Attribute>, mistakes: &mut Option<syn::Error>) {
    retain(attributes, &mut |attribute| match mistake(attribute) {
        Ok(()) => true,
        Err(error) => {
            add(mistakes, error);
            false
        }
    });
}

fn mistake(attribute: &Attribute) -> syn::Result<()> {
    if attribute.is("cfg_attr") && says_ports(attribute) {
        return Err(syn::Error::new_spanned(
            attribute,
            "`#[ports(..)]` is read before the compiler reads `#[cfg_attr]`; \
             write two calls: `#[cfg(..)] ports! { .. }` and `#[cfg(not(..))] ports! { .. }`",
        ));
    }
    if attribute.is("derive") {
        let mut derived = Vec::new();
        let read = attribute.arguments(|input| {
            list(input, |input| {
                derived.push(input.parse()?);
                Ok(())
            })
        });
        // The compiler reports what isn't a list of paths.
        return read.map_or(Ok(()), |()| derived.iter().try_for_each(refuse_derive));
    }
    Ok(())
}

fn says_ports(attribute: &Attribute) -> bool {
    let tokens = attribute.arguments(TokenStream::parse).unwrap_or_default();
    let tokens: Vec<TokenTree> = tokens.into_iter().listed();
    tokens.windows(2).any(|pair| match pair {
        [TokenTree::Ident(word), TokenTree::Group(_)] => word == "ports",
        _ => false,
    })
}

fn refuse_derive(path: &Path) -> syn::Result<()> {
    let name = path.last.to_string();
    if IMPLEMENTED.contains(&name.as_str()) {
        return Err(syn::Error::new(
            path.last.span(),
            format!("`ports!` already implements `{name}`; take it out of `derive`"),
        ));
    }
    if name == "Default" {
        return Err(syn::Error::new(
            path.last.span(),
            "`Default` can't be derived, because no row of a CSV is the default; \
             write an `impl Default` yourself",
        ));
    }
    Ok(())
}

/// The integer of `#[repr(..)]`, if it may be too small for the services.
pub(super) fn repr(attributes: &[Attribute]) -> Option<Repr> {
    let mut reprs = attributes.iter().filter(|it| it.is("repr"));
    reprs.find_map(small_integer)
}

fn small_integer(attribute: &Attribute) -> Option<Repr> {
    let tokens: TokenStream = attribute.arguments(TokenStream::parse).ok()?;
    tokens.into_iter().find_map(|token| {
        let TokenTree::Ident(word) = token else {
            return None;
        };
        let name = Ident::to_string(&word);
        // Numbers begin with 1.
        let most = match name.as_str() {
            "i8" => 0x7F,
            "u8" => 0xFF,
            "i16" => 0x7FFF,
            "u16" => 0xFFFF,
            _ => return None,
        };
        let span = word.span();
        Some(Repr { span, name, most })
    })
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::{Attribute, check, repr};

    /// What is said of an attribute, which is taken out then.
    fn said_of(attribute: Attribute) -> Option<String> {
        let mut mistakes = None;
        let mut attributes = vec![attribute];
        check(&mut attributes, &mut mistakes);
        assert_eq!(attributes.is_empty(), mistakes.is_some());
        mistakes.map(|it| it.to_string())
    }

    #[test]
    fn attributes_that_do_not_fit_are_mistakes() {
        let fitting: [Attribute; 6] = [
            parse_quote!(#[cfg_attr(test, allow(dead_code))]),
            // Whoever wrote this macro knows what it does.
            parse_quote!(#[other(test, ports(iana))]),
            parse_quote!(#[doc = "derive(Clone)"]),
            parse_quote!(#[derive(serde::Serialize, Zeroize)]),
            parse_quote!(#[derive(1)]),
            parse_quote!(#[non_exhaustive]),
        ];
        for attribute in fitting {
            assert_eq!(said_of(attribute), None);
        }
        let others: [(Attribute, &str); 4] = [
            (
                parse_quote!(#[cfg_attr(test, ports(iana))]),
                "write two calls",
            ),
            (parse_quote!(#[derive(Clone)]), "already implements `Clone`"),
            (
                parse_quote!(#[derive(Zeroize, std::fmt::Debug)]),
                "already implements `Debug`",
            ),
            (parse_quote!(#[derive(Default)]), "`Default` can't be"),
        ];
        for (attribute, part) in others {
            let text = said_of(attribute).unwrap_or_default();
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn small_integers_have_numbers_for_few_services() {
        for (attribute, most) in [
            (parse_quote!(#[repr(i8)]), Some(127)),
            (parse_quote!(#[repr(u8)]), Some(255)),
            (parse_quote!(#[repr(C, i16)]), Some(32_767)),
            (parse_quote!(#[repr(u16)]), Some(65_535)),
            (parse_quote!(#[repr(u32)]), None),
            (parse_quote!(#[must_use(u8)]), None),
        ] {
            assert_eq!(repr(&[attribute]).map(|it| it.most), most);
        }
    }
}
