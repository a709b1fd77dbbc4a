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

mod colon;
mod ends;
mod notation;
mod ports;
mod reads;
mod separators;
mod slash;

use core::fmt;

use super::{Excerpt, same};
use crate::Transport;
pub(crate) use ends::Ends;
use ports::{
    EXCLUSIVE, Numbers,
    Ports::{self, One},
    is_padded, number, range,
};
pub(crate) use reads::Reads;

/// A wrong form. It prints as what follows the text: "is a list; write one port".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrongForm<'a> {
    what: &'static str,
    remedy: Remedy<'a>,
    /// The transport that stands behind the ports to write.
    transport: Option<&'a str>,
}

/// What to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Remedy<'a> {
    /// These ports.
    Write(Ports<'a>),
    /// These ports, or one of them.
    WriteAll(Ports<'a>),
    /// One port of a range.
    WriteOne(&'a str),
    /// A range with one of its transports.
    WriteRange(Ports<'a>),
    /// A range with these ends.
    WriteEnds(Ends),
    /// These numbers.
    WriteNumber(Numbers),
    /// These numbers, if they were meant.
    Perhaps(Numbers),
    /// What a port is, by these words.
    IsNumber(&'static str),
    /// What the words describe.
    WriteSome(&'static str),
    /// What the words say.
    Say(&'static str),
}

use Remedy::{
    IsNumber, Perhaps, Say, Write, WriteAll, WriteEnds, WriteNumber, WriteOne, WriteRange,
    WriteSome,
};

impl<'a> WrongForm<'a> {
    const fn new(what: &'static str, remedy: Remedy<'a>) -> Self {
        Self {
            what,
            remedy,
            transport: None,
        }
    }

    /// The same with a transport behind the ports to write.
    fn under(self, transport: Option<&'a str>) -> Self {
        Self { transport, ..self }
    }

    /// Whether the remedy is port 0.
    fn is_zero(&self) -> bool {
        match self.remedy {
            Write(One(text)) => number(text) == Some(0),
            WriteNumber(Numbers::One(number)) => number == 0,
            _ => false,
        }
    }
}

impl fmt::Display for WrongForm<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)?;
        let behind = Behind(self.transport);
        match self.remedy {
            Write(ports) => write!(f, "; write `{ports}{behind}`"),
            WriteAll(ports) => write!(
                f,
                "; write `{ports}{behind}` for all of them, or the one port that is meant"
            ),
            WriteOne(port) => write!(f, "; write one port, such as `{port}{behind}`"),
            WriteRange(ports) => write!(f, "; write one range, such as `{ports}{behind}`"),
            WriteEnds(ends) => write!(f, "; write {ends}"),
            WriteNumber(number) => write!(f, "; write `{number}{behind}`"),
            Perhaps(numbers) => {
                let one = match numbers {
                    Numbers::One(_) => "number",
                    Numbers::Range(..) => "range",
                };
                write!(f, "; if it is one {one}, write `{numbers}{behind}`")
            }
            IsNumber(words) => write!(f, "; a port is {words}"),
            WriteSome(words) => write!(f, "; write {words}"),
            Say(words) => write!(f, "; {words}"),
        }
    }
}

/// Returns the wrong form of a text that was not read, if it is one that people write.
pub(crate) fn find(text: &Excerpt, reads: Reads) -> Option<WrongForm<'_>> {
    let form = form(text, reads)?;
    // Port 0 would be refused next.
    if form.is_zero() && reads.lowest > 0 {
        return Some(WrongForm::new(form.what, WriteSome(reads.write)));
    }
    Some(form)
}

fn form(text: &Excerpt, reads: Reads) -> Option<WrongForm<'_>> {
    let is_cut = text.is_cut();
    let text = text.as_str();
    let form = |what, remedy| Some(WrongForm::new(what, remedy));

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
    transports_alone(text, reads)
        .or_else(|| slash::find(text, reads))
        .or_else(|| colon::find(text, reads))
        .or_else(|| notation::find(text, reads))
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
    let (remedy, transport) = match port {
        Some(port) if !reads.transport => (Write(One(port)), None),
        Some(port) if is_transport(scheme) => (Write(One(port)), Some(scheme)),
        // The scheme doesn't say whether it is `443/tcp` or `443/udp`.
        Some(_) | None => (Say("write its port alone"), None),
    };
    WrongForm::new("is a URL", remedy).under(transport)
}

/// `tcp` and `tcp/udp`, and the same with slashes around.
fn transports_alone(text: &str, reads: Reads) -> Option<WrongForm<'static>> {
    let mut names = text.split('/').filter(|name| !name.is_empty()).peekable();
    names.peek()?;
    let count = names.clone().count();
    let what = if count == 1 {
        "is a transport without a port"
    } else {
        "has transports and no port"
    };
    let form = WrongForm::new(what, WriteSome(reads.write));
    names.all(is_transport).then_some(form)
}

/// Several ports: a range or a list.
fn several(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let form = |what, remedy| Some(WrongForm::new(what, remedy));

    let ends = ends::find(text, None, reads);
    if ends.is_some() {
        return ends;
    }
    if let Some((first, _, mark)) = range(text) {
        if !reads.ranges {
            return form("is a range", WriteOne(first));
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

const NO_DASH: &str = "is a range without a dash";

/// A transport as it stands behind ports, if there is one.
#[derive(Clone, Copy)]
struct Behind<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for Behind<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(transport) => write!(f, "/{transport}"),
            None => Ok(()),
        }
    }
}

fn is_transport(text: &str) -> bool {
    Transport::from_name(text).is_some()
}

#[cfg(test)]
mod tests;
