//! What programs grow by, in bytes and in relocations.

use std::{fs, path::Path};

use object::{Object, ObjectSection};

use port_consts_tools::markdown::table;

use crate::{peers, scratch};

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

/// What a program may do with a registry.
const USES: [(&str, &str); 6] = [
    ("constants", "black_box(HTTPS.get());"),
    ("range", "black_box(port.class());"),
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

/// A registry in a program.
struct Subject {
    name: &'static str,
    /// What the manifest has besides.
    dependencies: String,
    /// The statement that brings `Service` in.
    brings: &'static str,
    /// Files besides.
    files: Vec<(&'static str, String)>,
}

fn subjects() -> Vec<Subject> {
    let csv = |file| {
        (
            file,
            fs::read_to_string(scratch::top().join(file)).expect("read"),
        )
    };
    let ours = |name, brings| Subject {
        name,
        dependencies: scratch::port_consts(),
        brings,
        files: vec![csv("iana-data.csv"), csv("port-data.csv")],
    };
    let (script, library) = peers::phf();
    vec![
        ours("curated", "use port_consts::Service;"),
        ours("IANA", "use port_consts::iana::Service;"),
        ours(
            "IANA, optimize = \"size\"",
            "port_consts::ports! { #[ports(iana, constants = false, optimize = \"size\")] \
             pub enum Service = \"iana-data.csv\"; }",
        ),
        ours(
            "curated, optimize = \"size\"",
            "port_consts::ports! { #[ports(conflicts = \"first\", constants = false, \
             optimize = \"size\")] pub enum Service = \"port-data.csv\"; }",
        ),
        Subject {
            name: "IANA, naive match",
            dependencies: String::new(),
            brings: "mod naive; use naive::Service;",
            files: vec![("src/naive.rs", peers::naive())],
        },
        Subject {
            name: "IANA, phf",
            dependencies: peers::PHF_MANIFEST.to_owned(),
            brings: "mod maps; use maps::Service;",
            files: vec![("build.rs", script), ("src/maps.rs", library.to_owned())],
        },
    ]
}

impl Subject {
    /// Whether it is ours: peers know of numbers only.
    fn is_ours(&self) -> bool {
        self.brings.contains("port_consts")
    }

    /// A program that reads its arguments and does something with them.
    fn program(&self, code: &str) -> Bytes {
        let values = if self.is_ours() {
            "use port_consts::{HTTPS, Port, Transport};\n\
             fn port(length: usize) -> Port { Port::new(length as u16) }\n\
             const TCP: Transport = Transport::Tcp;\n"
        } else {
            "fn port(length: usize) -> u16 { length as u16 }\nconst TCP: u8 = 0;\n"
        };
        let brings = self.brings;
        let main = format!(
            "#![allow(unused)]\nuse std::hint::black_box;\n{brings}\n{values}\
             #[inline(never)]\nfn unnamed() -> Option<Service> {{ black_box(None) }}\n\
             fn main() {{\n    \
             let name = std::env::args().next().unwrap_or_default();\n    \
             let port = black_box(port(name.len()));\n    \
             let transport = black_box(TCP);\n    \
             black_box((&name, core::str::from_utf8(name.as_bytes()).is_ok()));\n    {code}\n}}\n"
        );
        let manifest = format!("{PROFILE}\n{}", self.dependencies);
        let mut files = self.files.clone();
        files.push(("src/main.rs", main));
        // A folder each: what one has in it is not for the next.
        let name: String = self
            .name
            .chars()
            .filter(char::is_ascii_alphabetic)
            .collect();
        let name = format!("bytes-of-{}", name.to_lowercase());
        let folder = scratch::write(&name, &manifest, &files);
        scratch::cargo(&folder, &["build", "--release"]);
        of_file(
            &scratch::top()
                .join("target/report/target/release")
                .join(name),
        )
    }
}

/// The least bytes for the same opt-level.
const PROFILE: &str = "\
[profile.release]
panic = \"abort\"
codegen-units = 1
lto = true
";

fn of_file(path: &Path) -> Bytes {
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

pub(crate) fn measure() -> Vec<Growth> {
    let mut growths = Vec::new();
    for subject in subjects() {
        let empty = subject.program("");
        for (name, code) in USES {
            let of_library = name == "constants" || name == "range";
            if of_library && subject.name != "curated" {
                continue;
            }
            // A constant is to cost as much as its number.
            let base = match name {
                "constants" => subject.program("black_box(443_u16);"),
                _ => empty,
            };
            let with = subject.program(code);
            let growth = Bytes {
                code: with.code.saturating_sub(base.code),
                data: with.data.saturating_sub(base.data),
                relocations: with.relocations.saturating_sub(base.relocations),
            };
            eprintln!("{}, {name}: {growth:?}", subject.name);
            growths.push((subject.name.to_owned(), name, growth));
        }
    }
    growths
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
