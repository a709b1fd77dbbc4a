//! Forms of ports that people write and that are not read, with what to write instead:
//! `tcp/443`, `127.0.0.1:80`, `0x50`.
//!
//! Every type that reads ports explains its errors with [`find`]. Call it in `Display`, not
//! where the error is made: an error keeps an [`Excerpt`] of the text, and the search costs
//! nothing until somebody wants to know.
//!
//! ```text
//! impl fmt::Display for ParsePortRangeError {
//!     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
//!         // What this type alone knows comes first: reversed, open, above 65535, empty.
//!         if let Some(form) = wrong_form::find(&self.text, Reads::RANGE) {
//!             return write!(f, "`{}` {form}", self.text);
//!         }
//!         write!(f, "`{}` is not a port range; write {}", self.text, Reads::RANGE.write)
//!     }
//! }
//! ```
//!
//! A wrong remedy is worse than none. So a remedy shows a port only if it is one, and a text
//! that was cut has no remedy that depends on its end.

mod ends;
mod ports;
mod reads;
mod separators;

use core::fmt;

use super::{Excerpt, same};
use crate::Transport;
pub(crate) use ends::Ends;
use ports::{
    EXCLUSIVE, Numbers,
    Ports::{self, One, Range},
    is_digits, is_padded, number, range,
};
pub(crate) use reads::Reads;

/// A wrong form. It prints as what follows the text: "is a list; write one port".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrongForm<'a> {
    what: &'static str,
    remedy: Remedy<'a>,
}

/// What to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Remedy<'a> {
    /// These ports.
    Write(Ports<'a>),
    /// Ports and a transport.
    WriteBoth(Ports<'a>, &'a str),
    /// One port of a range, and the transport if there is one.
    WriteOne(&'a str, Option<&'a str>),
    /// A range with one of its transports.
    WriteRange(Ports<'a>, &'a str),
    /// A range with these ends.
    WriteEnds(Ends),
    /// These numbers.
    WriteNumber(Numbers),
    /// These numbers, if they were meant.
    Perhaps(Numbers),
    /// What the words describe.
    WriteSome(&'static str),
    /// What the words say.
    Say(&'static str),
}

use Remedy::{
    Perhaps, Say, Write, WriteBoth, WriteEnds, WriteNumber, WriteOne, WriteRange, WriteSome,
};

impl fmt::Display for WrongForm<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)?;
        match self.remedy {
            Write(ports) => write!(f, "; write `{ports}`"),
            WriteBoth(ports, transport) => write!(f, "; write `{ports}/{transport}`"),
            WriteOne(port, None) => write!(f, "; write one port, such as `{port}`"),
            WriteOne(port, Some(transport)) => {
                write!(f, "; write one port, such as `{port}/{transport}`")
            }
            WriteRange(ports, transport) => {
                write!(f, "; write one range, such as `{ports}/{transport}`")
            }
            WriteEnds(ends) => write!(f, "; write {ends}"),
            WriteNumber(number) => write!(f, "; write `{number}`"),
            Perhaps(numbers) => {
                let one = match numbers {
                    Numbers::One(_) => "number",
                    Numbers::Range(..) => "range",
                };
                write!(f, "; if it is one {one}, write `{numbers}`")
            }
            WriteSome(words) => write!(f, "; write {words}"),
            Say(words) => write!(f, "; {words}"),
        }
    }
}

/// Returns the wrong form of a text that was not read, if it is one that people write.
pub(crate) fn find(text: &Excerpt, reads: Reads) -> Option<WrongForm<'_>> {
    let is_cut = text.is_cut();
    let text = text.as_str();
    let form = |what, remedy| Some(WrongForm { what, remedy });

    let trimmed = if is_cut {
        text.trim_start()
    } else {
        text.trim()
    };
    if trimmed.is_empty() {
        return None;
    }
    if trimmed.len() < text.len() {
        let remedy = match number(trimmed) {
            Some(_) if !is_cut => Write(One(trimmed)),
            _ => Say("remove it"),
        };
        return form("has white space around it", remedy);
    }
    if let Some((scheme, rest)) = text.split_once("://") {
        return Some(url(scheme, rest, is_cut, reads));
    }
    if is_cut {
        return None;
    }
    if is_no_value(text) {
        return form("is not a port", WriteSome(reads.write));
    }
    for mark in ['"', '\'', '`'] {
        let inner = text.strip_prefix(mark).and_then(|it| it.strip_suffix(mark));
        if let Some(inner) = inner {
            let remedy = number(inner).map_or(Say("remove them"), |_| Write(One(inner)));
            return form("has quotation marks around it", remedy);
        }
    }
    with_slash(text, reads)
        .or_else(|| with_colon(text, reads))
        .or_else(|| notation(text, reads))
        .or_else(|| several(text, reads))
}

