//! Two ports of which one leads to the other, as tools for containers write them: `8080:80`,
//! `127.0.0.1:8080:80`, `0.0.0.0:8080->80/tcp`.
//!
//! Which one a program listens on depends on where it runs, so none is preferred.

use super::{plain, written};
use crate::words::{looks::is_transport, transports::from_names};

const ARROWS: [&str; 4] = ["->", "=>", "\u{2013}>", "\u{2192}"];

pub(crate) type Ports = (u16, u16);

/// Such a text.
pub(crate) struct Mapping<'a> {
    from: Ports,
    to: Ports,
    has_arrow: bool,
    has_address: bool,
    pub(crate) transport: Option<&'a str>,
}

impl<'a> Mapping<'a> {
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let (ports, transport) = match text.rsplit_once('/') {
            Some((ports, name)) if is_transport(name) => (ports.trim(), Some(name.trim())),
            _ => (text, None),
        };
        let arrow = ARROWS.iter().find_map(|arrow| ports.split_once(arrow));
        let (from, to) = arrow.or_else(|| ports.rsplit_once(':'))?;
        let (from_address, from) = end(from.trim());
        let (to_address, to) = end(to.trim());
        let is_good = arrow.is_some() || is_address(from_address);
        Some(Self {
            from: plain(from).filter(|_| is_good)?,
            to: plain(to)?,
            has_arrow: arrow.is_some(),
            has_address: !from_address.is_empty() || !to_address.is_empty(),
            transport,
        })
    }

    /// The two ports or ranges.
    pub(crate) fn ports(&self) -> (Ports, Ports) {
        (self.from, self.to)
    }

    /// The set of the transports that it names.
    pub(crate) fn set(&self) -> u8 {
        let names = self.transport.map(from_names);
        names.and_then(Result::ok).unwrap_or_default()
    }

    /// What is wrong, and what to write.
    pub(crate) fn remedy(&self) -> String {
        let (from, to) = (written(self.from), written(self.to));
        let is_range = [self.from, self.to].iter().any(|it| it.0 != it.1);
        let address = if self.has_address {
            "has an address and "
        } else {
            "is "
        };
        if from == to {
            let what = if is_range { "ports" } else { "port" };
            return format!("{address}the same {what} twice; write `{from}`");
        }
        let either = format!("write `{from}` or `{to}`, whichever is meant");
        if !self.has_address && !self.has_arrow && !is_range && self.from < self.to {
            let (first, last) = (self.from.0, self.to.0);
            return format!(
                "may be a range, or one port that leads to another; \
                 write `{first}-{last}` for all of them, or the one port that is meant"
            );
        }
        let two = if is_range { "two ranges" } else { "two ports" };
        format!("{address}{two}, of which one leads to the other; {either}")
    }
}

/// An address, if there is one, and what is behind its colon.
fn end(text: &str) -> (&str, &str) {
    text.rsplit_once(':').unwrap_or(("", text))
}

/// No address, or one that has no further colon but in brackets. A port is none.
fn is_address(text: &str) -> bool {
    let is_one = !text.contains(':') && plain(text).is_none();
    is_one || text.starts_with('[') && text.ends_with(']')
}

#[cfg(test)]
mod tests {
    use super::Mapping;

    #[test]
    fn no_end_of_a_mapping_is_preferred() {
        let two = "two ports, of which one leads to the other; write";
        for (text, remedy, transport) in [
            (
                "8080:80",
                format!("is {two} `8080` or `80`, whichever is meant"),
                None,
            ),
            (
                "80->8080",
                format!("is {two} `80` or `8080`, whichever is meant"),
                None,
            ),
            (
                "80 => 8080",
                format!("is {two} `80` or `8080`, whichever is meant"),
                None,
            ),
            (
                "443:443",
                "is the same port twice; write `443`".to_owned(),
                None,
            ),
            (
                "127.0.0.1:8080:80",
                format!("has an address and {two} `8080` or `80`, whichever is meant"),
                None,
            ),
            (
                "0.0.0.0:8080->80/tcp",
                format!("has an address and {two} `8080` or `80`, whichever is meant"),
                Some("tcp"),
            ),
            (
                ":::8080->80/tcp",
                format!("has an address and {two} `8080` or `80`, whichever is meant"),
                Some("tcp"),
            ),
            (
                "[::1]:80:8080",
                format!("has an address and {two} `80` or `8080`, whichever is meant"),
                None,
            ),
            (
                "80 -> 10.0.0.2:80",
                "has an address and the same port twice; write `80`".to_owned(),
                None,
            ),
            (
                "80:8080",
                "may be a range, or one port that leads to another; write `80-8080` for all of \
                 them, or the one port that is meant"
                    .to_owned(),
                None,
            ),
            (
                "8000-8010:9000-9010",
                "is two ranges, of which one leads to the other; write `8000-8010` or \
                 `9000-9010`, whichever is meant"
                    .to_owned(),
                None,
            ),
            (
                "8080:80/udp",
                format!("is {two} `8080` or `80`, whichever is meant"),
                Some("udp"),
            ),
        ] {
            let mapping = Mapping::read(text).unwrap();
            assert_eq!(mapping.remedy(), remedy, "{text}");
            assert_eq!(mapping.transport, transport, "{text}");
        }
        for text in [
            "80",
            "::1:80",
            "127.0.0.1:80",
            "localhost:80",
            "80:tcp",
            "1:2:3:4",
            "8080:80/http",
            "[::1:80:8080",
            "::1]:80:8080",
            "->",
        ] {
            assert!(Mapping::read(text).is_none(), "{text}");
        }
    }
}
