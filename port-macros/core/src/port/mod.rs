//! `port!`: one port, checked where it is written.

mod several;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{
    Ident, LitInt, LitStr, Token,
    parse::{Parse, ParseStream},
};

use crate::{
    problem::{of_call, shown},
    rust::Path,
    words::{
        classes::{Class, WrittenClass},
        identifiers::LONGEST_NAME,
        looks::{is_digits, is_transport},
    },
};

/// What `port!` emits for its tokens.
#[must_use]
pub fn expand(input: TokenStream) -> TokenStream {
    match syn::parse2::<Args>(input) {
        Ok(args) => args.expand(),
        // A value all the same, so that the one mistake is the only error.
        Err(error) => {
            let error = of_call(error);
            quote!({ #error ::port_consts::Port::ANY })
        }
    }
}

/// `8443`, `8443 in User`, `"https"`, `device::Service, "telemetry" in Dynamic`.
struct Args {
    port: Wanted,
    class: Option<WrittenClass>,
}

enum Wanted {
    Number {
        number: u16,
        span: Span,
    },
    Name {
        registry: Option<Path>,
        name: LitStr,
    },
}

const FORMS: &str = "a number `port!(8443)`, a service's name `port!(\"https\")`, \
                     or a registry and a name `port!(Service, \"https\")`";

impl Parse for Args {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let port = Wanted::parse(input)?;
        let class = if input.peek(Token![in]) {
            input.parse::<Token![in]>()?;
            Some(input.parse::<WrittenClass>()?)
        } else {
            None
        };
        skip_last_comma(input)?;
        if !input.is_empty() {
            if let (Wanted::Number { number, .. }, None) = (&port, &class) {
                several::refuse(*number, input)?;
            }
            return Err(input.error("nothing more is expected here but a port class: `in User`"));
        }
        if let (Wanted::Number { number, span }, Some(written)) = (&port, &class) {
            let class = written.class;
            if !class.contains(*number) {
                let own = Class::of(*number);
                return Err(syn::Error::new(
                    *span,
                    format!("`{number}` is {own}, not {class}"),
                ));
            }
        }
        Ok(Self { port, class })
    }
}

/// A comma behind which is nothing more, as behind the arguments of any macro.
fn skip_last_comma(input: ParseStream) -> syn::Result<()> {
    let rest = input.fork();
    if rest.parse::<Token![,]>().is_ok() && rest.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok(())
}

impl Wanted {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.is_empty() {
            let text = format!("a port is missing: {FORMS}");
            return Err(syn::Error::new(Span::call_site(), text));
        }
        if input.peek(Token![-]) {
            return Err(input.error("there are no negative ports; a port is 0 to 65535"));
        }
        if input.peek(LitInt) {
            return Self::number(&input.parse()?);
        }
        if input.peek(LitStr) {
            let registry = None;
            return Self::name(registry, input.parse()?);
        }
        // A macro passes its `$path` on in invisible brackets, which are read as if they were not there.
        let registry: Path = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), format!("expected {FORMS}")))?;
        refuse_path(&registry, input)?;
        let comma: syn::Result<Token![,]> = input.parse();
        let name = comma.and_then(|_| input.parse::<LitStr>());
        let name = name.map_err(|error| {
            syn::Error::new(error.span(), "expected `, \"name\"` after the registry")
        })?;
        Self::name(Some(registry), name)
    }

    fn number(literal: &LitInt) -> syn::Result<Self> {
        if !matches!(literal.suffix(), "" | "u16") {
            return Err(syn::Error::new(
                literal.span(),
                format!("`{literal}` is not a `u16`; write the number without a suffix"),
            ));
        }
        let span = literal.span();
        // As digits first, to report what is out of range in our own words.
        match literal.base10_digits().parse() {
            Ok(number) => Ok(Self::Number { number, span }),
            Err(_) => Err(syn::Error::new(
                span,
                format!("port `{literal}` is above 65535; a port is a 16-bit number, 0 to 65535"),
            )),
        }
    }

    fn name(registry: Option<Path>, name: LitStr) -> syn::Result<Self> {
        let text = name.value();
        if let Some(mistake) = too_long(&text) {
            return Err(syn::Error::new(name.span(), mistake));
        }
        if let Some(mistake) = with_transport(&text).or_else(|| range(&text)) {
            return Err(syn::Error::new(name.span(), mistake));
        }
        if text.contains([',', ';']) && text.split([',', ';']).all(|it| is_digits(it.trim())) {
            let text = format!("{text:?} is several ports; write one port, or use `port_set!`");
            return Err(syn::Error::new(name.span(), text));
        }
        let digits = text.trim().trim_start_matches(['+', '-']);
        if !is_digits(digits) {
            return Ok(Self::Name { registry, name });
        }
        let rest = match digits.parse::<u16>() {
            Ok(number) if !text.contains('-') => format!("write it without quotes: `{number}`"),
            _ => "a port is a number without quotes, 0 to 65535".to_owned(),
        };
        let text = format!("{text:?} is a number, not a name; {rest}");
        Err(syn::Error::new(name.span(), text))
    }
}

