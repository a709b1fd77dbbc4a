//! `#[ports(..)]`.

use proc_macro2::Span;
use syn::{
    Attribute, Ident, LitBool, LitInt, LitStr, Path, Token, bracketed,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream},
};

use super::attributes::add;
use crate::{
    columns::{Column, normal},
    nearest::did_you_mean,
    range::WrittenRange,
    valid::{TRANSPORTS, names_of},
};

/// What `#[ports(..)]` says.
pub(crate) struct Options {
    /// Whether several services may have one port under one transport; the first
    /// row's is then canonical.
    pub(crate) first_wins: bool,
    /// Whether a constant is emitted for each service.
    pub(crate) constants: bool,
    /// Whether the file is IANA's, with its habits.
    pub(crate) iana: bool,
    /// Where every port is to be.
    pub(crate) within: Option<Within>,
    /// Registries whose ports are to be left alone.
    pub(crate) avoid: Vec<Path>,
    /// What is kept of the file.
    pub(crate) select: Selection,
    /// What the columns are called.
    pub(crate) titles: Titles,
    /// How lookups are to be emitted, where not as the macro finds best.
    pub(crate) lookup: Option<Lookup>,
    /// What lookups are to be good at.
    pub(crate) optimize: Optimize,
}

/// `lookup = ".."`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lookup {
    Match,
    Table,
}

/// `optimize = ".."`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Optimize {
    Speed,
    Size,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            first_wins: false,
            constants: true,
            iana: false,
            within: None,
            avoid: Vec::new(),
            select: Selection::default(),
            titles: Titles::default(),
            lookup: None,
            optimize: Optimize::Speed,
        }
    }
}

impl Options {
    /// Refuses `avoid` with the enum that is to be made: it has all of its own ports.
    pub(super) fn refuse_itself(&mut self, name: &Ident, mistakes: &mut Option<syn::Error>) {
        let is_it = |path: &&Path| {
            let mut segments = path.segments.iter().map(|segment| &segment.ident);
            let last = segments.next_back();
            path.leading_colon.is_none() && last == Some(name) && segments.all(|it| it == "self")
        };
        if let Some(path) = self.avoid.iter().find(is_it) {
            let text = "`avoid` names the registry itself; write the path of another one";
            add(mistakes, syn::Error::new_spanned(path, text));
            self.avoid.clear();
        }
    }
}

/// `within = User` or `within = 40000..=40999`.
#[derive(Debug)]
pub(crate) struct Within {
    pub(crate) first: u16,
    pub(crate) last: u16,
    /// As it is shown: `User (1024 to 49151)`.
    pub(crate) shown: String,
}

/// `select(..)`: a service is kept if it matches one value of every key.
#[derive(Default)]
pub(crate) struct Selection {
    pub(crate) names: Vec<LitStr>,
    pub(crate) categories: Vec<LitStr>,
    /// Bits as in [`crate::valid::Assignment`]; none where the key is not given.
    pub(crate) transports: u8,
    pub(crate) ports: Vec<(u16, u16)>,
    /// Where `select` stands, if it does.
    pub(crate) span: Option<Span>,
}

/// `columns(..)`: titles that the file gives to columns.
#[derive(Default)]
pub(crate) struct Titles {
    pub(crate) mapped: Vec<(Column, LitStr)>,
    pub(crate) ignored: Vec<LitStr>,
}

/// An option, how it is written, and what reads it.
type Reader = fn(ParseStream, &Ident, &mut Options) -> syn::Result<()>;

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
                let Some((_, _, read)) = option else {
                    return Err(unknown(&key, OPTIONS.map(|(name, ..)| name)));
                };
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

/// Reads items with commas between, up to the end.
fn list(
    input: ParseStream,
    mut item: impl FnMut(ParseStream) -> syn::Result<()>,
) -> syn::Result<()> {
    while !input.is_empty() {
        item(input)?;
        if !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), "expected a comma here"))?;
        }
    }
    Ok(())
}

