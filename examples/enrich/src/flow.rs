//! A flow, from a line of a log.

use std::fmt;

use port_consts::{Port, Service, Transport};

/// What a line says of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    pub(crate) source: Port,
    pub(crate) destination: Port,
    pub(crate) transport: Transport,
}

/// Why a line says nothing of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Malformed {
    /// It has fewer than three fields.
    Fields,
    Source,
    Destination,
    Transport,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fields => "not a source, a destination and a transport",
            Self::Source => "the source is no port and no address:port",
            Self::Destination => "the destination is no port and no address:port",
            Self::Transport => "the transport is none of tcp, udp, sctp and dccp",
        })
    }
}

impl Flow {
    /// The flow of a line; none of an empty line or a comment.
    pub(crate) fn of_line(line: &[u8]) -> Result<Option<Self>, Malformed> {
        let (source, rest) = field(line);
        if source.is_empty() || source[0] == b'#' {
            return Ok(None);
        }
        let (destination, rest) = field(rest);
        let (transport, _) = field(rest);
        if transport.is_empty() {
            return Err(Malformed::Fields);
        }
        Ok(Some(Self {
            source: port(source).ok_or(Malformed::Source)?,
            destination: port(destination).ok_or(Malformed::Destination)?,
            transport: self::transport(transport).ok_or(Malformed::Transport)?,
        }))
    }

    /// Writes the port and the service that the flow is about.
    #[inline]
    pub(crate) fn label(self, output: &mut Vec<u8>) {
        let Some((service, side)) =
            Service::from_flow(self.source, self.destination, self.transport)
        else {
            output.extend_from_slice(b" -");
            return;
        };
        let port = side.of(self.source, self.destination);
        output.push(b' ');
        output.extend_from_slice(itoa::Buffer::new().format(port.get()).as_bytes());
        output.push(b'/');
        output.extend_from_slice(self.transport.name().as_bytes());
        output.extend_from_slice(b" (");
        output.extend_from_slice(service.name().as_bytes());
        output.push(b')');
    }
}

/// The next field, which is empty at the end of the line, and what is behind it.
#[inline]
fn field(line: &[u8]) -> (&[u8], &[u8]) {
    let mut line = line;
    while let [b' ' | b'\t' | b',', rest @ ..] = line {
        line = rest;
    }
    line.split_at(memchr::memchr3(b' ', b'\t', b',', line).unwrap_or(line.len()))
}

/// A port, or what is behind the last colon of an address.
#[inline]
fn port(field: &[u8]) -> Option<Port> {
    let Some(colon) = memchr::memrchr(b':', field) else {
        return number(field);
    };
    let (address, port) = (&field[..colon], &field[colon + 1..]);
    // `::1` is an address without a port: with one, it would be in brackets.
    let whole = address.ends_with(b"]") || memchr::memchr(b':', address).is_none();
    if address.is_empty() || !whole {
        return None;
    }
    number(port)
}

/// What `Port::from_str` reads, of bytes: making sure that they are a text would cost as much
/// as all else.
#[inline]
fn number(digits: &[u8]) -> Option<Port> {
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

#[inline]
fn transport(field: &[u8]) -> Option<Transport> {
    match field {
        // The numbers are IANA's Protocol Numbers, which flow logs of clouds and routers have.
        b"tcp" | b"6" => Some(Transport::Tcp),
        b"udp" | b"17" => Some(Transport::Udp),
        b"132" => Some(Transport::Sctp),
        b"33" => Some(Transport::Dccp),
        name => Transport::from_name(std::str::from_utf8(name).ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::{Flow, Malformed, Transport};

    fn read(line: &str) -> Result<Option<(u16, u16, Transport)>, Malformed> {
        let flow = Flow::of_line(line.as_bytes())?;
        Ok(flow.map(|it| (it.source.get(), it.destination.get(), it.transport)))
    }

    #[test]
    fn lines_as_people_have_them() {
        let expected = Ok(Some((51234, 443, Transport::Tcp)));
        for line in [
            "51234 443 tcp",
            "  51234\t443\tTCP  ",
            "10.0.0.1:51234 10.0.0.2:443 tcp",
            "[fe80::1]:51234 [::1]:443 tcp",
            "[fe80::1%eth0]:51234,example.org:443,6",
            "51234, 443, Tcp, and, more",
            "*:51234 host:443 tcp 1500 bytes",
            "051234 00000000000000000000443 tcp",
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        let transports = [
            ("6", Transport::Tcp),
            ("17", Transport::Udp),
            ("132", Transport::Sctp),
            ("33", Transport::Dccp),
            ("sctp", Transport::Sctp),
            ("DCCP", Transport::Dccp),
        ];
        for (name, transport) in transports {
            assert_eq!(
                read(&format!("0 65535 {name}")),
                Ok(Some((0, 65535, transport)))
            );
        }
    }

    #[test]
    fn lines_that_are_none() {
        for line in ["", "   ", ",,", "# 1 2 tcp", "\t#"] {
            assert_eq!(read(line), Ok(None), "{line:?}");
        }
    }

    #[test]
    fn lines_that_are_malformed() {
        for (line, reason) in [
            ("443", Malformed::Fields),
            ("51234 443", Malformed::Fields),
            ("x 443 tcp", Malformed::Source),
            ("65536 443 tcp", Malformed::Source),
            ("4294967739 443 tcp", Malformed::Source),
            (
                "18446744073709552059:18446744073709552059 443 tcp",
                Malformed::Source,
            ),
            ("100000000000000000443 443 tcp", Malformed::Source),
            ("::1 443 tcp", Malformed::Source),
            ("::1:443 443 tcp", Malformed::Source),
            (":443 443 tcp", Malformed::Source),
            ("10.0.0.1: 443 tcp", Malformed::Source),
            ("1 -443 tcp", Malformed::Destination),
            ("1 +443 tcp", Malformed::Destination),
            ("1 https tcp", Malformed::Destination),
            ("1 2 quic", Malformed::Transport),
            ("1 2 1", Malformed::Transport),
            ("1 2 3", Malformed::Transport),
        ] {
            assert_eq!(read(line), Err(reason), "{line}");
        }
        assert_eq!(Flow::of_line(b"\xFF 2 tcp"), Err(Malformed::Source));
        assert_eq!(Flow::of_line(b"1 2 \xFF"), Err(Malformed::Transport));
    }

    #[test]
    fn labels_name_the_side_that_has_the_service() {
        for (line, expected) in [
            ("51234 443 tcp", " 443/tcp (https)"),
            ("443 51234 tcp", " 443/tcp (https)"),
            ("5353 53 udp", " 53/udp (domain)"),
            ("123 123 udp", " 123/udp (ntp)"),
            ("40001 40002 udp", " -"),
        ] {
            let mut label = Vec::new();
            Flow::of_line(line.as_bytes())
                .unwrap()
                .unwrap()
                .label(&mut label);
            assert_eq!(String::from_utf8(label).unwrap(), expected);
        }
    }
}
