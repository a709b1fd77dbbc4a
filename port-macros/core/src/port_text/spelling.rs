//! Numbers in another form than digits: `0x50`, `+80`, `443.0`, `8 080`, `8.080-8.090`.

use super::{DASHES, Place, plain, thousands, written};
use crate::lists::Listed as _;
use crate::words::looks::{is_digits, number};

/// What is wrong with such numbers.
pub(crate) fn find(text: &str, place: Place) -> Option<String> {
    notation(text)
        .or_else(|| grouped(text, place))
        .or_else(|| range(text))
        .or_else(|| spaced(text, place))
        .or_else(|| with_colons(text, place))
}

/// A number that is written in another way.
fn notation(text: &str) -> Option<String> {
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

/// `8.000`, `8 000`, `8'000`, `8_000`: thousands, or two ports, or a fraction.
fn grouped(text: &str, place: Place) -> Option<String> {
    let between = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if let Some(port) = in_thousands(text) {
        let (whole, group) = text.split_once(between)?;
        return Some(if between == '.' && group == "000" {
            format!("may be thousands or a fraction; write `{port}` or `{whole}`")
        } else if between.is_whitespace() && !group.starts_with('0') {
            let two = thousands::list(&[whole.to_owned(), group.to_owned()], place);
            format!("may be one port or two; write `{port}`, or `{two}` for two ports")
        } else {
            format!("has a separator of thousands; write `{port}`")
        });
    }
    without_fraction(text).map(|port| format!("has a fraction; write `{port}`"))
}

/// The number that digits are in groups of three.
pub(super) fn in_thousands(text: &str) -> Option<u16> {
    let between = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let is_blank = between.is_whitespace() && !between.is_control();
    if !is_blank && !matches!(between, '.' | '\'' | '\u{2019}' | '_') {
        return None;
    }
    let (whole, group) = text.split_once(between)?;
    let is_good = is_digits(whole) && is_digits(group) && group.len() == 3;
    number(&format!("{whole}{group}")).filter(|_| is_good && !whole.starts_with('0'))
}

/// The number that has zeros behind its point.
fn without_fraction(text: &str) -> Option<u16> {
    let (whole, zeros) = text.split_once('.')?;
    let is_good = !zeros.is_empty() && zeros.bytes().all(|it| it == b'0');
    number(whole).filter(|_| is_good)
}

/// `80 443`, or one port a line.
fn spaced(text: &str, place: Place) -> Option<String> {
    let (first, behind) = text.split_once(char::is_whitespace)?;
    plain(first).filter(|_| !behind.is_empty())?;
    let ports = text.split_whitespace().map(|it| plain(it).map(written));
    let ports: Option<Vec<String>> = ports.collect();
    let ports = ports?;
    let list = thousands::list(&ports, place);
    let between = match text.chars().find(|letter| letter.is_control()) {
        Some('\t') => "tabs",
        Some(_) => "line breaks",
        None => "spaces",
    };
    // `8 000 9 000` may be two ports or four.
    let is_unclear = |line: &str| {
        let words = line.split_whitespace().listed();
        let has_zeros = words.iter().skip(1).any(|it| it.starts_with('0'));
        has_zeros || ports.len() > 2 && thousands::may_be_fewer(&words)
    };
    if text.split(char::is_control).any(is_unclear) {
        return Some(
            "may have separators of thousands, or spaces between ports; \
             write its numbers without spaces, and commas between ports"
                .to_owned(),
        );
    }
    // A longer one would be cut where it is shown.
    Some(if list.len() > 200 {
        format!("has {between} between several ports; write commas")
    } else {
        format!("has {between} between several ports; write `{list}`")
    })
}

/// `80:443:8080`: more ports than a mapping has, and fewer than an IPv6 address.
fn with_colons(text: &str, place: Place) -> Option<String> {
    let ports = text.split(':').map(|it| plain(it).map(written));
    let ports: Option<Vec<String>> = ports.take(8).collect();
    // `12:30:00` is a time.
    let ports = ports.filter(|it| (3..8).contains(&it.len()) && !text.contains(":0"))?;
    let list = thousands::list(&ports, place);
    Some(format!("has colons between several ports; write `{list}`"))
}

/// `1.024-65.535`, `8 000-8 010`, `443.0-445.0`.
fn range(text: &str) -> Option<String> {
    if plain(text).is_some() {
        return None;
    }
    let (first, last) = text.split_once(DASHES)?;
    let ends = [first.trim_end(), last.trim_start()];
    let has_space = ends.iter().any(|it| it.contains(char::is_whitespace));
    let of = |read: fn(&str) -> Option<u16>| {
        let [first, last] = ends.map(|end| number(end).or_else(|| read(end)));
        first.zip(last).filter(|(first, last)| first <= last)
    };
    // `22 443-8080` may be a port and a range.
    let is_other = |end: &&str| number(end).is_some_and(|port| port >= 1000);
    let in_thousands = of(in_thousands).filter(|_| !has_space || !ends.iter().any(is_other));
    match (in_thousands, of(without_fraction)) {
        (Some((first, last)), Some((a, b))) => Some(format!(
            "may be thousands or fractions; write `{first}-{last}` or `{a}-{b}`"
        )),
        (Some((first, last)), None) => Some(format!(
            "has separators of thousands; write `{first}-{last}`"
        )),
        (None, Some((first, last))) => Some(format!("has fractions; write `{first}-{last}`")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, find};

    #[test]
    fn numbers_of_other_forms_are_told_apart() {
        for (text, remedy) in [
            (
                "1.024-65.535",
                "has separators of thousands; write `1024-65535`",
            ),
            (
                "8 000 - 8 010",
                "has separators of thousands; write `8000-8010`",
            ),
            ("80-8 443", "has separators of thousands; write `80-8443`"),
            (
                "8'000\u{2013}8'010",
                "has separators of thousands; write `8000-8010`",
            ),
            (
                "8 000-8 010",
                "has separators of thousands; write `8000-8010`",
            ),
            (
                "5 900-5 910",
                "has separators of thousands; write `5900-5910`",
            ),
            ("443.0-445.0", "has fractions; write `443-445`"),
            (
                "8.000-9.000",
                "may be thousands or fractions; write `8000-9000` or `8-9`",
            ),
            (
                "80 443-445",
                "has spaces between several ports; write `80, 443-445`",
            ),
            (
                "22 443-445",
                "has spaces between several ports; write `22, 443-445`",
            ),
            (
                "80\n443",
                "has line breaks between several ports; write `80, 443`",
            ),
            (
                "8\r\n443",
                "has line breaks between several ports; write `8, 443`",
            ),
            (
                "53 853",
                "may be one port or two; write `53853`, or `53, 853` for two ports",
            ),
            (
                "53  853",
                "has spaces between several ports; write `53, 853`",
            ),
            (
                "1024-65.535",
                "has separators of thousands; write `1024-65535`",
            ),
            ("0x50", "is not in decimal; write `80`"),
        ] {
            assert_eq!(find(text, Place::Set).as_deref(), Some(remedy), "{text}");
        }
        for text in [
            "443.5",
            ".800",
            "8.010-7.010",
            "8.5-9.0",
            "80 x",
            "http 80",
            "80-90",
            "80",
            "",
        ] {
            assert_eq!(find(text, Place::Set), None, "{text}");
        }
        for text in [
            "8 000 9 000",
            "8  000",
            "1 433 3 306",
            "80 443 8 080",
            "80 090",
        ] {
            let mistake = find(text, Place::Cell).unwrap_or_default();
            assert!(
                mistake.ends_with("and commas between ports"),
                "{text}: {mistake}"
            );
        }
        let long = find(&"80 443 ".repeat(10_000), Place::Cell);
        let remedy = "has spaces between several ports; write commas";
        assert_eq!(long.as_deref(), Some(remedy));
        // 67 ports with a comma each are 200 bytes, and 68 are too many.
        let list = format!("; write `{}80`", "80,".repeat(66));
        let spaced = |count: usize| find(&"80 ".repeat(count), Place::Cell).unwrap_or_default();
        assert!(spaced(67).ends_with(&list));
        assert_eq!(spaced(68), remedy);
    }
}
