//! The tables of a large registry, read as the library reads them.

use std::fmt::Write as _;

use proc_macro2::{TokenStream, TokenTree};
use syn::Lit;

use crate::{
    args::Args,
    expand,
    problem::tests::texts_of,
    source::{File, Tracked},
    tests,
};

/// So many services have every optional column that half of them are more than are matched.
const SERVICES: usize = 600;

/// Of four services, one is assigned, and three have a description.
fn is_assigned(service: usize) -> bool {
    service % 4 == 2
}

fn description(service: usize) -> String {
    match service % 4 {
        3 => String::new(),
        _ => format!("about {service}"),
    }
}

fn emitted(services: usize, lookup: &str) -> TokenStream {
    let mut plan =
        "name,port,transport,status,category,TLS Of,schemes,reference,description\n".to_owned();
    for i in 0..services {
        let status = if is_assigned(i) { "" } else { "unofficial" };
        // Every second service is the one before it over TLS.
        let texts = if i % 2 == 0 {
            format!(",x{i},RFC {}", i % 4)
        } else {
            format!("s{},,", i - 1)
        };
        let about = description(i);
        writeln!(plan, "s{i},{i},tcp,{status},c{},{texts},{about}", i % 3).unwrap();
        if i % 3 == 0 {
            writeln!(plan, "s{i},{},udp,unofficial,,,,,", i + 1000).unwrap();
        }
    }
    let call = format!("#[ports(lookup = {lookup:?})] enum E = \"a.csv\";");
    let args: Args = syn::parse_str(&call).unwrap();
    let mut tokens = TokenStream::new();
    let texts = texts_of(|problems| {
        let registry = tests::checked(&plan, &args.options, problems);
        let file = File {
            tracked: Tracked::Nothing,
            text: String::new(),
        };
        tokens = expand::registry(&args, &file, &registry);
    });
    assert_eq!(texts, [""; 0]);
    tokens
}

/// The text or the bytes of the static of this name, in groups too.
fn literal(tokens: TokenStream, name: &str) -> Option<Vec<u8>> {
    let mut is_static = false;
    let mut is_wanted = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                is_wanted |= is_static && word == name;
                is_static = word == "static";
            }
            TokenTree::Group(group) => {
                let found = if is_wanted {
                    first_text(group.stream())
                } else {
                    literal(group.stream(), name)
                };
                if found.is_some() {
                    return found;
                }
            }
            TokenTree::Literal(_) if is_wanted => {
                if let Some(text) = first_text(token.into()) {
                    return Some(text);
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => is_wanted = false,
            _ => {}
        }
    }
    None
}

fn first_text(tokens: TokenStream) -> Option<Vec<u8>> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Literal(literal) => match Lit::new(literal) {
            Lit::ByteStr(bytes) => Some(bytes.value()),
            Lit::Str(text) => Some(text.value().into_bytes()),
            _ => None,
        },
        _ => None,
    })
}

/// The numbers of a table with so many bytes each.
fn numbers(tokens: &TokenStream, name: &str, width: usize) -> Vec<usize> {
    let bytes = literal(tokens.clone(), name).unwrap_or_else(|| panic!("no table {name}"));
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |all, it| all << 8 | usize::from(*it))
    };
    bytes.chunks(width).map(number).collect()
}

/// What is between the ends of a table.
fn parts(tokens: &TokenStream, name: &str) -> Vec<String> {
    let text = literal(tokens.clone(), &format!("{name}_TEXT")).unwrap();
    let ends = numbers(tokens, &format!("{name}_ENDS"), 2);
    let parts = ends.windows(2).map(|it| text[it[0]..it[1]].to_vec());
    parts.map(|it| String::from_utf8(it).unwrap()).collect()
}

fn each<T>(of: impl Fn(usize) -> T) -> Vec<T> {
    (0..SERVICES).map(of).collect()
}

#[test]
fn tables_have_the_answers_of_each_service() {
    let tokens = emitted(SERVICES, "table");
    let is_even = |i: usize| i % 2 == 0;
    // The number of a service is one above its index.
    let tls_of = each(|i| if is_even(i) { 0 } else { i });
    let over_tls = each(|i| if is_even(i) { i + 2 } else { 0 });
    assert_eq!(numbers(&tokens, "TLS_OF", 2), tls_of);
    assert_eq!(numbers(&tokens, "OVER_TLS", 2), over_tls);
    assert_eq!(numbers(&tokens, "CATEGORIES", 1), each(|i| i % 3));
    // One bit each.
    let assigned = numbers(&tokens, "ASSIGNED", 1);
    let bit = |i: usize| assigned[i / 8] >> (i % 8) & 1 == 1;
    assert_eq!(each(bit), each(is_assigned));
    assert_eq!(parts(&tokens, "DESCRIPTION"), each(description));
    // Few references differ.
    let references = parts(&tokens, "REFERENCE");
    assert_eq!(references, ["RFC 0", "", "RFC 2"]);
    let places = numbers(&tokens, "REFERENCES", 1);
    assert_eq!(places, each(|i| [0, 1, 2, 1][i % 4]));
    assert_eq!(numbers(&tokens, "FIRST_PORTS", 2), each(|i| i));
    assert_eq!(
        numbers(&tokens, "TRANSPORTS", 1),
        each(|i| if i % 3 == 0 { 3 } else { 1 })
    );
    let ends = |count: &dyn Fn(usize) -> usize| {
        let sum = |service: usize| (0..service).map(count).sum();
        (0..=SERVICES).map(sum).collect::<Vec<usize>>()
    };
    let assignments = ends(&|i| if i % 3 == 0 { 2 } else { 1 });
    assert_eq!(numbers(&tokens, "ASSIGNMENT_ENDS", 2), assignments);
    let schemes = ends(&|i| usize::from(is_even(i)));
    assert_eq!(numbers(&tokens, "SCHEME_ENDS", 2), schemes);
}

#[test]
fn answers_are_in_tables_where_there_are_many() {
    let names = [
        "TLS_OF",
        "OVER_TLS",
        "ASSIGNED",
        "DESCRIPTION_ENDS",
        "REFERENCE_ENDS",
    ];
    // A service has a category and a first port anyway.
    let always = ["CATEGORIES", "FIRST_PORTS", "NAME_TEXT"];
    for (services, lookup, many, tabled) in [
        (SERVICES, "table", true, true),
        (20, "table", false, true),
        (SERVICES, "match", false, false),
    ] {
        let tokens = emitted(services, lookup);
        let has = |name: &&str| literal(tokens.clone(), name).is_some();
        assert_eq!(
            names.iter().filter(|it| has(it)).count(),
            if many { names.len() } else { 0 }
        );
        let found = always.iter().filter(|it| has(it)).count();
        assert_eq!(found, if tabled { always.len() } else { 0 }, "{lookup}");
    }
}
