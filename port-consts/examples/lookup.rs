//! Looks up ports and services:
//! `cargo run -p port-consts --example lookup -- https 8443 53/udp`.

#![forbid(unsafe_code)]

mod terminal;

use std::{
    collections::BTreeSet,
    error::Error,
    fmt,
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use port_consts::{
    Assignment, Os, ParseNameOrNumberError, Port, Service, TransportPort, Transports,
};

/// Tells what the registry of port-consts knows of ports and services.
#[derive(Parser)]
#[command(after_help = "\
Examples:
  lookup https          a service, by its name or an alias
  lookup 8443           a port, under every transport
  lookup 53/udp         a port under one transport
  lookup https/udp      a service under one transport

A port that is assigned to a service is not a port that a host has the service on.
The exit status is 1 if an argument is neither a port nor a service.")]
struct Arguments {
    /// Ports (443, 443/tcp) and services (https, https/udp), in any number
    #[arg(required = true, value_name = "PORT|SERVICE")]
    queries: Vec<String>,
}

fn main() -> ExitCode {
    terminal::main(run)
}

fn run(arguments: &Arguments, output: &mut dyn Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for (i, text) in arguments.queries.iter().enumerate() {
        match text.parse::<Query>() {
            Ok(query) => {
                let separator = if i == 0 { "" } else { "\n" };
                let text = &terminal::visible(text);
                write!(output, "{separator}{}", Report { text, query })?;
            }
            Err(mistake) => {
                terminal::complain(&format!("{text}: {mistake}"));
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}

/// What one argument asks for.
struct Query {
    subject: Subject,
    transports: Transports,
}

enum Subject {
    Port(Port),
    Service(Service),
}

impl std::str::FromStr for Query {
    /// What is wrong with the port, the name or the transport.
    type Err = Box<dyn Error>;

    fn from_str(text: &str) -> Result<Self, Box<dyn Error>> {
        match text.rsplit_once('/') {
            // A name may have a slash in it, so the whole text is tried first.
            Some((port, transport)) if Service::from_name(text).is_none() => {
                // The words for wrong forms are port-consts'.
                text.parse::<TransportPort>()?;
                Ok(Self {
                    subject: port.parse()?,
                    transports: transport.parse()?,
                })
            }
            _ => Ok(Self {
                subject: text.parse()?,
                transports: Transports::ALL,
            }),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = ParseNameOrNumberError;

    fn from_str(text: &str) -> Result<Self, ParseNameOrNumberError> {
        // A service is more than its first port, so names are asked for here.
        Service::from_name(text).map_or_else(
            || Port::from_name_or_number(text).map(Self::Port),
            |service| Ok(Self::Service(service)),
        )
    }
}

/// The answer to one query.
struct Report<'a> {
    text: &'a str,
    query: Query,
}

impl Report<'_> {
    /// Each service with those of its assignments that were asked for.
    fn rows(&self) -> Vec<(Service, Assignment)> {
        let transports = self.query.transports;
        let services: Vec<Service> = match self.query.subject {
            Subject::Service(service) => vec![service],
            Subject::Port(port) => {
                // One after the other, the canonical ones first.
                let mut seen = BTreeSet::new();
                let candidates = transports
                    .iter()
                    .flat_map(|it| Service::candidates(port, it));
                candidates.copied().filter(|it| seen.insert(*it)).collect()
            }
        };
        let asked = |assignment: &Assignment| match self.query.subject {
            Subject::Port(port) => transports.iter().any(|it| assignment.contains(port, it)),
            Subject::Service(_) => !assignment.transports().intersection(transports).is_empty(),
        };
        let assignments = services.into_iter().flat_map(|service| {
            let assignments = service.assignments().iter().copied().filter(asked);
            assignments.map(move |assignment| (service, assignment))
        });
        assignments.collect()
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        let rows = self.rows();
        let ports: BTreeSet<Port> = match self.query.subject {
            Subject::Port(port) => [port].into(),
            Subject::Service(_) => rows
                .iter()
                .map(|(_, assignment)| assignment.first())
                .collect(),
        };
        let width = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let ports_width = width(&mut rows.iter().map(|(_, it)| it.to_string().len()));
        let names_width = width(&mut rows.iter().map(|(it, _)| it.name().len()));
        let categories_width = width(&mut rows.iter().map(|(it, _)| it.category().name().len()));
        for (service, assignment) in &rows {
            let status = if assignment.is_assigned() {
                "assigned to"
            } else {
                "in use for"
            };
            let tls = match (service.tls_of(), service.over_tls()) {
                (Some(plain), _) => format!("TLS of {plain}"),
                (None, Some(wrapped)) => format!("over TLS: {wrapped}"),
                (None, None) => "no TLS pair".to_owned(),
            };
            writeln!(
                f,
                "  {:ports_width$}  {status:11}  {service:names_width$}  {:categories_width$}  {tls}",
                assignment.to_string(),
                service.category(),
            )?;
        }
        if rows.is_empty() {
            writeln!(f, "  no service known")?;
        }
        for port in ports {
            writeln!(f, "  {}", Facts(port))?;
        }
        for service in rows
            .iter()
            .map(|(service, _)| service)
            .collect::<BTreeSet<_>>()
        {
            write!(f, "  {service}: {}", service.description())?;
            if !service.aliases().is_empty() {
                write!(f, "; also named {}", service.aliases().join(", "))?;
            }
            if let Some(reference) = service.reference() {
                write!(f, " ({reference})")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// What is known of a number, whoever has it.
struct Facts(Port);

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(port) = *self;
        let range = port.class();
        let ports = range.ports();
        let browsers = if port.is_browser_blocked() {
            "blocked by browsers"
        } else {
            "open to browsers"
        };
        let systems: Vec<&str> = Os::ALL
            .iter()
            .filter(|os| port.is_ephemeral_on(**os))
            .map(|os| os.name())
            .collect();
        let ephemeral = if systems.is_empty() {
            "ephemeral nowhere".to_owned()
        } else {
            format!("ephemeral on {}", systems.join(", "))
        };
        write!(
            f,
            "port {port}: {range} range ({ports}), {browsers}, {ephemeral}"
        )
    }
}
