//! `port_set!` and `PortSet`'s `FromStr` read the same texts, but for names and for an empty set.

use port_consts::{Port, PortRange, PortSet};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// What the macro makes of a text.
#[derive(Debug, PartialEq)]
enum Expansion {
    Error,
    /// With names, of which the compiler makes ports.
    Names,
    Ports(Box<PortSet>),
}

fn expand(text: &str) -> Expansion {
    let tokens = port_macros_core::port_set(quote!(#text));
    if tokens.to_string().contains("compile_error") {
        return Expansion::Error;
    }
    let mut lists = Vec::new();
    brackets(tokens, &mut lists);
    let [ranges, names] = &*lists else {
        panic!("{text}: {lists:?}");
    };
    if !names.is_empty() {
        return Expansion::Names;
    }
    let ends = ranges.to_string();
    let ends: Vec<Port> = ends
        .split("u16")
        .map(|end| end.trim_start_matches(|letter: char| !letter.is_ascii_digit()))
        .filter(|end| !end.is_empty())
        .map(|end| end.parse().expect("digits"))
        .collect();
    let ranges = ends
        .chunks(2)
        .map(|ends| PortRange::new(ends[0], *ends.last().expect("two ends")).expect("in order"));
    Expansion::Ports(Box::new(ranges.collect()))
}

/// The contents of all brackets.
fn brackets(tokens: TokenStream, lists: &mut Vec<TokenStream>) {
    for token in tokens {
        if let TokenTree::Group(group) = token {
            if group.delimiter() == Delimiter::Bracket {
                lists.push(group.stream());
            } else {
                brackets(group.stream(), lists);
            }
        }
    }
}

#[test]
fn port_set_reads_what_a_set_reads() {
    let pieces = [
        "80", "022", "8", "443", "000", "0", ",", ", ", "80-99", "99-80", "\u{2013}", "tcp",
        "/tcp", "-", " ", "..", "65536", "65535", ";", "08,080", "1,024", "+", ":",
    ];
    let (mut sets, mut errors, mut names) = (0, 0, 0);
    let mut texts = vec![String::new()];
    for _ in 0..3 {
        let longer = |text: &String| pieces.map(|piece| text.clone() + piece);
        texts = texts.iter().flat_map(longer).collect();
        for text in texts.iter().filter(|it| !it.trim().is_empty()) {
            let read = text.parse::<PortSet>();
            let count = match expand(text) {
                Expansion::Ports(set) => {
                    assert_eq!(read, Ok(*set), "{text}");
                    &mut sets
                }
                Expansion::Names => {
                    assert!(read.is_err(), "{text}");
                    &mut names
                }
                Expansion::Error => {
                    assert!(read.is_err(), "{text} is read as {read:?}");
                    &mut errors
                }
            };
            *count += 1;
        }
    }
    assert!(
        sets > 500 && errors > 5000 && names > 1000,
        "{sets} {errors} {names}"
    );
}

/// An empty set in code is a mistake, and one that is read may have no ports yet.
#[test]
fn an_empty_set_is_read_and_not_written() {
    for text in ["", " "] {
        assert_eq!(text.parse(), Ok(PortSet::new()));
        assert_eq!(expand(text), Expansion::Error);
    }
}
