//! Writes the registry as a table, for query engines and other languages:
//! `cargo run -p port-consts --example export -- --format csv > ports.csv`.
//!
//! A row is a range of ports of a service under one transport, so that a query can join on it:
//! `ON flow.port BETWEEN ports.first AND ports.last AND flow.transport = ports.transport`, and
//! `AND ports.answer` for the one service that `Service::from_port` returns.

#![forbid(unsafe_code)]

mod format;
mod row;
#[path = "../terminal/mod.rs"]
mod terminal;

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use clap::{Parser, ValueEnum};
use port_consts::Service;

use row::{Details, Row};

/// Writes the registry of port-consts as a table, for query engines and other languages.
#[derive(Parser)]
#[command(after_help = "\
Columns:
  name         the service's name; one of several rows, if it has several ports or transports
  variant      the variant of `Service`: Https
  constant     the constant of its first port: HTTPS; empty if there is none
  label        the name as a table on a screen shows it
  first, last  the range of ports; the same number twice for a single port
  transport    tcp, udp, sctp or dccp
  protocol     the transport's IANA protocol number, as flow records have it: 6 for tcp
  status       assigned (by IANA), unofficial, or pool: a program picks one of the ports
  answer       true if `Service::from_port` returns this service: at most one row for a port
               and a transport
  rank         the place among the services of the port, from 1
  category, aliases, schemes, tls_of, over_tls, reference, description

In CSV, lists have a space between two words, and what is unknown is an empty cell. In JSON,
they are arrays and null.

A query engine joins on
  flow.port BETWEEN ports.first AND ports.last
  AND flow.transport = ports.transport AND ports.answer

That a port is assigned to a service doesn't say that a host offers the service there.

Built with `--features iana`, the option --iana writes IANA's registry.")]
struct Arguments {
    /// The form of the table
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Write IANA's registry instead of the curated one
    #[cfg(feature = "iana")]
    #[arg(long)]
    iana: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// RFC 4180, with a header
    Csv,
    /// An array of objects, each on a line of its own
    Json,
}

fn main() -> ExitCode {
    terminal::main(run)
}

fn run(arguments: &Arguments, output: &mut dyn Write) -> io::Result<ExitCode> {
    let rows = rows(arguments);
    // Standard output alone writes each line by itself.
    let mut output = BufWriter::new(output);
    match arguments.format {
        Format::Csv => format::csv(&rows, &mut output)?,
        Format::Json => format::json(&rows, &mut output)?,
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn rows(arguments: &Arguments) -> Vec<Row> {
    #[cfg(feature = "iana")]
    if arguments.iana {
        return row::rows::<port_consts::iana::Service>(|_| Details::default());
    }
    let _ = arguments;
    let constants = row::constants(include_str!("../../port-data.csv"));
    row::rows(|service: Service| Details {
        constant: constants.get(service.name()).cloned(),
        category: Some(service.category().name()),
        schemes: service.schemes(),
        tls_of: service.tls_of().map(Service::name),
        over_tls: service.over_tls().map(Service::name),
        reference: service.reference(),
        description: Some(service.description()),
    })
}
