//! Sets of transports, and how they are written. The transports themselves are in
//! `format::transports`, which the library has, too.

use super::{identifiers::camel_case, leave_out, suggestions::did_you_mean};
use crate::format::transports::NAMES;
use crate::lists::Listed as _;

pub(crate) use crate::format::transports::{COUNT, FLAGGED};

/// What most ports are of.
pub(crate) const TCP: u8 = 0b0001;

/// What an empty cell means in IANA's file: tcp and udp.
pub(crate) const OF_EMPTY_CELL: u8 = 0b0011;

/// The option that says what an empty cell means: `default(transport = "tcp/udp")`.
pub(crate) fn default_of(set: u8) -> String {
    let names = names_of(set).listed().join("/");
    format!("default(transport = \"{names}\")")
}

/// IANA's protocol numbers, by the transport's bit.
const NUMBERS: [&str; COUNT] = ["6", "17", "132", "33"];

/// The bits of all transports.
pub(crate) fn bits() -> std::ops::Range<usize> {
    0..COUNT
}

/// The name of a transport by its bit.
pub(crate) fn name(bit: usize) -> &'static str {
    NAMES[bit]
}

/// The variant of `port_consts::Transport` by the transport's bit.
pub(crate) fn variant(bit: usize) -> String {
    camel_case(NAMES[bit])
}

/// Whether a set contains a transport.
pub(crate) fn contains(set: u8, bit: usize) -> bool {
    set & (1 << bit) != 0
}

/// The names of the transports in a set.
pub(crate) fn names_of(set: u8) -> impl Iterator<Item = &'static str> {
    bits().filter(move |bit| contains(set, *bit)).map(name)
}

/// The set of a name, without regard to case.
pub(crate) fn from_name(text: &str) -> Option<u8> {
    let bit = NAMES
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text))?;
    Some(1 << bit)
}

/// The parts of a text that names several: `tcp/udp`, `tcp,udp`, `TCP & UDP`, `tcp and udp`.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |letter: char| {
        letter.is_whitespace() || matches!(letter, '/' | ',' | ';' | '&' | '+' | '|')
    };
    let parts = text.split(is_between);
    parts.filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("and"))
}

/// The set of one or several names, or the first part that is no transport.
pub(crate) fn from_names(text: &str) -> Result<u8, &str> {
    let mut set = 0;
    for part in parts(text) {
        set |= from_name(part).ok_or(part)?;
    }
    if set == 0 { Err(text) } else { Ok(set) }
}

/// What to write in place of a text that is no transport, if that is known: `; ..`.
pub(crate) fn remedy(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let written = |set: u8| format!("; write `{}`", names_of(set).listed().join("/"));
    if let Some(bit) = NUMBERS.iter().position(|number| *number == lower) {
        return format!("; {lower} is the number of {0}, write `{0}`", name(bit));
    }
    match lower.as_str() {
        "both" | "tcpudp" | "udptcp" | "tcp-udp" | "t/u" => written(OF_EMPTY_CELL),
        "tcp/ip" | "ip/tcp" | "tcp4" | "tcp6" | "tcpv4" | "tcpv6" => written(0b0001),
        "udp/ip" | "ip/udp" | "udp4" | "udp6" | "udpv4" | "udpv6" | "quic" => written(0b0010),
        "any" | "all" | "*" | "ip" | "-1" => {
            "; write those that are meant, such as `tcp/udp`".to_owned()
        }
        "n/a" | "na" | "none" | "null" | "-" | "\u{2013}" | "\u{2014}" | "?" => format!(
            "; write the transport, or leave such rows out with {}",
            leave_out::option("transport", text)
        ),
        // Protocols beside them, and link layers.
        "icmp" | "icmpv6" | "igmp" | "gre" | "esp" | "ah" | "ddp" | "ospf" | "ipx" | "1" | "58"
        | "hopopt" | "udplite" | "rdp" => {
            let option = leave_out::option("transport", text);
            format!("; leave such rows out with {option}")
        }
        _ => match of_words(text) {
            Some(set) => written(set),
            None => match with_note(text) {
                Some(set) => written(set),
                None => did_you_mean(text, NAMES),
            },
        },
    }
}

/// The set of several transports with a word or another sign between: `tcp or udp`, `tcp_udp`.
fn of_words(text: &str) -> Option<u8> {
    let (mut set, mut has_number) = (0, false);
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        let is_between = BETWEEN.iter().any(|it| it.eq_ignore_ascii_case(word));
        if !is_between {
            has_number |= word.bytes().all(|it| it.is_ascii_digit());
            set |= from_name(word).or_else(|| from_number(word))?;
        }
    }
    // One name with something around it may be anything, but `6 (TCP)` is known.
    (set != 0 && set.is_power_of_two() == has_number).then_some(set)
}

