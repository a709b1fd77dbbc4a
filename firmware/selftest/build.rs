//! Reads the files of the registries, as anybody would who does not know the macro, and
//! writes down what lookups have to answer.
//!
//! For each file there are three texts, whose fields are separated by tabs:
//! - `.ports`: a line for each run of ports with the same services: the transport's number,
//!   the first port, the last, how many of the services have the ports as a pool, and the
//!   services by their numbers
//! - `.services`: a line for each service: its name and its aliases
//! - `.misses`: a line for each text that is near a name, and is none

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    env, fs,
    path::Path,
};

const TRANSPORTS: [&str; 4] = ["tcp", "udp", "sctp", "dccp"];

fn main() {
    let curated = "../../port-consts/src/curated.rs";
    println!("cargo::rerun-if-changed={curated}");
    let categories = categories(&fs::read_to_string(curated).expect("a file"));
    for file in ["../ports.csv", "../../port-data.csv", "../../iana-data.csv"] {
        println!("cargo::rerun-if-changed={file}");
        let is_selected = file.ends_with("port-data.csv");
        let categories = if is_selected { &categories[..] } else { &[] };
        let expected = Expected::read(Path::new(file), categories);
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

/// The categories that the curated registry has on these targets.
fn categories(source: &str) -> Vec<String> {
    let (_, list) = source.split_once("select(category = [").expect("a list");
    let (list, _) = list.split_once(']').expect("its end");
    let quoted = list.split('"').skip(1).step_by(2);
    quoted.map(str::to_owned).collect()
}

/// What a file says.
#[derive(Default)]
struct Expected {
    /// The names of each service, the canonical one first.
    names: Vec<Vec<String>>,
    /// The services of each port under each transport, in the order of the file.
    owners: BTreeMap<(usize, u16), Vec<usize>>,
    /// The services that have the port as one of a pool.
    pools: BTreeMap<(usize, u16), Vec<usize>>,
}

impl Expected {
    fn read(path: &Path, categories: &[String]) -> Self {
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
            // Only the first row of a service has its category.
            let category = cell("Category");
            let is_known = by_name.contains_key(&name.to_lowercase());
            let is_in = categories.is_empty() || categories.iter().any(|it| it == category);
            if !is_known && !is_in {
                continue;
            }
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
                    let owners = match cell("Status") {
                        "pool" => &mut expected.pools,
                        _ => &mut expected.owners,
                    };
                    let owners = owners.entry((transport, port)).or_default();
                    if !owners.contains(&service) {
                        owners.push(service);
                    }
                }
            }
        }
        expected
    }

    fn ports<'a>(&'a self) -> String {
        type Run<'a> = (usize, u16, u16, [&'a [usize]; 2]);
        let mut runs: Vec<Run> = Vec::new();
        let places: BTreeSet<_> = self.owners.keys().chain(self.pools.keys()).collect();
        for place @ (transport, port) in places {
            let of = |services: &'a BTreeMap<_, Vec<usize>>| {
                services.get(place).map_or(&[][..], Vec::as_slice)
            };
            let services = [of(&self.owners), of(&self.pools)];
            match runs.last_mut() {
                Some((t, _, last, same))
                    if t == transport && *last + 1 == *port && *same == services =>
                {
                    *last = *port;
                }
                _ => runs.push((*transport, *port, *port, services)),
            }
        }
        let line = |(transport, first, last, services): Run| {
            let pools = services[1].len();
            let services = services.concat();
            let services: Vec<String> = services.iter().map(usize::to_string).collect();
            let services = services.join("\t");
            format!("{transport}\t{first}\t{last}\t{pools}\t{services}\n")
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
