//! Suricata's `eve.json`: one event a line.

use std::borrow::Cow;

use port_consts::{Side, Transport};
use serde::{Deserialize, de::IgnoredAny};

use super::{
    format::has,
    json::{object, port},
    log::{Line, Log, Style},
};
use crate::flow::{Flow, Malformed, protocol};

pub(super) fn is_one(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{") && has(line, "\"event_type\"")
}

pub(super) struct Eve;

/// What an event tells of its flow.
#[derive(Deserialize)]
struct Event<'a> {
    #[serde(rename = "event_type")]
    kind: Option<IgnoredAny>,
    src_port: Option<u64>,
    dest_port: Option<u64>,
    #[serde(borrow, default)]
    proto: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    direction: Option<Cow<'a, str>>,
    tcp: Option<Tcp>,
}

/// What a flow's event tells of TCP. Other events have other things there.
#[derive(Deserialize)]
#[serde(untagged)]
enum Tcp {
    Flags { syn: bool },
    Other(IgnoredAny),
}

impl Log for Eve {
    fn style(&self) -> Style {
        Style::Member
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        let Some(event) = object::<Event>(line)? else {
            return Ok(Line::Kept);
        };
        event.kind.ok_or(Malformed::Json)?;
        // Statistics, for example, are of no flow.
        let Some(name) = event.proto else {
            return Ok(Line::Kept);
        };
        let (Some(transport), Some(source), Some(destination)) =
            (protocol(name.as_bytes())?, event.src_port, event.dest_port)
        else {
            return Ok(Line::Portless);
        };
        let server = match (event.direction.as_deref(), event.tcp) {
            (Some("to_client"), _) => Some(Side::Source),
            // A flow's source is the one that opened it, if the SYN was there to see.
            (Some("to_server"), _) | (_, Some(Tcp::Flags { syn: true })) => Some(Side::Destination),
            (_, Some(Tcp::Flags { syn: false } | Tcp::Other(_)) | None) => None,
        };
        Ok(Line::Flow(Flow {
            source: port(source).ok_or(Malformed::SourcePort)?,
            destination: port(destination).ok_or(Malformed::DestinationPort)?,
            transport,
            server: server.filter(|_| transport == Transport::Tcp),
        }))
    }
}
