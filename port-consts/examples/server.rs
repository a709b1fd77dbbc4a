//! A server on a port that is a constant: `cargo run -p port-consts --example server`.
//!
//! It answers HTTP requests on port 8080 with the port, and the service that is known to
//! have it. `--once` ends it after one request, and `--port` gives it another port; 0 lets
//! the system choose one.

#![forbid(unsafe_code)]

mod terminal;

use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write},
    net::{IpAddr, Ipv4Addr, TcpListener, TcpStream},
    process::ExitCode,
    time::Duration,
};

use clap::Parser;
use port_consts::{Port, Service, Transport, port};

/// Where the server listens unless it is told otherwise: checked when this is compiled.
const LISTEN: Port = port!(8080 in User);
const _: () = assert!(!LISTEN.is_browser_blocked(), "browsers would refuse it");

const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Answers HTTP requests with its port, and the service that is known to have it.
#[derive(Parser)]
struct Arguments {
    /// The port to listen on; 0 is any free one
    #[arg(long, default_value_t = LISTEN)]
    port: Port,
    /// End after one request
    #[arg(long)]
    once: bool,
}

fn main() -> ExitCode {
    terminal::main(run)
}

fn run(arguments: &Arguments, output: &mut dyn Write) -> io::Result<ExitCode> {
    let listener = TcpListener::bind(arguments.port.socket_addr(ADDRESS));
    let bound = listener.and_then(|listener| Ok((listener.local_addr()?, listener)));
    let (address, listener) = match bound {
        Ok(bound) => bound,
        Err(error) => {
            terminal::complain(&refusal(arguments.port, &error));
            return Ok(ExitCode::FAILURE);
        }
    };
    writeln!(output, "http://{address}/")?;
    output.flush()?;
    for stream in listener.incoming() {
        // One client that goes away is no reason to end.
        let served = stream.and_then(|stream| answer(stream, Port::new(address.port())));
        if let Err(error) = served {
            terminal::complain(&format!("a request: {error}"));
        }
        if arguments.once {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Why the server can't listen, and what can be done.
fn refusal(port: Port, error: &io::Error) -> String {
    let service = Service::from_port(port, Transport::Tcp);
    let known = service.map_or_else(String::new, |it| format!(" ({it})"));
    match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "port {port}{known} is in use: another program listens there. End it, or choose \
             another port: --port 0 takes any free one"
        ),
        io::ErrorKind::PermissionDenied if port.is_system() => format!(
            "port {port}{known} needs a privilege: systems keep the ports below 1024 for \
             root. Choose one from 1024 on"
        ),
        _ => format!("port {port}{known}: {error}"),
    }
}

fn answer(mut stream: TcpStream, port: Port) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    // The head of the request ends with an empty line. Nobody may send one without end.
    for line in BufReader::new((&stream).take(1 << 14)).lines() {
        if line?.is_empty() {
            break;
        }
    }
    let service = Service::from_port(port, Transport::Tcp);
    let service = service.map_or("no service", Service::name);
    let text = format!("{port}/tcp ({service})\n");
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{text}",
        text.len()
    )
}
