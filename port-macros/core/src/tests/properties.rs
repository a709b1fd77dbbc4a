//! Nothing that a user can write makes a macro panic, and what is emitted depends on
//! nothing but the input: property tests over all stages.

use proc_macro2::{Span, TokenStream};
use proptest::{
    collection::vec,
    prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest},
    sample::select,
};
use syn::{LitStr, parse_quote};

use crate::{
    args::{Args, Options},
    expand, port,
    problem::Problems,
    source::{self, File, Tracked},
    tests,
    valid::{Registry, Segment},
    words::{columns::COLUMNS, transports},
};

/// Runs every stage after the file is read. Returns the tokens, and whether the
/// file was found good.
fn run(bytes: &[u8], options: Options) -> (TokenStream, bool) {
    let path: LitStr = parse_quote!("ports.csv");
    let mut problems = Problems::new(&path);
    let text = source::decode(bytes.to_vec(), &mut problems);
    let registry = tests::checked(&text, &options, &mut problems);
    holds_together(&registry);
    let good = problems.is_empty();
    // Nothing is left out in silence, except for IANA's rows without a name or a port.
    assert!(!good || options.iana.is_some() || !registry.services.is_empty());
    let mut args: Args = parse_quote!(pub enum Service = "ports.csv";);
    args.options = options;
    let file = File {
        tracked: Tracked::AsWritten,
        text,
    };
    let mut tokens = expand::registry(&args, &file, &registry);
    tokens.extend(problems.into_compile_errors());
    (tokens, good)
}

/// What the stage after `valid` relies on.
fn holds_together(registry: &Registry) {
    let mut variants: Vec<&str> = registry
        .services
        .iter()
        .map(|it| it.variant.as_str())
        .collect();
    variants.sort_unstable();
    variants.dedup();
    assert_eq!(variants.len(), registry.services.len());
    for service in &registry.services {
        assert!(!service.assignments.is_empty());
        assert!(
            service
                .assignments
                .iter()
                .all(|it| it.first <= it.last && it.transports != 0)
        );
        assert!(
            service
                .tls_of
                .is_none_or(|index| index < registry.services.len())
        );
        assert!(
            service
                .category
                .is_none_or(|index| index < registry.categories.len())
        );
    }
    for segments in &registry.owners {
        let ascend = |pair: &[Segment]| pair[0].last < pair[1].first;
        assert!(segments.windows(2).all(ascend));
        assert!(
            segments
                .iter()
                .all(|it| it.first <= it.last && !it.services.is_empty())
        );
    }
}

/// The services of a port, by looking at all rows: the slow and obvious way.
fn services_of(registry: &Registry, port: u16, bit: usize) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, service) in registry.services.iter().enumerate() {
        for claim in &service.claims {
            let has = (claim.first..=claim.last).contains(&port);
            if has && transports::contains(claim.transports, bit) {
                found.push((claim.line, index));
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, index)| index).collect()
}

