//! A port with something beside it: `:80`, `localhost:80`, `port 80`, `80 - 90 (http)`.

use std::net::Ipv6Addr;

use super::{DASHES, Place, plain, thousands, written};
use crate::words::{looks::number, transports::from_name};

/// What else than a port a text has.
pub(crate) fn find(text: &str) -> Option<String> {
    if let Some(port) = behind_address(text) {
        return Some(format!("has more than a port in it; write `{port}`"));
    }
    let behind = text.trim_start_matches(|it: char| it.is_ascii_alphabetic());
    let word = &text[..text.len() - behind.len()];
    let is_port = ["port", "ports"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(word));
    let text = if is_port { behind.trim_start() } else { text };
    if let Some(port) = noted(text) {
        return Some(format!("has a footnote; write `{}`", written(port)));
    }
    let end = start(text);
    let port = plain(&text[..end])?;
    let port = written(port);
    is_note(&text[end..]).then(|| format!("has more than a port in it; write `{port}`"))
}

/// Words that stand for more ports than the one in front of them.
const MORE: &[&str] = &[
    "and",
    "or",
    "up",
    "above",
    "over",
    "high",
    "higher",
    "greater",
    "plus",
    "more",
    "upwards",
    "onwards",
    "ff",
    "f",
    "following",
    "to",
    "through",
    "until",
    "till",
    "end",
    "max",
    "min",
    "any",
    "all",
    "other",
    "others",
    "start",
    "base",
    "series",
    "range",
    "per",
    "each",
    "every",
    "x",
    "n",
    "nn",
    "index",
    "offset",
    "increment",
    "etc",
    "except",
    "not",
    "below",
    "down",
    "lower",
    "less",
    "under",
    "und",
    "oder",
    "bis",
    "ab",
    "je",
    "pro",
    "et",
    "ou",
    "y",
    "o",
    "h\u{f6}her",
    "aufw\u{e4}rts",
];

/// Whether what stands behind a port says what it is for, and not that there are more, nor the
/// transport.
fn is_note(text: &str) -> bool {
    let is_sign = |letter: char| {
        !letter.is_alphabetic()
            && !letter.is_whitespace()
            && !"()[],.:;/'\"_".contains(letter)
            && !DASHES.contains(&letter)
    };
    let mut words = text.split(|letter: char| !letter.is_alphabetic());
    let is_other =
        |word: &str| MORE.contains(&word.to_lowercase().as_str()) || from_name(word).is_some();
    !text.contains(is_sign) && !text.contains("..") && !words.any(is_other)
}

/// The port behind an address or a name, which has no other port in it.
fn behind_address(text: &str) -> Option<u16> {
    let (before, port) = text.rsplit_once(':')?;
    let host = before.split_once("://").map_or(before, |(_, host)| host);
    let in_brackets = host.starts_with('[') && host.ends_with(']');
    let is_ip =
        in_brackets || host.parse::<Ipv6Addr>().is_ok() || host.bytes().all(|it| it == b':');
    let is_other = |letter: char| {
        letter.is_whitespace() || matches!(letter, ':' | '/' | ',' | ';' | '&' | '+' | '|')
    };
    // `S:80` may be a transport, as nmap writes it.
    number(port).filter(|_| is_ip || before.len() > 1 && !host.contains(is_other))
}

/// Ports in quotes and brackets, as other programs print them: `['80', '443']`, `="80"`.
pub(crate) fn quoted(text: &str, place: Place) -> Option<String> {
    let marks = [
        '\'', '"', '`', '[', ']', '{', '}', '=', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}',
    ];
    if !text.contains(marks) {
        return None;
    }
    let is_around = |letter: char| letter.is_whitespace() || marks.contains(&letter);
    let port = |part: &str| plain(part.trim_matches(is_around)).map(written);
    let ports: Option<Vec<String>> = text.split(',').map(port).collect();
    let list = thousands::list(&ports?, place);
    // A longer one would be cut where it is shown.
    (list.len() <= 200).then(|| format!("has quotes or brackets; write `{list}`"))
}

/// A port with the mark of a footnote: `80\u{b9}`, `80[1]`, `80 [2]`.
fn noted(text: &str) -> Option<(u16, u16)> {
    let marks = ['\u{b9}', '\u{b2}', '\u{b3}', '\u{2020}', '\u{2021}'];
    let before = text.trim_end_matches(marks);
    if before.len() < text.len() {
        return plain(before.trim_end());
    }
    let (before, note) = text.strip_suffix(']')?.split_once('[')?;
    plain(before.trim_end()).filter(|_| number(note).is_some_and(|it| it < 100))
}

/// Where the first word ends; a range with spaces is one.
fn start(text: &str) -> usize {
    let word = |from: usize| {
        let rest = text[from..].trim_start();
        let long = rest.find(char::is_whitespace).unwrap_or(rest.len());
        text.len() - rest.len() + long
    };
    let first = word(0);
    let Some(last) = text[first..].trim_start().strip_prefix(DASHES) else {
        return first;
    };
    let end = word(text.len() - last.len());
    if plain(&text[..end]).is_some() {
        end
    } else {
        first
    }
}

#[cfg(test)]
mod tests {
    use super::{behind_address, noted};

    #[test]
    fn a_port_is_behind_an_address() {
        for text in ["[::1]:80", "::1:80", "host:80", ":::80", "[a b]:80"] {
            assert_eq!(behind_address(text), Some(80), "{text}");
        }
        assert_eq!(behind_address("http://h:80"), Some(80));
        for text in ["[::1:80", "::g]:80", "80", "a b:80", "host:x", "S:80"] {
            assert_eq!(behind_address(text), None, "{text}");
        }
    }

    #[test]
    fn footnotes_have_two_digits() {
        assert_eq!(noted("80 [99]"), Some((80, 80)));
        assert_eq!(noted("80 [100]"), None);
    }
}
