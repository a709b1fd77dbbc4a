//! The making of `iana-data.csv`: the facts of IANA's registry, and nothing else.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt::Write as _,
};

use csv::Writer;
use port_consts_reader::{TRANSPORTS, Table};
use serde_json::Value;

/// One row: a name, its first and last port, and one transport.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// IANA's service name.
    pub name: String,
    /// The first port.
    pub first: u16,
    /// The last port, which is mostly the first.
    pub last: u16,
    /// In lower case.
    pub transport: String,
    /// Names that the service had before, with spaces between.
    pub aliases: String,
}

impl Row {
    fn new(name: &str, ports: &str, transport: &str) -> Option<Self> {
        let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
        let row = Self {
            name: name.trim().to_owned(),
            first: first.trim().parse().ok()?,
            last: last.trim().parse().ok()?,
            transport: transport.trim().to_ascii_lowercase(),
            aliases: String::new(),
        };
        (!row.name.is_empty() && TRANSPORTS.contains(&row.transport.as_str())).then_some(row)
    }
}

/// Without a transport, a row is for tcp and udp.
fn transports(text: &str) -> Vec<&str> {
    if text.trim().is_empty() {
        vec!["tcp", "udp"]
    } else {
        vec![text]
    }
}

/// The rows of a CSV with IANA's columns: its own, as it is downloaded, or ours. Rows
/// without a name or without a port are left out.
///
/// # Errors
///
/// Where it is no CSV, or a column is missing.
pub fn from_csv(text: &str) -> Result<Vec<Row>, String> {
    let table = Table::parse(text).map_err(|error| error.to_string())?;
    for title in ["Service Name", "Port Number", "Transport Protocol"] {
        if !table.has(title) {
            return Err(format!("there is no column `{title}`"));
        }
    }
    let mut rows = Vec::new();
    for row in &table.rows {
        let (name, Some(ports)) = (row.name().trim(), row.try_ports()) else {
            continue;
        };
        for transport in row.known_transports().filter(|_| !name.is_empty()) {
            rows.push(Row {
                name: name.to_owned(),
                first: *ports.start(),
                last: *ports.end(),
                transport: TRANSPORTS[transport].to_owned(),
                aliases: row.get("Aliases").to_owned(),
            });
        }
    }
    Ok(without_repeats(rows))
}

fn without_repeats(rows: Vec<Row>) -> Vec<Row> {
    let mut seen = HashSet::new();
    rows.into_iter()
        .filter(|row| seen.insert(row.clone()))
        .collect()
}

/// The pairs whose second name is younger than the older list.
const YOUNGER: [(u16, &str, &[&str]); 2] = [
    (465, "tcp", &["urd", "submissions"]),
    (631, "tcp", &["ipp", "ipps"]),
];

/// The registry as the union of two lists: one that is current and has one name for each
/// port and transport, `{"80/tcp": ["www-http", ".."]}`, and an older one with every row
/// of the registry, `[{"ServiceName": "http", "PortNumber": "80", ..}]`.
///
/// Where the older one has the current name, its names and their order stand. Named ranges
/// are the older one's.
///
/// # Errors
///
/// Where a list has another form.
pub fn from_lists(current: &str, older: &str) -> Result<Vec<Row>, String> {
    let current: HashMap<String, Value> =
        serde_json::from_str(current).map_err(|error| error.to_string())?;
    let older: Vec<HashMap<String, String>> =
        serde_json::from_str(older).map_err(|error| error.to_string())?;
    let mut known: HashMap<(u16, String), Vec<String>> = HashMap::new();
    let mut ranges = Vec::new();
    for row in &older {
        let cell = |key: &str| row.get(key).map_or("", String::as_str);
        for transport in transports(cell("TransportProtocol")) {
            match Row::new(cell("ServiceName"), cell("PortNumber"), transport) {
                Some(row) if row.first == row.last => {
                    let names = known.entry((row.first, row.transport)).or_default();
                    if !names.contains(&row.name) {
                        names.push(row.name);
                    }
                }
                Some(row) => ranges.push(row),
                None => {}
            }
        }
    }
    let mut pairs: BTreeMap<(u16, usize), Vec<String>> = BTreeMap::new();
    for (pair, entry) in &current {
        let (port, transport) = pair
            .split_once('/')
            .ok_or_else(|| format!("`{pair}` is no port and transport"))?;
        let name = entry[0].as_str().unwrap_or("");
        let (Ok(port), Some(bit)) = (
            port.parse::<u16>(),
            TRANSPORTS.iter().position(|known| *known == transport),
        ) else {
            continue;
        };
        if name.is_empty() {
            continue;
        }
        let younger = YOUNGER
            .iter()
            .find(|younger| (younger.0, younger.1) == (port, transport));
        let names = match (younger, known.get(&(port, transport.to_owned()))) {
            (Some((_, _, names)), _) => names.iter().map(|name| (*name).to_owned()).collect(),
            (None, Some(names)) if names.iter().any(|known| known == name) => names.clone(),
            _ => vec![name.to_owned()],
        };
        pairs.insert((port, bit), names);
    }
    Ok(in_order(&pairs, &ranges))
}

