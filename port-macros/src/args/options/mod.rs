//! `#[ports(..)]`.

mod ranges;
mod selection;
mod settings;
mod syntax;
mod titles;

use syn::{Attribute, LitBool, Path, Token, parenthesized, parse::ParseStream};

pub(crate) use ranges::Within;
pub(crate) use selection::Selection;
pub(crate) use settings::{Lookup, Options};
pub(crate) use titles::Titles;

use super::mistakes::add;
use crate::words::strategies::STRATEGIES;
use syntax::{Key, equals, key_of, list, twice, unknown, value, word, written};

/// An option, how it is written, and what reads it.
type Reader = fn(ParseStream, &Key, &mut Options) -> syn::Result<()>;

const OPTIONS: [(&str, &str, Reader); 9] = [
    ("within", "within = User", within),
    ("avoid", "avoid = port_consts::Service", avoid),
    ("conflicts", "conflicts = \"first\"", conflicts),
    ("select", "select(category = \"mail\")", select),
    ("columns", "columns(name = \"Title\")", columns),
    ("constants", "constants = false", constants),
    ("iana", "iana", iana),
    ("lookup", "lookup = \"table\"", lookup),
    ("optimize", "optimize = \"size\"", optimize),
];

/// Reads all `#[ports(..)]`, and reports the mistakes of each.
pub(super) fn read(attributes: &[Attribute], mistakes: &mut Option<syn::Error>) -> Options {
    let mut options = Options::default();
    let mut seen: Vec<String> = Vec::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("ports")) {
        let read = attribute.parse_args_with(|input: ParseStream| {
            list(input, |input| {
                let key = key_of(input, OPTIONS.map(|(name, ..)| name))?;
                let name = key.to_string();
                if seen.contains(&name) {
                    return Err(twice(&key));
                }
                let option = OPTIONS.iter().find(|(option, ..)| *option == name);
                let Some((_, form, read)) = option else {
                    return Err(unknown(&key, OPTIONS.map(|(name, ..)| name)));
                };
                seen.push(name);
                let key = Key { ident: key, form };
                read(input, &key, &mut options)
            })
        });
        if let Err(error) = read {
            add(mistakes, error);
        }
    }
    options
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

fn conflicts(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = [
        ("first", "the first row is canonical", true),
        ("error", "two services on one port are an error", false),
    ];
    options.first_wins = word(input, key, known)?;
    Ok(())
}

fn lookup(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = [
        ("match", "ports and names are matched", Lookup::Match),
        ("table", "a table is searched", Lookup::Table),
    ];
    options.lookup = Some(word(input, key, known)?);
    Ok(())
}

fn optimize(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let known = STRATEGIES
        .each_ref()
        .map(|strategy| (strategy.word, strategy.means, strategy));
    options.optimize = word(input, key, known)?;
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
    options.iana = true;
    options.first_wins = true;
    Ok(())
}

