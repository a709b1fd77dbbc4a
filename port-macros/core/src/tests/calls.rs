//! What whole calls emit.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use syn::parse_quote;

use crate::{
    args::{Args, Options},
    expand, port, port_set,
    problem::tests::texts_of,
    source::{File, Tracked},
    tests,
};

#[test]
fn more_services_than_there_are_numbers() {
    let mut text = "name,port,transport\n".to_owned();
    for i in 0..65_535 {
        writeln!(text, "s{i},{i},{}", ["tcp", "udp"][i % 2]).unwrap();
    }
    let texts = texts_of(|problems| {
        let registry = tests::checked(&text, &Options::default(), problems);
        assert_eq!(registry.services.len(), 65_535);
    });
    assert_eq!(texts, [""; 0]);
    text.push_str("last,65535,udp\n");
    let texts = texts_of(|problems| {
        let registry = tests::checked(&text, &Options::default(), problems);
        assert!(registry.services.is_empty());
    });
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(
        texts[0].contains("the file has 65536 services"),
        "{texts:?}"
    );
}

#[test]
fn a_search_in_the_docs_finds_a_service_by_its_numbers_and_names() {
    let text = "name,port,transport,aliases\nssh,22,tcp,SSH ssh2\nssh,2222,tcp,\n";
    texts_of(|problems| {
        let registry = tests::checked(text, &Options::default(), problems);
        let args: Args = parse_quote!(enum E = "ports.csv";);
        let file = File {
            tracked: Tracked::Nothing,
            text: String::new(),
        };
        let tokens = expand::registry(&args, &file, &registry).to_string();
        let docs = "doc = \"Ports 22 (tcp), 2222 (tcp), assigned to `ssh`.";
        let alias = r#"# [doc (alias ("22" , "2222" , "ssh2"))]"#;
        // The constant and the variant, which stands twice: the docs show no discriminant.
        assert_eq!(tokens.matches(docs).count(), 3);
        // One item is found, and not by what its own name says.
        assert_eq!(tokens.matches(alias).count(), 1, "{tokens}");

        let args: Args = parse_quote!(#[ports(constants = false)] enum E = "ports.csv";);
        let tokens = expand::registry(&args, &file, &registry).to_string();
        let docs = "doc = \"Ports 22 (tcp), 2222 (tcp): ssh.";
        assert_eq!(tokens.matches(docs).count(), 2, "{tokens}");
        assert_eq!(tokens.matches(alias).count(), 2, "{tokens}");
    });
}

/// Rustdoc refuses some words. A number of two rows is one word, and the docs say which of
/// the two is not assigned.
#[test]
fn a_search_has_no_words_that_rustdoc_refuses() {
    let text = "name,port,transport,status,aliases\nweb,80,tcp,,\"it's a\"\"b w3\"\n\
                web,80,udp,unofficial,\n";
    let iana = "Service Name,Port Number,Transport Protocol,Assignee\n\
                two-words,1,tcp,\ntwo words,2,tcp,\na-b,3,tcp,\na\u{7}b,4,tcp,\n";
    for (text, options, words) in [
        (text, "conflicts = \"first\"", &["(\"80\" , \"w3\")"][..]),
        (iana, "iana", &["(\"1\")", "(\"2\")", "(\"3\")", "(\"4\")"]),
    ] {
        let call = format!("#[ports({options})] enum E = \"ports.csv\";");
        let args: Args = syn::parse_str(&call).unwrap();
        let mut tokens = String::new();
        let texts = texts_of(|problems| {
            let registry = tests::checked(text, &args.options, problems);
            let file = File {
                tracked: Tracked::Nothing,
                text: String::new(),
            };
            tokens = expand::registry(&args, &file, &registry).to_string();
        });
        assert_eq!(texts, [""; 0]);
        assert_eq!(
            tokens.matches("doc (alias").count(),
            words.len(),
            "{tokens}"
        );
        for words in words {
            assert!(
                tokens.contains(&format!("[doc (alias {words})]")),
                "{tokens}"
            );
        }
        let docs = "Ports 80 (tcp), 80 (udp, unofficial), assigned to `web`.";
        assert_eq!(tokens.contains(docs), options != "iana", "{tokens}");
    }
}

#[test]
fn what_is_emitted_has_the_conditions_of_the_enum() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../port-data.csv");
    let call = format!(
        "#[cfg(a)] #[cfg(b)] #[ports(conflicts = \"first\", avoid = A)] enum E = {path:?};"
    );
    let tokens = tests::expanded(call.parse().unwrap()).to_string();
    let both = tokens.matches("# [cfg (a)] # [cfg (b)]").count();
    // An item ends with a brace or a semicolon at the outermost level.
    let trees = tests::expanded(call.parse().unwrap()).into_iter();
    let ends = trees.filter(|tree| match tree {
        proc_macro2::TokenTree::Punct(punct) => punct.as_char() == ';',
        proc_macro2::TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
        _ => false,
    });
    // Every `const _: () = { .. };` has both.
    let blocks = tokens.matches("const _ : () = {").count();
    assert_eq!(both, ends.count() - blocks);
    // Without mistakes, there is no block of them.
    assert!(!tokens.contains("const _ : () = { }"));
    let call = "#[cfg(a)] enum E = \"no-such-file.csv\";";
    let tokens = tests::expanded(call.parse().unwrap()).to_string();
    let error = tokens.find("compile_error").unwrap();
    assert!(tokens[..error].ends_with("# [cfg (a)] const _ : () = { :: core :: "));
}

