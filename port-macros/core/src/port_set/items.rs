//! What stands between the commas of `port_set!`: ports, ranges and names.

use crate::{
    port::{too_long, without_transport},
    port_text::{Place, thousands},
    problem::shown,
    words::looks::{is_digits, number},
};

/// One item.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    Ports {
        first: u16,
        last: u16,
    },
    /// Looked up in the registry by the compiler, which alone can look into it.
    Name(String),
}

/// What is wrong with one item, quoted, with the remedy.
type Mistake = String;

/// Reads all items. A comma may stand behind the last.
pub(super) fn read(text: &str) -> (Vec<Item>, Vec<Mistake>) {
    let mut items = Vec::new();
    let mut mistakes = Vec::new();
    if text.trim().is_empty() {
        mistakes.push("the set is empty; write its ports: `port_set!(\"80, 443\")`".to_owned());
        return (items, mistakes);
    }
    if let Some(remedy) = thousands::find(text, Place::Set) {
        mistakes.push(format!("`{}` {remedy}", shown(text.trim())));
        return (items, mistakes);
    }
    let text = text.trim_end();
    let text = text.strip_suffix(',').unwrap_or(text);
    for (i, part) in text.split(',').enumerate() {
        match item(part.trim(), i + 1) {
            Ok(item) => items.push(item),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    (items, mistakes)
}

fn item(text: &str, number: usize) -> Result<Item, Mistake> {
    if text.is_empty() {
        return Err(format!("item {number} is empty; take out a comma"));
    }
    if let Some(mistake) = too_long(text) {
        return Err(mistake);
    }
    if matches!(text.to_ascii_lowercase().as_str(), "*" | "any" | "all") {
        return Err(format!(
            "`{text}` is no port; write `0-65535` for all ports"
        ));
    }
    let mut plain = text;
    while let Some(rest) = without_transport(plain) {
        plain = rest;
    }
    if plain != text {
        let rule = format!("`{text}` has a transport, and a set has ports alone");
        return Err(match item(plain, number) {
            Ok(Item::Ports { first, last }) if first == last => format!("{rule}; write `{first}`"),
            Ok(Item::Ports { first, last }) => format!("{rule}; write `{first}-{last}`"),
            Ok(Item::Name(name)) => format!("{rule}; write `{name}`"),
            Err(mistake) => format!("{rule}; besides, {mistake}"),
        });
    }
    if let Some(remedy) = other_notation(text) {
        return Err(format!(
            "a range is written with a dash; write `{remedy}` for `{text}`"
        ));
    }
    if text.chars().any(char::is_alphabetic) {
        return Ok(Item::Name(text.to_owned()));
    }
    match text.split_once('-') {
        None => number_of(text, text).map(|port| Item::Ports {
            first: port,
            last: port,
        }),
        Some((first, last)) => range(first.trim(), last.trim(), text),
    }
}

fn range(first: &str, last: &str, text: &str) -> Result<Item, Mistake> {
    match (first, last) {
        ("", "") => Err(format!(
            "the range `{text}` has no ports; write `0-65535` for all of them"
        )),
        (first, "") => {
            let first = number_of(first, text)?;
            Err(format!(
                "the range `{text}` has no last port; write `{first}-65535`"
            ))
        }
        ("", last) => {
            let last = number_of(last, text)?;
            Err(format!(
                "the range `{text}` has no first port; write `0-{last}`, \
                 or `{last}` if you mean one port"
            ))
        }
        (first, last) => {
            let (first, last) = (number_of(first, text)?, number_of(last, text)?);
            if first > last {
                return Err(format!(
                    "the range `{text}` is reversed; write `{last}-{first}`"
                ));
            }
            Ok(Item::Ports { first, last })
        }
    }
}

/// A port; `text` is the item that it stands in.
fn number_of(digits: &str, text: &str) -> Result<u16, Mistake> {
    let within = if digits == text {
        String::new()
    } else {
        format!(" in `{text}`")
    };
    if !is_digits(digits) {
        return Err(format!(
            "`{digits}`{within} is no port; \
             write a number, 0 to 65535, a range `8000-8100`, or a service's name"
        ));
    }
    digits.parse().map_err(|_| {
        format!("port `{digits}`{within} is above 65535; a port is a 16-bit number, 0 to 65535")
    })
}

/// What other notations have between the first and the last port.
const OTHER_DASHES: [&str; 10] = [
    "..=", "..", ":", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "to",
];

/// `8000-8100` for a range in another notation.
fn other_notation(text: &str) -> Option<String> {
    OTHER_DASHES.into_iter().find_map(|dash| {
        let (first, last) = text.split_once(dash)?;
        let (first, last) = (number(first.trim())?, number(last.trim())?);
        Some(format!("{}-{}", first.min(last), first.max(last)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Item, read};
    use crate::tests::{texts, to_write};

    #[test]
    fn ports_ranges_and_names_are_told_apart() {
        let (items, mistakes) = read(" 80, 8000 - 8100,http-alt , 9pfs,007,9-9,");
        let ports = |first, last| Item::Ports { first, last };
        let name = |text: &str| Item::Name(text.to_owned());
        let expected = [
            ports(80, 80),
            ports(8000, 8100),
            name("http-alt"),
            name("9pfs"),
            ports(7, 7),
            ports(9, 9),
        ];
        assert_eq!(items, expected);
        assert_eq!(mistakes, [""; 0]);
    }

    #[test]
    fn each_mistake_quotes_its_item_and_says_what_to_write() {
        for (text, part) in [
            ("", "the set is empty; write"),
            (" ", "the set is empty; write"),
            (",", "item 1 is empty; take out a comma"),
            ("80,,443", "item 2 is empty; take out a comma"),
            ("80,443,,", "item 3 is empty; take out a comma"),
            ("any", "write `0-65535` for all ports"),
            ("*", "write `0-65535` for all ports"),
            ("90-80", "the range `90-80` is reversed; write `80-90`"),
            ("80-", "the range `80-` has no last port; write `80-65535`"),
            ("-80", "write `0-80`, or `80` if you mean one port"),
            ("-", "write `0-65535`"),
            ("70000", "port `70000` is above 65535"),
            ("1-70000", "port `70000` in `1-70000` is above 65535"),
            ("99999999999999999999", "is above 65535"),
            ("80/tcp", "a set has ports alone; write `80`"),
            ("80-90/udp", "a set has ports alone; write `80-90`"),
            ("udp/080", "a set has ports alone; write `80`"),
            ("80:tcp", "a set has ports alone; write `80`"),
            ("80 / tcp/udp", "a set has ports alone; write `80`"),
            ("https/tcp", "a set has ports alone; write `https`"),
            (
                "80–90/udp",
                "besides, a range is written with a dash; write `80-90` for `80–90`",
            ),
            (
                "90-80/udp",
                "besides, the range `90-80` is reversed; write `80-90`",
            ),
            ("tcp:udp:80", "a set has ports alone; write `80`"),
            ("/tcp", "besides, item 1 is empty"),
            ("80..90", "write `80-90` for `80..90`"),
            ("80..=90", "write `80-90` for `80..=90`"),
            ("80:90", "write `80-90` for `80:90`"),
            ("80 to 90", "write `80-90` for `80 to 90`"),
            ("80–90", "write `80-90` for `80–90`"),
            ("90..80", "write `80-90` for `90..80`"),
            ("80 90", "`80 90` is no port; write a number"),
            ("80-90-100", "`90-100` in `80-90-100` is no port"),
            ("+80", "`+80` is no port"),
            (
                "8,000",
                "`8,000` has a separator of thousands; write `8000`",
            ),
            ("1,024-65,535", "thousands; write `1024-65535`"),
            ("http, 8,080", "thousands; write `http, 8080`"),
        ] {
            let (_, mistakes) = read(text);
            assert_eq!(mistakes.len(), 1, "{text}: {mistakes:?}");
            assert!(mistakes[0].contains(part), "{text}: {mistakes:?}");
        }
    }

    /// Of all texts of these pieces, what an error says to write is read.
    #[test]
    fn every_remedy_is_read() {
        let pieces = [
            "80", "8", "443", "000", ",", "80-99", "99-80", "80–99", "tcp", "/tcp", "http", "/",
            "-", "..", "to", ":", " ", "+", "*", "65536",
        ];
        let mut seen = 0;
        for text in texts(&pieces) {
            let (_, mistakes) = read(&text);
            for mistake in mistakes {
                let remedy = mistake.split(" for `").next().unwrap_or_default();
                for text in to_write(remedy) {
                    seen += 1;
                    assert!(read(text).1.is_empty(), "{mistake}");
                }
            }
        }
        assert!(seen > 200, "{seen} remedies");
    }

    #[test]
    fn all_mistakes_come_at_once() {
        let (items, mistakes) = read("1, 90-80, 2, 70000");
        assert_eq!((items.len(), mistakes.len()), (2, 2));
    }
}