fn avoid(input: ParseStream, key: &Key, options: &mut Options) -> syn::Result<()> {
    let path = |input: ParseStream| -> syn::Result<Path> {
        let span = input.span();
        input
            .call(Path::parse_mod_style)
            .map_err(|_| written(key, span))
    };
    if input.peek(syn::token::Paren) {
        let inner;
        parenthesized!(inner in input);
        return list(&inner, |input| {
            options.avoid.push(path(input)?);
            Ok(())
        });
    }
    equals(input, key)?;
    options.avoid.push(path(input)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use syn::{Attribute, parse_quote};

    use super::{Options, read};
    use crate::words::columns::Column;

    fn options(tokens: &str) -> syn::Result<Options> {
        let tokens: proc_macro2::TokenStream = tokens.parse().unwrap();
        let attribute: Attribute = parse_quote!(#[ports(#tokens)]);
        let mut mistakes = None;
        let options = read(&[attribute], &mut mistakes);
        mistakes.map_or(Ok(options), Err)
    }

    #[test]
    fn all_options_are_read() {
        let options = options(
            r#"within = User, avoid(a::B, C), conflicts = "first", constants = false, iana,
            select(name = ["a", "b"], category = "mail", transport = "tcp/sctp",
                port = [80, 8000..=8999, "1-2"]),
            columns(name = "X", tls_of = "Y", ignore = ["Z"], ignore = "W")"#,
        )
        .unwrap();
        let within = options.within.unwrap();
        assert_eq!((within.first, within.last), (1024, 49151));
        assert_eq!(options.avoid.len(), 2);
        assert!(options.first_wins && options.iana && !options.constants);
        let select = options.select;
        assert_eq!((select.names.len(), select.categories.len()), (2, 1));
        assert_eq!(select.transports, 0b0101);
        assert_eq!(select.ports, [(80, 80), (8000, 8999), (1, 2)]);
        assert_eq!(options.titles.mapped[1].0, Column::TlsOf);
        assert_eq!(options.titles.ignored.len(), 2);
    }

    #[test]
    fn mistakes_say_what_is_expected() {
        for (tokens, part) in [
            (
                "confilcts = \"first\"",
                "did you mean `conflicts`?; there are within, avoid",
            ),
            (
                "conflicts",
                "option `conflicts` is written `conflicts = \"first\"`",
            ),
            ("conflicts = 1", "option `conflicts` is written"),
            ("conflicts = \"fist\"", "did you mean `first`?"),
            (
                "constants = true, constants = true",
                "option `constants` is given twice",
            ),
            ("constants = \"yes\"", "option `constants` is written"),
            ("iana = true", "option `iana` is written `iana`"),
            ("within = Usr", "did you mean `User`?"),
            ("within = 9..=1", "backwards; write `1..=9`"),
            ("within = 1..=70000", "port `70000` is above 65535"),
            ("within = 70000..=80000", "port `70000` is above 65535"),
            ("within = 80u8", "`80u8` is not a `u16`"),
            ("within = 80..90", "expected a port"),
            ("within = -1", "there are no negative ports"),
            ("select(port = 5..=1)", "backwards; write `1..=5`"),
            ("select(port = \"+80\")", "expected a port"),
            ("select(port = \"80-\")", "expected a port"),
            ("select(name = [])", "the brackets are empty"),
            ("select(transport = [])", "the brackets are empty"),
            (
                "\"first\"",
                "expected an option here; there are within, avoid",
            ),
            (",", "expected an option here"),
            (
                "select(3)",
                "expected an option here; there are name, category",
            ),
            (
                "columns(\"a\")",
                "expected an option here; there are name, port",
            ),
            (
                "columns(name = \"A\", port = \"a\")",
                "is given as `name` and as `port`",
            ),
            (
                "columns(port = \"A\", ignore = \"A\")",
                "is given as `port` and as `ignore`",
            ),
            ("avoid = Vec<u8>", "expected a comma"),
            ("r#within = User", "did you mean `within`?"),
            ("within", "option `within` is written"),
            ("avoid = 3", "option `avoid` is written"),
            ("select", "option `select` is written"),
            ("select()", "option `select` is written"),
            (
                "select(nam = \"x\")",
                "unknown option `nam`; did you mean `name`?",
            ),
            ("select(name)", "`name` in `select` is written"),
            ("select(name = 1)", "expected a text in quotes"),
            (
                "select(name = \"a\", name = \"b\")",
                "in brackets: `name = [..]`",
            ),
            ("select(transport = \"tpc\")", "did you mean `tcp`?"),
            ("select(port = \"x\")", "expected a port"),
            ("select(port = 70000)", "port `70000` is above 65535"),
            ("select(port = 2..=1)", "backwards"),
            ("columns = \"x\"", "option `columns` is written"),
            ("columns(nme = \"x\")", "did you mean `name`?"),
            ("columns(name = \"x\", name = \"y\")", "given twice"),
            ("columns(name)", "`name` in `columns` is written"),
            ("iana constants = true", "option `iana` is written"),
            ("constants = true iana", "expected a comma"),
        ] {
            let error = match options(tokens) {
                Ok(_) => panic!("accepted: {tokens}"),
                Err(error) => error.to_string(),
            };
            assert!(error.contains(part), "{tokens}: {error}");
        }
    }
}
