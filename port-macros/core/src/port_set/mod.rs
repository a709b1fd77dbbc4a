//! `port_set!`: a set of ports, checked where it is written.

mod items;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream},
};

use crate::{port, problem::of_call, rust::Path};
use items::Item;

/// What `port_set!` emits for its tokens.
#[must_use]
pub fn expand(input: TokenStream) -> TokenStream {
    match syn::parse2::<Args>(input) {
        Ok(args) => args.expand(),
        Err(error) => instead(error),
    }
}

/// The error, and a value all the same, so that nothing else is said.
fn instead(error: syn::Error) -> TokenStream {
    let error = of_call(error);
    quote!({ #error ::core::panic!() })
}

/// `"80, 443"`, or `device::Service, "telemetry, 9000-9010"`.
struct Args {
    registry: Option<Path>,
    text: LitStr,
}

const FORMS: &str = "ports in quotes `port_set!(\"80, 443, 8000-8100\")`, \
                     or a registry and ports or names `port_set!(Service, \"https, 8443\")`";

impl Parse for Args {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.is_empty() {
            let text = format!("the ports are missing: {FORMS}");
            return Err(syn::Error::new(Span::call_site(), text));
        }
        let registry = if input.peek(LitStr) {
            None
        } else {
            let expected =
                |error: syn::Error| syn::Error::new(error.span(), format!("expected {FORMS}"));
            let path = input.parse().map_err(expected)?;
            input.parse::<Token![,]>().map_err(expected)?;
            Some(path)
        };
        let text: LitStr = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), format!("expected {FORMS}")))?;
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        }
        if !input.is_empty() {
            return Err(input.error(
                "nothing more is expected here; all ports stand in one text: `\"80, 443\"`",
            ));
        }
        Ok(Self { registry, text })
    }
}

impl Args {
    fn expand(self) -> TokenStream {
        let (items, mistakes) = items::read(&self.text.value());
        let errors = mistakes
            .into_iter()
            .map(|mistake| syn::Error::new(self.text.span(), mistake))
            .reduce(|mut all, error| {
                all.combine(error);
                all
            });
        if let Some(errors) = errors {
            return instead(errors);
        }
        let mut ranges = Vec::new();
        let mut names = Vec::new();
        for item in items {
            match item {
                Item::Ports { first, last } => ranges.push(quote!((#first, #last))),
                Item::Name(name) => {
                    let name = LitStr::new(&name, self.text.span());
                    names.push(port::of_name(self.registry.as_ref(), &name));
                }
            }
        }
        // Shown where the text is, if a name has no port there.
        let span = Span::call_site().located_at(self.text.span());
        let set = quote_spanned! {span=>
            ::port_consts::__private::port_set(&[#(#ranges),*], &[#(#names),*])
        };
        quote! {{
            const SET: &::port_consts::PortSet = &#set;
            const RANGES: ::port_consts::PortRanges<{ SET.range_count() }> =
                match ::port_consts::PortRanges::from_set(SET) {
                    ::core::option::Option::Some(ranges) => ranges,
                    // The number of ranges is that of this very set.
                    ::core::option::Option::None => ::core::panic!(),
                };
            RANGES
        }}
    }
}
