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
             a port number has digits only, 0 to 65535",
        ),
        (
            "--listen 65536",
            "invalid value '65536' for '--listen <LISTEN>': a port number is 65535 at the most",
        ),
        (
            "--listen htps",
            "invalid value 'htps' for '--listen <LISTEN>': \
             no service has this name; did you mean `https`?",
        ),
        (
            "--open htps/udp",
            "invalid value 'htps/udp' for '--open <OPEN>': \
             no service has this name; did you mean `https`?",
        ),
        (
            "--service shh",
            "invalid value 'shh' for '--service <SERVICE>': \
             no service of the registry has this name; did you mean `ssh`?",
        ),
        (
            "--channel telemerty",
            "invalid value 'telemerty' for '--channel <CHANNEL>': \
             no service of the registry has this name; did you mean `telemetry`?",
        ),
        (
            "--transport tpc",
            "invalid value 'tpc' for '--transport <TRANSPORT>': \
             a transport is tcp, udp, sctp or dccp",
        ),
    ] {
        let error = parse(arguments).unwrap_err();
        let first = error.lines().next().unwrap();
        assert_eq!(first, format!("error: {message}"), "{arguments}");
    }
}
