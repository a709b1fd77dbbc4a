//! Writes an `/etc/services` of the registry, in the form of services(5):
//! `cargo run -p port-consts --example services > services`.
//!
//! With it, `getservbyport` and `getservbyname`, and all that ask them (`ss`, `netstat`,
//! `nft`), answer what `Service::from_port` and `Service::from_name` do. `tcpdump` reads the
//! whole file with `getservent`, which is a stub in musl: there it shows numbers.

#![forbid(unsafe_code)]

mod file;
#[path = "../terminal/mod.rs"]
mod terminal;

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::Parser;
use port_consts::{Assignment, Port, Service, Transport};

use file::{Entry, Options};

/// Writes an /etc/services file of the registry of port-consts.
#[derive(Parser)]
#[command(after_help = "\
Where several services share a port, the one that a person most likely meets comes first:
getservbyport answers with it. Of a range of ports, each has a line of its own, because
services(5) knows no ranges.

A name that services(5) has no way to write is left out, and a comment says so.

Built with `--features iana`, the option --iana writes IANA's registry.")]
struct Arguments {
    /// Write to this file instead of to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Of a range of ports, write the first one only, and the others as a comment
    #[arg(long)]
    short: bool,
    /// Write IANA's registry instead of the curated one
    #[cfg(feature = "iana")]
    #[arg(long)]
    iana: bool,
}

fn main() -> ExitCode {
    terminal::main(run)
}

fn run(arguments: &Arguments, output: &mut dyn Write) -> io::Result<ExitCode> {
    let options = Options {
        short: arguments.short,
    };
    let text = text(arguments, options);
    let Some(path) = &arguments.output else {
        output.write_all(text.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    if let Err(error) = fs::write(path, text) {
        terminal::complain(&format!("{}: {error}", path.display()));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn text(arguments: &Arguments, options: Options) -> String {
    #[cfg(feature = "iana")]
    if arguments.iana {
        use port_consts::iana;

        let source = format!("IANA's registry as of {}", iana::SNAPSHOT);
        let entries = iana::Service::ALL.iter().map(|service| Entry {
            name: service.name(),
            aliases: service.aliases(),
            assignments: service.assignments(),
            description: "",
        });
        let first =
            |port, transport| iana::Service::from_port(port, transport).map(iana::Service::name);
        return file::write(&source, entries, first, options);
    }
    let _ = arguments;
    let entries = Service::ALL.iter().map(|service| Entry {
        name: service.name(),
        aliases: service.aliases(),
        assignments: service.assignments(),
        description: service.description(),
    });
    let first = |port, transport| Service::from_port(port, transport).map(Service::name);
    file::write("the curated registry", entries, first, options)
}
