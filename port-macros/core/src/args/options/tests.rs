//! Options, right and wrong.

use syn::parse_quote;

use super::{Attribute, Format, Options, read};
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
        r#"within = User, avoid(a::B, C, except = [80, "90-99"]), conflicts = "first", constants = false, iana,
        select(name = ["a", "b"], category = "mail", transport = "tcp/sctp",
            port = [80, 8000..=8999, "1-2, 5"]),
        default(transport = "udp/tcp"), format = "services", identifiers = "numbered",
        skip(transport = ["icmp", "ddp"], port = "any"),
        columns(name = "X", tls_of = "Y", ignore = ["Z"], ignore = "W")"#,
    )
    .unwrap();
    let within = options.within.unwrap();
    assert_eq!((within.first, within.last), (1024, 49151));
    assert_eq!(options.avoid.len(), 2);
    assert_eq!(options.except, [(80, 80), (90, 99)]);
    assert_eq!(options.default_transport, Some(0b0011));
    assert!(options.format == Format::Services && options.numbered);
    let skip = &options.skip[0];
    assert_eq!((skip.column, skip.texts.len()), (Column::Transport, 2));
    assert!(options.first_wins && options.iana.is_some() && !options.constants);
    let select = options.select;
    assert_eq!((select.names.len(), select.categories.len()), (2, 1));
    assert_eq!(select.transports, 0b0101);
    assert_eq!(select.ports, [(80, 80), (8000, 8999), (1, 2), (5, 5)]);
    assert_eq!(options.titles.mapped[1].0, Column::TlsOf);
    assert_eq!(options.titles.ignored.len(), 2);
}

#[test]
fn several_skips_are_one() {
    let attributes: Vec<Attribute> = vec![
        parse_quote!(#[ports(skip(port = "n/a"))]),
        parse_quote!(#[ports(skip(port = "-"))]),
        parse_quote!(#[ports(skip(name = ""))]),
    ];
    let mut mistakes = None;
    read(&attributes, &mut mistakes);
    let last = mistakes.unwrap().into_iter().last().unwrap().to_string();
    let all = "write all in one: `skip(port = [\"n/a\", \"-\"], name = \"\")`";
    assert!(last.ends_with(all), "{last}");
}

/// What a macro makes of an empty list.
#[test]
fn nothing_may_be_avoided() {
    assert!(options("avoid()").unwrap().avoid.is_empty());
}

/// Options, and a part of what is said of them.
const MISTAKES: &[(&str, &str)] = &[
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
    ("within = \"16-26\"", "write it without quotes: `16..=26`"),
    ("within = \"80\"", "write it without quotes: `80..=80`"),
    ("within = \"User\"", "write it without quotes: `User`"),
    ("within = \"high\"", "option `within` is written"),
    ("within = \"26-16\"", "option `within` is written"),
    ("within = \"+16-26\"", "option `within` is written"),
    (
        "avoid(except = [1, 8000..=8010])",
        "no registry, so no port is avoided; write the path of one, such as \
         `avoid(port_consts::Service, except = [1, 8000..=8010])`",
    ),
    ("avoid(A, exept = 1)", "did you mean `except`?"),
    ("avoid(A, except = x)", "expected a port"),
    ("avoid(A, except = [])", "the brackets are empty"),
    ("default(transport = \"tpc\")", "did you mean `tcp`?"),
    (
        "default(port = 1)",
        "unknown option `port`; there is transport",
    ),
    (
        "default = \"tcp\"",
        "is written `default(transport = \"tcp\")`",
    ),
    ("default()", "is written `default(transport = \"tcp\")`"),
    ("format = \"service\"", "did you mean `services`?"),
    ("identifiers = \"number\"", "did you mean `numbered`?"),
    ("skip(rows = \"x\")", "unknown option `rows`"),
    (
        "skip(port = \"n/a\"), iana, skip(transport = \"icmp\", port = [\"-\", \"n/a\"])",
        "option `skip` is given twice; write all in one: \
         `skip(port = [\"n/a\", \"-\"], transport = \"icmp\")`",
    ),
    (
        "skip(port = \"n/a\", port = \"-\")",
        "`port` in `skip` is given twice; write its texts in brackets: `port = [\"n/a\", \"-\"]`",
    ),
    (
        "columns(name = \"x\"), columns(port = \"y\")",
        "option `columns` is given twice; write both in one `columns(..)`",
    ),
    (
        "avoid = A, avoid = B",
        "option `avoid` is given twice; write both in one `avoid(..)`",
    ),
    ("skip(name)", "`name` in `skip` is written `name = \"..\"`"),
    ("skip()", "option `skip` is written"),
    ("columns(transport = \"TCP\")", "write `tcp = \"TCP\"`"),
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
    (
        "select(ports = 80)",
        "did you mean `port`?; there are name,",
    ),
    (
        "columns(prot = \"L4\")",
        "unknown option `prot`; did you mean `transport`?",
    ),
    ("select(port = \"x\")", "expected a port"),
    ("select(port = 70000)", "port `70000` is above 65535"),
    ("select(port = 2..=1)", "backwards"),
    ("columns = \"x\"", "option `columns` is written"),
    ("columns(nme = \"x\")", "did you mean `name`?"),
    ("columns(name = \"x\", name = \"y\")", "given twice"),
    ("columns(name)", "`name` in `columns` is written"),
    ("iana constants = true", "option `iana` is written"),
    ("constants = true iana", "expected a comma"),
];

#[test]
fn mistakes_say_what_is_expected() {
    for (tokens, part) in MISTAKES {
        let error = match options(tokens) {
            Ok(_) => panic!("accepted: {tokens}"),
            Err(error) => error.to_string(),
        };
        assert!(error.contains(part), "{tokens}: {error}");
    }
}