/// Reads a key, whatever it is.
fn key_of<const N: usize>(input: ParseStream, known: [&str; N]) -> syn::Result<Ident> {
    input.call(Ident::parse_any).map_err(|error| {
        let text = format!("expected an option here; there are {}", known.join(", "));
        syn::Error::new(error.span(), text)
    })
}

fn unknown<const N: usize>(key: &Ident, known: [&str; N]) -> syn::Error {
    let suggestion = did_you_mean(&key.to_string(), known);
    let text = format!(
        "unknown option `{key}`{suggestion}; there are {}",
        known.join(", ")
    );
    syn::Error::new(key.span(), text)
}

fn twice(key: &Ident) -> syn::Error {
    syn::Error::new(
        key.span(),
        format!("option `{key}` is given twice; keep one"),
    )
}

/// "option `within` is written `within = User`", where it isn't.
fn written(key: &Ident, span: Span) -> syn::Error {
    let name = key.to_string();
    let form = OPTIONS.iter().find(|(option, ..)| *option == name);
    let form = form.map_or("", |(_, form, _)| form);
    syn::Error::new(span, format!("option `{name}` is written `{form}`"))
}

/// Reads the `=` behind a key.
fn equals(input: ParseStream, key: &Ident) -> syn::Result<()> {
    match input.parse::<Token![=]>() {
        Ok(_) => Ok(()),
        Err(_) => Err(written(key, key.span())),
    }
}

/// Reads `= VALUE` behind a key.
fn value<T: Parse>(input: ParseStream, key: &Ident) -> syn::Result<T> {
    equals(input, key)?;
    input
        .parse()
        .map_err(|error: syn::Error| written(key, error.span()))
}

/// Reads `= "WORD"` behind a key, where the word is one of those known.
fn word<T: Copy, const N: usize>(
    input: ParseStream,
    key: &Ident,
    known: [(&str, &str, T); N],
) -> syn::Result<T> {
    let value: LitStr = value(input, key)?;
    let text = value.value();
    if let Some((_, _, meaning)) = known.iter().find(|(word, ..)| *word == text) {
        return Ok(*meaning);
    }
    let suggestion = did_you_mean(&text, known.map(|(word, ..)| word));
    let known = known.map(|(word, means, _)| format!("\"{word}\" ({means})"));
    let message = format!(
        "option `{key}` is {}, not {text:?}{suggestion}",
        known.join(" or ")
    );
    Err(syn::Error::new(value.span(), message))
}

fn conflicts(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let known = [
        ("first", "the first row is canonical", true),
        ("error", "two services on one port are an error", false),
    ];
    options.first_wins = word(input, key, known)?;
    Ok(())
}

fn lookup(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let known = [
        ("match", "on ports and names themselves", Lookup::Match),
        ("table", "on the number that a table has", Lookup::Table),
    ];
    options.lookup = Some(word(input, key, known)?);
    Ok(())
}

fn optimize(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let known = [
        ("speed", "the fastest lookups", Optimize::Speed),
        ("size", "the least memory", Optimize::Size),
    ];
    options.optimize = word(input, key, known)?;
    Ok(())
}

fn constants(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let value: LitBool = value(input, key)?;
    options.constants = value.value;
    Ok(())
}

fn iana(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    if !input.is_empty() && !input.peek(Token![,]) {
        return Err(written(key, input.span()));
    }
    options.iana = true;
    options.first_wins = true;
    Ok(())
}

fn within(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    equals(input, key)?;
    if input.peek(LitInt) {
        let span = input.span();
        let (first, last) = numbers(input)?;
        if first > last {
            return Err(backwards(span, first, last));
        }
        let shown = format!("{first} to {last}");
        options.within = Some(Within { first, last, shown });
        return Ok(());
    }
    let WrittenRange { range, .. } = input.parse()?;
    options.within = Some(Within {
        first: range.first,
        last: range.last,
        shown: range.to_string(),
    });
    Ok(())
}

