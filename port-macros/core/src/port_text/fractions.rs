//! Commas in front of a fraction of zeros, as German spreadsheets write a number: `443,0`,
//! `3.389,00`.
//!
//! A comma stands between two ports, so each would be read as another port, 0, without a word.

use super::{DASHES, Place, plain, spelling::in_thousands, thousands, written};
use crate::words::looks::number;

/// What is wrong with a cell that has such commas, and no thousands with commas.
pub(crate) fn find(text: &str) -> Option<String> {
    let (whole, count) = without(text);
    let (what, alone) = match count {
        0 => return None,
        1 => ("a fraction", "the number without it"),
        _ => ("fractions", "the numbers without them"),
    };
    let is_clear = thousands::find(&whole, Place::Cell).is_none() && without(&whole).1 == 0;
    let one = ports(&whole, port).filter(|_| is_clear);
    let one = one.map(|ports| thousands::list(&ports, Place::Cell));
    // A longer one would be cut where it is shown.
    let one = one.filter(|list| list.len() <= 200);
    let one = one.map_or_else(|| alone.to_owned(), |list| format!("`{list}`"));
    // Nobody lists port 0 twice.
    let two = ports(text, plain).filter(|ports| count == 1 && ports.len() <= 20);
    Some(match two {
        Some(ports) => {
            let list = ports.join(";");
            format!("may have {what}; write {one}, or `{list}` if each number is a port")
        }
        None => format!("has {what}; write {one}"),
    })
}

/// The text without such fractions, and how many there are.
fn without(text: &str) -> (String, usize) {
    let mut pieces = text.split(',');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    let mut count = 0;
    // Whether a number stands before the comma, and not a fraction.
    let mut is_number = true;
    for piece in pieces {
        let behind = piece.trim_start_matches('0');
        // `80,0:1023` has a range, and `80,0x50` a number.
        let is_more = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | ':');
        let is_zeros = behind.len() < piece.len() && !behind.starts_with(is_more);
        if is_zeros && is_number && whole.ends_with(|it: char| it.is_ascii_digit()) {
            count += 1;
            is_number = !behind.is_empty();
            whole.push_str(behind);
        } else {
            is_number = true;
            whole.push(',');
            whole.push_str(piece);
        }
    }
    (whole, count)
}

/// The ports and ranges of a list, if it has nothing else.
fn ports(text: &str, read: fn(&str) -> Option<(u16, u16)>) -> Option<Vec<String>> {
    let parts = text.split([',', ';']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(|part| read(part).map(written)).collect()
}

/// A port or a range, which may have separators of thousands.
fn port(text: &str) -> Option<(u16, u16)> {
    let end = |text: &str| number(text.trim()).or_else(|| in_thousands(text.trim()));
    let (first, last) = text.split_once(DASHES).unwrap_or((text, text));
    let (first, last) = end(first).zip(end(last))?;
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn zeros_behind_a_comma_are_a_fraction_or_a_port() {
        for (text, one, two) in [
            ("443,0", "443", "443;0"),
            ("443,00", "443", "443;0"),
            ("8443,000", "8443", "8443;0"),
            ("443,0,", "443", "443;0"),
            ("80,443,0", "80,443", "80;443;0"),
            ("8, 443,0", "8;443", "8;443;0"),
            ("443,0-445", "443-445", "443;0-445"),
            ("443-445,0", "443-445", "443-445;0"),
        ] {
            let mistake =
                format!("may have a fraction; write `{one}`, or `{two}` if each number is a port");
            assert_eq!(find(text), Some(mistake), "{text}");
            assert_eq!((find(one), find(two)), (None, None));
        }
        for (text, one) in [
            ("3.389,00", "a fraction; write `3389`"),
            ("3 389,00", "a fraction; write `3389`"),
            (
                "0,0",
                "a fraction; write `0`, or `0;0` if each number is a port",
            ),
            ("5000,0-5100,0", "fractions; write `5000-5100`"),
            ("5000,00 - 5100,00", "fractions; write `5000-5100`"),
            ("1.024,00-65.535,00", "fractions; write `1024-65535`"),
            ("443,0;8443,0", "fractions; write `443,8443`"),
            ("443,0,8443,0", "fractions; write `443,8443`"),
            ("8,0;443,0", "fractions; write `8;443`"),
        ] {
            let mistake = find(text).unwrap_or_default();
            assert!(mistake.ends_with(one), "{text}: {mistake}");
        }
    }

    #[test]
    fn what_is_unclear_has_no_number_to_write() {
        for text in [
            "443,0 http",
            "443,0/tcp",
            "5100,0-5000,0",
            "80 443,0",
            "443,0:445,0",
            "70000,0",
            "443,0,0,0",
        ] {
            let mistake = find(text).unwrap_or_default();
            assert!(
                mistake.contains("; write the number") && !mistake.contains('`'),
                "{text}: {mistake}"
            );
        }
        assert_eq!(
            find("8080,0-1023").as_deref(),
            Some(
                "may have a fraction; write the number without it, \
                 or `8080;0-1023` if each number is a port"
            )
        );
        let mistake = find("1,433,0").unwrap_or_default();
        assert!(
            mistake.contains("write the number without it, or `1;433;0` if"),
            "{mistake}"
        );
        let long = "443,0;".repeat(10_000);
        assert!(find(&long).is_some_and(|it| it.len() < 100));
    }

    #[test]
    fn lists_stay_lists() {
        for text in [
            "80,443",
            "443, 0",
            "443;0",
            "0,443",
            "80,0x50",
            "80,0:1023",
            ",0",
            "80,,0",
            "x,0",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
