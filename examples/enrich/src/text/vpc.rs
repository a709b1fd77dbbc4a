//! Flow logs of an AWS VPC, with a line of titles or in the default order.

use port_consts::Side;

use super::{
    columns::{Columns, Titles},
    format::has,
    log::{Line, Log, Style, TITLE},
    zeek::only_tcp,
};
use crate::flow::Malformed;

const TITLES: Titles = Titles {
    source: &["srcport"],
    destination: &["dstport"],
    protocol: &["protocol"],
    opening: &["tcpflags"],
};

/// The default order: version, account, interface, two addresses, two ports, protocol.
const DEFAULT: Columns = Columns {
    source: 5,
    destination: 6,
    protocol: 7,
    opening: None,
};

pub(super) fn is_one(line: &[u8]) -> bool {
    let title = has(line, "srcaddr") || has(line, "srcport");
    title && Columns::find(&TITLES, fields(line)).is_some() || in_default_order(line).is_some()
}

pub(super) struct Vpc {
    columns: Option<Columns>,
}

impl Vpc {
    pub(super) fn new() -> Self {
        Self { columns: None }
    }
}

impl Log for Vpc {
    fn style(&self) -> Style {
        Style::Column(b' ')
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        if fields(line).next().is_none() {
            return Ok(Line::Kept);
        }
        // Each file of a day has its own titles, and files are put together.
        if let Some(columns) = Columns::find(&TITLES, fields(line)) {
            self.columns = Some(columns);
            return Ok(Line::Title(TITLE));
        }
        let columns = self.columns.or_else(|| in_default_order(line));
        let columns = columns.ok_or(Malformed::NoHeader)?;
        columns.read(fields(line), opener).map(only_tcp)
    }
}

fn fields(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(u8::is_ascii_whitespace)
        .filter(|field| !field.is_empty())
}

/// Returns the columns of a line in the default order, whose third field is an interface.
/// What `CloudWatch` exports has a time in front.
fn in_default_order(line: &[u8]) -> Option<Columns> {
    let interface = fields(line).position(|field| field.starts_with(b"eni-"))?;
    let shift = interface.checked_sub(2).filter(|shift| *shift <= 1)?;
    Some(Columns {
        source: DEFAULT.source + shift,
        destination: DEFAULT.destination + shift,
        protocol: DEFAULT.protocol + shift,
        opening: None,
    })
}

/// Returns the end that has the service, from the flags of all packets of a record. A packet
/// that has nothing but ACK does not count, so ACK with SYN is the answer to a SYN.
fn opener(flags: &[u8]) -> Option<Side> {
    let flags: u8 = std::str::from_utf8(flags).ok()?.parse().ok()?;
    match (flags & SYN != 0, flags & ACK != 0) {
        (true, false) => Some(Side::Destination),
        (true, true) => Some(Side::Source),
        (false, _) => None,
    }
}

const SYN: u8 = 0x02;
const ACK: u8 = 0x10;
