//! Texts with a slash: ports with a transport, in front or behind.

use super::{
    NO_DASH, Reads,
    Remedy::{Say, Write, WriteEnds, WriteOne, WriteRange, WriteSome},
    WrongForm, colon,
    ends::{self, Ends},
    is_transport, notation,
    ports::{Ports, range},
    several,
};
use crate::Transport;

pub(super) fn find(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let (first, rest) = text.split_once('/')?;
    let form = |what, remedy| Some(WrongForm::new(what, remedy));

    if is_transport(first) && !rest.is_empty() {
        return match Ports::of(rest, reads) {
            Some(ports) if reads.transport => {
                Some(WrongForm::new(TRANSPORT_FIRST, Write(ports)).under(Some(first)))
            }
            Some(ports) => form(TRANSPORT, Write(ports)),
            None if reads.transport => form(TRANSPORT_FIRST, Say("write it last")),
            None => None,
        };
    }
    // `443//tcp` and `443/tcp/` have one transport, too.
    let mut names = rest.split('/').filter(|name| !name.is_empty());
    let transport = names.next().filter(|name| is_transport(name));
    let has_others = names.next().is_some();

    if let Some((low, ..)) = range(first).filter(|_| !reads.ranges) {
        let transport = transport.filter(|_| reads.transport);
        return Some(WrongForm::new("is a range", WriteOne(low)).under(transport));
    }
    let Some(ports) = Ports::of(first, reads) else {
        let transport = transport.filter(|_| !has_others)?;
        if rest == transport {
            return inner(first, transport, reads);
        }
        let is_name = reads.transport && !first.is_empty();
        return is_name.then_some(WrongForm::new(SLASHES, Say("take it out")));
    };
    if !reads.transport {
        let transports = rest.split('/').all(|it| it.is_empty() || is_transport(it));
        return transports.then_some(WrongForm::new(TRANSPORT, Write(ports)));
    }
    if rest.bytes().all(|byte| byte == b'/') {
        return form(
            "ends in a slash",
            Say("write the transport behind it: tcp, udp, sctp or dccp"),
        );
    }
    let transport = transport?;
    if !has_others {
        let what = if rest == transport {
            // With a dash, something else is wrong.
            range(first).filter(|(.., mark)| *mark != "-")?;
            NO_DASH
        } else {
            SLASHES
        };
        return Some(WrongForm::new(what, Write(ports)).under(Some(transport)));
    }
    if !rest.split('/').all(is_transport) {
        return None;
    }
    let remedy = match ports {
        Ports::One(port) => WriteOne(port),
        Ports::Range(..) => WriteRange(ports),
    };
    Some(WrongForm::new("has several transports", remedy).under(Some(transport)))
}

/// The form of what stands in front of a transport, which the remedy keeps where it is read.
fn inner<'a>(text: &'a str, transport: &'a str, reads: Reads) -> Option<WrongForm<'a>> {
    let name = Transport::from_name(transport).filter(|_| reads.transport);
    if let Some(form) = ends::find(text, name, reads) {
        return Some(form);
    }
    // The reader has seen only those in front of a transport that it reads.
    if let Some((first, last, "-")) = range(text).filter(|_| !reads.transport) {
        let ends = Ends::reversed(first, last, None)?;
        return Some(WrongForm::new(REVERSED, WriteEnds(ends)));
    }
    let mut form = colon::find(text, reads)
        .or_else(|| notation::find(text, reads))
        .or_else(|| several(text, reads))?;
    if reads.transport && form == notation::ADDRESS_ALONE {
        form.remedy = WriteSome(reads.write);
    }
    if form.what == notation::IS_ABOVE {
        form.what = notation::ABOVE;
    }
    Some(form.under(Some(transport).filter(|_| reads.transport)))
}

const TRANSPORT_FIRST: &str = "has the transport first";
const SLASHES: &str = "has a slash too many";
const REVERSED: &str = "is a reversed range, and has a transport, which is not read here";

/// What is wrong with ports and a transport where only ports are read.
pub(super) const TRANSPORT: &str = "has a transport, and only the port is read here";
