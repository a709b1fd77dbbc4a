//! Registries of every kind under every option for lookups, generated, compiled and
//! compared port by port and name by name.

#![forbid(unsafe_code)]

use std::fmt::Write as _;

use port_consts_compile_tests::scratch::Scratch;

/// The options that decide how lookups are emitted.
const OPTIONS: [&str; 5] = [
    "",
    "lookup = \"match\",",
    "lookup = \"table\",",
    "optimize = \"size\",",
    "lookup = \"table\", optimize = \"size\",",
];

/// A crate that has registries of these files, each under some of the options, and
/// compares them all with the rows.
fn compare(name: &str, files: &[(&str, String, &[&str])]) {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name, "2024").with_reader();
    let mut main = include_str!("../../fixtures/compare.rs").to_owned();
    let mut calls = String::new();
    for (file, csv, options) in files {
        scratch.write(
            &format!("{file}.csv"),
            format!("Service Name,Port Number,Transport Protocol,Aliases\n{csv}"),
        );
        for (i, options) in options.iter().enumerate() {
            write!(
                main,
                "mod {file}_{i} {{ port_consts::ports! {{
                    #[ports({options} conflicts = \"first\", constants = false)]
                    pub enum Service = \"{file}.csv\";
                }} }}\n"
            )
            .unwrap();
            writeln!(
                calls,
                "compare!({file}_{i}::Service, include_str!(\"../{file}.csv\"));"
            )
            .unwrap();
        }
    }
    writeln!(main, "fn main() {{ {calls} }}").unwrap();
    scratch.write("src/main.rs", main);
    let compared = files
        .iter()
        .map(|(_, _, options)| options.len())
        .sum::<usize>();
    assert_eq!(scratch.run().lines().count(), compared);
}

/// Ports without a pattern, the same in every run.
fn scattered(count: usize) -> Vec<u16> {
    let mut state = 7_u32;
    let mut ports: Vec<u16> = Vec::new();
    while ports.len() < count {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let port = u16::try_from(state >> 16).unwrap();
        if !ports.contains(&port) {
            ports.push(port);
        }
    }
    ports
}

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).map(|i| row(i) + "\n").collect()
}

#[test]
fn small_sparse_and_dense_registries() {
    let few = scattered(12);
    let sparse = scattered(300);
    let transports = ["tcp", "udp", "tcp/udp", "sctp", "tcp/udp/sctp/dccp"];
    compare(
        "shapes",
        &[
            ("one", "only,65535,udp,it\n".to_owned(), &OPTIONS),
            ("zero", "only,0,dccp,\n".to_owned(), &OPTIONS),
            (
                "few",
                rows(12, |i| format!("s{i},{},{},", few[i], transports[i % 5])),
                &OPTIONS,
            ),
            (
                "sparse",
                rows(300, |i| {
                    format!(
                        "scattered-{i},{},{},alias-{i} a{i}",
                        sparse[i],
                        transports[i % 5]
                    )
                }),
                &OPTIONS,
            ),
            (
                "dense",
                rows(600, |i| {
                    format!("dense-{i},{},{},", i + 1, transports[i % 3])
                }),
                &OPTIONS,
            ),
            (
                "only_udp",
                rows(40, |i| format!("u{i},{},udp,", sparse[i])),
                &OPTIONS,
            ),
            (
                "only_sctp",
                rows(200, |i| format!("c{i},{},sctp,", sparse[i])),
                &OPTIONS,
            ),
        ],
    );
}

#[test]
fn ranges_and_shared_ports() {
    let everything = "all,0-65535,dccp,\nrest,0-65535,udp,\n";
    let blocks = rows(256, |i| format!("b{i},{}-{},tcp,", i * 256, i * 256 + 255));
    let overlapping = rows(90, |i| {
        format!("o{i},{}-{},tcp/udp/sctp,", i * 100, i * 300 + 7)
    });
    let crowd = rows(50, |i| format!("crowd-{i},8080,tcp/udp,c{i}"));
    compare(
        "ranges",
        &[
            ("blocks", format!("{blocks}{everything}"), &OPTIONS),
            ("overlapping", overlapping, &OPTIONS),
            ("crowd", crowd, &OPTIONS),
        ],
    );
}

#[test]
fn names_of_every_kind() {
    let long = "x".repeat(200);
    let lengths = rows(60, |i| format!("{},{},tcp,", "a".repeat(i + 1), i + 1));
    let middles = rows(1500, |i| format!("abcdefgh{i:04}wxyz,{},tcp,", i + 1));
    let tails = rows(700, |i| {
        format!("a-name-of-more-than-sixteen-bytes-{i},{},udp,", i + 1)
    });
    // What differs in the bit of case alone, where that is no letter.
    let signs = ["@", "`", "[", "{", "]", "}", "^", "~", "_"];
    let twins = rows(signs.len() * 12, |i| {
        let (number, sign) = (i / signs.len(), signs[i % signs.len()]);
        let tail = "z".repeat(i / 20);
        format!(
            "t{i},{},tcp,n{number}{sign}{tail} {sign}{number}{tail}e",
            i + 1
        )
    });
    compare(
        "names",
        &[
            (
                "long",
                format!("{long},1,tcp,{}\n{lengths}", "y".repeat(199)),
                &OPTIONS,
            ),
            ("middles", middles, &OPTIONS[2..]),
            ("tails", tails, &OPTIONS[2..]),
            ("twins", twins, &OPTIONS),
            (
                "unicode",
                rows(40, |i| format!("温度計-É{i},{},tcp,ß{i}", i + 1)),
                &OPTIONS,
            ),
        ],
    );
}

#[test]
fn twenty_thousand_services() {
    let rows = rows(20_000, |i| format!("generated-{i},{},tcp/udp,", i * 3));
    compare("huge", &[("huge", rows, &OPTIONS[2..3])]);
}
