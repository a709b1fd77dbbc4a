//! Ends of sockets, as `ss` and `netstat` print them.

use port_consts::{Port, Service};

use super::log::Line;
use crate::flow::{Flow, Malformed, number};
use port_consts::{Side, Transport};

/// A port, or `*` for any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Any,
    Port(Port),
}

impl End {
    /// Reads an address and a port: `0.0.0.0:22`, `[::]:22`, `:::22`, `*:*`. Without their
    /// option `-n`, the tools print a service's name for its port. With `dots`, a dot stands
    /// before the port, as BSD has it.
    pub(super) fn read(field: &[u8], dots: bool) -> Option<Self> {
        let before = if dots { b'.' } else { b':' };
        let (address, port) = field.split_at(memchr::memrchr(before, field)?);
        let port = &port[1..];
        if address.is_empty() {
            return None;
        }
        if port == b"*" {
            return Some(Self::Any);
        }
        let name = || Some(Service::from_name(std::str::from_utf8(port).ok()?)?.port());
        number(port).or_else(name).map(Self::Port)
    }

    fn port(self) -> Option<Port> {
        match self {
            Self::Any => None,
            Self::Port(port) => Some(port),
        }
    }
}

/// Returns the flow of a socket, in a state such as `LISTEN`.
pub(super) fn socket(
    transport: Transport,
    state: &[u8],
    local: End,
    peer: End,
) -> Result<Line, Malformed> {
    let server = match state {
        b"LISTEN" | b"LISTENING" | b"SYN-RECV" | b"SYN_RECV" | b"SYN_RCVD" => Some(Side::Source),
        b"SYN-SENT" | b"SYN_SENT" => Some(Side::Destination),
        // Whoever can be asked by anybody.
        _ => (peer == End::Any).then_some(Side::Source),
    };
    Ok(Line::Flow(Flow {
        source: local.port().ok_or(Malformed::Local)?,
        destination: peer.port().unwrap_or(Port::new(0)),
        transport,
        server,
    }))
}

/// The words of a line.
pub(super) fn words(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty())
}

/// The length of a queue, in bytes.
pub(super) fn is_count(word: &[u8]) -> bool {
    word.iter().all(u8::is_ascii_digit)
}
