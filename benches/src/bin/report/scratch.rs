//! Crates that are written to be compiled and measured.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use port_consts::{Transport, iana};

/// The folder of the workspace.
pub(crate) fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A crate of this name, its sources and what its manifest has besides.
pub(crate) fn write(name: &str, manifest: &str, files: &[(&str, String)]) -> PathBuf {
    let folder = top().join("target/report").join(name);
    fs::create_dir_all(folder.join("src")).expect("created");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[profile.release]\npanic = \"abort\"\ncodegen-units = 1\nlto = true\n\n\
         {manifest}",
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    fs::copy(top().join("Cargo.lock"), folder.join("Cargo.lock")).expect("copied");
    for (path, text) in files {
        fs::write(folder.join(path), text).expect("written");
    }
    folder
}

/// Runs cargo in a folder; all crates share one target folder.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--quiet")
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", top().join("target/report/target"))
        // What was compiled before is not to help.
        .env("CARGO_INCREMENTAL", "0")
        .status()
        .expect("cargo");
    assert!(status.success(), "{}: {arguments:?}", folder.display());
}

/// The dependency on port-consts.
pub(crate) fn port_consts() -> String {
    format!(
        "[dependencies]\nport-consts = {{ path = '{}', features = [\"iana\"] }}\n",
        top().join("port-consts").display()
    )
}

/// IANA's registry as code that anybody would write: a `match` for each question.
pub(crate) fn naive() -> String {
    let services = iana::Service::ALL;
    let mut text = "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Service {\n".to_owned();
    for service in services {
        writeln!(text, "    {service:?},").expect("written");
    }
    text += "}\n\nimpl Service {\n    pub fn from_port(port: u16, transport: u8) -> Option<Self> {\n        match (transport, port) {\n";
    for port in 0..=u16::MAX {
        for transport in Transport::ALL {
            let found = iana::Service::from_port(port_consts::Port::new(port), *transport);
            if let Some(service) = found {
                let transport = *transport as u8;
                writeln!(
                    text,
                    "            ({transport}, {port}) => Some(Self::{service:?}),"
                )
                .expect("written");
            }
        }
    }
    text += "            _ => None,\n        }\n    }\n\n    pub fn from_name(name: &str) -> Option<Self> {\n        match name {\n";
    for service in services {
        writeln!(
            text,
            "            {:?} => Some(Self::{service:?}),",
            service.name()
        )
        .expect("written");
    }
    text += "            _ => None,\n        }\n    }\n\n    pub fn name(self) -> &'static str {\n        match self {\n";
    for service in services {
        writeln!(
            text,
            "            Self::{service:?} => {:?},",
            service.name()
        )
        .expect("written");
    }
    text + "        }\n    }\n}\n"
}

/// IANA's registry by phf: a build script that makes two maps and a list of names.
pub(crate) fn phf() -> (String, String) {
    let mut ports = String::new();
    for port in 0..=u16::MAX {
        for transport in Transport::ALL {
            let found = iana::Service::from_port(port_consts::Port::new(port), *transport);
            if let Some(service) = found {
                let key = u32::from(port) | (u32::from(*transport as u8) << 16);
                writeln!(ports, "{key} {}", service as u16).expect("written");
            }
        }
    }
    let mut names = String::new();
    for service in iana::Service::ALL {
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
        "pub static PORTS: phf::Map<u32, u16> = {{}};\npub static NAMES: phf::Map<&str, u16> = {{}};\npub static LIST: &[&str] = &[{{list}}];",
        ports.build(), names.build()
    );
    let folder = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{{folder}}/maps.rs"), text).unwrap();
}}
const PORTS: &str = {ports:?};
const NAMES: &str = {names:?};
"#
    );
    let library = "include!(concat!(env!(\"OUT_DIR\"), \"/maps.rs\"));\n".to_owned();
    (build, library)
}
