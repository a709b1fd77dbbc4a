//! What `netstat` prints on Linux, BSD, macOS and Windows.

use port_consts::Transport;

use super::{
    endpoint::{End, is_count, socket, words},
    format::has,
    log::{Line, Log, Style},
};
use crate::flow::Malformed;

pub(super) fn is_one(line: &[u8]) -> bool {
    let title = words(line).next() == Some(b"Proto") && has(line, "Local Address");
    title || line.starts_with(b"Active ") || matches!(Netstat::new().read(line), Ok(Line::Flow(_)))
}

pub(super) struct Netstat {
    /// Whether the lines are about sockets of a transport, and not about those of Unix.
    network: bool,
    /// Whether a dot stands before the port, as BSD has it.
    dots: bool,
}

impl Netstat {
    pub(super) fn new() -> Self {
        Self {
            network: true,
            dots: false,
        }
    }
}

impl Log for Netstat {
    fn style(&self) -> Style {
        Style::Column(b' ')
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        let mut rest = words(line);
        let Some(first) = rest.next() else {
            return Ok(Line::Kept);
        };
        if first == b"Active" {
            // Windows says `Active Connections` only.
            self.network = has(line, "Internet") || has(line, "Connections");
            return Ok(Line::Kept);
        }
        if first == b"Proto" {
            self.network = has(line, "Local Address");
            // BSD writes `(state)`, others `State`.
            self.dots = has(line, "(state)");
            return Ok(Line::Kept);
        }
        if !self.network {
            return Ok(Line::Kept);
        }
        let Some(transport) = family(first)? else {
            return Ok(Line::Portless);
        };
        // Windows does not print the lengths of the two queues.
        let mut rest = rest.skip_while(|word| is_count(word));
        let mut end = || rest.next().and_then(|word| End::read(word, self.dots));
        let local = end().ok_or(Malformed::Local)?;
        let peer = end().ok_or(Malformed::Peer)?;
        socket(transport, rest.next().unwrap_or_default(), local, peer)
    }
}

/// The transport of `tcp`, `tcp6`, `TCP` or `udp46`; none of `raw` and the like.
fn family(word: &[u8]) -> Result<Option<Transport>, Malformed> {
    let text = std::str::from_utf8(word).map_err(|_| Malformed::Unknown)?;
    let name = text.trim_end_matches(['4', '6']);
    match Transport::from_name(name) {
        None if ["raw", "icm", "icmp", "unix"].contains(&name) => Ok(None),
        None => Err(Malformed::Unknown),
        known => Ok(known),
    }
}