/// What is said of a call, up to the end of its message.
fn said(expand: fn(TokenStream) -> TokenStream, call: &str) -> String {
    let tokens = expand(call.parse().unwrap()).to_string();
    let (_, message) = tokens.split_once("compile_error ! { ").unwrap_or_default();
    message.split(" }").next().unwrap_or_default().to_owned()
}

#[test]
fn a_key_of_skip_is_a_column_s() {
    let text = said(
        tests::expanded,
        "#[ports(skip(transprot = \"x\"))] enum E = \"a\";",
    );
    assert!(text.contains("did you mean `transport`?"), "{text}");
    assert!(text.contains("name, port, last, transport, tcp,"), "{text}");
}

#[test]
fn names_have_a_length() {
    let name = |length: usize| format!("{:?}", "a".repeat(length));
    assert_eq!(said(port::expand, &name(255)), "");
    assert!(said(port::expand, &name(256)).contains("names have at most 255 bytes"));
}

/// Names may have a slash, and whether there is such a service is seen where the call is compiled.
#[test]
fn a_slash_makes_no_transport() {
    for (call, part) in [
        ("\"914c/g\"", ""),
        ("\"99999/tcp\"", ""),
        ("\"https/tcp\"", "has a transport, and a port has none"),
    ] {
        assert!(said(port::expand, call).contains(part), "{call}");
        assert_eq!(
            said(port::expand, call).is_empty(),
            part.is_empty(),
            "{call}"
        );
    }
    assert_eq!(said(port_set::expand, "\"914c/g, http/x\""), "");
    let text = said(port_set::expand, "\"80/tcp\"");
    assert!(text.contains("`80/tcp` has a transport"), "{text}");
}

/// A text of the user's is quoted in part, and all mistakes of a call are a screen of text.
#[test]
fn messages_of_calls_are_cut() {
    let long = "x".repeat(30_000);
    let wrong = "7-6,".repeat(10_000);
    let transports = format!("#[ports(select(transport = \"{long}\"))]").repeat(50);
    for (expand, call) in [
        (
            tests::expanded as fn(TokenStream) -> TokenStream,
            format!("#[ports({long})] enum E = \"a\";"),
        ),
        (
            tests::expanded,
            format!("#[ports(lookup = \"{long}\")] enum E = \"a\";"),
        ),
        (tests::expanded, format!("enum {long} 3;")),
        (
            tests::expanded,
            format!("#[ports(columns(name = \"{long}\", ignore = \"{long}\"))] enum E = \"a\";"),
        ),
        (tests::expanded, format!("{transports} enum E = \"a\";")),
        (port::expand, format!("\"{long}\"")),
        (port::expand, long.clone()),
        (port_set::expand, format!("\"{long}\"")),
        (port_set::expand, format!("\"{wrong}\"")),
    ] {
        let tokens = expand(call.parse().unwrap()).to_string();
        assert!(tokens.contains("compile_error"), "{tokens}");
        let messages = tokens.split("compile_error").skip(1);
        for message in messages {
            let end = message.find('}').unwrap_or(message.len());
            assert!(end < 2500, "{message}");
        }
    }
}

/// An enum of the name that the categories' has is a mistake, and the rest is emitted.
#[test]
fn of_two_enums_of_one_name_one_is_emitted() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../port-data.csv");
    let call = format!("#[ports(conflicts = \"first\")] enum Category = {path:?};");
    let tokens = tests::expanded(call.parse().unwrap()).to_string();
    assert_eq!(tokens.matches("enum Category {").count(), 1);
    assert_eq!(tokens.matches("compile_error").count(), 1);
    assert!(tokens.contains("which makes an enum of that name"));
    assert!(tokens.contains("fn description (") && !tokens.contains("fn category ("));
}
