//! Registries for the benchmarks: phf's and hashify's maps of ours, and generated ones of every
//! size.

#![forbid(unsafe_code)]

use std::{
    collections::{HashMap, HashSet},
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

#[path = "src/rows.rs"]
#[allow(unreachable_pub, reason = "a module of the library, too")]
mod rows;

/// How many services the generated registries have.
const SIZES: [usize; 11] = [2, 4, 8, 12, 16, 24, 32, 64, 128, 300, 1000];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    for (name, file) in [("CURATED", "port-data.csv"), ("IANA", "iana-data.csv")] {
        println!("cargo::rerun-if-changed=../{file}");
        let rows = rows::of_file(file);
        let text = phf_maps(name, &rows);
        fs::write(folder.join(format!("{name}.rs")), text).expect("written");
        let text = hashify_map(name, &rows);
        fs::write(folder.join(format!("{name}_HASHIFY.rs")), text).expect("written");
        let text = quickphf_map(name, &rows);
        fs::write(folder.join(format!("{name}_QUICKPHF.rs")), text).expect("written");
        let text = two_levels(name, &rows);
        fs::write(folder.join(format!("{name}_TWO_LEVELS.rs")), text).expect("written");
    }
    let text = enum_by_derives(&rows::of_file("port-data.csv"));
    fs::write(folder.join("CURATED_DERIVED.rs"), text).expect("written");
    fs::write(folder.join("sizes.rs"), sizes(&folder)).expect("written");
}

/// phf's maps from ports and from names to the number of a service.
fn phf_maps(name: &str, rows: &[rows::Row]) -> String {
    let mut ports = phf_codegen::Map::new();
    let mut seen = HashSet::new();
    let mut names = phf_codegen::Map::new();
    let mut spelled = HashSet::new();
    for row in rows {
        for port in row.first..=row.last {
            let key = rows::key(port, row.transport);
            if seen.insert(key) {
                ports.entry(key, row.service.to_string());
            }
        }
        for text in &row.names {
            if spelled.insert(text.clone()) {
                names.entry(text.clone(), row.service.to_string());
            }
        }
    }
    format!(
        "/// From a port and a transport.\n\
         #[allow(clippy::unreadable_literal, dead_code, unreachable_pub)]\n\
         pub static {name}_PORTS: phf::Map<u32, u16> = {};\n\
         /// From a name in lower case.\n\
         #[allow(clippy::unreadable_literal, dead_code, unreachable_pub)]\n\
         pub static {name}_NAMES: phf::Map<&str, u16> = {};\n",
        ports.build(),
        names.build()
    )
}

/// Names and aliases, each once, with the numbers of their services.
fn names(rows: &[rows::Row]) -> Vec<(&str, u16)> {
    let mut spelled = HashSet::new();
    let all = rows.iter().flat_map(|row| {
        let names = row.names.iter();
        names.map(|name| (name.as_str(), row.service))
    });
    all.filter(|(name, _)| spelled.insert(*name)).collect()
}

/// So many services are variants of the enum with derives.
const DERIVED: usize = 200;

/// quickphf's map from names in lower case to the number of a service.
fn quickphf_map(name: &str, rows: &[rows::Row]) -> String {
    let (names, numbers): (Vec<&str>, Vec<u16>) = names(rows).into_iter().unzip();
    format!(
        "#[allow(clippy::unreadable_literal)]\n\
         static {name}_QUICKPHF: quickphf::PhfMap<&str, u16> = {};\n",
        quickphf_codegen::build_map(&names, &numbers)
    )
}

