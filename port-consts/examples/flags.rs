//! Ports as flags of a command line:
//! `cargo run -p port-consts --example flags -- --listen https --open ssh --open 53/udp`.

#![forbid(unsafe_code)]

mod terminal;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use port_consts::{Port, Service, TransportPort};

/// Tells what its flags mean.
#[derive(Parser)]
struct Flags {
    /// Where to listen: a number, or a service's name
    // A bare `Port` reads numbers only, and needs no parser to be named.
    #[arg(
        long,
        value_name = "PORT",
        default_value = "8443",
        value_parser = Port::from_name_or_number,
    )]
    listen: Port,

    /// What to open: 443, 443/tcp, https or https/udp; several times
    #[arg(long, value_name = "PORT[/TRANSPORT]")]
    open: Vec<TransportPort>,

    /// What to let through, by name
    #[arg(long, value_name = "NAME")]
    allow: Vec<Service>,
}

fn main() -> ExitCode {
    terminal::main(run)
}

fn run(flags: &Flags, output: &mut dyn Write) -> io::Result<ExitCode> {
    let class = flags.listen.class();
    writeln!(output, "listen  {} ({class} range)", flags.listen)?;
    for port in &flags.open {
        match port.service() {
            Some(service) => writeln!(
                output,
                "open    {port:9}  assigned to or in use for {service}"
            )?,
            None => writeln!(output, "open    {port:9}  no service known")?,
        }
    }
    for service in &flags.allow {
        for assignment in service.assignments() {
            writeln!(output, "allow   {assignment}  {service}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
