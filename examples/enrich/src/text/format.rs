//! The forms of logs, and how each is found.

use super::{
    conntrack::{self, Conntrack},
    eve::{self, Eve},
    log::Log,
    netflow::{self, Netflow},
    netstat::{self, Netstat},
    plain::{self, Plain},
    ss::{self, Ss},
    vpc::{self, Vpc},
    zeek::{self, Zeek},
    zeek_json::{self, ZeekJson},
};

/// So many lines are looked at. Tools print their headers first.
const FIRST_LINES: usize = 16;

/// A form of log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// A source, a destination and a transport
    Plain,
    /// Zeek's logs with #fields, such as conn.log
    Zeek,
    /// Zeek's logs as JSON
    ZeekJson,
    /// Flow logs of an AWS VPC
    Vpc,
    /// Suricata's eve.json
    Eve,
    /// What ss prints
    Ss,
    /// What netstat prints
    Netstat,
    /// What conntrack -L and -E print
    Conntrack,
    /// Flow records of routers as CSV, such as nfdump -o csv
    Netflow,
}

impl Format {
    /// Finds the form by the first lines that tell it. Returns `None` if there is nothing but
    /// comments and empty lines yet.
    pub(super) fn find(text: &[u8]) -> Option<Self> {
        let mut nothing = true;
        for line in text.split(|&byte| byte == b'\n').take(FIRST_LINES) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if let Some(format) = Self::of_line(line) {
                return Some(format);
            }
            let line = line.trim_ascii_start();
            nothing &= line.is_empty() || line[0] == b'#';
        }
        (!nothing).then_some(Self::Plain)
    }

    fn of_line(line: &[u8]) -> Option<Self> {
        type IsOne = fn(&[u8]) -> bool;
        let tells: [(Self, IsOne); 9] = [
            (Self::Plain, |line| matches!(plain::flow(line), Ok(Some(_)))),
            (Self::Zeek, zeek::is_one),
            (Self::ZeekJson, zeek_json::is_one),
            (Self::Eve, eve::is_one),
            (Self::Vpc, vpc::is_one),
            (Self::Conntrack, conntrack::is_one),
            (Self::Netflow, netflow::is_one),
            (Self::Ss, ss::is_one),
            (Self::Netstat, netstat::is_one),
        ];
        let (format, _) = tells.into_iter().find(|(_, is_one)| is_one(line))?;
        Some(format)
    }

    /// Returns a reader of logs of this form.
    pub(super) fn reader(self) -> Box<dyn Log> {
        match self {
            Self::Plain => Box::new(Plain::new()),
            Self::Zeek => Box::new(Zeek::new()),
            Self::ZeekJson => Box::new(ZeekJson),
            Self::Vpc => Box::new(Vpc::new()),
            Self::Eve => Box::new(Eve),
            Self::Ss => Box::new(Ss),
            Self::Netstat => Box::new(Netstat::new()),
            Self::Conntrack => Box::new(Conntrack),
            Self::Netflow => Box::new(Netflow::new()),
        }
    }
}

/// Whether a line has this word somewhere.
pub(super) fn has(line: &[u8], word: &str) -> bool {
    memchr::memmem::find(line, word.as_bytes()).is_some()
}