/// Returns whether the text is a word for no value, or a truth value, in JSON, YAML and
/// programming languages. None of them is the name of a port.
pub(crate) fn is_no_value(text: &str) -> bool {
    ["null", "none", "nil", "true", "false", "undefined", "~"]
        .iter()
        .any(|word| same(text, word))
}

/// `tcp://10.0.0.1:9120`, which Kubernetes and Docker put into variables that end in `_PORT`.
fn url<'a>(scheme: &'a str, rest: &'a str, is_cut: bool, reads: Reads) -> WrongForm<'a> {
    let end = rest.find(['/', '?', '#']);
    let authority = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    let whole = end.is_some() || !is_cut;
    let port = authority.rsplit_once(':').map(|(_, port)| port);
    let port = port.filter(|port| whole && number(port).is_some());
    WrongForm {
        what: "is a URL",
        remedy: match port {
            Some(port) if !reads.transport => Write(One(port)),
            Some(port) if is_transport(scheme) => WriteBoth(One(port), scheme),
            // The scheme doesn't say whether it is `443/tcp` or `443/udp`.
            Some(_) | None => Say("write its port alone"),
        },
    }
}

fn with_slash(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let (first, rest) = text.split_once('/')?;
    let form = |what, remedy| Some(WrongForm { what, remedy });

    if is_transport(first) && !rest.is_empty() {
        return match Ports::of(rest, reads) {
            Some(ports) if reads.transport => form(TRANSPORT_FIRST, WriteBoth(ports, first)),
            Some(ports) => form(TRANSPORT, Write(ports)),
            None if reads.transport => form(TRANSPORT_FIRST, Say("write it last")),
            None => None,
        };
    }
    let (transport, others) = match rest.split_once('/') {
        Some((transport, others)) => (transport, Some(others)),
        None => (rest, None),
    };
    if let Some((low, ..)) = range(first).filter(|_| !reads.ranges) {
        let transport = Some(transport).filter(|it| reads.transport && is_transport(it));
        return form("is a range", WriteOne(low, transport));
    }
    let Some(ports) = Ports::of(first, reads) else {
        let transport = Transport::from_name(rest).filter(|_| reads.transport)?;
        return ends::find(first, Some(transport), reads);
    };
    if !reads.transport {
        let transports = rest.split('/').all(|it| it.is_empty() || is_transport(it));
        return transports.then_some(WrongForm {
            what: TRANSPORT,
            remedy: Write(ports),
        });
    }
    if transport.is_empty() {
        return form(
            "ends in a slash",
            Say("write the transport behind it: tcp, udp, sctp or dccp"),
        );
    }
    if !is_transport(transport) {
        return None;
    }
    let Some(others) = others else {
        // With a dash, something else is wrong.
        return match range(first) {
            None | Some((_, _, "-")) => None,
            Some(_) => form(NO_DASH, WriteBoth(ports, transport)),
        };
    };
    others.split('/').all(is_transport).then_some(WrongForm {
        what: "has several transports",
        remedy: match ports {
            One(port) => WriteOne(port, Some(transport)),
            Range(..) => WriteRange(ports, transport),
        },
    })
}

const TRANSPORT_FIRST: &str = "has the transport first";
const NO_DASH: &str = "is a range without a dash";
const TRANSPORT: &str = "has a transport, and only the port is read here";

