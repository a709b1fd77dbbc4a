//! What stands on the enum besides `#[ports(..)]`, and does not go with what is emitted.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Attribute, Ident, Meta, Path, Token, punctuated::Punctuated};

/// What the enum derives or implements anyway.
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

/// `#[repr(u8)]`: an integer that has numbers for so many services and no more.
pub(crate) struct Repr {
    pub(crate) span: Span,
    pub(crate) name: String,
    pub(crate) most: usize,
}

/// Takes out what the compiler would have many words for, and says so in a few.
pub(super) fn check(attributes: &mut Vec<Attribute>, mistakes: &mut Option<syn::Error>) {
    attributes.retain(|attribute| match mistake(attribute) {
        Ok(()) => true,
        Err(error) => {
            add(mistakes, error);
            false
        }
    });
}

/// Adds an error to those that there are.
pub(super) fn add(mistakes: &mut Option<syn::Error>, error: syn::Error) {
    match mistakes {
        Some(mistakes) => mistakes.combine(error),
        None => *mistakes = Some(error),
    }
}

fn mistake(attribute: &Attribute) -> syn::Result<()> {
    let path = attribute.path();
    if path.is_ident("cfg") {
        return Err(syn::Error::new_spanned(
            attribute,
            "`#[cfg]` on the enum would leave its constants behind; \
             put it on the call: `#[cfg(..)] ports! { .. }`",
        ));
    }
    if path.is_ident("cfg_attr") && says_ports(attribute) {
        return Err(syn::Error::new_spanned(
            attribute,
            "`#[ports(..)]` is read before `#[cfg_attr]` is; \
             write two calls: `#[cfg(..)] ports! { .. }` and `#[cfg(not(..))] ports! { .. }`",
        ));
    }
    if path.is_ident("derive") {
        let derived = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
        // What can't be read is for the compiler to say.
        return derived.map_or(Ok(()), |paths| paths.iter().try_for_each(refuse_derive));
    }
    Ok(())
}

fn says_ports(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else {
        return false;
    };
    let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
    tokens.windows(2).any(|pair| match pair {
        [TokenTree::Ident(word), TokenTree::Group(_)] => word == "ports",
        _ => false,
    })
}

fn refuse_derive(path: &Path) -> syn::Result<()> {
    let Some(last) = path.segments.last() else {
        return Ok(());
    };
    let name = last.ident.to_string();
    if IMPLEMENTED.contains(&name.as_str()) {
        return Err(syn::Error::new(
            last.ident.span(),
            format!("`{name}` is implemented by `ports!` already; take it out of `derive`"),
        ));
    }
    if name == "Default" {
        return Err(syn::Error::new(
            last.ident.span(),
            "`Default` can't be derived, as no row of a CSV is the default; \
             write an `impl Default` yourself",
        ));
    }
    Ok(())
}

/// The integer of `#[repr(..)]`, where it may be too small for the services.
pub(super) fn repr(attributes: &[Attribute]) -> Option<Repr> {
    let mut reprs = attributes.iter().filter(|it| it.path().is_ident("repr"));
    reprs.find_map(small_integer)
}

fn small_integer(attribute: &Attribute) -> Option<Repr> {
    let tokens: TokenStream = attribute.parse_args().ok()?;
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
