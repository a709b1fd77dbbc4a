//! `#[ports(..)]`.

mod ranges;
mod selection;
mod settings;
mod skipped;
mod syntax;
mod titles;

use syn::{Ident, LitBool, LitStr, Token, parenthesized, parse::ParseStream};

pub(crate) use ranges::Within;
pub(crate) use selection::Selection;
pub(crate) use settings::{Format, Lookup, Options};
pub(crate) use skipped::{Skip, skip_option};
pub(crate) use titles::Titles;

use super::{list::list, mistakes::add};
use crate::{
    lists::Listed as _,
    rust::{Attribute, Path},
    words::strategies::STRATEGIES,
};
use syntax::{Key, equals, in_brackets, key_of, twice, unknown, value, values, word, written};

/// An option, how it is written, and what reads it.
type Reader = fn(ParseStream, &Key, &mut Options) -> syn::Result<()>;

const OPTIONS: [(&str, &str, Reader); 13] = [
    ("within", "within = User", within),
    ("avoid", "avoid = port_consts::Service", avoid),
    ("conflicts", "conflicts = \"first\"", conflicts),
    ("select", "select(category = \"mail\")", select),
    ("skip", "skip(transport = \"icmp\")", skip),
    ("columns", "columns(name = \"Title\")", columns),
    ("default", "default(transport = \"tcp\")", default),
    ("format", "format = \"services\"", format),
    ("constants", "constants = false", constants),
    ("identifiers", "identifiers = \"numbered\"", identifiers),
    ("iana", "iana", iana),
    ("lookup", "lookup = \"table\"", lookup),
    ("optimize", "optimize = \"size\"", optimize),
];

/// Reads all `#[ports(..)]`, and reports the mistakes of each.
pub(super) fn read(attributes: &[Attribute], mistakes: &mut Option<syn::Error>) -> Options {
    let mut options = Options::default();
    let mut seen: Vec<String> = Vec::new();
    let known = OPTIONS.iter().map(|(name, ..)| *name).listed();
    for attribute in attributes.iter().filter(|it| it.is("ports")) {
        let read = attribute.arguments(|input| {
            list(input, |input| {
                let key = key_of(input, &known)?;
                let name = key.to_string();
                let option = OPTIONS.iter().find(|(option, ..)| *option == name);
                let Some((_, form, read)) = option else {
                    return Err(unknown(&key, &known));
                };
                let key = Key { ident: key, form };
                if seen.contains(&name) {
                    return Err(given_twice(input, &key, &mut options));
                }
                seen.push(name);
                read(input, &key, &mut options)
            })
        });
        if let Err(error) = read {
            add(mistakes, error);
        }
    }
    options
}

/// The mistake of an option that is given again. Of two options with brackets, to keep one would
/// lose what the other one says.
fn given_twice(input: ParseStream, key: &Key, options: &mut Options) -> syn::Error {
    if key.ident == "skip" && !options.skip.is_empty() {
        return match skipped::skip(input, key) {
            Ok(second) => {
                // A third one is to be written with both.
                options.skip.extend(second);
                skipped::twice(key, &options.skip)
            }
            Err(error) => error,
        };
    }
    let ident = &key.ident;
    let has_keys = key.ident != "default" && input.peek(syn::token::Paren);
    if has_keys || key.ident == "avoid" {
        let text = format!("option `{ident}` is given twice; write both in one `{ident}(..)`");
        return syn::Error::new(key.span(), text);
    }
    twice(ident)
}

fn within(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    options.within = Some(ranges::within(input, key)?);
    Ok(())
}

fn select(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    options.select = selection::select(input, key)?;
    Ok(())
}

fn columns(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    options.titles = titles::columns(input, key)?;
    Ok(())
}

fn skip(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    options.skip = skipped::skip(input, key)?;
    Ok(())
}

fn default(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    in_brackets(input, key, |input| {
        let known = &["transport"];
        let inner = key_of(input, known)?;
        if inner != "transport" {
            return Err(unknown(&inner, known));
        }
        if options.default_transport.is_some() {
            return Err(twice(&inner));
        }
        let form = key.form;
        let inner = Key { ident: inner, form };
        let text: LitStr = value(input, &inner)?;
        options.default_transport = Some(selection::transports(&text)?);
        Ok(())
    })?;
    if options.default_transport.is_none() {
        return Err(written(key, key.span()));
    }
    Ok(())
}

fn format(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = &[
        ("csv", "with commas, semicolons or tabs", Format::Csv),
        ("services", "as `/etc/services`", Format::Services),
    ];
    options.format = word(input, key, known)?;
    Ok(())
}

fn identifiers(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = &[
        ("numbered", "those that collide end with `_2`, `_3`", true),
        ("unique", "those that collide are an error", false),
    ];
    options.numbered = word(input, key, known)?;
    Ok(())
}

fn conflicts(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = &[
        ("first", "the first row is canonical", true),
        ("error", "two services on one port are an error", false),
    ];
    options.first_wins = word(input, key, known)?;
    Ok(())
}

fn lookup(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = &[
        ("match", "ports and names are matched", Lookup::Match),
        ("table", "a table is searched", Lookup::Table),
    ];
    options.lookup = Some(word(input, key, known)?);
    options.lookup_span = Some(key.span());
    Ok(())
}

fn optimize(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = STRATEGIES.iter().map(|it| (it.word, it.means, it));
    options.optimize = word(input, key, &known.listed())?;
    Ok(())
}

fn constants(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let value: LitBool = value(input, key)?;
    options.constants = value.value;
    Ok(())
}

fn iana(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    if !input.is_empty() && !input.peek(Token![,]) {
        return Err(written(key, input.span()));
    }
    options.iana = Some(key.span());
    options.first_wins = true;
    options.numbered = true;
    Ok(())
}

fn avoid(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let path = |input: ParseStream| -> syn::Result<Path> {
        let span = input.span();
        input.parse().map_err(|_| written(key, span))
    };
    if input.peek(syn::token::Paren) {
        let inner;
        parenthesized!(inner in input);
        list(&inner, |input| {
            if input.peek(Ident) && input.peek2(Token![=]) {
                return except(input, key, options);
            }
            options.avoid.push(path(input)?);
            Ok(())
        })?;
        // Without both, it is what a macro makes of an empty list.
        if options.avoid.is_empty() && !options.except.is_empty() {
            return Err(nothing_avoided(key, &options.except));
        }
        return Ok(());
    }
    equals(input, key)?;
    options.avoid.push(path(input)?);
    Ok(())
}

/// The mistake of exceptions alone.
fn nothing_avoided(key: &Key, except: &[(u16, u16)]) -> syn::Error {
    let port = |(first, last): &(u16, u16)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}..={last}")
        }
    };
    let text = format!(
        "`avoid` has exceptions and no registry, so no port is avoided; write the path of one, \
         such as `avoid(port_consts::Service, except = [{}])`, or take the option out",
        except.iter().map(port).listed().join(", ")
    );
    syn::Error::new(key.span(), text)
}

/// `except = [8080, 9000..=9010]` in `avoid(..)`.
fn except(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = &["except"];
    let inner = key_of(input, known)?;
    if inner != "except" {
        return Err(unknown(&inner, known));
    }
    let form = "avoid(port_consts::Service, except = [8080])";
    let ident = key.ident.clone();
    equals(input, &Key { ident, form })?;
    let ports = values(input, ranges::ports)?;
    options.except.extend(ports.into_iter().flatten());
    Ok(())
}

#[cfg(test)]
mod tests;
