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

const TRANSPORTS: [&str; 4] = ["tcp", "udp", "sctp", "dccp"];

fn main() {
    for file in ["../ports.csv", "../../port-data.csv", "../../iana-data.csv"] {
        println!("cargo::rerun-if-changed={file}");
        let expected = Expected::read(Path::new(file));
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
    fn read(path: &Path) -> Self {
        let mut reader = csv::Reader::from_path(path).expect("a file");
        let titles = reader.headers().expect("titles").clone();
        let mut expected = Self::default();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for record in reader.records() {
            let record = record.expect("a row");
            let cell = |title| {
                let column = titles.iter().position(|it| it == title);
                column.map_or("", |column| &record[column])
            };
            let name = cell("Service Name");
            let service = *by_name.entry(name.to_lowercase()).or_insert_with(|| {
                expected.names.push(vec![name.to_owned()]);
                expected.names.len() - 1
            });
            let aliases = cell("Aliases").split_whitespace().map(str::to_owned);
            expected.names[service].extend(aliases);
            let number = |text: &str| text.parse::<u16>().expect("a port");
            let ports = cell("Port Number");
            let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
            let transports = match cell("Transport Protocol") {
                "" => "tcp/udp",
                transports => transports,
            };
            for transport in transports.split('/') {
                let transport = TRANSPORTS.iter().position(|it| *it == transport);
                let transport = transport.expect("a transport");
                for port in number(first)..=number(last) {
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
