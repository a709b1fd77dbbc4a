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

use port_consts_reader::services;

fn main() {
    let curated = "../../port-consts/src/curated.rs";
    println!("cargo::rerun-if-changed={curated}");
    let categories = categories(&fs::read_to_string(curated).expect("a file"));
    for file in ["firmware/ports.csv", "port-data.csv", "iana-data.csv"] {
        println!("cargo::rerun-if-changed=../../{file}");
        let is_selected = file == "port-data.csv";
        let categories = if is_selected { &categories[..] } else { &[] };
        let expected = Expected::read(file, categories);
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
    let (_, list) = source.split_once("category = [").expect("a list");
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
    fn read(file: &str, categories: &[String]) -> Self {
        let rows = port_consts_reader::rows(file);
        let mut expected = Self::default();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for service in services(&rows) {
            let category = service.rows[0].get("Category");
            if categories.is_empty() || categories.iter().any(|it| it == category) {
                by_name.insert(service.name().to_lowercase(), expected.names.len());
                let names = service.names().map(str::to_owned);
                expected.names.push(names.collect());
            }
        }
        for row in &rows {
            let Some(&service) = by_name.get(&row.name().to_lowercase()) else {
                continue;
            };
            for transport in row.transport_numbers() {
                for port in row.ports() {
                    let owners = match row.get("Status") {
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
