//! Every shape of a file takes time that grows with its rows. The sizes here are such that
//! nothing else ends soon: with a step for every two rows, each of them would take minutes.
//!
//! The test prints how long each of them takes. It is asked for other sizes by a variable:
//!
//! ```sh
//! ROWS_OF_SHAPES=60000 cargo test -p port-macros-core --release -- --nocapture every_shape
//! ```

use std::{fmt::Write as _, time::Instant};

use crate::{
    args::{Args, Options},
    problem::{Problems, tests::texts_of},
    tests,
    valid::Registry,
};

/// A file of so many rows, and the options that it is read with.
type Shape = (&'static str, &'static str, fn(usize) -> String);

const HEADER: &str = "name,port,transport,aliases,category,tls of\n";

/// A header, and what `row` says of each number.
fn file(rows: usize, row: impl Fn(usize) -> String) -> String {
    (0..rows).fold(HEADER.to_owned(), |mut text, i| {
        let _ = writeln!(text, "{}", row(i));
        text
    })
}

const FIRST: &str = "conflicts = \"first\"";

/// All shapes; what they have too much of stands in front.
const SHAPES: [Shape; 18] = [
    ("services", "", |n| {
        file(n, |i| format!("s{i},{},tcp,,c,", i % 65536))
    }),
    ("rows of one name", "", |n| {
        file(n, |i| format!("a,{},tcp,,c,", i % 65536))
    }),
    ("equal rows", FIRST, |n| {
        file(n, |_| "a,80,tcp,,c,".to_owned())
    }),
    ("repeated rows that are refused", "", |n| {
        file(n, |_| "a,80,tcp,,c,".to_owned())
    }),
    ("even ports, then all ports", FIRST, |n| {
        file(n, |i| match i {
            _ if i < n / 2 => format!("a,{},tcp,,c,", i * 2 % 65536),
            _ => "a,0-65535,tcp,,c,".to_owned(),
        })
    }),
    ("nested ranges", FIRST, |n| {
        file(n, |i| format!("s{i},1-{},tcp,,c,", 65535 - i % 60000))
    }),
    ("nested ranges that are refused", "", |n| {
        file(n, |i| format!("s{i},1-{},tcp,,c,", 65535 - i % 60000))
    }),
    ("stairs", FIRST, |n| {
        file(n, |i| {
            format!("s{i},{}-{},tcp,,c,", 10 * i % 30000, 10 * i % 30000 + 30000)
        })
    }),
    ("stairs that are refused", "", |n| {
        file(n, |i| {
            format!("s{i},{}-{},tcp,,c,", 10 * i % 30000, 10 * i % 30000 + 30000)
        })
    }),
    ("services on one port", FIRST, |n| {
        file(n, |i| format!("s{i},80,tcp,,c,"))
    }),
    ("aliases of one service", "", |n| {
        file(n, |i| format!("a,{},tcp,x{i},c,", i % 65536))
    }),
    ("aliases that are shared", FIRST, |n| {
        file(n, |i| format!("s{i},{},tcp,x{},c,", i % 65536, i % 7))
    }),
    ("categories", "", |n| {
        file(n, |i| format!("s{i},{},tcp,,c{i},", i % 65536))
    }),
    (
        "identifiers that are numbered",
        "identifiers = \"numbered\"",
        |n| {
            file(n, |i| {
                format!(
                    "a{}b{},{},tcp,,c,",
                    "-".repeat(1 + i % 2),
                    "+".repeat(i / 2 % 200),
                    i % 65536
                )
            })
        },
    ),
    ("TLS of nothing", "", |n| {
        file(n, |i| format!("s{i},{},tcp,,c,t{i}", i % 65536))
    }),
    ("a circle of TLS", "", |n| {
        file(n, |i| format!("s{i},{},tcp,,c,s{}", i % 65536, (i + 1) % n))
    }),
    ("rows with mistakes", "", |n| {
        file(n, |i| format!("s {i},x{i},tcq,,,"))
    }),
    ("short rows", "", |n| file(n, |_| "a".to_owned())),
];

fn options(tokens: &str) -> Options {
    let call = format!("#[ports({tokens})] enum E = \"a\";");
    let args: Args = syn::parse_str(&call).unwrap();
    args.options
}

fn check(text: &str, tokens: &str, problems: &mut Problems) -> Registry {
    tests::checked(text, &options(tokens), problems)
}

/// So many times one text, without a header.
type Repeated = (&'static str, &'static str);

const REPEATED: [Repeated; 5] = [
    ("commas", ","),
    ("quotes", "\""),
    ("one cell", "x"),
    ("newlines", "\n"),
    ("empty rows", ",,\n"),
];

/// No measured time is asserted, because machines differ.
#[test]
fn every_shape_ends_soon_and_says_little() {
    let rows = std::env::var("ROWS_OF_SHAPES");
    let rows: usize = rows.map_or(12_000, |rows| rows.parse().expect("a number of rows"));
    for (name, tokens, shape) in SHAPES {
        let texts = texts_of_check(name, &shape(rows), tokens);
        let is_fine = !name.contains("refused") && name != "nested ranges" && name != "stairs";
        if tokens == FIRST && is_fine {
            assert_eq!(texts, [""; 0], "{name}");
        }
    }
    for (name, text) in REPEATED {
        // As many bytes as a file of so many rows has.
        let texts = texts_of_check(name, &text.repeat(rows * 16 / text.len()), FIRST);
        assert!(!texts.is_empty(), "{name}");
    }
}

/// The errors for a file, of which there are few; prints the time that they take.
fn texts_of_check(name: &str, text: &str, tokens: &str) -> Vec<String> {
    let mut listed = 0;
    let start = Instant::now();
    let texts = texts_of(|problems| {
        let registry = check(text, tokens, problems);
        let owners = registry.owners.iter().flatten();
        listed = owners.map(|segment| segment.services.len()).sum();
    });
    println!("{name:34} {:9.1} ms", start.elapsed().as_secs_f64() * 1e3);
    // What tables list grows with the rows, not with their pairs.
    assert!(listed <= 2 * 65_535, "{name}: {listed}");
    let bytes: usize = texts.iter().map(String::len).sum();
    assert!(texts.len() <= 21 && bytes < 64 << 10, "{name}: {bytes}");
    texts
}

#[test]
fn overlaps_are_listed_up_to_a_limit() {
    let few = |rows: usize| {
        texts_of(|problems| {
            let text = file(rows, |i| format!("s{i},1-{},tcp,,c,", 1000 - i));
            check(&text, FIRST, problems);
        })
    };
    assert_eq!(few(300), [""; 0]);
    let texts = few(400);
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(
        texts[0].contains("more than 65535 services would be listed"),
        "{texts:?}"
    );
}