/// The rows as IANA has them: by port, and on one port by name, where that keeps the order
/// of names under each transport.
fn in_order(pairs: &BTreeMap<(u16, usize), Vec<String>>, ranges: &[Row]) -> Vec<Row> {
    let mut rows = Vec::new();
    let ports: BTreeSet<u16> = pairs.keys().map(|(port, _)| *port).collect();
    for port in ports.iter().copied() {
        let lists: Vec<&[String]> = (0..TRANSPORTS.len())
            .map(|bit| pairs.get(&(port, bit)).map_or(&[][..], Vec::as_slice))
            .collect();
        let mut names: Vec<&String> = Vec::new();
        for name in lists.iter().copied().flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let place = |name: &String| names.iter().position(|other| *other == name);
        let ordered = lists.iter().all(|list| list.is_sorted_by_key(place));
        let row = |name: &str, bit: usize| Row {
            name: name.to_owned(),
            first: port,
            last: port,
            transport: TRANSPORTS[bit].to_owned(),
            aliases: String::new(),
        };
        if ordered {
            for name in &names {
                let has = (0..TRANSPORTS.len()).filter(|bit| lists[*bit].contains(name));
                rows.extend(has.map(|bit| row(name, bit)));
            }
        } else {
            for (bit, list) in lists.iter().enumerate() {
                rows.extend(list.iter().map(|name| row(name, bit)));
            }
        }
    }
    for range in ranges {
        let place = rows.partition_point(|row| row.first <= range.first);
        rows.insert(place, range.clone());
    }
    rows
}

/// What changed from one snapshot to the next, by services' names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Services that were not there.
    pub added: Vec<String>,
    /// Services that are there no longer.
    pub removed: Vec<String>,
    /// Services that have another name: the old one and the new one.
    pub renamed: Vec<(String, String)>,
    /// Services whose ports or transports are others.
    pub moved: Vec<String>,
}

/// The ports of each service, by its name in lower case.
fn by_name(rows: &[Row]) -> BTreeMap<String, BTreeSet<(u16, u16, String)>> {
    let mut services: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
    for row in rows {
        let ports = services.entry(row.name.to_ascii_lowercase()).or_default();
        ports.insert((row.first, row.last, row.transport.clone()));
    }
    services
}

/// Compares two snapshots. A service is renamed if one with all of its ports came as it
/// went.
#[must_use]
pub fn compare(before: &[Row], after: &[Row]) -> Difference {
    let (before, after) = (by_name(before), by_name(after));
    let mut difference = Difference::default();
    let mut added: Vec<&String> = after
        .keys()
        .filter(|name| !before.contains_key(*name))
        .collect();
    for (name, ports) in &before {
        match after.get(name) {
            Some(now) if now == ports => {}
            Some(_) => difference.moved.push(name.clone()),
            None => match added.iter().position(|new| after[*new].is_superset(ports)) {
                Some(place) => {
                    let new = added.remove(place).clone();
                    difference.renamed.push((name.clone(), new));
                }
                None => difference.removed.push(name.clone()),
            },
        }
    }
    difference.added = added.into_iter().cloned().collect();
    difference
}

/// Gives services the names that they had before as aliases, so that none goes away.
pub fn keep_old_names(before: &[Row], after: &mut [Row], difference: &Difference) {
    let new_name = |old: &str| -> String {
        let old = old.to_ascii_lowercase();
        let renamed = difference.renamed.iter().find(|(name, _)| *name == old);
        renamed.map_or(old, |(_, new)| new.clone())
    };
    let mut aliases: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in before {
        let (old, new) = (row.name.to_ascii_lowercase(), new_name(&row.name));
        let all = aliases.entry(new.clone()).or_default();
        all.extend(row.aliases.split_whitespace().map(str::to_owned));
        // A name with a space in it can be no alias.
        if old != new && !old.contains(char::is_whitespace) {
            all.insert(old);
        }
    }
    let names: HashSet<String> = after
        .iter()
        .map(|row| row.name.to_ascii_lowercase())
        .collect();
    for row in after {
        // Once, in the first row.
        let all = aliases.remove(&row.name.to_ascii_lowercase());
        let all: Vec<String> = all
            .unwrap_or_default()
            .into_iter()
            .filter(|alias| !names.contains(alias))
            .collect();
        row.aliases = all.join(" ");
    }
}

/// The rows as a CSV in IANA's column names; with aliases where there are some.
///
/// # Panics
///
/// Where memory can't be written to.
#[must_use]
pub fn to_csv(rows: &[Row]) -> String {
    let with_aliases = rows.iter().any(|row| !row.aliases.is_empty());
    let mut writer = Writer::from_writer(Vec::new());
    let mut titles = vec!["Service Name", "Port Number", "Transport Protocol"];
    titles.extend(with_aliases.then_some("Aliases"));
    writer.write_record(titles).expect("written");
    for row in rows {
        let mut ports = row.first.to_string();
        if row.first != row.last {
            write!(ports, "-{}", row.last).expect("written");
        }
        let mut cells = vec![row.name.as_str(), &ports, &row.transport];
        cells.extend(with_aliases.then_some(row.aliases.as_str()));
        writer.write_record(cells).expect("written");
    }
    let bytes = writer.into_inner().expect("flushed");
    String::from_utf8(bytes).expect("UTF-8")
}
