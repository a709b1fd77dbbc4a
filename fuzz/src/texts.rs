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
    again::<Port>(text);
    again::<PortRange>(text);
    again::<PortSet>(text);
    again::<TransportPort>(text);
    again::<TransportPortRange>(text);
    again::<Transport>(text);
    again::<PortClass>(text);
    again::<Side>(text);
    again::<Os>(text);
    again::<Service>(text);
    again::<Category>(text);
    port(text);
    range(text);
}

fn again<T: FromStr<Err: Display + Debug> + Display + PartialEq + Debug>(text: &str) {
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
            let remedy = message.rsplit_once("; write ").map_or("", |(_, it)| it);
            for quoted in remedy.split('`').skip(1).step_by(2) {
                // What stands between two ports, and the name of a function.
                let is_text = quoted != "-" && !quoted.contains("::");
                assert!(!is_text || quoted.parse::<T>().is_ok(), "{message}");
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
