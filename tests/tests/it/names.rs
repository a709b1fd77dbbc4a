//! Names of every length and with every kind of character, in both strategies.

/// Registries in both strategies, with tables.
mod registries {
    port_consts::ports! {
        #[ports(constants = false, lookup = "table")]
        pub enum Odd = "fixtures/odd-names.csv";
    }
    port_consts::ports! {
        #[ports(constants = false, lookup = "table", optimize = "size")]
        pub enum OddInSize = "fixtures/odd-names.csv";
    }
    port_consts::ports! {
        #[ports(constants = false, lookup = "table")]
        pub enum Plain = "fixtures/plain-names.csv";
    }
    port_consts::ports! {
        #[ports(constants = false, lookup = "match")]
        pub enum Matched = "fixtures/plain-names.csv";
    }
}

use registries::{Matched, Odd, OddInSize, Plain};

/// A name in several cases of its letters.
fn in_any_case(name: &str) -> [String; 4] {
    let other = |(at, letter): (usize, char)| match at % 2 {
        0 => letter.to_ascii_uppercase(),
        _ => letter.to_ascii_lowercase(),
    };
    [
        name.to_owned(),
        name.to_ascii_lowercase(),
        name.to_ascii_uppercase(),
        name.chars().enumerate().map(other).collect(),
    ]
}

/// Names that differ from this one in one byte, or in the length.
fn near(name: &str) -> Vec<String> {
    let mut near = vec![
        String::new(),
        format!("{name}x"),
        format!("{name}\0"),
        format!("\0{name}"),
    ];
    near.extend(name.get(1..).map(str::to_owned));
    near.extend(name.get(..name.len() - 1).map(str::to_owned));
    for at in 0..name.len() {
        for byte in 0..=u8::MAX {
            let mut bytes = name.as_bytes().to_vec();
            bytes[at] = byte;
            near.extend(String::from_utf8(bytes));
        }
    }
    near
}

/// Compares all lookups with a search among all names.
macro_rules! compare {
    ($enum:ident, $file:literal) => {
        let names = include_str!(concat!("../../fixtures/", $file))
            .lines()
            .skip(1);
        let names: Vec<&str> = names.map(|line| line.split(',').next().unwrap()).collect();
        assert_eq!(names.len(), $enum::COUNT);
        for (service, name) in $enum::ALL.iter().zip(&names) {
            assert_eq!(service.name(), *name);
            for name in in_any_case(name) {
                assert_eq!($enum::from_name(&name), Some(*service), "{name}");
            }
            for other in near(name) {
                let known = names.iter().any(|name| name.eq_ignore_ascii_case(&other));
                assert_eq!($enum::from_name(&other).is_some(), known, "{other:?}");
            }
        }
    };
}

#[test]
fn odd_names_are_told_apart() {
    compare!(Odd, "odd-names.csv");
    compare!(OddInSize, "odd-names.csv");
}

#[test]
fn plain_names_are_told_apart() {
    compare!(Plain, "plain-names.csv");
    compare!(Matched, "plain-names.csv");
}

#[test]
fn names_are_found_in_constants() {
    const FOUND: Option<Odd> = Odd::from_name("MY_service");
    const LONG: Option<Odd> = Odd::from_name("telemetry-OF-00018-telemetry-of");
    const SHORT: Option<Odd> = Odd::from_name("AB");
    const NONE: Option<Odd> = Odd::from_name("telemetry-of-00019-telemetry-of");
    assert_eq!(FOUND.map(Odd::name), Some("my_service"));
    assert_eq!(LONG.map(Odd::name), Some("telemetry-of-00018-telemetry-of"));
    assert_eq!(SHORT.map(Odd::name), Some("ab"));
    assert_eq!(NONE, None);
}
