//! Zeek's logs as text: fields with tabs between, and lines with `#` that name them.

use port_consts::{Side, Transport};

use super::{
    columns::{Columns, Titles},
    log::{Line, Log, Style, TITLE},
};
use crate::flow::Malformed;

const TITLES: Titles = Titles {
    source: &["id.origp"],
    destination: &["id.respp"],
    protocol: &["proto"],
    opening: &["history"],
};

pub(super) fn is_one(line: &[u8]) -> bool {
    line.starts_with(b"#separator ") || line.starts_with(b"#fields\t")
}

pub(super) struct Zeek {
    separator: u8,
    columns: Option<Columns>,
}

impl Zeek {
    pub(super) fn new() -> Self {
        Self {
            separator: b'\t',
            columns: None,
        }
    }
}

impl Log for Zeek {
    fn style(&self) -> Style {
        Style::Column(self.separator)
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        if let Some(separator) = line.strip_prefix(b"#separator ") {
            self.separator = self::separator(separator).ok_or(Malformed::Header)?;
            return Ok(Line::Kept);
        }
        let separator = self.separator;
        let mut fields = line.split(|&byte| byte == separator);
        match line {
            [] => Ok(Line::Kept),
            [b'#', ..] => match fields.next() {
                Some(b"#fields") => {
                    self.columns = Columns::find(&TITLES, fields);
                    self.columns.ok_or(Malformed::Header)?;
                    Ok(Line::Title(TITLE))
                }
                Some(b"#types") => Ok(Line::Title(b"string")),
                _ => Ok(Line::Kept),
            },
            _ => {
                let columns = self.columns.ok_or(Malformed::NoHeader)?;
                columns.read(fields, opener).map(only_tcp)
            }
        }
    }
}

/// `\x09`, as Zeek writes it, or the separator itself.
fn separator(written: &[u8]) -> Option<u8> {
    match written {
        [byte] => Some(*byte),
        [b'\\', b'x', digits @ ..] if digits.len() == 2 => {
            u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
        }
        _ => None,
    }
}

/// Returns the end that has the service, from a connection's history: `S` is a SYN and `h` the
/// SYN that answers it, in capitals from the originator. Where Zeek turned the ends around, it
/// begins with `^`.
pub(super) fn opener(history: &[u8]) -> Option<Side> {
    match history.strip_prefix(b"^").unwrap_or(history).first()? {
        b'S' | b'h' => Some(Side::Destination),
        b's' | b'H' => Some(Side::Source),
        _ => None,
    }
}

/// Other transports have no SYN: their histories begin with `D`, for data.
pub(super) fn only_tcp(line: Line) -> Line {
    match line {
        Line::Flow(mut flow) => {
            flow.server = flow.server.filter(|_| flow.transport == Transport::Tcp);
            Line::Flow(flow)
        }
        other => other,
    }
}
