//! Zeek's logs as JSON: one object a line.

use std::borrow::Cow;

use serde::Deserialize;

use super::{
    format::has,
    json::{object, port},
    log::{Line, Log, Style},
    zeek::{only_tcp, opener},
};
use crate::flow::{Flow, Malformed, protocol};

pub(super) fn is_one(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{") && has(line, "\"id.orig_p\"")
}

pub(super) struct ZeekJson;

/// What a connection's object tells.
#[derive(Deserialize)]
struct Connection<'a> {
    #[serde(rename = "id.orig_p")]
    source: Option<u64>,
    #[serde(rename = "id.resp_p")]
    destination: Option<u64>,
    #[serde(borrow, default)]
    proto: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    history: Option<Cow<'a, str>>,
}

impl Log for ZeekJson {
    fn style(&self) -> Style {
        Style::Member
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        let Some(connection) = object::<Connection>(line)? else {
            return Ok(Line::Kept);
        };
        let name = connection.proto.ok_or(Malformed::Json)?;
        let Some(transport) = protocol(name.as_bytes())? else {
            return Ok(Line::Portless);
        };
        let history = connection.history.unwrap_or_default();
        Ok(only_tcp(Line::Flow(Flow {
            source: connection
                .source
                .and_then(port)
                .ok_or(Malformed::SourcePort)?,
            destination: connection
                .destination
                .and_then(port)
                .ok_or(Malformed::DestinationPort)?,
            transport,
            server: opener(history.as_bytes()),
        })))
    }
}
