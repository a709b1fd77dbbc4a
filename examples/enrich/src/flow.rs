//! A flow, the service that it is about, and why a line says nothing of one.

use std::fmt;

use port_consts::{Port, Service, Side, Transport};

/// Two ports and a transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    pub(crate) source: Port,
    pub(crate) destination: Port,
    pub(crate) transport: Transport,
    /// The end that has the service, if somebody has seen which one opened the connection.
    /// Otherwise the numbers decide.
    pub(crate) server: Option<Side>,
}

impl Flow {
    /// Returns the service that the flow is about, and its port.
    pub(crate) fn service(self) -> Option<(Service, Port)> {
        let Self {
            source,
            destination,
            transport,
            server,
        } = self;
        let mut flow = port_consts::Flow::new(source, destination, transport);
        if let Some(server) = server {
            flow = flow.opened_by(server.opposite());
        }
        let (service, side) = Service::of_flow(flow)?;
        Some((service, flow.port(side)))
    }

    /// Appends the port and the service that the flow is about, `443/tcp (https)`, or
    /// returns `false` if its ports have none.
    pub(crate) fn label(self, output: &mut Vec<u8>) -> bool {
        let Some((service, port)) = self.service() else {
            return false;
        };
        output.extend_from_slice(itoa::Buffer::new().format(port.get()).as_bytes());
        output.push(b'/');
        output.extend_from_slice(self.transport.name().as_bytes());
        output.extend_from_slice(b" (");
        output.extend_from_slice(service.name().as_bytes());
        output.push(b')');
        true
    }
}

/// Why a line says nothing of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Malformed {
    /// It has fewer than three fields.
    Fields,
    Source,
    Destination,
    Transport,
    /// Its columns are not known.
    NoHeader,
    /// The line that names the columns lacks some.
    Header,
    /// It has fewer fields than the line that names the columns.
    Row,
    SourcePort,
    DestinationPort,
    Protocol,
    Json,
    Local,
    Peer,
    /// It has none of the words that lines of this format begin with.
    Unknown,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fields => "not a source, a destination and a transport",
            Self::Source => "the source is no port and no address:port",
            Self::Destination => "the destination is no port and no address:port",
            Self::Transport => "the transport is none of tcp, udp, sctp and dccp",
            Self::NoHeader => "no line that names the columns stands before it",
            Self::Header => "it names no columns of two ports and a protocol",
            Self::Row => "it has fewer fields than there are columns",
            Self::SourcePort => "the source port is no number from 0 to 65535",
            Self::DestinationPort => "the destination port is no number from 0 to 65535",
            Self::Protocol => "the protocol is no name and no number from 0 to 255",
            Self::Json => "not a JSON object of this format",
            Self::Local => "the local end is no address:port",
            Self::Peer => "the other end is no address:port",
            Self::Unknown => "not a line of this format",
        })
    }
}

/// Returns the port that these digits make. This is what `Port::from_str` reads, of bytes:
/// making sure that they are a text would cost as much as all else.
#[inline]
pub(crate) fn number(digits: &[u8]) -> Option<Port> {
    if digits.is_empty() || digits.len() > 5 {
        return std::str::from_utf8(digits).ok()?.parse().ok();
    }
    let mut number: u32 = 0;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u32::from(digit);
    }
    u16::try_from(number).ok().map(Port::new)
}

/// Returns the transport of this name or number in IP.
#[inline]
pub(crate) fn transport(field: &[u8]) -> Option<Transport> {
    match field {
        // The numbers are IANA's Protocol Numbers, which flow logs of clouds and routers have.
        b"tcp" | b"6" => Some(Transport::Tcp),
        b"udp" | b"17" => Some(Transport::Udp),
        b"132" => Some(Transport::Sctp),
        b"33" => Some(Transport::Dccp),
        name => Transport::from_name(std::str::from_utf8(name).ok()?),
    }
}

/// Returns the transport of this name or number, or `None` for a protocol that has no ports,
/// such as `icmp`.
pub(crate) fn protocol(field: &[u8]) -> Result<Option<Transport>, Malformed> {
    let known = transport(field);
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.+/".contains(byte);
    if known.is_some() {
        return Ok(known);
    }
    let text = std::str::from_utf8(field).unwrap_or_default();
    let number = field.iter().all(u8::is_ascii_digit);
    if field.is_empty() || !field.iter().all(word) || number && text.parse::<u8>().is_err() {
        return Err(Malformed::Protocol);
    }
    Ok(None)
}
