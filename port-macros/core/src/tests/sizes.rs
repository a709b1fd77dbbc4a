//! How many bytes the tables of the bundled registries have: more than this is a change
//! for the worse, which is to be seen.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::tests;

/// The bytes of all tables in an expansion, but for texts of aliases.
fn bytes_of_tables(call: &str) -> usize {
    let tokens = tests::expanded(call.parse().unwrap());
    assert!(!tokens.to_string().contains("compile_error"));
    literals(tokens)
}

/// The beginnings of the names of tables that lookups don't need: those of optional columns,
/// which are linked where their methods are called.
const OF_COLUMNS: [&str; 8] = [
    "ASSIGNED",
    "CATEGORIES",
    "DESCRIPTION",
    "OVER_TLS",
    "REFERENCE",
    "SCHEME",
    "TLS_OF",
    "VARIANT",
];

/// The bytes in byte strings, in groups too, in leaves, and in the text of all names.
fn literals(tokens: TokenStream) -> usize {
    let (mut names, mut of_column, mut leaves) = (false, false, false);
    let bytes = tokens.into_iter().map(|token| match token {
        TokenTree::Group(_) if of_column => 0,
        TokenTree::Group(group) if leaves => bytes_of_leaves(&group),
        TokenTree::Group(group) => literals(group.stream()),
        TokenTree::Ident(ident) => {
            let ident = ident.to_string();
            leaves = (leaves || ident == "LEAVES") && ident != "Table";
            names |= ident == "NAME_TEXT";
            of_column |= OF_COLUMNS.iter().any(|begin| ident.starts_with(begin));
            0
        }
        TokenTree::Punct(punct) => {
            leaves &= punct.as_char() != ';';
            names &= punct.as_char() != ';';
            of_column &= punct.as_char() != ';';
            0
        }
        TokenTree::Literal(literal) => match syn::Lit::new(literal) {
            syn::Lit::ByteStr(bytes) if !of_column => bytes.value().len(),
            syn::Lit::Str(text) if names => text.value().len(),
            _ => 0,
        },
    });
    bytes.sum()
}

/// The bytes of leaves of services, by their type. What is in parentheses the compiler makes them
/// of.
fn bytes_of_leaves(group: &Group) -> usize {
    let last = group.stream().into_iter().last();
    let count = last.and_then(|it| syn::parse2::<syn::LitInt>(it.into()).ok());
    match (group.delimiter(), count) {
        (Delimiter::Bracket, Some(count)) => count.base10_parse::<usize>().unwrap() * 2,
        _ => 0,
    }
}

/// Assignments, first ports and transports, for methods that lookups don't need.
fn bytes_of_details(services: usize, assignments: usize) -> usize {
    assignments * 6 + services * 2 + services + (services + 1) * 2
}

/// The curated registry where there is no operating system: as its source selects. `None`
/// outside of the repository.
fn of_firmware() -> Option<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../port-consts/src/curated.rs"
    );
    let source = std::fs::read_to_string(path).ok()?;
    let (_, list) = source.split_once("category = [").expect("a selection");
    let (list, _) = list.split_once(']').expect("its end");
    let options = format!(r#"conflicts = "first", optimize = "size", select(category = [{list}])"#);
    Some(format!(
        r#"#[ports({options})] enum E = "../../port-data.csv";"#
    ))
}

/// With labels, which are asked only on screens, at two bytes a service and their text.
#[test]
fn tables_of_the_bundled_registries() {
    let firmware = of_firmware().map(|call| (call, 21_000));
    let pins = [
        (
            r#"#[ports(iana)] enum E = "../../iana-data.csv";"#.to_owned(),
            146_800,
        ),
        (
            r#"#[ports(iana, optimize = "size")] enum E = "../../iana-data.csv";"#.to_owned(),
            101_000,
        ),
        // 2,042 services with 1.8 names each; 2,048 pilots, where 1,252 would do: a mask finds
        // one of a power of two.
        (
            r#"#[ports(conflicts = "first")] enum E = "../../port-data.csv";"#.to_owned(),
            108_000,
        ),
        (
            r#"#[ports(conflicts = "first", optimize = "size")] enum E = "../../port-data.csv";"#
                .to_owned(),
            71_400,
        ),
    ];
    for (call, most) in pins.into_iter().chain(firmware) {
        let (services, assignments) = counts(&call);
        let bytes = bytes_of_tables(&call) - bytes_of_details(services, assignments);
        assert!(bytes <= most, "{call} {bytes}");
        // What is much less asks for another pin.
        assert!(bytes * 100 >= most * 94, "{call} {bytes}");
    }
}

fn counts(call: &str) -> (usize, usize) {
    let args: crate::args::Args = syn::parse_str(call).unwrap();
    let mut problems = crate::problem::Problems::new(&args.path);
    let file = crate::source::read(&args.path, &mut problems);
    let registry = tests::checked(&file.text, &args.options, &mut problems);
    let assignments = registry.services.iter().map(|it| it.assignments.len());
    (registry.services.len(), assignments.sum())
}