/// The set of a protocol number.
pub(crate) fn from_number(text: &str) -> Option<u8> {
    let bit = NUMBERS.iter().position(|number| *number == text)?;
    Some(1 << bit)
}

/// The set of transports with a note: `TCP (HTTPS)`, `HTTPS (TCP)`, `TCP\u{b9}`.
fn with_note(text: &str) -> Option<u8> {
    const FOOTNOTES: [char; 6] = ['\u{b9}', '\u{b2}', '\u{b3}', '\u{2020}', '\u{2021}', '*'];

    let marked = text.trim_end_matches(FOOTNOTES);
    if marked.len() < text.len() {
        return from_names(marked).ok();
    }
    let (outside, inside) = text.strip_suffix(')')?.split_once('(')?;
    let has_name = |text: &str| {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| from_name(word).is_some())
    };
    let (named, note) = if has_name(outside) {
        (outside, inside)
    } else {
        (inside, outside)
    };
    // A number may be a port.
    let is_clear = !has_name(note) && !note.contains(|it: char| it.is_ascii_digit());
    from_names(named).ok().filter(|_| is_clear)
}

/// "and" and "or", in a few languages.
const BETWEEN: [&str; 12] = [
    "and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "plus",
];

/// `tcp, udp, sctp and dccp`
pub(crate) fn list() -> String {
    let (last, others) = NAMES.split_last().unwrap_or((&"", &[]));
    format!("{} and {last}", others.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{from_names, list, names_of, remedy, variant};

    #[test]
    fn sets_are_read_and_written() {
        assert_eq!(from_names("tcp"), Ok(0b0001));
        assert_eq!(from_names("UDP/tcp"), Ok(0b0011));
        assert_eq!(from_names("sctp / dccp"), Ok(0b1100));
        for text in [
            "TCP & UDP",
            "tcp,udp",
            "tcp+udp",
            "tcp; udp",
            "tcp and udp",
            "/tcp/udp/",
        ] {
            assert_eq!(from_names(text), Ok(0b0011), "{text}");
        }
        assert_eq!(from_names("tcp/upd/x"), Err("upd"));
        assert_eq!(from_names(""), Err(""));
        assert_eq!(from_names("/"), Err("/"));
        assert_eq!(names_of(0b0110).collect::<Vec<_>>(), ["udp", "sctp"]);
        assert_eq!(
            names_of(crate::format::transports::ALL).last(),
            Some("dccp")
        );
        assert_eq!(
            (list().as_str(), variant(2)),
            ("tcp, udp, sctp and dccp", "Sctp".into())
        );
    }

    #[test]
    fn other_words_have_remedies_of_their_own() {
        for (text, part) in [
            ("6", "6 is the number of tcp, write `tcp`"),
            ("132", "write `sctp`"),
            ("Both", "write `tcp/udp`"),
            ("TCP/IP", "write `tcp`"),
            ("udp6", "write `udp`"),
            ("*", "write those that are meant"),
            ("n/a", "skip(transport = \"n/a\")"),
            ("ddp", "skip(transport = \"ddp\")"),
            ("upd", "did you mean `udp`?"),
            ("TCP und UDP", "write `tcp/udp`"),
            ("TCP or UDP", "write `tcp/udp`"),
            ("udp_tcp", "write `tcp/udp`"),
            ("tcp and/or sctp", "write `tcp/sctp`"),
            ("udp (tcp)", "write `tcp/udp`"),
            ("6 (TCP)", "; write `tcp`"),
            ("17/udp", "; write `udp`"),
            ("TCP (HTTPS)", "; write `tcp`"),
            ("HTTPS (UDP/TCP)", "; write `tcp/udp`"),
            ("TCP\u{b9}", "; write `tcp`"),
            ("TCP/UDP*", "; write `tcp/udp`"),
        ] {
            assert!(remedy(text).contains(part), "{text}: {}", remedy(text));
        }
        for text in [
            "SMTP",
            "SFTP",
            "DHCP",
            "http",
            "xtp",
            "",
            "or",
            "tcp or http",
            "tcp (no udp)",
            "tcp (443)",
            "6 (UDP)",
            "6/17",
            "tcp 443",
            "http (tls)",
        ] {
            assert_eq!(remedy(text), "", "{text}");
        }
    }
}
