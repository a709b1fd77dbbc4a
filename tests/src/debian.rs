//! Debian's `/etc/services` beside the curated registry, and what differs.

use std::collections::{BTreeMap, BTreeSet};

use port_consts::{Port, Service, Transport};

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
/// Where it is none.
#[must_use]
pub fn from_csv(text: &str) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    let line = |record: csv::StringRecord| Line {
        name: record[0].to_owned(),
        port: record[1].parse().expect("a port"),
        transport: record[2].to_owned(),
        aliases: record[3].split_whitespace().map(str::to_owned).collect(),
    };
    records.map(line).collect()
}

/// One difference between the two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A transport that IANA's registry does not have.
    Transport(String, u16, String),
    /// A name of Debian's that is none of ours.
    NameMissing(String),
    /// A name of Debian's that is ours, for a service without this port.
    PortMissing(String, u16, Transport),
    /// A name that means another number with us, because another port comes first.
    OtherNumber(String, u16, Transport),
    /// The port's first service with us has another name.
    OtherName(String, u16, Transport),
    /// Names of one line of Debian's that are two services with us.
    TwoServices(String, String),
    /// A port of ours that Debian does not have, of a service that it has.
    PortOnlyHere(String, u16, Transport),
}

/// All that differs, where Debian has a service: of others, Debian says nothing.
#[must_use]
pub fn differences(lines: &[Line]) -> BTreeSet<Difference> {
    let mut found = BTreeSet::new();
    let mut shared: BTreeMap<Service, BTreeSet<(u16, Transport)>> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    for line in lines {
        let Some(transport) = Transport::from_name(&line.transport) else {
            let (name, transport) = (line.name.clone(), line.transport.clone());
            found.insert(Difference::Transport(name, line.port, transport));
            continue;
        };
        let port = Port::new(line.port);
        let first = Service::from_port(port, transport).map_or("", Service::name);
        if first != line.name {
            found.insert(Difference::OtherName(
                line.name.clone(),
                line.port,
                transport,
            ));
        }
        let mut services = BTreeSet::new();
        for name in line.names() {
            let Some(service) = Service::from_name(name) else {
                found.insert(Difference::NameMissing(name.to_owned()));
                continue;
            };
            let mut assignments = service.assignments().iter();
            if !assignments.any(|it| it.contains(port, transport)) {
                found.insert(Difference::PortMissing(
                    name.to_owned(),
                    line.port,
                    transport,
                ));
                continue;
            }
            services.insert(service);
            shared
                .entry(service)
                .or_default()
                .insert((line.port, transport));
            // A name is asked for one number: the first.
            let mut assignments = service.assignments().iter();
            let ours = assignments.find(|it| it.transports().contains(transport));
            if numbers.insert((name, transport)) && ours.map(|it| it.first()) != Some(port) {
                found.insert(Difference::OtherNumber(
                    name.to_owned(),
                    line.port,
                    transport,
                ));
            }
        }
        if let (Some(one), Some(other)) = (services.first(), services.last()) {
            if one != other {
                found.insert(Difference::TwoServices(one.to_string(), other.to_string()));
            }
        }
    }
    for (service, ports) in shared {
        for assignment in service.assignments() {
            for port in assignment.ports() {
                for transport in assignment.transports() {
                    if !ports.contains(&(port.get(), transport)) {
                        let name = service.name().to_owned();
                        found.insert(Difference::PortOnlyHere(name, port.get(), transport));
                    }
                }
            }
        }
    }
    found
}
