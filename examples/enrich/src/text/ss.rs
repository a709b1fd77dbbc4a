//! What `ss` prints, of one family or of several.

use port_consts::Transport;

use super::{
    endpoint::{End, is_count, socket, words},
    format::has,
    log::{Line, Log, Style},
};
use crate::flow::Malformed;

pub(super) fn is_one(line: &[u8]) -> bool {
    let title = has(line, "Address:Port");
    title && (line.starts_with(b"Netid") || line.starts_with(b"State"))
        || matches!(Ss.read(line), Ok(Line::Flow(_)))
}

pub(super) struct Ss;

/// The families of sockets that have no ports of a transport: those of Unix, netlink, raw
/// packets, virtual machines.
const OTHERS: &[&[u8]] = &[
    b"raw", b"raw6", b"icmp6", b"u_str", b"u_dgr", b"u_seq", b"nl", b"p_raw", b"p_dgr", b"v_str",
    b"v_dgr", b"ti_st", b"ti_dg", b"ti_rd", b"ti_sq", b"xdp", b"bt_cn", b"bt_hc", b"???",
];

const STATES: &[&[u8]] = &[
    b"LISTEN",
    b"UNCONN",
    b"ESTAB",
    b"SYN-SENT",
    b"SYN-RECV",
    b"FIN-WAIT-1",
    b"FIN-WAIT-2",
    b"TIME-WAIT",
    b"CLOSE-WAIT",
    b"LAST-ACK",
    b"CLOSING",
    b"CLOSED",
    b"NEW-SYN-RECV",
    b"BOUND-INACTIVE",
    b"UNKNOWN",
];

impl Log for Ss {
    fn style(&self) -> Style {
        Style::Column(b' ')
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        let mut rest = words(line).peekable();
        let Some(&first) = rest.peek() else {
            return Ok(Line::Kept);
        };
        // A title, or details of the socket in the line before.
        let title = has(line, "Address:Port") || first == b"Netid";
        if title || line[0].is_ascii_whitespace() || OTHERS.contains(&first) {
            return Ok(Line::Kept);
        }
        let named = match first {
            b"mptcp" => Some(Transport::Tcp),
            name => std::str::from_utf8(name)
                .ok()
                .and_then(Transport::from_name),
        };
        if named.is_some() {
            rest.next();
        }
        let state = rest.next().filter(|state| STATES.contains(state));
        let state = state.ok_or(Malformed::Unknown)?;
        // `ss -t` and `ss -u` leave the family out. Only sockets of UDP are not connected.
        let transport = named.unwrap_or(match state {
            b"UNCONN" => Transport::Udp,
            _ => Transport::Tcp,
        });
        for _ in 0..2 {
            rest.next()
                .filter(|word| is_count(word))
                .ok_or(Malformed::Unknown)?;
        }
        let mut end = || rest.next().and_then(|word| End::read(word, false));
        let local = end().ok_or(Malformed::Local)?;
        let peer = end().ok_or(Malformed::Peer)?;
        socket(transport, state, local, peer)
    }
}
