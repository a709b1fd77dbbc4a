//! Texts that people write at run time: what is read is displayed so that it is read again.

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use port_consts::{
    Category, Os, Port, PortClass, PortRange, PortSet, Service, Side, Transport, TransportPort,
    TransportPortRange,
};

/// Reads a text by all parsers.
pub fn check(text: &str) {
    again::<Port>(text, |_| None);
    again::<PortRange>(text, |_| None);
    again::<PortSet>(text, |_| None);
    again::<TransportPort>(text, |it| Some(it.transport()));
    again::<TransportPortRange>(text, |it| Some(it.transport()));
    again::<Transport>(text, |_| None);
    again::<PortClass>(text, |_| None);
    again::<Side>(text, |_| None);
    again::<Os>(text, |_| None);
    again::<Service>(text, |_| None);
    again::<Category>(text, |_| None);
    port(text);
    range(text);
}

fn again<T>(text: &str, transport: fn(T) -> Option<Transport>)
where
    T: FromStr<Err: Display + Debug> + Display + PartialEq + Debug,
{
    // A URL has its transport in front.
    let halves = text.rsplit_once('/').filter(|_| !text.contains("://"));
    let behind = halves.and_then(|(_, it)| it.parse().ok());
    match text.parse::<T>() {
        Ok(value) => {
            let shown = value.to_string();
            assert_eq!(shown.parse::<T>().expect(&shown), value, "{shown}");
        }
        Err(error) => {
            let message = error.to_string();
            // Texts are cut where they are long.
            assert!(message.len() < 1000 && !message.is_empty(), "{message}");
            assert!(!message.contains(char::is_control), "{message:?}");
            let remedy = message.rsplit_once("; write ");
            // The value, which the message repeats, may have these words, too.
            let remedy = remedy.filter(|_| !text.contains("; write "));
            let remedy = remedy.map_or("", |(_, it)| it);
            for quoted in remedy.split('`').skip(1).step_by(2) {
                // What stands between two ports, and the name of a function.
                if quoted == "-" || quoted.contains("::") {
                    continue;
                }
                let read = quoted.parse::<T>().ok().map(transport);
                let read = read.unwrap_or_else(|| panic!("{message}"));
                // An example may have another transport, and a service must where it has no
                // port under this one.
                let is_other = remedy.contains("such as") || message.contains("has no port under");
                assert!(
                    is_other || read.is_none() || read == behind.or(read),
                    "{message}"
                );
            }
        }
    }
}

/// Digits that make at most 65535 are a port, and nothing else is.
fn port(text: &str) {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.trim_start_matches('0');
    let number = if number.is_empty() { "0" } else { number };
    let expected = number.parse::<u16>().ok().filter(|_| is_digits);
    assert_eq!(text.parse::<Port>().ok().map(Port::get), expected);
    let service = Service::from_name(text).map(Service::port);
    let either = Port::from_name_or_number(text);
    assert_eq!(either.ok(), expected.map(Port::new).or(service));
    let wrapped = text.parse::<TransportPort>().ok().map(|it| it.port().get());
    let first = text.split('/').next().unwrap_or_default();
    if first.bytes().all(|byte| byte.is_ascii_digit()) && wrapped.is_some() {
        assert_eq!(wrapped, first.parse().ok());
    }
}

/// A range is a set of one range.
fn range(text: &str) {
    if let (Ok(range), Ok(set)) = (text.parse::<PortRange>(), text.parse::<PortSet>()) {
        assert!(set.ranges().eq([range]));
    }
    if let Ok(set) = text.parse::<PortSet>() {
        for part in text.split(',').map(str::trim).filter(|it| !it.is_empty()) {
            let range: PortRange = part.parse().expect(part);
            assert!(set.contains_range(range));
        }
    }
}
