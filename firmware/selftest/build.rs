//! Reads the files of the registries, as anybody would who does not know the macro, and
//! writes down what lookups have to answer.
//!
//! For each file there are three texts, whose fields are separated by tabs:
//! - `.ports`: a line for each run of ports with the same services: the transport's number,
//!   the first port, the last, and the services by their numbers
//! - `.services`: a line for each service: its name and its aliases
//! - `.misses`: a line for each text that is near a name, and is none

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    env, fs,
    path::Path,
};

use port_consts_reader::services;

fn main() {
    for file in ["firmware/ports.csv", "port-data.csv", "iana-data.csv"] {
        println!("cargo::rerun-if-changed=../../{file}");
        let expected = Expected::read(file);
        let out = env::var_os("OUT_DIR").expect("cargo gives a folder");
        let stem = Path::new(file).file_stem().expect("a file");
        let write = |extension: &str, text: String| {
            let path = Path::new(&out).join(stem).with_extension(extension);
            fs::write(path, text).expect("written");
        };
        write("ports", expected.ports());
        write("services", expected.services());
        write("misses", expected.misses());
    }
}

/// What a file says.
#[derive(Default)]
struct Expected {
    /// The names of each service, the canonical one first.
    names: Vec<Vec<String>>,
    /// The services of each port under each transport, in the order of the file.
    owners: BTreeMap<(usize, u16), Vec<usize>>,
}

impl Expected {
    fn read(file: &str) -> Self {
        let rows = port_consts_reader::rows(file);
        let services = services(&rows);
        let mut expected = Self::default();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for (number, service) in services.iter().enumerate() {
            by_name.insert(service.name().to_lowercase(), number);
            let names = service.names().map(str::to_owned);
            expected.names.push(names.collect());
        }
        for row in &rows {
            let service = by_name[&row.name().to_lowercase()];
            for transport in row.transport_numbers() {
                for port in row.ports() {
                    let owners = expected.owners.entry((transport, port)).or_default();
                    if !owners.contains(&service) {
                        owners.push(service);
                    }
                }
            }
        }
        expected
    }

    fn ports(&self) -> String {
        let mut runs: Vec<(usize, u16, u16, &[usize])> = Vec::new();
        for ((transport, port), owners) in &self.owners {
            match runs.last_mut() {
                Some((t, _, last, same))
                    if t == transport && *last + 1 == *port && same == owners =>
                {
                    *last = *port;
                }
                _ => runs.push((*transport, *port, *port, owners)),
            }
        }
        let line = |(transport, first, last, owners): (usize, u16, u16, &[usize])| {
            let owners: Vec<String> = owners.iter().map(usize::to_string).collect();
            format!("{transport}\t{first}\t{last}\t{}\n", owners.join("\t"))
        };
        runs.into_iter().map(line).collect()
    }

    fn services(&self) -> String {
        let lines = self.names.iter().map(|names| names.join("\t") + "\n");
        lines.collect()
    }

    fn misses(&self) -> String {
        let folded = |name: &String| name.to_ascii_lowercase();
        let names: BTreeSet<String> = self.names.iter().flatten().map(folded).collect();
        let mut misses: BTreeSet<String> = BTreeSet::new();
        for name in &names {
            let (first, last) = (&name[..1], &name[name.len() - 1..]);
            misses.extend([
                name[..name.len() - 1].to_owned(),
                format!("{name}{last}"),
                format!("{last}{}", &name[1..]),
                format!("{}{first}", &name[..name.len() - 1]),
                // Of all the bytes, these differ from a letter only in its case.
                name.replace('-', "\r"),
            ]);
        }
        let misses = misses.difference(&names).map(|miss| format!("{miss}\n"));
        misses.collect()
    }
}