/// What is wrong with a text that is longer than any name: messages would be as long.
pub(crate) fn too_long(text: &str) -> Option<String> {
    (text.len() > LONGEST_NAME).then(|| {
        format!(
            "`{}` is no service: names have at most {LONGEST_NAME} bytes",
            shown(text)
        )
    })
}

/// What is beside the transport in `443/tcp`, `tcp/443`, `443:tcp`, `443 (tcp)` and `https/tcp`.
pub(crate) fn without_transport<'a>(text: &'a str) -> Option<&'a str> {
    let is_edge = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')');
    let beside = |(a, b): (&'a str, &'a str)| {
        let (a, b) = (a.trim_matches(is_edge), b.trim_matches(is_edge));
        if is_transport(b) {
            Some(a)
        } else {
            is_transport(a).then_some(b)
        }
    };
    let blanks = [' ', '('];
    let slash = text.split_once(['/', ':']).and_then(beside);
    slash
        .or_else(|| text.split_once(blanks).and_then(beside))
        .or_else(|| text.rsplit_once(blanks).and_then(beside))
}

/// What is wrong with a text that has a transport: a port has none.
fn with_transport(text: &str) -> Option<String> {
    let port = without_transport(text)?;
    if let Some(mistake) = range(port) {
        return Some(mistake);
    }
    let plain = match port.parse::<u16>() {
        Ok(number) => number.to_string(),
        Err(_) if port.contains(char::is_alphabetic) => format!("{port:?}"),
        Err(_) => return None,
    };
    Some(format!(
        "{text:?} has a transport, and a port has none; write `{plain}`"
    ))
}

/// What is wrong with `80-99`: it is no single port.
fn range(text: &str) -> Option<String> {
    let (first, last) = text.split_once('-')?;
    let ends = first
        .trim()
        .parse::<u16>()
        .ok()
        .zip(last.trim().parse::<u16>().ok());
    ends.map(|(first, _)| {
        format!("{text:?} is a range of ports; write one port, such as `{first}`")
    })
}

/// Refuses a path that can't be a registry, with what was probably meant.
fn refuse_path(path: &Path, input: ParseStream) -> syn::Result<()> {
    if path.is("Self") {
        return Err(syn::Error::new_spanned(
            path,
            "`Self` means nothing in `port!`; write the name of the registry",
        ));
    }
    if input.peek(Token![!]) {
        return Err(syn::Error::new_spanned(
            path,
            "`port!` does not expand macros; write the number, or the name in quotes",
        ));
    }
    match path.as_word() {
        Some(word) if !input.peek(Token![,]) => Err(syn::Error::new(
            word.span(),
            format!(
                "expected `, \"name\"` after the registry `{word}`; \
                 write a service's name in quotes: `port!(\"{word}\")`"
            ),
        )),
        _ => Ok(()),
    }
}

impl Args {
    fn expand(self) -> TokenStream {
        let (registry, name) = match self.port {
            Wanted::Number { number, .. } => return quote!(::port_consts::Port::new(#number)),
            Wanted::Name { registry, name } => (registry, name),
        };
        let port = of_name(registry.as_ref(), &name);
        let check = self.class.map(|written| {
            let (variant, name) = (
                Ident::new(written.class.name, Span::call_site()),
                name.value(),
            );
            let assert = quote_spanned! {Span::call_site().located_at(written.span)=>
                ::port_consts::__private::assert_in_class(class, PORT, #name)
            };
            quote! {
                const _: () = {
                    let class = ::port_consts::PortClass::#variant;
                    #assert
                };
            }
        });
        quote! {{
            const PORT: ::port_consts::Port = #port;
            #check
            PORT
        }}
    }
}

/// The port of a name in a registry, or in the curated one; an error of the compiler where it
/// has no such name.
pub(crate) fn of_name(registry: Option<&Path>, name: &LitStr) -> TokenStream {
    // Shown where the name is, but the names in the call are those of this expansion: the
    // literal may be from a `macro_rules!`, which has names of its own.
    let span = Span::call_site().located_at(name.span());
    let shown = registry.map_or_else(|| "port_consts::Service".to_owned(), Path::shown);
    let registry = registry.map_or_else(|| quote!(::port_consts::Service), |path| quote!(#path));
    // The call carries the name's span, which is what the compiler shows when it panics.
    let refuse = quote_spanned!(span=> ::port_consts::__private::Nearest::refuse(nearest, #shown));
    // A constant item is evaluated by `cargo check` too, even where the code around it is
    // never called.
    quote! {{
        const PORT: ::port_consts::Port = match #registry::from_name(#name) {
            ::core::option::Option::Some(service) => service.port(),
            ::core::option::Option::None => {
                let mut nearest = ::port_consts::__private::Nearest::to(#name);
                let mut i = 0;
                while i < #registry::ALL.len() {
                    let service = #registry::ALL[i];
                    nearest = nearest.consider(service.name(), service.aliases());
                    i += 1;
                }
                #refuse
            }
        };
        PORT
    }}
}

#[cfg(test)]
mod tests;
