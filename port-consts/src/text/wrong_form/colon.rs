//! Texts with a colon: ports with a transport, pairs of ports, and ports with an address.

use super::{
    Reads,
    Remedy::{IsNumber, Say, Write, WriteAll, WriteOne, WriteSome},
    WrongForm, is_transport,
    notation::{ABOVE, ADDRESS_ALONE},
    ports::{
        Ports::{self, One, Range},
        is_above, is_digits, number, range,
    },
    slash::TRANSPORT,
};

pub(super) fn find(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let (host, port) = text.rsplit_once(':')?;
    let form = |what, remedy| Some(WrongForm::new(what, remedy));
    let above = || form(ABOVE, IsNumber(reads.number));

    let pair = if is_transport(host) {
        Some((port, host))
    } else if is_transport(port) {
        Some((host, port))
    } else {
        None
    };
    if let Some((port, transport)) = pair {
        if is_above(port) {
            return above();
        }
        if let Some((low, ..)) = range(port).filter(|_| !reads.ranges) {
            let transport = Some(transport).filter(|_| reads.transport);
            return Some(WrongForm::new("is a range", WriteOne(low)).under(transport));
        }
        let ports = Ports::of(port, reads)?;
        return if reads.transport {
            Some(WrongForm::new("has a colon", Write(ports)).under(Some(transport)))
        } else {
            form(TRANSPORT, Write(ports))
        };
    }
    if let (Some(low), Some(high)) = (number(host), number(port)) {
        return if low == high {
            form("is the same port twice", Write(One(port)))
        } else if low < high && reads.ranges {
            // Docker writes its mappings so, and a range opens all ports between.
            form(
                "may be a range, or one port that leads to another",
                WriteAll(Range(host, port)),
            )
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
    if is_above(port) {
        return above();
    }
    if host.is_empty() {
        return form("begins with a colon", Write(Ports::of(port, reads)?));
    }
    if !is_bracketed && !is_host(host) {
        number(port)?;
        // A range or a name, say, and nobody knows what it is for.
        return form("has a colon", WriteSome(reads.write));
    }
    let ports = Ports::of(port, reads)?;
    form("has an address in front of the port", Write(ports))
}

/// Whether a text in front of a port is an IPv4 address, a domain name with a dot, `localhost`
/// or `*`. A word without a dot may be anything.
fn is_host(text: &str) -> bool {
    let mut labels = text.split('.');
    let is_ip = labels.clone().count() == 4 && labels.clone().all(is_digits);
    let is_name = labels.all(|label| {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !label.is_empty() && label.bytes().all(is_letter)
    });
    let top = text.rsplit_once('.').map(|(_, top)| top);
    let has_top = top.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_alphabetic()));
    is_ip || is_name && has_top || text == "*" || super::same(text, "localhost")
}
