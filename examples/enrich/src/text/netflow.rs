//! `NetFlow` records as CSV, such as `nfdump -o csv` prints.

use port_consts::Side;

use super::{
    columns::{Columns, Titles},
    log::{Line, Log, Style, TITLE},
    zeek::only_tcp,
};
use crate::flow::Malformed;

/// `sp`, `dp` and `pr` are nfdump's of old, `srcPort` and so on its new ones; the others are
/// what exporters call the same fields.
const TITLES: Titles = Titles {
    source: &["sp", "srcport", "sport", "sourceport", "l4srcport"],
    destination: &[
        "dp",
        "dstport",
        "dport",
        "destinationport",
        "l4dstport",
        "destport",
    ],
    protocol: &["pr", "proto", "protocol", "prot"],
    opening: &["flg", "flags", "tcpflags"],
};

pub(super) fn is_one(line: &[u8]) -> bool {
    line.contains(&b',') && Columns::find(&TITLES, fields(line)).is_some()
}

pub(super) struct Netflow {
    columns: Option<Columns>,
    /// Whether the rows are over, and nfdump's summary is there.
    summary: bool,
}

impl Netflow {
    pub(super) fn new() -> Self {
        Self {
            columns: None,
            summary: false,
        }
    }
}

impl Log for Netflow {
    fn style(&self) -> Style {
        Style::Column(b',')
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        if line.trim_ascii().is_empty() || line.starts_with(b"#") {
            return Ok(Line::Kept);
        }
        if let Some(columns) = Columns::find(&TITLES, fields(line)) {
            (self.columns, self.summary) = (Some(columns), false);
            return Ok(Line::Title(TITLE));
        }
        self.summary |= line.trim_ascii() == b"Summary";
        if self.summary {
            return Ok(Line::Kept);
        }
        let columns = self.columns.ok_or(Malformed::NoHeader)?;
        columns.read(fields(line), opener).map(only_tcp)
    }
}

/// The fields of a row, without spaces and quotes around them.
fn fields(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut quoted = false;
    let fields = line.split(move |&byte| {
        quoted ^= byte == b'"';
        byte == b',' && !quoted
    });
    fields.map(|field| {
        let field = field.trim_ascii();
        let inner = field
            .strip_prefix(b"\"")
            .and_then(|it| it.strip_suffix(b"\""));
        inner.unwrap_or(field).trim_ascii()
    })
}

/// Returns the end that has the service, from the flags of all packets of one direction, such
/// as `......S.`: with a SYN alone, it is the destination. Behind SYN and ACK may stand either
/// end, as the client sends ACK, too.
fn opener(flags: &[u8]) -> Option<Side> {
    let letters = flags.iter().all(|flag| b"CEUAPRSF.".contains(flag));
    let syn_only = flags.contains(&b'S') && !flags.contains(&b'A');
    (letters && syn_only).then_some(Side::Destination)
}
