//! Two numbers with something between.

use std::cmp::Ordering;

use super::{DASHES, Place, thousands};
use crate::words::looks::{is_digits, number};

/// What is wrong with two numbers that make no range as they stand.
pub(crate) fn find(text: &str, place: Place) -> Option<String> {
    let starts = text.find(|letter: char| !letter.is_ascii_digit())?;
    let ends = text.rfind(|letter: char| !letter.is_ascii_digit())?;
    let end = ends + text[ends..].chars().next()?.len_utf8();
    let (first, between, last) = (&text[..starts], text[starts..end].trim(), &text[end..]);
    if !is_digits(first) || !is_digits(last) {
        return None;
    }
    let is_dash = between.chars().count() == 1 && between.contains(DASHES);
    let between = between.to_lowercase();
    let is_list = matches!(
        between.as_str(),
        "and" | "or" | "&" | "|" | "+" | "und" | "oder"
    );
    let is_range = matches!(
        between.as_str(),
        ".." | "..."
            | "\u{2026}"
            | "..="
            | "~"
            | "to"
            | "bis"
            | "through"
            | "thru"
            | "until"
            | "till"
            | "--"
            | "_"
    );
    let is_slash = between == "/";
    if !is_dash && !is_list && !is_range && !is_slash {
        return None;
    }
    let (Some(a), Some(b)) = (number(first), number(last)) else {
        let large = if number(first).is_none() { first } else { last };
        return Some(format!(
            "has the port `{large}`, which is above 65535; a port is a 16-bit number, 0 to 65535"
        ));
    };
    if is_slash {
        return Some(slashed(a, b, place));
    }
    if is_list {
        let two = thousands::list(&[a.to_string(), b.to_string()], place);
        return Some(format!("has two ports; write `{two}`"));
    }
    if let Some(remedy) = in_order(a, last) {
        return Some(format!("is a range that runs backwards; {remedy}"));
    }
    if between == ".." && place == Place::Set {
        // In Rust, `80..99` ends with 98, and in a shell, `{80..99}` with 99.
        let remedy = "write its first port, `-`, and its last port";
        return Some(format!("is a range without a dash; {remedy}"));
    }
    let rule = if is_dash {
        "has another dash than `-`"
    } else {
        "is a range without a dash"
    };
    Some(format!("{rule}; write `{a}-{b}`"))
}

/// `20/21`, `27015/27015`.
fn slashed(a: u16, b: u16, place: Place) -> String {
    let two = thousands::list(&[a.to_string(), b.to_string()], place);
    match a.cmp(&b) {
        Ordering::Less => format!("may be two ports or a range; write `{two}` or `{a}-{b}`"),
        Ordering::Equal => format!("is the same port twice; write `{a}`"),
        Ordering::Greater => format!("has a slash; write `{two}` for the two ports"),
    }
}

/// What to write for a range whose last port is below the first: `6881-89` may be short for
/// `6881-6889`.
pub(crate) fn in_order(first: u16, last: &str) -> Option<String> {
    let end = number(last).filter(|end| *end < first)?;
    Some(match shortened(first, last) {
        Some(full) => {
            format!("write `{first}-{full}` if its end is shortened, or `{end}-{first}`")
        }
        None => format!("write `{end}-{first}`"),
    })
}

/// The last port of a range, written without the digits that it shares with the first.
pub(crate) fn shortened(first: u16, last: &str) -> Option<u16> {
    let whole = first.to_string();
    let shared = whole.len().checked_sub(last.len()).filter(|it| *it > 0)?;
    let full = number(&format!("{}{last}", &whole[..shared]))?;
    (full > first).then_some(full)
}

#[cfg(test)]
mod tests {
    use super::{Place, find, in_order, shortened};

    #[test]
    fn an_end_may_be_shortened() {
        for (first, last, remedy) in [
            (
                6881,
                "89",
                "write `6881-6889` if its end is shortened, or `89-6881`",
            ),
            (
                8080,
                "90",
                "write `8080-8090` if its end is shortened, or `90-8080`",
            ),
            (
                5060,
                "61",
                "write `5060-5061` if its end is shortened, or `61-5060`",
            ),
            (
                137,
                "9",
                "write `137-139` if its end is shortened, or `9-137`",
            ),
            // No later port, or none at all.
            (6889, "81", "write `81-6889`"),
            (65530, "9999", "write `9999-65530`"),
            (90, "80", "write `80-90`"),
            (8080, "80", "write `80-8080`"),
        ] {
            assert_eq!(in_order(first, last).as_deref(), Some(remedy));
        }
        assert_eq!(in_order(80, "90"), None);
        assert_eq!(in_order(80, "70000"), None);
        assert_eq!(shortened(80, "90"), None);
    }

    #[test]
    fn two_numbers_are_what_is_between() {
        for (text, remedy) in [
            ("80..=90", "is a range without a dash; write `80-90`"),
            ("80..90", "is a range without a dash; write its first port"),
            ("80\u{2013}90", "has another dash than `-`; write `80-90`"),
            (
                "6881\u{2013}89",
                "is a range that runs backwards; write `6881-6889` if",
            ),
            ("8 & 443", "has two ports; write `8, 443`"),
            ("80 to 70000", "has the port `70000`, which is above 65535"),
        ] {
            let mistake = find(text, Place::Set).unwrap_or_default();
            assert!(mistake.starts_with(remedy), "{text}: {mistake}");
        }
        for text in ["80:90", "80->90", "80x90", "80", "-90"] {
            assert_eq!(find(text, Place::Cell), None, "{text}");
        }
    }
}