fn avoid(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
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

/// Opens the brackets behind a key: `select(..)`.
fn in_brackets(
    input: ParseStream,
    key: &Ident,
    item: impl FnMut(ParseStream) -> syn::Result<()>,
) -> syn::Result<()> {
    if !input.peek(syn::token::Paren) {
        return Err(written(key, key.span()));
    }
    let inner;
    parenthesized!(inner in input);
    list(&inner, item)
}

/// Reads one value, or several in square brackets.
fn values<T>(
    input: ParseStream,
    mut read: impl FnMut(ParseStream) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    if !input.peek(syn::token::Bracket) {
        return Ok(vec![read(input)?]);
    }
    let inner;
    let brackets = bracketed!(inner in input);
    if inner.is_empty() {
        return Err(syn::Error::new(
            brackets.span.join(),
            "nothing stands in the brackets; write one value at least",
        ));
    }
    let mut values = Vec::new();
    list(&inner, |input| {
        values.push(read(input)?);
        Ok(())
    })?;
    Ok(values)
}

fn text(input: ParseStream) -> syn::Result<LitStr> {
    input.parse().map_err(|error: syn::Error| {
        syn::Error::new(
            error.span(),
            "expected a text in quotes, or several in brackets: `[\"a\", \"b\"]`",
        )
    })
}

fn select(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let selection = &mut options.select;
    selection.span = Some(key.span());
    let mut keys: Vec<String> = Vec::new();
    in_brackets(input, key, |input| {
        let known = ["name", "category", "transport", "port"];
        let key = key_of(input, known)?;
        let name = key.to_string();
        if keys.contains(&name) {
            return Err(syn::Error::new(
                key.span(),
                format!("`{name}` is given twice; write its values in brackets: `{name} = [..]`"),
            ));
        }
        if !known.contains(&name.as_str()) {
            return Err(unknown(&key, known));
        }
        let equals: syn::Result<Token![=]> = input.parse();
        equals.map_err(|_| {
            syn::Error::new(
                key.span(),
                format!("`{name}` in `select` is written `{name} = ..`"),
            )
        })?;
        match name.as_str() {
            "name" => selection.names = values(input, text)?,
            "category" => selection.categories = values(input, text)?,
            "transport" => {
                for transport in values(input, text)? {
                    selection.transports |= transports(&transport)?;
                }
            }
            _ => selection.ports = values(input, ports)?,
        }
        keys.push(name);
        Ok(())
    })?;
    if keys.is_empty() {
        return Err(written(key, key.span()));
    }
    Ok(())
}

/// The bits of `"tcp"` or `"tcp/udp"`.
fn transports(text: &LitStr) -> syn::Result<u8> {
    let mut set = 0;
    for part in text.value().split('/') {
        let bit = TRANSPORTS
            .iter()
            .position(|name| name.eq_ignore_ascii_case(part));
        let Some(bit) = bit else {
            let suggestion = did_you_mean(part, TRANSPORTS);
            let known: Vec<&str> = names_of(0b1111).collect();
            return Err(syn::Error::new(
                text.span(),
                format!(
                    "unknown transport `{part}`{suggestion}; there are {}",
                    known.join(", ")
                ),
            ));
        };
        set |= 1 << bit;
    }
    Ok(set)
}

/// `8080`, `8000..=8999` or `"8000-8999"`.
fn ports(input: ParseStream) -> syn::Result<(u16, u16)> {
    let span = input.span();
    let (first, last) = if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let value = text.value();
        let (first, last) = value.split_once('-').unwrap_or((&value, &value));
        let number = |text: &str| {
            // `parse` takes a sign.
            let text = text.trim();
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u16>().ok().filter(|_| digits)
        };
        match (number(first), number(last)) {
            (Some(first), Some(last)) => (first, last),
            _ => return Err(no_ports(span)),
        }
    } else {
        numbers(input)?
    };
    if first > last {
        return Err(backwards(span, first, last));
    }
    Ok((first, last))
}

