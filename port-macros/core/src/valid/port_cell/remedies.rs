//! What to write in place of a text that is no port.
//!
//! A remedy is made only where it can be said what was meant; each is tested to be a good
//! cell.

use super::{date, with_transport};
use crate::port_text::{Place, beside, bounds, mapping::Mapping, pairs, plain, spelling};
use crate::words::{
    absent::is_absent,
    leave_out,
    looks::is_digits,
    transports::{from_number, names_of},
};

/// What is wrong with a cell as a whole, if its parts don't tell.
pub(super) fn of_cell(text: &str, title: &str) -> Option<String> {
    let mapping = Mapping::read(text).map(|it| mapped(&it, title));
    mapping
        .or_else(|| several_mapped(text, title))
        .or_else(|| with_transport::find(text, title))
        .or_else(|| numbered(text, title))
        .or_else(|| behind_transport(text, title))
        .or_else(|| scientific(text))
        .or_else(|| beside::quoted(text, Place::Cell))
        .or_else(|| spelling::find(text, Place::Cell))
        .or_else(|| words(text))
}

fn mapped(mapping: &Mapping, title: &str) -> String {
    let here = mapping.remedy();
    match mapping.transport {
        Some(name) => format!("{here}, {}", with_transport::beside(name, title)),
        None => here,
    }
}

/// The same of several, as docker lists a port twice: `0.0.0.0:80->80/tcp, :::80->80/tcp`.
fn several_mapped(text: &str, title: &str) -> Option<String> {
    let all: Option<Vec<Mapping>> = parts(text).map(Mapping::read).collect();
    let all = all?;
    let first = all.first()?;
    if all.iter().any(|it| it.set() != first.set()) {
        return Some(with_transport::DIFFERENT.to_owned());
    }
    let are_same = all.iter().all(|it| it.ports() == first.ports());
    are_same.then(|| mapped(first, title))
}

/// The ports of a list.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// What is wrong with ports that have a transport beside them: `67/68 udp`.
fn behind_transport(text: &str, title: &str) -> Option<String> {
    let (ports, name) = with_transport::split(text)?;
    if with_transport::set_of(ports) != 0 || numbered(ports, title).is_some() {
        // There is another one.
        return None;
    }
    let remedy = of_ports(ports, title)?;
    if is_digits(ports) {
        return Some(remedy);
    }
    let there = with_transport::beside(name, title);
    remedy
        .contains("; write `")
        .then(|| format!("{remedy}, {there}"))
}

/// What is wrong with ports that have the number of a transport: `53/17`, if it isn't two ports.
fn numbered(text: &str, title: &str) -> Option<String> {
    let named = |part: &str| {
        let (port, number) = part.rsplit_once('/')?;
        let name = names_of(from_number(number.trim())?).next()?;
        Some(format!("{}/{name}", port.trim()))
    };
    let named: Option<Vec<String>> = parts(text).map(named).collect();
    let remedy = with_transport::find(&named?.join(","), title)?;
    let remedy = remedy.replace("has a transport", "may have the number of a transport");
    let ports = pairs::find(text, Place::Cell).unwrap_or_default();
    Some(match ports.split_once("; write ") {
        Some((_, ports)) => format!("{remedy}, or {ports}"),
        None => remedy,
    })
}

/// What is wrong with a cell, or one of several in it.
pub(super) fn of_part(text: &str, title: &str) -> String {
    let is_name = text.starts_with(|letter: char| letter.is_alphabetic())
        && !text.contains(char::is_whitespace);
    let remedy = match of_ports(text, title) {
        Some(remedy) => return remedy,
        None if is_name => "; write the number that the name stands for",
        None => "",
    };
    format!("is not a number, 0 to 65535, or a range: `6000-6063`{remedy}")
}

/// What is wrong with a text that is meant to be ports.
fn of_ports(text: &str, title: &str) -> Option<String> {
    if let Some(letter) = text.chars().find(|it| is_odd(*it)) {
        let clean: String = text.replace(is_odd, "");
        let code = u32::from(letter);
        let remedy = match plain(&clean) {
            Some(_) => format!("write `{clean}`"),
            None => "take it out".to_owned(),
        };
        return Some(format!(
            "contains the invisible character U+{code:04X}; {remedy}"
        ));
    }
    if is_digits(text) {
        return Some("is above 65535; a port is a 16-bit number, 0 to 65535".to_owned());
    }
    with_transport::find(text, title)
        .or_else(|| numbered(text, title))
        .or_else(|| spelling::find(text, Place::Cell))
        .or_else(|| scientific(text))
        .or_else(|| date::find(text))
        .or_else(|| no_port(text))
        .or_else(|| bounds::find(text))
        .or_else(|| Mapping::read(text).map(|it| mapped(&it, title)))
        .or_else(|| pairs::find(text, Place::Cell))
        .or_else(|| beside::find(text))
}

fn is_odd(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// Words for every port, and for none, in place of a cell.
fn words(text: &str) -> Option<String> {
    let skip = format!(
        "leave such rows out with {}",
        leave_out::option("port", text)
    );
    match Word::of(text)? {
        Word::Every => Some(format!(
            "is no port of a service; {skip}, or write `0-65535` for every port"
        )),
        Word::None => Some(format!("is no number; {skip}, or write the port")),
    }
}

/// The same words beside ports.
fn no_port(text: &str) -> Option<String> {
    match Word::of(text)? {
        Word::Every => Some("is no port of a service; take it out".to_owned()),
        Word::None => Some("is no number; take it out, or write the port".to_owned()),
    }
}

enum Word {
    Every,
    None,
}

impl Word {
    fn of(text: &str) -> Option<Self> {
        // No more than the longest.
        let lower = (text.len() < 20).then(|| text.to_lowercase())?;
        match lower.as_str() {
            "any" | "all" | "*" | "every" | "alle" => Some(Word::Every),
            "-1" | "na" | "nan" | "none" | "null" | "nil" | "-" | "--" | "\u{2013}"
            | "\u{2014}" | "?" | "various" | "dynamic" | "ephemeral" | "random" | "varies"
            | "variable" | "multiple" | "several" | "undefined" | "icmp" | "todo" | "true"
            | "false" | "yes" | "no" => Some(Word::None),
            _ if is_absent(text) => Some(Word::None),
            _ => None,
        }
    }
}

/// `4.43E+02`, a number as a spreadsheet shows it.
fn scientific(text: &str) -> Option<String> {
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, 'e' | 'E' | '.' | ',' | '+');
    let starts = text.starts_with(|letter: char| letter.is_ascii_digit());
    if !starts || !text.contains(['e', 'E']) || !text.chars().all(is_part) {
        return None;
    }
    let value: f64 = text.replace(',', ".").parse().ok()?;
    let port = (0..=u16::MAX).find(|port| (f64::from(*port) - value).abs() < 0.01)?;
    Some(format!(
        "is a number as a spreadsheet shows it, which may be rounded; \
         write all its digits, such as `{port}`"
    ))
}
