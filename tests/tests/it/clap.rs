//! Flags: clap's `value_parser` over `FromStr`, with the error that a user sees.

use clap::Parser;
use port_consts::{HTTPS, Port, Service, Transport, TransportPort};

mod own {
    port_consts::ports!("../port-consts/examples/plan.csv");
}

/// Nothing but types: clap asks for `FromStr` itself.
#[derive(Debug, Parser)]
struct Flags {
    #[arg(long, default_value = "8080")]
    port: Port,
    #[arg(long, value_parser = Port::from_name_or_number)]
    listen: Option<Port>,
    #[arg(long)]
    open: Vec<TransportPort>,
    #[arg(long)]
    service: Option<Service>,
    #[arg(long)]
    channel: Option<own::Service>,
    #[arg(long)]
    transport: Option<Transport>,
}

fn parse(arguments: &str) -> Result<Flags, String> {
    let arguments = std::iter::once("app").chain(arguments.split_whitespace());
    Flags::try_parse_from(arguments).map_err(|error| error.to_string())
}

#[test]
fn flags_are_read() {
    let flags = parse(
        "--listen https --open 53/udp --open ssh --service POSTGRES --channel telemetry \
         --transport UDP",
    )
    .unwrap();
    assert_eq!(flags.port, 8080);
    assert_eq!(flags.listen, Some(HTTPS));
    let open: Vec<String> = flags.open.iter().map(ToString::to_string).collect();
    assert_eq!(open, ["53/udp", "22/tcp"]);
    assert_eq!(flags.service, Some(Service::Postgresql));
    assert_eq!(flags.channel, Some(own::Service::Telemetry));
    assert_eq!(flags.transport, Some(Transport::Udp));
}

#[test]
fn errors_name_flag_value_and_suggestion() {
    for (arguments, message) in [
        (
            "--port https",
            "invalid value 'https' for '--port <PORT>': \
             `https` is not a number; write a number from 0 to 65535 \
             (`Port::from_name_or_number` reads names)",
        ),
        (
            "--port tcp/80",
            "invalid value 'tcp/80' for '--port <PORT>': \
             `tcp/80` has a transport, and only the port is read here; write `80`",
        ),
        (
            "--listen 65536",
            "invalid value '65536' for '--listen <LISTEN>': port `65536` is above 65535",
        ),
        (
            "--listen htps",
            "invalid value 'htps' for '--listen <LISTEN>': \
             unknown service `htps`; did you mean `https`?",
        ),
        (
            "--listen null",
            "invalid value 'null' for '--listen <LISTEN>': \
             `null` is not a port; write a number from 0 to 65535, or a service's name",
        ),
        (
            "--open htps/udp",
            "invalid value 'htps/udp' for '--open <OPEN>': \
             unknown service `htps`; did you mean `https`?",
        ),
        (
            "--service shh",
            "invalid value 'shh' for '--service <SERVICE>': \
             unknown service `shh`; did you mean `ssh`?",
        ),
        (
            "--channel telemerty",
            "invalid value 'telemerty' for '--channel <CHANNEL>': \
             unknown service `telemerty`; did you mean `telemetry`?",
        ),
        (
            "--transport tpc",
            "invalid value 'tpc' for '--transport <TRANSPORT>': \
             unknown transport `tpc`; write tcp, udp, sctp or dccp",
        ),
    ] {
        let error = parse(arguments).unwrap_err();
        let first = error.lines().next().unwrap();
        assert_eq!(first, format!("error: {message}"), "{arguments}");
    }
}