fn with_colon(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let (host, port) = text.rsplit_once(':')?;
    let form = |what, remedy| Some(WrongForm { what, remedy });

    let pair = if is_transport(host) {
        Some((port, host))
    } else if is_transport(port) {
        Some((host, port))
    } else {
        None
    };
    if let Some((port, transport)) = pair {
        number(port)?;
        return if reads.transport {
            form("has a colon", WriteBoth(One(port), transport))
        } else {
            form(TRANSPORT, Write(One(port)))
        };
    }
    if let (Some(low), Some(high)) = (number(host), number(port)) {
        return if low <= high && reads.ranges {
            form("has a colon", Write(Range(host, port)))
        } else {
            // The end of a range, or the port in a container: nobody knows.
            form("is two numbers", Say("write one port"))
        };
    }
    let is_bracketed = host.starts_with('[') && host.ends_with(']');
    if !is_bracketed && host.contains(':') {
        let hex = |it: u8| it.is_ascii_hexdigit() || it == b':' || it == b'.';
        let is_ip = text.contains("::") && text.bytes().all(hex);
        return is_ip.then_some(ADDRESS_ALONE);
    }
    number(port)?;
    if host.is_empty() {
        return form("begins with a colon", Write(One(port)));
    }
    form("has an address in front of the port", Write(One(port)))
}

const ADDRESS_ALONE: WrongForm<'static> = WrongForm {
    what: "is an address without a port",
    remedy: Say("write the port alone"),
};

/// One number, in another notation than digits.
fn notation(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let form = |what, remedy| Some(WrongForm { what, remedy });

    if let Some(unsigned) = text.strip_prefix('+') {
        number(unsigned)?;
        return form("has a sign", Write(One(unsigned)));
    }
    let unsigned = text.strip_prefix(['-', '−']).filter(|_| !reads.ranges);
    if unsigned.is_some_and(is_digits) {
        return form("is negative", Say("a port is a number from 0 to 65535"));
    }
    for (prefix, radix, what) in [
        ("0x", 16, "is hexadecimal"),
        ("0o", 8, "is octal"),
        ("0b", 2, "is binary"),
    ] {
        let Some((head, digits)) = text.split_at_checked(2) else {
            continue;
        };
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if same(head, prefix) && is_plain {
            let number = u16::from_str_radix(digits, radix).ok()?;
            return form(what, WriteNumber(Numbers::One(number)));
        }
    }
    if let Some(form) = separators::find(text, reads) {
        return Some(form);
    }
    if let Some((whole, fraction)) = text.split_once('.') {
        let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
        if zeros && number(whole).is_some() {
            return form("has a fraction", Write(One(whole)));
        }
        if text.split('.').count() == 4 && text.split('.').all(is_digits) {
            return Some(ADDRESS_ALONE);
        }
    }
    let foreign = |letter: char| !letter.is_ascii() && letter.is_numeric();
    if text
        .chars()
        .all(|letter| letter.is_ascii_digit() || foreign(letter))
    {
        return form("has digits that are not ASCII", Say("write 0 to 9"));
    }
    None
}

/// Several ports: a range or a list.
fn several(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let form = |what, remedy| Some(WrongForm { what, remedy });

    let ends = ends::find(text, None, reads);
    if ends.is_some() {
        return ends;
    }
    if let Some((first, _, mark)) = range(text) {
        if !reads.ranges {
            return form("is a range", WriteOne(first, None));
        }
        return match (mark, Ports::of(text, reads)) {
            (EXCLUSIVE, _) => form(NO_DASH, Say("write its first port, `-`, and its last port")),
            // With a dash, something else is wrong.
            ("-", _) | (_, None) => None,
            (_, Some(ports)) => form(NO_DASH, Write(ports)),
        };
    }
    let between = |letter: char| matches!(letter, ',' | ';' | '|') || letter.is_whitespace();
    let mut items = text
        .split(between)
        .filter(|item| !item.is_empty())
        .peekable();
    let is_list = text.contains(between)
        && items.peek().is_some()
        && items.all(|item| number(item).is_some() && !is_padded(item) || range(item).is_some());
    if !is_list {
        return None;
    }
    if !reads.lists {
        let what = "is a list";
        return if reads.ranges {
            form(what, Say("write one range"))
        } else {
            form(what, Say("write one port"))
        };
    }
    let mut items = text.split(',').map(str::trim);
    if !items.any(|item| item.contains(between)) {
        return None;
    }
    form(
        "has ports without a comma between them",
        Say("write commas, as in `80,443`"),
    )
}

fn is_transport(text: &str) -> bool {
    Transport::from_name(text).is_some()
}

#[cfg(test)]
mod tests;
