//! Debian's `/etc/services` beside the curated registry, and what differs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use port_consts_reader::{Row, Service, TRANSPORTS, Table, services};

/// A line of services(5), without its comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The official name.
    pub name: String,
    /// The port.
    pub port: u16,
    /// The transport, of which `ddp` is none of IANA's.
    pub transport: String,
    /// Other names.
    pub aliases: Vec<String>,
}

impl Line {
    fn names(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().map(String::as_str);
        std::iter::once(self.name.as_str()).chain(aliases)
    }
}

/// The lines of a file in the form of services(5).
///
/// # Errors
///
/// The first line that has another form.
pub fn from_services(text: &str) -> Result<Vec<Line>, String> {
    let words = text.lines().map(|line| {
        let line = line.split('#').next().unwrap_or_default();
        line.split_whitespace().collect::<Vec<_>>()
    });
    let entries = words.filter(|words| !words.is_empty());
    entries
        .map(|words| {
            let [name, place, aliases @ ..] = &words[..] else {
                return Err(format!("`{}` has a name only", words.join(" ")));
            };
            let parts = place.split_once('/');
            let port = parts.and_then(|(port, _)| port.parse().ok());
            let (Some((_, transport)), Some(port)) = (parts, port) else {
                return Err(format!("`{place}` is no port and transport"));
            };
            Ok(Line {
                name: (*name).to_owned(),
                port,
                transport: transport.to_owned(),
                aliases: aliases.iter().map(ToString::to_string).collect(),
            })
        })
        .collect()
}

/// The lines in a table of their facts.
///
/// # Errors
///
/// What the CSV library has to say.
pub fn to_csv(lines: &[Line]) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "Service Name",
        "Port Number",
        "Transport Protocol",
        "Aliases",
    ])?;
    for line in lines {
        let (port, aliases) = (line.port.to_string(), line.aliases.join(" "));
        writer.write_record([&line.name, &port, &line.transport, &aliases])?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// The lines of such a table.
///
/// # Panics
///
/// If it isn't one.
#[must_use]
pub fn from_csv(text: &str) -> Vec<Line> {
    let table = Table::parse(text).expect("a table");
    let line = |row: &Row| Line {
        name: row.name().to_owned(),
        port: *row.ports().start(),
        transport: row.get("Transport Protocol").to_owned(),
        aliases: row.aliases().into_iter().map(str::to_owned).collect(),
    };
    table.rows.iter().map(line).collect()
}

/// One difference between the two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A transport that IANA's registry does not have.
    Transport(String, u16, String),
    /// A name of Debian's that is none of ours.
    NameMissing(String),
    /// A name of Debian's that is ours, for a service without this port.
    PortMissing(String, u16, &'static str),
    /// A name that means another number with us, because another port comes first.
    OtherNumber(String, u16, &'static str),
    /// The port's first service with us has another name.
    OtherName(String, u16, &'static str),
    /// Names of one line of Debian's that are two services with us.
    TwoServices(String, String),
    /// A port of ours that Debian does not have, of a service that it has.
    PortOnlyHere(String, u16, &'static str),
}

/// The curated registry, by what is asked of it.
struct Registry<'a> {
    services: Vec<Service<'a>>,
    /// The first service of each port under each transport.
    by_port: HashMap<(u16, usize), usize>,
    /// The service of each name, in lower case.
    by_name: HashMap<String, usize>,
}

impl<'a> Registry<'a> {
    fn new(rows: &'a [Row]) -> Self {
        let services = services(rows);
        let by_name = services.iter().enumerate().flat_map(|(place, service)| {
            let names = service.names().map(str::to_ascii_lowercase);
            names.map(move |name| (name, place))
        });
        let by_name: HashMap<String, usize> = by_name.collect();
        let mut by_port = HashMap::new();
        for row in rows {
            let place = by_name[&row.name().to_ascii_lowercase()];
            for port in row.ports() {
                for transport in row.transport_numbers() {
                    by_port.entry((port, transport)).or_insert(place);
                }
            }
        }
        Self {
            services,
            by_port,
            by_name,
        }
    }

    /// The name of the first service of a port.
    fn first_name(&self, port: u16, transport: usize) -> &'a str {
        let place = self.by_port.get(&(port, transport));
        place.map_or("", |place| self.services[*place].name())
    }

    fn by_name(&self, name: &str) -> Option<usize> {
        self.by_name.get(&name.to_ascii_lowercase()).copied()
    }

    /// The first port of a service under a transport.
    fn port_under(&self, place: usize, transport: usize) -> Option<u16> {
        let mut rows = self.services[place].rows.iter();
        let row = rows.find(|row| row.transport_numbers().contains(&transport));
        row.map(|row| *row.ports().start())
    }
}

/// What differs between Debian's lines and the rows of the curated registry. Services that
/// Debian doesn't have are not compared.
#[must_use]
pub fn differences(rows: &[Row], lines: &[Line]) -> BTreeSet<Difference> {
    let registry = Registry::new(rows);
    let mut found = BTreeSet::new();
    // The ports of both, by service.
    let mut shared: BTreeMap<usize, BTreeSet<(u16, usize)>> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    for line in lines {
        let (name, port) = (&line.name, line.port);
        let mut known = TRANSPORTS.iter();
        let Some(transport) = known.position(|it| *it == line.transport) else {
            let transport = line.transport.clone();
            found.insert(Difference::Transport(name.clone(), port, transport));
            continue;
        };
        let title = TRANSPORTS[transport];
        if registry.first_name(port, transport) != *name {
            found.insert(Difference::OtherName(name.clone(), port, title));
        }
        let mut places = BTreeSet::new();
        for name in line.names() {
            let Some(place) = registry.by_name(name) else {
                found.insert(Difference::NameMissing(name.to_owned()));
                continue;
            };
            if !registry.services[place].has(port, transport) {
                found.insert(Difference::PortMissing(name.to_owned(), port, title));
                continue;
            }
            places.insert(place);
            shared.entry(place).or_default().insert((port, transport));
            // A name is asked for one number: the first.
            if numbers.insert((name, transport))
                && registry.port_under(place, transport) != Some(port)
            {
                found.insert(Difference::OtherNumber(name.to_owned(), port, title));
            }
        }
        if let (Some(one), Some(other)) = (places.first(), places.last()) {
            if one != other {
                let names = [one, other].map(|place| registry.services[*place].name().to_owned());
                let [one, other] = names;
                found.insert(Difference::TwoServices(one, other));
            }
        }
    }
    for (place, ports) in shared {
        found.extend(only_here(&registry.services[place], &ports));
    }
    found
}

/// The ports of a service that Debian doesn't have.
fn only_here(service: &Service, ports: &BTreeSet<(u16, usize)>) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for row in &service.rows {
        for port in row.ports() {
            for transport in row.transport_numbers() {
                if !ports.contains(&(port, transport)) {
                    let (name, title) = (service.name().to_owned(), TRANSPORTS[transport]);
                    found.push(Difference::PortOnlyHere(name, port, title));
                }
            }
        }
    }
    found
}
