//! A gateway whose ports are checked before it ships:
//! `cargo run -p port-consts --example gateway`.
//!
//! `ports.csv` is its port plan. A row that breaks a rule below does not compile, and
//! neither does a config that does not fit the plan. Try it: give `telemetry` the port
//! 1883, which is MQTT's, or write `"telemtry"` in `CONFIG`.

#![forbid(unsafe_code)]

#[path = "../terminal/mod.rs"]
mod terminal;

use std::{
    io::{self, Write},
    net::{Ipv4Addr, UdpSocket},
    process::ExitCode,
    time::Duration,
};

use clap::Parser;

use port_consts::{Port, Transport, port};

mod plan {
    port_consts::ports! {
        /// What the gateway listens for.
        #[ports(within = User, avoid = port_consts::Service)]
        #[non_exhaustive]
        pub(crate) enum Channel = "examples/gateway/ports.csv";
    }
}
use plan::Channel;

/// What an operator may change before a build.
struct Config {
    /// Where the sensors send to.
    telemetry: Port,
    /// Where devices fetch their settings.
    settings: Port,
    /// The cameras that are installed, by the ports they send to.
    cameras: [Port; 3],
    /// The broker that readings are passed on to.
    broker: Port,
    /// The page for people.
    status_page: Port,
}

const CONFIG: Config = Config {
    telemetry: port!(Channel, "telemetry"),
    settings: port!(Channel, "config-tls" in User),
    cameras: [port!(47120), port!(47121), port!(47125)],
    broker: port!("mqtts"),
    status_page: port!(8080 in User),
};

// What no single row can say is said of the config as a whole.
const _: () = {
    assert!(
        matches!(
            Channel::from_port(CONFIG.settings, Transport::Tcp),
            Some(it) if it.is_tls()
        ),
        "settings hold passwords: serve them over TLS only"
    );
    assert!(
        Channel::from_port(CONFIG.status_page, Transport::Tcp).is_none(),
        "the status page has a port that the plan gives to a channel"
    );
    assert!(
        !CONFIG.status_page.is_browser_blocked(),
        "browsers would refuse to open the status page"
    );
    let mut i = 0;
    while i < CONFIG.cameras.len() {
        assert!(
            matches!(
                Channel::from_port(CONFIG.cameras[i], Transport::Udp),
                Some(Channel::Camera)
            ),
            "a camera sends to a port that the plan does not give to cameras"
        );
        i += 1;
    }
};

/// What a datagram to this port is, if the gateway takes it at all.
const fn accept(port: Port) -> Option<Channel> {
    Channel::from_port(port, Transport::Udp)
}

/// Shows a gateway's port plan and config, both checked when it is compiled, and sends it a
/// reading from a sensor, on this machine alone.
#[derive(Parser)]
#[command(
    name = "gateway",
    after_help = "\
The plan is port-consts/examples/gateway/ports.csv, and the config is in main.rs beside it.
Change a port in either one, and run the example again: a mistake doesn't compile."
)]
struct Arguments {}

fn main() -> ExitCode {
    terminal::main(|_: &Arguments, output| {
        show(output)?;
        match receive() {
            Ok(text) => take(&text, output)?,
            Err(error) => {
                let port = CONFIG.telemetry;
                terminal::complain(&format!("port {port}/udp on this machine: {error}"));
                return Ok(ExitCode::FAILURE);
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Writes the plan and the config.
fn show(output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "The plan:")?;
    for channel in Channel::ALL {
        let [assignment, ..] = channel.assignments() else {
            continue;
        };
        // Padding applies to strings, so the pair is made one first.
        let ports = assignment.to_string();
        writeln!(
            output,
            "  {:12} {ports:16} {}",
            channel.name(),
            channel.description()
        )?;
    }
    writeln!(
        output,
        "The config: settings on {}, broker on {}, status page on {}",
        CONFIG.settings, CONFIG.broker, CONFIG.status_page
    )
}

/// Sends the gateway a reading, and returns what it receives.
fn receive() -> io::Result<String> {
    let gateway = UdpSocket::bind(CONFIG.telemetry.socket_addr(Ipv4Addr::LOCALHOST.into()))?;
    gateway.set_read_timeout(Some(Duration::from_secs(5)))?;
    let sensor = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
    sensor.send_to(b"21.5", gateway.local_addr()?)?;
    let mut reading = [0; 16];
    let length = gateway.recv(&mut reading)?;
    Ok(String::from_utf8_lossy(&reading[..length]).into_owned())
}

/// Writes what the gateway makes of datagrams to some ports.
fn take(text: &str, output: &mut dyn Write) -> io::Result<()> {
    for port in [CONFIG.telemetry, CONFIG.cameras[2], Port::new(47_128)] {
        match accept(port) {
            Some(Channel::Telemetry) => writeln!(output, "{port}/udp: a reading: {text}")?,
            Some(channel) => writeln!(output, "{port}/udp: for {channel}")?,
            None => writeln!(output, "{port}/udp: refused, it is not in the plan")?,
        }
    }
    Ok(())
}
