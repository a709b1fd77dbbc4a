//! What a row of the table says, whatever its form.

use std::collections::HashMap;

use port_consts::{Assignment, Port, PortRange, Registry, Transport};

/// A range of ports of a service under one transport.
pub(crate) struct Row {
    name: &'static str,
    variant: String,
    label: &'static str,
    aliases: &'static [&'static str],
    range: PortRange,
    transport: Transport,
    status: &'static str,
    place: Place,
    details: Details,
}

/// What only the curated registry knows.
#[derive(Clone, Default)]
pub(crate) struct Details {
    pub(crate) constant: Option<String>,
    pub(crate) category: Option<&'static str>,
    pub(crate) schemes: &'static [&'static str],
    pub(crate) tls_of: Option<&'static str>,
    pub(crate) over_tls: Option<&'static str>,
    pub(crate) reference: Option<&'static str>,
    pub(crate) description: Option<&'static str>,
}

/// Where a service stands among all that have a port.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    is_answer: bool,
    /// From 1.
    rank: u32,
}

/// What a cell has.
pub(crate) enum Value<'a> {
    Text(&'a str),
    Number(u32),
    Flag(bool),
    List(&'a [&'a str]),
    Unknown,
}

impl Row {
    /// The cells with the titles of their columns: the same titles for each row.
    pub(crate) fn cells(&self) -> [(&'static str, Value<'_>); 18] {
        let details = &self.details;
        let optional = |text: Option<&'static str>| text.map_or(Value::Unknown, Value::Text);
        let constant = details.constant.as_deref();
        let number = |port: Port| Value::Number(port.get().into());
        [
            ("name", Value::Text(self.name)),
            ("variant", Value::Text(&self.variant)),
            ("constant", constant.map_or(Value::Unknown, Value::Text)),
            ("label", Value::Text(self.label)),
            ("first", number(self.range.first())),
            ("last", number(self.range.last())),
            ("transport", Value::Text(self.transport.name())),
            (
                "protocol",
                Value::Number(self.transport.protocol_number().into()),
            ),
            ("status", Value::Text(self.status)),
            ("answer", Value::Flag(self.place.is_answer)),
            ("rank", Value::Number(self.place.rank)),
            ("category", optional(details.category)),
            ("aliases", Value::List(self.aliases)),
            ("schemes", Value::List(details.schemes)),
            ("tls_of", optional(details.tls_of)),
            ("over_tls", optional(details.over_tls)),
            ("reference", optional(details.reference)),
            ("description", optional(details.description)),
        ]
    }
}

/// All rows of a registry, in its order.
pub(crate) fn rows<R: Registry>(details: impl Fn(R) -> Details) -> Vec<Row> {
    let mut rows = Vec::new();
    for service in R::ALL.iter().copied() {
        let details = details(service);
        for assignment in service.assignments() {
            for transport in assignment.transports() {
                let parts = parts(service, *assignment, transport).into_iter();
                rows.extend(parts.map(|(range, place)| Row {
                    name: service.name(),
                    variant: format!("{service:?}"),
                    label: service.label(),
                    aliases: service.aliases(),
                    range,
                    transport,
                    status: status(*assignment),
                    place,
                    details: details.clone(),
                }));
            }
        }
    }
    rows
}

fn status(assignment: Assignment) -> &'static str {
    if assignment.is_pool() {
        "pool"
    } else if assignment.is_assigned() {
        "assigned"
    } else {
        "unofficial"
    }
}

/// The ports of an assignment in ranges, each as long as the service keeps its place: within
/// 6000-6063, a service with a port of its own goes first on that port.
fn parts<R: Registry>(
    service: R,
    assignment: Assignment,
    transport: Transport,
) -> Vec<(PortRange, Place)> {
    let mut parts: Vec<(PortRange, Place)> = Vec::new();
    for port in assignment.ports() {
        let before = R::candidates(port, transport).iter();
        let before = before.take_while(|other| **other != service).count();
        let place = Place {
            is_answer: R::from_port(port, transport) == Some(service),
            rank: u32::try_from(before + 1).unwrap_or(u32::MAX),
        };
        let longer = parts.last().filter(|(_, other)| *other == place);
        let longer = longer.and_then(|(range, _)| PortRange::new(range.first(), port));
        if let Some(range) = longer {
            parts.pop();
            parts.push((range, place));
        } else {
            parts.push((PortRange::single(port), place));
        }
    }
    parts
}

/// The constants of services by name. The registry doesn't know them: they are items of the
/// crate, and stand in its file, or follow from the name. No cell before them has quotes.
pub(crate) fn constants(file: &str) -> HashMap<&str, String> {
    let mut constants = HashMap::new();
    for line in file.lines().skip(1) {
        let mut cells = line.split(',');
        let (Some(name), Some(constant)) = (cells.next(), cells.nth(2)) else {
            continue;
        };
        // The first row of a name has it.
        constants.entry(name).or_insert_with(|| {
            if constant.is_empty() {
                constant_of(name)
            } else {
                constant.to_owned()
            }
        });
    }
    constants
}

/// As `ports!` makes it: see "Names" at [`port_consts::ports!`].
fn constant_of(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    let constant = words.join("_");
    if constant.starts_with(|letter: char| letter.is_ascii_digit()) {
        return format!("P{constant}");
    }
    constant
}

#[cfg(test)]
mod tests {
    use super::constants;

    #[test]
    fn constants_are_the_files_or_follow_from_the_name() {
        let file = "Service Name,Port Number,Transport Protocol,Constant,Description\n\
                    domain,53,tcp/udp,DNS,\"Names, and more\"\n\
                    3com-tsmux,106,tcp,,\n\
                    ftp-data,20,tcp,,\n\
                    domain,5353,udp,,\n";
        let constants = constants(file);
        assert_eq!(constants["domain"], "DNS");
        assert_eq!(constants["3com-tsmux"], "P3COM_TSMUX");
        assert_eq!(constants["ftp-data"], "FTP_DATA");
        assert_eq!(constants.len(), 3);
    }
}