/// `8080` or `8000..=8999`.
fn numbers(input: ParseStream) -> syn::Result<(u16, u16)> {
    let number = |input: ParseStream| {
        let span = input.span();
        let literal: LitInt = input.parse().map_err(|_| no_ports(span))?;
        if literal.base10_digits().starts_with('-') {
            let text = "there are no negative ports; a port is 0 to 65535";
            return Err(syn::Error::new(span, text));
        }
        if !matches!(literal.suffix(), "" | "u16") {
            let text = format!("`{literal}` is no `u16`; write the number without a suffix");
            return Err(syn::Error::new(span, text));
        }
        literal.base10_parse().map_err(|_| {
            let text =
                format!("port `{literal}` is above 65535; a port is a 16-bit number, 0 to 65535");
            syn::Error::new(span, text)
        })
    };
    let first = number(input)?;
    if input.is_empty() || input.peek(Token![,]) {
        return Ok((first, first));
    }
    if input.parse::<Token![..=]>().is_err() {
        return Err(no_ports(input.span()));
    }
    Ok((first, number(input)?))
}

fn no_ports(span: Span) -> syn::Error {
    syn::Error::new(
        span,
        "expected a port, 0 to 65535, or a run of them: `8000..=8999`",
    )
}

fn backwards(span: Span, first: u16, last: u16) -> syn::Error {
    let text = format!("the run of ports is backwards; write `{last}..={first}`");
    syn::Error::new(span, text)
}

/// The keys of `columns(..)`.
const KEYS: [(&str, Column); 10] = [
    ("name", Column::Name),
    ("port", Column::Port),
    ("transport", Column::Transport),
    ("constant", Column::Constant),
    ("aliases", Column::Aliases),
    ("category", Column::Category),
    ("tls_of", Column::TlsOf),
    ("status", Column::Status),
    ("reference", Column::Reference),
    ("description", Column::Description),
];

fn columns(input: ParseStream, key: &Ident, options: &mut Options) -> syn::Result<()> {
    let titles = &mut options.titles;
    let mut known = ["ignore"; KEYS.len() + 1];
    for (place, (name, _)) in known.iter_mut().zip(KEYS) {
        *place = name;
    }
    in_brackets(input, key, |input| {
        let key = key_of(input, known)?;
        let name = key.to_string();
        let column = KEYS.iter().find(|(key, _)| *key == name);
        if column.is_none() && name != "ignore" {
            return Err(unknown(&key, known));
        }
        let equals: syn::Result<Token![=]> = input.parse();
        equals.map_err(|_| {
            syn::Error::new(
                key.span(),
                format!("`{name}` in `columns` is written `{name} = \"Title\"`"),
            )
        })?;
        match column {
            Some((_, column)) => {
                if titles.mapped.iter().any(|(other, _)| other == column) {
                    return Err(twice(&key));
                }
                titles.mapped.push((*column, text(input)?));
            }
            None => titles.ignored.extend(values(input, text)?),
        }
        Ok(())
    })?;
    refuse_shared(titles)
}

/// Refuses a title that is to be two things.
fn refuse_shared(titles: &Titles) -> syn::Result<()> {
    let mapped = titles.mapped.iter();
    let mapped = mapped.map(|(column, title)| (KEYS[*column as usize].0, title));
    let ignored = titles.ignored.iter().map(|title| ("ignore", title));
    let mut seen: Vec<(&str, String)> = Vec::new();
    for (key, title) in mapped.chain(ignored) {
        let text = normal(&title.value());
        match seen.iter().find(|(_, other)| *other == text) {
            Some(("ignore", _)) | None => seen.push((key, text)),
            Some((other, _)) => {
                return Err(syn::Error::new(
                    title.span(),
                    format!(
                        "the column {:?} is to be `{other}` and `{key}`; it can't be both, \
                         take one out",
                        title.value()
                    ),
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use syn::{Attribute, parse_quote};

    use super::{Options, read};
    use crate::columns::Column;

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
            ("within = 80u8", "`80u8` is no `u16`"),
            ("within = 80..90", "expected a port"),
            ("within = -1", "there are no negative ports"),
            ("select(port = 5..=1)", "backwards; write `1..=5`"),
            ("select(port = \"+80\")", "expected a port"),
            ("select(port = \"80-\")", "expected a port"),
            ("select(name = [])", "nothing stands in the brackets"),
            ("select(transport = [])", "nothing stands in the brackets"),
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
                "is to be `name` and `port`",
            ),
            (
                "columns(port = \"A\", ignore = \"A\")",
                "is to be `port` and `ignore`",
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
