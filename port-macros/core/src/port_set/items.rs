//! What stands between the commas of `port_set!`: ports, ranges and names.

use crate::{
    lists::Listed as _,
    port::{too_long, without_transport},
    port_text::{Place, beside, bounds, mapping::Mapping, pairs, quoted, spelling, thousands},
    words::looks::is_digits,
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
        mistakes.push(format!("`{}` {remedy}", quoted(text.trim())));
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
    let mistake = |remedy: String| Err(format!("`{}` {remedy}", quoted(text)));
    if text.contains(';') {
        return mistake(with_semicolons(text));
    }
    if let Some(mapping) = Mapping::read(text) {
        return mistake(mapping.remedy());
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
    if let Some(remedy) = other_form(text) {
        return mistake(remedy);
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
            "the range `{text}` has no ports; write a port such as `443`, \
             or `0-65535` if you mean all ports"
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
            let first = number_of(first, text)?;
            let (end, last) = (last, number_of(last, text)?);
            if let Some(remedy) = pairs::in_order(first, end) {
                return Err(format!("the range `{text}` is reversed; {remedy}"));
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

fn with_semicolons(text: &str) -> String {
    let is_good = text.split(';').all(|part| item(part.trim(), 1).is_ok());
    if !is_good {
        return "has semicolons between several items; write commas".to_owned();
    }
    let list = text.split(';').map(str::trim).listed().join(", ");
    format!("has semicolons between several items; write `{list}`")
}

/// What is wrong with ports that are written as elsewhere.
fn other_form(text: &str) -> Option<String> {
    if text.split('-').all(|end| is_digits(end.trim())) {
        return None;
    }
    let has_dash = text.starts_with('-') || text.ends_with('-');
    pairs::find(text, Place::Set)
        .or_else(|| bounds::find(text).filter(|_| !has_dash))
        .or_else(|| spelling::find(text, Place::Set))
        .or_else(|| beside::find(text).filter(|_| !has_dash))
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
            (
                "-",
                "write a port such as `443`, or `0-65535` if you mean all ports",
            ),
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
                "besides, `80–90` has another dash than `-`; write `80-90`",
            ),
            (
                "90-80/udp",
                "besides, the range `90-80` is reversed; write `80-90`",
            ),
            ("tcp:udp:80", "a set has ports alone; write `80`"),
            ("/tcp", "besides, item 1 is empty"),
            (
                "80..90",
                "`80..90` is a range without a dash; write its first port",
            ),
            ("80..=90", "without a dash; write `80-90`"),
            ("80 to 90", "without a dash; write `80-90`"),
            ("80–90", "another dash than `-`; write `80-90`"),
            ("90..80", "runs backwards; write `80-90`"),
            ("80:90", "`80:90` may be a range, or one port"),
            ("8080:80", "`8080:80` is two ports, of which one leads"),
            ("127.0.0.1:8080:80", "has an address and two ports"),
            ("8080:80/tcp", "write `8080` or `80`, whichever is meant"),
            (
                "6881-89",
                "is reversed; write `6881-6889` if its end is shortened",
            ),
            ("80 90", "spaces between several ports; write `80, 90`"),
            ("80\n443", "`80\\n443` has line breaks"),
            ("8 080", "a separator of thousands; write `8080`"),
            ("53 853", "write `53853`, or `53, 853` for two ports"),
            (
                "80;443",
                "has semicolons between several items; write `80, 443`",
            ),
            (
                "80; x",
                "has semicolons between several items; write `80, x`",
            ),
            (
                "80;90-80",
                "has semicolons between several items; write commas",
            ),
            ("0.0.0.0:80", "has more than a port in it; write `80`"),
            ("localhost:80", "has more than a port in it; write `80`"),
            ("0x50", "is not in decimal; write `80`"),
            ("1024+", "is a range without an end; write `1024-65535`"),
            (
                "1024 and up",
                "is a range without an end; write `1024-65535`",
            ),
            ("20/21", "write `20, 21` or `20-21`"),
            ("80 (tcp)", "a set has ports alone; write `80`"),
            ("443.0", "has a fraction; write `443`"),
            ("80-90-100", "`90-100` in `80-90-100` is no port"),
            ("+80", "`+80` has a sign; write `80`"),
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
            "-", "..", "to", ":", " ", "+", "*", "65536", ";", "0x1",
        ];
        let mut seen = 0;
        for text in texts(&pieces) {
            let (_, mistakes) = read(&text);
            for mistake in mistakes {
                for text in to_write(&mistake) {
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
