//! Ranges with one end: `-300`, `:1023`, `300-`, `>1023`, `<1024`, `1024+`, `1024 and above`.

use super::DASHES;
use crate::words::looks::number;

/// What stands behind the first port.
const UPWARDS: &[&str] = &[
    "and above",
    "or above",
    "and higher",
    "or higher",
    "and up",
    "or up",
    "and upwards",
    "up",
    "upward",
    "upwards",
    "and more",
    "or more",
    "and greater",
    "or greater",
    "and over",
    "onward",
    "onwards",
    "and onwards",
    "plus",
    "& up",
    "& above",
    "ff",
    "ff.",
    "and following",
    "to max",
    "to high",
    "und h\u{f6}her",
    "oder h\u{f6}her",
    "aufw\u{e4}rts",
];

/// What stands behind the last port.
const DOWNWARDS: &[&str] = &[
    "and below",
    "or below",
    "and lower",
    "or lower",
    "and down",
    "and less",
    "or less",
    "down",
    "downward",
    "downwards",
    "and downwards",
    "and under",
];

/// What is wrong with a range that has one end.
pub(crate) fn find(text: &str) -> Option<String> {
    // `:1023` is a range for iptables, and a port for a server.
    for (signs, name) in [(&DASHES as &[char], "dash"), (&[':'], "colon")] {
        if let Some(last) = text.strip_prefix(signs).map(str::trim).and_then(number) {
            return Some(format!(
                "begins with a {name}, which no port does; write `{last}`, or the range `0-{last}`"
            ));
        }
    }
    if let Some(first) = text.strip_suffix(DASHES).map(str::trim).and_then(number) {
        return Some(format!("is a range without an end; write `{first}-65535`"));
    }
    if let Some(first) = text.strip_suffix('+').map(str::trim).and_then(number) {
        return Some(format!("is a range without an end; write `{first}-65535`"));
    }
    if let Some((port, words)) = with_words(text) {
        if UPWARDS.contains(&words.as_str()) {
            return Some(format!("is a range without an end; write `{port}-65535`"));
        }
        if DOWNWARDS.contains(&words.as_str()) {
            return Some(format!("is a range without a first port; write `0-{port}`"));
        }
    }
    let behind = |sign: &str| text.strip_prefix(sign).map(str::trim).and_then(number);
    let first = behind(">=").or_else(|| behind("≥"));
    let first = first.or_else(|| behind(">").and_then(|it| it.checked_add(1)));
    if let Some(first) = first {
        return Some(format!("is a range without an end; write `{first}-65535`"));
    }
    let last = behind("<=").or_else(|| behind("≤"));
    let last = last.or_else(|| behind("<").and_then(|it| it.checked_sub(1)))?;
    Some(format!("is a range without a first port; write `0-{last}`"))
}

/// A port, and the words behind it.
fn with_words(text: &str) -> Option<(u16, String)> {
    let (port, words) = text.split_once(char::is_whitespace)?;
    let words = words.trim_matches(|it: char| it.is_whitespace() || matches!(it, '(' | ')'));
    // No more than the longest.
    let words = (words.len() < 20).then(|| words.to_lowercase())?;
    Some((number(port)?, words))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn words_say_which_end_is_missing() {
        for words in [
            "and above",
            "or higher",
            "and up",
            "up",
            "Upwards",
            " plus",
            "(and above)",
            "ff.",
        ] {
            let remedy = "is a range without an end; write `1024-65535`";
            assert_eq!(find(&format!("1024 {words}")).as_deref(), Some(remedy));
        }
        let remedy = "is a range without a first port; write `0-1023`";
        assert_eq!(find("1023 or below").as_deref(), Some(remedy));
        for text in [
            "1024 and",
            "1024 above it all",
            "up",
            "70000 and up",
            "and up 1024",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