/// Cells as people fill them, right and wrong.
fn cell() -> impl Strategy<Value = String> {
    let usual = [
        "",
        "ssh",
        "SSH",
        "https",
        "ssh-2",
        "sql*net",
        "sql-net",
        "whois++",
        "self",
        "3com",
        "a b",
        "22",
        "80",
        "443",
        "0",
        "65535",
        "65536",
        "-1",
        "+1",
        "80-90",
        "90-80",
        "80-",
        "0-65535",
        "tcp",
        "udp",
        "tcp/udp",
        "sctp",
        "TCP/foo",
        "dccp/",
        "A_B",
        "Self",
        "SELF",
        "ALL",
        "A_L_L",
        "assigned",
        "unofficial",
        "mail",
        "Mail",
        "24x7",
        "\"",
        "\"x\"",
        "\"a,b\"",
        "温度",
        "e\u{301}",
        "\u{200b}",
        "a;b|c",
        "#ssh",
        "# ssh",
        " \"x\"",
        "a\u{BD}",
        "\u{212A}",
        "k",
        "\u{AC00}",
        "\u{DF}",
        "ss",
        "C OUNT",
        "C O U N T",
        "[RFC9110]",
        "`*_<b>\\",
        "*/",
        "\0",
        "\r",
    ];
    prop_oneof![4 => select(owned(&usual)), 1 => any::<String>()]
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Tables with any columns, mostly with as many cells in a row.
fn table() -> impl Strategy<Value = String> {
    let titles = COLUMNS.each_ref().map(|facts| facts.title);
    let header = prop_oneof![
        4 => Just(titles[..3].join(",")),
        4 => Just(titles.join(",")),
        1 => vec(select(owned(&titles)), 0..8).prop_map(|titles| titles.join(",")),
    ];
    let end = select(vec!["\n", "\r\n", "\r", "\n\n"]);
    (header, end).prop_flat_map(|(header, end)| {
        let width = header.split(',').count();
        let row = prop_oneof![
            9 => vec(cell(), width),
            1 => vec(cell(), 0..12),
        ];
        vec(row, 0..12).prop_map(move |rows| {
            let rows = rows.iter().map(|row| row.join(","));
            std::iter::once(header.clone())
                .chain(rows)
                .collect::<Vec<_>>()
                .join(end)
        })
    })
}

/// Rows that are all good by themselves.
fn good_table() -> impl Strategy<Value = String> {
    let ports = (any::<u16>(), 0..300_u16);
    let row = (
        0..40_u8,
        ports,
        select(vec!["tcp", "udp", "tcp/udp", "sctp", "dccp/tcp"]),
    );
    vec(row, 1..40).prop_map(|rows| {
        let rows = rows.iter().map(|(name, (first, length), transport)| {
            format!(
                "s{name},{first}-{},{transport}\n",
                first.saturating_add(*length)
            )
        });
        format!("name,port,transport\n{}", rows.collect::<String>())
    })
}

/// `columns(..)` with titles that may be there, twice, or not.
fn mapping() -> impl Strategy<Value = String> {
    let keys = owned(&["name", "port", "transport", "category", "ignore"]);
    let titles = owned(&["name", "Port", "transport", "Constant", "", "\u{260E}", "#"]);
    vec((select(keys), select(titles)), 0..4).prop_map(|pairs| {
        let pairs = pairs
            .iter()
            .map(|(key, title)| format!("{key} = {title:?},"));
        format!("columns({})", pairs.collect::<String>())
    })
}

/// Options, right and wrong, by the tokens that they are made of.
fn options() -> impl Strategy<Value = String> {
    let token = select(owned(&[
        "within",
        "avoid",
        "conflicts",
        "select",
        "columns",
        "constants",
        "iana",
        "name",
        "port",
        "category",
        "transport",
        "ignore",
        "=",
        ",",
        "..=",
        "..",
        "-",
        "User",
        "Usr",
        "a::B",
        "\"x\"",
        "\"first\"",
        "\"tcp\"",
        "\"80-90\"",
        "true",
        "0",
        "80",
        "70000",
        "1e9",
        "'c'",
        "(",
        ")",
        "[",
        "]",
        "in",
        "enum",
        "pub",
        "E",
        ";",
        "#",
        "self",
        "System",
    ]));
    vec(token, 0..14).prop_map(|tokens| tokens.join(" "))
}

fn iana() -> Options {
    Options {
        iana: Some(Span::call_site()),
        numbered: true,
        first_wins: true,
        ..Options::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..400)) {
        run(&bytes, Options::default());
        run(&bytes, iana());
    }

    #[test]
    fn any_table(text in table()) {
        run(text.as_bytes(), Options::default());
        run(text.as_bytes(), iana());
        let selected: Args = parse_quote! {
            #[ports(within = User, select(transport = "tcp", port = 1..=9000))]
            enum E = "ports.csv";
        };
        run(text.as_bytes(), selected.options);
    }

    #[test]
    fn any_mapping(text in table(), mapping in mapping()) {
        let call = format!("#[ports({mapping})] enum E = \"ports.csv\";");
        let args: Args = syn::parse_str(&call).unwrap();
        // With mistakes in the options, what is wrong with the file is not said.
        if args.mistakes.is_none() {
            run(text.as_bytes(), args.options);
        }
    }

    #[test]
    fn any_options(tokens in options()) {
        for text in [
            tokens.clone(),
            format!("#[ports({tokens})] enum E = \"no-such-file.csv\";"),
            format!("#[repr({tokens})] #[derive({tokens})] enum Category = \"none.csv\";"),
            format!("#[cfg_attr({tokens})] #[cfg({tokens})] enum E = \"none.csv\";"),
            format!("\"no-such-file.csv\" {tokens}"),
            format!("80 {tokens}"),
        ] {
            if let Ok(tokens) = text.parse::<TokenStream>() {
                tests::expanded(tokens.clone());
                let _ = port::expand(tokens);
            }
        }
    }

    #[test]
    fn owners_are_those_of_the_rows(text in good_table(), ports in vec(any::<u16>(), 100)) {
        let path: LitStr = parse_quote!("ports.csv");
        let mut problems = Problems::new(&path);
        // What is there twice is skipped.
        let options = Options {
            first_wins: true,
            ..Options::default()
        };
        let registry = tests::checked(&text, &options, &mut problems);
        assert!(problems.is_empty());
        for bit in transports::bits() {
            for port in ports.iter().copied().chain([0, u16::MAX]) {
                let mut segments = registry.owners[bit].iter();
                let segment = segments.find(|it| it.first <= port && port <= it.last);
                let found = segment.map_or(Vec::new(), |segment| segment.services.clone());
                assert_eq!(found, services_of(&registry, port, bit), "{port}");
            }
        }
    }

    #[test]
    fn the_same_text_gives_the_same_tokens(text in table()) {
        let (first, _) = run(text.as_bytes(), iana());
        let (second, _) = run(text.as_bytes(), iana());
        assert_eq!(first.to_string(), second.to_string());
    }
}

#[test]
fn the_tokens_of_the_curated_registry_are_the_same_on_every_machine() {
    let input = r#"#[ports(conflicts = "first")] enum E = "../../port-data.csv";"#;
    let tokens = || tests::expanded(input.parse().unwrap()).to_string();
    let first = tokens();
    assert_eq!(first, tokens());
    assert!(
        !first.contains(env!("CARGO_MANIFEST_DIR")),
        "a path of this machine"
    );
    assert!(!first.contains("compile_error"));
}

#[test]
fn a_good_table_is_good() {
    let (_, good) = run(b"name,port,transport\nssh,22,tcp\n", Options::default());
    assert!(good);
}
