//! IANA's registry as others would compile it: for what ours is compared with.

use std::fmt::{self, Write as _};

use port_consts::{Port, Transport, iana::Service};

/// The dependencies of [`phf`].
pub(crate) const PHF_MANIFEST: &str = "\
[dependencies]
phf = { version = \"0.14.0\", default-features = false }

[build-dependencies]
phf_codegen = \"0.14.0\"
";

/// Every port that has services, under its transport.
fn ports() -> impl Iterator<Item = (u16, u8, &'static [Service])> {
    let all = (0..=u16::MAX).flat_map(|port| Transport::ALL.iter().map(move |it| (port, *it)));
    let with_services = all.map(|(port, transport)| {
        let services = Service::candidates(Port::new(port), transport);
        (port, transport as u8, services)
    });
    with_services.filter(|(_, _, services)| !services.is_empty())
}

/// Code that anybody would write: an enum, and a `match` for each question that our
/// lookups answer. (Names are matched as they are written, not in every case.)
pub(crate) fn naive() -> String {
    let mut text = "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Service {\n".to_owned();
    for service in Service::ALL {
        writeln!(text, "    {service:?},").expect("written");
    }
    text += "}\n\nimpl Service {\n";
    let by_port = || ports().map(|(port, transport, all)| (format!("({transport}, {port})"), all));
    let some = |service: &Service| format!("Some(Self::{service:?})");
    function(
        &mut text,
        "from_port(port: u16, transport: u8) -> Option<Self>",
        "(transport, port)",
        by_port().map(|(key, all)| (key, some(&all[0]))),
        "None",
    );
    function(
        &mut text,
        "candidates(port: u16, transport: u8) -> &'static [Self]",
        "(transport, port)",
        by_port().map(|(key, all)| {
            let all: Vec<String> = all.iter().map(|it| format!("Self::{it:?}")).collect();
            (key, format!("&[{}]", all.join(", ")))
        }),
        "&[]",
    );
    let services = Service::ALL.iter();
    function(
        &mut text,
        "from_name(name: &str) -> Option<Self>",
        "name",
        services
            .clone()
            .map(|it| (format!("{:?}", it.name()), some(it))),
        "None",
    );
    let own = |it: &Service| format!("Self::{it:?}");
    function(
        &mut text,
        "name(self) -> &'static str",
        "self",
        services
            .clone()
            .map(|it| (own(it), format!("{:?}", it.name()))),
        "",
    );
    function(
        &mut text,
        "port(self) -> u16",
        "self",
        services.clone().map(|it| (own(it), it.port().to_string())),
        "",
    );
    function(
        &mut text,
        "assignments(self) -> &'static [(u16, u16, u8)]",
        "self",
        services.map(|service| {
            let all = service.assignments().iter();
            let all = all.map(|it| {
                let transports = it.transports().iter();
                let bits = transports.fold(0, |bits, it| bits | (1 << it as u8));
                format!("({}, {}, {bits})", it.first(), it.last())
            });
            (
                own(service),
                format!("&[{}]", all.collect::<Vec<_>>().join(", ")),
            )
        }),
        "",
    );
    text + "}\n"
}

/// A function that matches: keys and answers, and the answer to all else, if there is more.
fn function(
    text: &mut String,
    signature: &str,
    what: &str,
    arms: impl Iterator<Item = (impl fmt::Display, String)>,
    otherwise: &str,
) {
    writeln!(text, "    pub fn {signature} {{\n        match {what} {{").expect("written");
    for (key, answer) in arms {
        writeln!(text, "            {key} => {answer},").expect("written");
    }
    if !otherwise.is_empty() {
        writeln!(text, "            _ => {otherwise},").expect("written");
    }
    *text += "        }\n    }\n\n";
}

/// A build script that makes phf's maps from ports and from names, and a list of names; and
/// a library that asks them.
pub(crate) fn phf() -> (String, &'static str) {
    let mut keys = String::new();
    for (port, transport, services) in ports() {
        let key = u32::from(port) | (u32::from(transport) << 16);
        writeln!(keys, "{key} {}", services[0] as u16).expect("written");
    }
    let mut names = String::new();
    for service in Service::ALL {
        names += &service.name().to_lowercase();
        names.push('\n');
    }
    let build = format!(
        r#"fn main() {{
    println!("cargo::rerun-if-changed=build.rs");
    let mut ports = phf_codegen::Map::new();
    for line in PORTS.lines() {{
        let (key, service) = line.split_once(' ').unwrap();
        ports.entry(key.parse::<u32>().unwrap(), service.to_owned());
    }}
    let mut names = phf_codegen::Map::new();
    let mut list = String::new();
    for (i, name) in NAMES.lines().enumerate() {{
        names.entry(name, (i + 1).to_string());
        list += &format!("{{name:?}},");
    }}
    let text = format!(
        "static PORTS: phf::Map<u32, u16> = {{}};\nstatic NAMES: phf::Map<&str, u16> = {{}};\nstatic LIST: &[&str] = &[{{list}}];",
        ports.build(), names.build()
    );
    let folder = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{{folder}}/maps.rs"), text).unwrap();
}}
const PORTS: &str = {keys:?};
const NAMES: &str = {names:?};
"#
    );
    (build, PHF_LIBRARY)
}

const PHF_LIBRARY: &str = r#"include!(concat!(env!("OUT_DIR"), "/maps.rs"));

#[derive(Clone, Copy)]
pub struct Service(u16);

impl Service {
    pub fn from_port(port: u16, transport: u8) -> Option<Self> {
        PORTS.get(&(u32::from(port) | (u32::from(transport) << 16))).copied().map(Self)
    }

    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.get(name).copied().map(Self)
    }

    pub fn name(self) -> &'static str {
        LIST.get(usize::from(self.0) - 1).copied().unwrap_or_default()
    }
}
"#;
