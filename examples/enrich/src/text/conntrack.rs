//! What `conntrack -L` and `conntrack -E` print, and `/proc/net/nf_conntrack`.

use port_consts::{Side, Transport};

use super::{
    endpoint::words,
    format::has,
    log::{Line, Log, Style},
};
use crate::flow::{Flow, Malformed, number, protocol};

pub(super) fn is_one(line: &[u8]) -> bool {
    has(line, " src=") && has(line, " dst=") && Conntrack.read(line).is_ok()
}

pub(super) struct Conntrack;

impl Log for Conntrack {
    fn style(&self) -> Style {
        Style::Column(b' ')
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        // Events begin with `[NEW]`, and with a time in brackets before it.
        let mut rest = words(line).skip_while(|word| word[0] == b'[').peekable();
        match rest.peek() {
            // Nothing, or how many there were, which goes to standard error.
            None | Some(&b"conntrack") => return Ok(Line::Kept),
            // With `-o extended`, the network stands before the transport.
            Some(&(b"ipv4" | b"ipv6")) => drop(rest.nth(1)),
            Some(_) => {}
        }
        let name = rest.next().unwrap_or_default();
        if !has(line, " src=") {
            return Err(Malformed::Unknown);
        }
        let Some(transport) = protocol(name)? else {
            return Ok(Line::Portless);
        };
        // The first pair is of the packet that opened the connection, the second of answers.
        let (mut source, mut destination) = (None, None);
        for word in rest {
            if let Some(port) = word.strip_prefix(b"sport=") {
                source = source.or(Some(port));
            } else if let Some(port) = word.strip_prefix(b"dport=") {
                destination = destination.or(Some(port));
            }
        }
        Ok(Line::Flow(Flow {
            source: source.and_then(number).ok_or(Malformed::SourcePort)?,
            destination: destination
                .and_then(number)
                .ok_or(Malformed::DestinationPort)?,
            transport,
            server: (transport == Transport::Tcp).then_some(Side::Destination),
        }))
    }
}