/// An enum whose variants have the names by the derives of strum and of serde. The compiler takes
/// a minute for the whole registry, so it has only the first services.
fn enum_by_derives(rows: &[rows::Row]) -> String {
    let mut variants: Vec<Vec<&str>> = Vec::new();
    for (name, service) in names(rows) {
        let service = usize::from(service);
        if service >= DERIVED {
            continue;
        }
        variants.resize(variants.len().max(service + 1), Vec::new());
        variants[service].push(name);
    }
    let mut text = String::from(
        "#[derive(Clone, Copy, serde::Deserialize, strum::EnumString)]\n\
         #[strum(use_phf)]\n#[allow(clippy::upper_case_acronyms)]\n\
         enum Derived {\n",
    );
    for (number, names) in variants.iter().enumerate() {
        for name in names {
            writeln!(text, "    #[strum(serialize = {name:?})]").expect("written");
        }
        for name in names {
            writeln!(text, "    #[serde(alias = {name:?})]").expect("written");
        }
        writeln!(text, "    Service{number},").expect("written");
    }
    text + "}\n"
}

/// How many ports a leaf of the two-level tables has.
const LEAF: usize = 16;

/// Two levels of tables as one would write them by hand, for all four transports: the leaf of
/// each sixteen ports, and the numbers from 1 on, or 0, of the ports in each leaf.
fn two_levels(name: &str, rows: &[rows::Row]) -> String {
    let mut numbers = vec![0_u16; 4 << 16];
    for row in rows {
        for port in row.first..=row.last {
            let place = usize::try_from(rows::key(port, row.transport)).expect("small");
            if numbers[place] == 0 {
                numbers[place] = row.service + 1;
            }
        }
    }
    let mut leaves: Vec<&[u16]> = Vec::new();
    let mut places: HashMap<&[u16], usize> = HashMap::new();
    let pages: Vec<usize> = numbers
        .chunks(LEAF)
        .map(|leaf| {
            *places.entry(leaf).or_insert_with(|| {
                leaves.push(leaf);
                leaves.len() - 1
            })
        })
        .collect();
    format!(
        "static {name}_PAGES: [u16; {}] = {pages:?};\n\
         static {name}_LEAVES: [[u16; {LEAF}]; {}] = {leaves:?};\n",
        pages.len(),
        leaves.len(),
    )
}

/// A function with hashify's map from names, in any case, to the number of a service.
fn hashify_map(name: &str, rows: &[rows::Row]) -> String {
    let mut spelled = HashSet::new();
    let mut entries = String::new();
    for row in rows {
        for text in &row.names {
            if spelled.insert(text) {
                writeln!(entries, "        {text:?} => {}u16,", row.service).expect("written");
            }
        }
    }
    format!(
        "/// From a name in any case.\n\
         #[allow(clippy::too_many_lines, clippy::incompatible_msrv)]\n\
         #[inline]\n\
         fn {}_by_hashify(name: &str) -> Option<&'static u16> {{\n    \
         hashify::map_ignore_case! {{\n        name.as_bytes(),\n        u16,\n{entries}    }}\n}}\n",
        name.to_ascii_lowercase()
    )
}

/// Registries of services on scattered ports, each in all shapes of lookups.
fn sizes(folder: &Path) -> String {
    let mut text = String::new();
    let mut list = String::new();
    for size in SIZES {
        let mut csv = "name,port,transport\n".to_owned();
        let mut taken = HashSet::new();
        let mut state = 1_u32;
        while taken.len() < size {
            // Numerical Recipes' generator: the same registry everywhere.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let port = (state >> 16) % 49_151 + 1;
            if taken.insert(port) {
                writeln!(csv, "service-{state:x},{port},tcp").expect("written");
            }
        }
        let path = folder.join(format!("scattered-{size}.csv"));
        fs::write(&path, csv).expect("written");
        for (shape, options) in [
            ("match", "lookup = \"match\""),
            ("table", "lookup = \"table\""),
            ("size", "lookup = \"table\", optimize = \"size\""),
        ] {
            let module = format!("{shape}_{size}");
            writeln!(
                text,
                "mod {module} {{\n    port_consts::ports! {{\n        \
                 #[ports(constants = false, {options})]\n        \
                 pub enum Service = \"{}\";\n    }}\n}}",
                path.display()
            )
            .expect("written");
            writeln!(list, "    shape!({module}, {shape:?}, {size});").expect("written");
        }
    }
    format!(
        "{text}\nmacro_rules! for_every_shape {{ ($shape:ident) => {{\n{}}} }}\n",
        list.replace("shape!", "$shape!")
    )
}
