//! What programs grow by, in bytes and in relocations.

use std::fs;

use object::{Object, ObjectSection};

use port_consts_benches::markdown::table;

use crate::scratch;

/// What a program has of each kind of section.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bytes {
    /// Instructions.
    pub(crate) code: u64,
    /// Data that is only read.
    pub(crate) data: u64,
    /// Pointers that the loader writes, of 24 bytes each.
    pub(crate) relocations: u64,
}

/// A registry, what is used of it, and what a program grows by.
pub(crate) type Growth = (String, &'static str, Bytes);

const USES: [(&str, &str); 6] = [
    ("constants", "black_box(HTTPS.get());"),
    ("range", "black_box(port.range());"),
    ("by port", "black_box(Service::from_port(port, transport));"),
    ("by name", "black_box(Service::from_name(&name));"),
    (
        "names",
        "if let Some(it) = unnamed() { black_box(it.name()); }",
    ),
    (
        "all three",
        "black_box(Service::from_port(port, transport)); \
         if let Some(it) = Service::from_name(&name) { black_box(it.name()); }",
    ),
];

pub(crate) fn measure() -> Vec<Growth> {
    let mut growths = Vec::new();
    for (registry, uses) in [
        ("curated", "use port_consts::Service;"),
        ("IANA", "use port_consts::iana::Service;"),
        (
            "IANA, optimize = \"size\"",
            "port_consts::ports! { #[ports(iana, constants = false, optimize = \"size\")] \
             pub enum Service = \"iana-data.csv\"; }",
        ),
        (
            "curated, optimize = \"size\"",
            "port_consts::ports! { #[ports(conflicts = \"first\", constants = false, \
             optimize = \"size\")] pub enum Service = \"port-data.csv\"; }",
        ),
    ] {
        let base = program(uses, "");
        for (name, code) in USES {
            if (name == "constants" || name == "range") && registry != "curated" {
                continue;
            }
            // A constant is to cost as much as its number.
            let base = match name {
                "constants" => program(uses, "black_box(443_u16);"),
                _ => base,
            };
            let with = program(uses, code);
            growths.push((
                registry.to_owned(),
                name,
                Bytes {
                    code: with.code.saturating_sub(base.code),
                    data: with.data.saturating_sub(base.data),
                    relocations: with.relocations.saturating_sub(base.relocations),
                },
            ));
            eprintln!("{registry}, {name}: {:?}", growths[growths.len() - 1].2);
        }
    }
    growths
}

/// A program that reads its arguments and does something with them.
fn program(uses: &str, code: &str) -> Bytes {
    let main = format!(
        "#![allow(unused)]\nuse std::hint::black_box;\n\
         use port_consts::{{HTTPS, Port, Transport}};\n{uses}\n\
         #[inline(never)]\nfn unnamed() -> Option<Service> {{ black_box(None) }}\n\
         fn main() {{\n    \
         let name = std::env::args().next().unwrap_or_default();\n    \
         let port = black_box(Port::new(name.len() as u16));\n    \
         let transport = black_box(Transport::Tcp);\n    \
         black_box((&name, core::str::from_utf8(name.as_bytes()).is_ok()));\n    {code}\n}}\n"
    );
    let csv = |file: &str| fs::read_to_string(scratch::top().join(file)).expect("read");
    let folder = scratch::write(
        "program",
        &scratch::port_consts(),
        &[
            ("src/main.rs", main),
            ("iana-data.csv", csv("iana-data.csv")),
            ("port-data.csv", csv("port-data.csv")),
        ],
    );
    scratch::cargo(&folder, &["build", "--release"]);
    let path = scratch::top().join("target/report/target/release/program");
    let file = fs::read(path).expect("a program");
    let file = object::File::parse(file.as_slice()).expect("an object file");
    let mut bytes = Bytes::default();
    for section in file.sections() {
        let size = section.size();
        match section.name().unwrap_or("") {
            ".text" => bytes.code += size,
            ".rodata" | ".data.rel.ro" => bytes.data += size,
            ".rela.dyn" => bytes.relocations += size / 24,
            _ => {}
        }
    }
    bytes
}

pub(crate) fn report(growths: &[Growth]) -> String {
    let titles = ["registry", "used", "read-only data", "code", "relocations"];
    let mut rows = vec![titles.map(str::to_owned).to_vec()];
    for (registry, uses, bytes) in growths {
        rows.push(vec![
            registry.clone(),
            (*uses).to_owned(),
            bytes.data.to_string(),
            bytes.code.to_string(),
            bytes.relocations.to_string(),
        ]);
    }
    format!(
        "\n## Bytes\n\nWhat a program grows by that uses a part of a registry, linked for x86-64 \
         with `lto`. Parts that are not used take nothing.\n\n{}\n\
         ![Bytes of lookups](performance/bytes.svg)\n",
        table(&rows)
    )
}
