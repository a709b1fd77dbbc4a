//! What to write in place of a text that is no port.
//!
//! A remedy is made only where it can be said what was meant; each is tested to be a good
//! cell.

use super::with_transport;
use crate::lists::Listed as _;
use crate::port_text::{Place, bounds, mapping::Mapping, pairs, plain, thousands, written};
use crate::words::looks::{is_digits, number};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What is wrong with a cell as a whole, if its parts don't tell.
pub(super) fn of_cell(text: &str, title: &str) -> Option<String> {
    let mapping = Mapping::read(text).map(|mapping| {
        let here = mapping.remedy();
        match mapping.transport {
            Some(name) => format!("{here}, {}", with_transport::beside(name, title)),
            None => here,
        }
    });
    mapping
        .or_else(|| with_transport::find(text, title))
        .or_else(|| scientific(text))
        .or_else(|| grouped(text))
        .or_else(|| words(text))
}

/// What is wrong with a cell, or one of several in it.
pub(super) fn of_part(text: &str) -> String {
    if let Some(letter) = text.chars().find(|it| is_odd(*it)) {
        let clean: String = text.replace(is_odd, "");
        let code = u32::from(letter);
        return match plain(&clean) {
            Some(_) => format!("contains the invisible character U+{code:04X}; write `{clean}`"),
            None => format!("contains the invisible character U+{code:04X}; take it out"),
        };
    }
    if is_digits(text) {
        return "is above 65535; a port is a 16-bit number, 0 to 65535".to_owned();
    }
    let found = plain_spelling(text)
        .or_else(|| date(text))
        .or_else(|| bounds::find(text))
        .or_else(|| Mapping::read(text).map(|it| it.remedy()))
        .or_else(|| pairs::find(text, Place::Cell))
        .or_else(|| address(text));
    let is_name = text.starts_with(|letter: char| letter.is_alphabetic())
        && !text.contains(char::is_whitespace);
    let remedy = match found {
        Some(remedy) => return remedy,
        None if is_name => "; write the number that the name stands for",
        None => "",
    };
    format!("is not a number, 0 to 65535, or a range: `6000-6063`{remedy}")
}

fn is_odd(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// `8.000`, `8 000`, `8'000`, `8_000`: thousands, or two ports, or a fraction.
fn grouped(text: &str) -> Option<String> {
    let between = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(between, '.' | '\'' | '’' | '_') && !between.is_whitespace() {
        return None;
    }
    let (whole, group) = text.split_once(between)?;
    let is_group = is_digits(group) && group.len() == 3 && !whole.starts_with('0');
    let joined = number(&format!("{whole}{group}")).filter(|_| is_group && is_digits(whole));
    match (joined, between) {
        (Some(port), '.') if group == "000" => Some(format!(
            "may be thousands or a fraction; write `{port}` or `{whole}`"
        )),
        (Some(port), _) if !between.is_whitespace() || group.starts_with('0') => {
            Some(format!("has a separator of thousands; write `{port}`"))
        }
        (Some(port), _) => Some(format!(
            "may be one port or two; write `{port}`, or `{whole};{group}` for two ports"
        )),
        (None, '.')
            if is_digits(whole) && !group.is_empty() && group.bytes().all(|it| it == b'0') =>
        {
            number(whole).map(|port| format!("has a fraction; write `{port}`"))
        }
        (None, _) => {
            let ports: Option<Vec<u16>> = text.split_whitespace().map(number).collect();
            let ports: Vec<String> = ports?.iter().map(u16::to_string).listed();
            let list = thousands::list(&ports, Place::Cell);
            Some(format!("has spaces between several ports; write `{list}`"))
        }
    }
}

/// Words for every port, and for none.
fn words(text: &str) -> Option<String> {
    let skip = format!("leave such rows out with `#[ports(skip(port = {text:?}))]`");
    match text.to_lowercase().as_str() {
        "any" | "all" | "*" | "every" | "alle" => Some(format!(
            "is no port of a service; {skip}, or write `0-65535` for every port"
        )),
        "-1" | "n/a" | "na" | "none" | "null" | "nil" | "-" | "--" | "\u{2013}" | "\u{2014}"
        | "?" | "various" | "dynamic" | "random" | "varies" | "unknown" | "icmp" => {
            Some(format!("is no number; {skip}, or write the port"))
        }
        _ => None,
    }
}

/// A number that is written in another way.
fn plain_spelling(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let radix = |prefix: &str, radix| {
        let digits = lower.strip_prefix(prefix)?;
        u16::from_str_radix(digits, radix)
            .ok()
            .filter(|_| !digits.starts_with('+'))
    };
    if let Some(port) = radix("0x", 16)
        .or_else(|| radix("0o", 8))
        .or_else(|| radix("0b", 2))
    {
        return Some(format!("is not in decimal; write `{port}`"));
    }
    if let Some(port) = text.strip_prefix('+').and_then(number) {
        return Some(format!("has a sign; write `{port}`"));
    }
    let wide: String = text
        .chars()
        .map(|letter| match letter {
            '\u{FF10}'..='\u{FF19}' => {
                char::from_u32(u32::from(letter) - 0xFF10 + 0x30).unwrap_or(letter)
            }
            _ => letter,
        })
        .collect();
    if wide != text && plain(&wide).is_some() {
        return Some(format!("has digits of full width; write `{wide}`"));
    }
    None
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

/// `2-Jan`, `Jan-80`: what a spreadsheet makes of a range.
fn date(text: &str) -> Option<String> {
    let (a, b) = text.split_once(['-', ' ', '.'])?;
    let month = |text: &str| {
        let place = MONTHS
            .iter()
            .position(|month| text.eq_ignore_ascii_case(month))?;
        u16::try_from(place + 1).ok()
    };
    let (a, b) = match (month(a), month(b)) {
        (Some(month), None) => (month, number(b)?),
        (None, Some(month)) => (number(a)?, month),
        _ => return None,
    };
    let (first, last) = (a.min(b), a.max(b));
    Some(format!(
        "is a date that a spreadsheet made of a range; \
         write `{first}-{last}`, and give the column the format Text"
    ))
}

/// `:80`, `localhost:80`, `80 (http)`.
fn address(text: &str) -> Option<String> {
    if let Some(port) = text.rsplit_once(':').and_then(|(_, port)| number(port)) {
        return Some(format!("has more than a port in it; write `{port}`"));
    }
    let mut words = text.split_whitespace();
    let port = words.next().and_then(plain)?;
    let has_digits = words.any(|word| word.contains(|it: char| it.is_ascii_digit()));
    let port = written(port);
    (!has_digits).then(|| format!("has more than a port in it; write `{port}`"))
}
