//! Single cells: does the text say what its column is for?
//!
//! The functions return what the cell says, or what is wrong with it.

use crate::{
    columns::NO_COMMENTS,
    words::{
        columns::{Column, Facts},
        identifiers::constant_from,
        suggestions::did_you_mean,
        transports as words,
    },
};

/// What else can be done about an empty cell.
pub(super) const IF_IANA: &str = "; in IANA's own file such rows are skipped with `#[ports(iana)]`";

/// The text of a column that has no function of its own.
pub(super) fn text_of(facts: &Facts, text: &str) -> Result<String, String> {
    match facts.column {
        Column::Constant => constant(text),
        Column::Category => category(text),
        _ => word(facts, text),
    }
}

/// The word of a column, in lower case, if the column has a few; nothing for an empty cell.
fn word(facts: &Facts, text: &str) -> Result<String, String> {
    if facts.words.is_empty() || text.is_empty() {
        return Ok(text.to_owned());
    }
    let mut words = facts.words.iter().map(|(word, _)| *word);
    if let Some(word) = words.find(|word| word.eq_ignore_ascii_case(text)) {
        return Ok(word.to_owned());
    }
    let title = facts.title.to_lowercase();
    let suggestion = did_you_mean(text, facts.words.iter().map(|(word, _)| *word));
    let words = facts.words.iter();
    let mut words: Vec<String> = words
        .map(|(word, means)| format!("`{word}` ({means})"))
        .collect();
    let last = words.pop().unwrap_or_default();
    Err(format!(
        "{title} `{text}` is unknown{suggestion}; it is {} or {last}",
        words.join(", ")
    ))
}

/// The set of transports of a cell.
pub(super) fn transports(text: &str) -> Result<u8, String> {
    if text.is_empty() {
        return Ok(words::OF_EMPTY_CELL);
    }
    words::from_names(text).map_err(|part| {
        let within = if part == text {
            String::new()
        } else {
            format!(" in `{text}`")
        };
        format!(
            "transport `{part}`{within} is unknown{}; \
             there are {}, several with a slash between: `tcp/udp`",
            words::suggestion(part),
            words::list(),
        )
    })
}

/// These separate aliases, so no name contains them.
const SEPARATORS: [char; 3] = [',', ';', '|'];

/// A service name. RFC 6335 is stricter, but names in use are not.
pub(super) fn name(text: &str, what: &str) -> Result<String, String> {
    if text.is_empty() {
        return Err(format!(
            "the {what} is empty; write one, such as `https`{IF_IANA}"
        ));
    }
    if text.starts_with('#') {
        return Err(format!(
            "{what} {text:?} begins with `#`; {NO_COMMENTS}, or take out the `#`"
        ));
    }
    if let Some(letter) = text.chars().find(|letter| letter.is_whitespace()) {
        let remedy: String = text.split_whitespace().collect::<Vec<_>>().join("-");
        let letter = if letter == ' ' {
            "a space".to_owned()
        } else {
            format!("the white space U+{:04X}", u32::from(letter))
        };
        return Err(format!(
            "{what} {text:?} contains {letter}; write `{remedy}`"
        ));
    }
    if let Some(letter) = text.chars().find(|letter| is_invisible(*letter)) {
        return Err(format!(
            "{what} {text:?} contains the invisible character U+{:04X}; take it out",
            u32::from(letter)
        ));
    }
    if let Some(letter) = text.chars().find(|letter| SEPARATORS.contains(letter)) {
        return Err(format!(
            "{what} `{text}` contains `{letter}`, which separates aliases; take it out"
        ));
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(format!(
            "{what} `{text}` has no letter; a name has at least one (RFC 6335, section 5.1)"
        ));
    }
    Ok(text.to_owned())
}

/// A category may have spaces in it.
fn category(text: &str) -> Result<String, String> {
    match text.chars().find(|letter| is_invisible(*letter)) {
        None => Ok(text.to_owned()),
        Some(letter) => Err(format!(
            "category {text:?} contains the invisible character U+{:04X}; take it out",
            u32::from(letter)
        )),
    }
}

/// Control and formatting characters, which would make two names that look alike
/// differ: Unicode's `Default_Ignorable_Code_Point`, and a few more.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// The name of a constant; empty where it is to be made from the service name.
fn constant(text: &str) -> Result<String, String> {
    let good = |(i, byte): (usize, u8)| match byte {
        b'A'..=b'Z' => true,
        b'0'..=b'9' | b'_' => i > 0,
        _ => false,
    };
    if text.bytes().enumerate().all(good) {
        return Ok(text.to_owned());
    }
    let suggestion = constant_from(text)
        .filter(|suggestion| suggestion.is_ascii() && suggestion != "SELF")
        .map_or_else(String::new, |suggestion| format!("; write `{suggestion}`"));
    Err(format!(
        "constant `{text}` is not the name of a constant; \
         it consists of A to Z, 0 to 9 and `_`, a letter first{suggestion}"
    ))
}

/// Aliases, separated by white space, `,`, `;` or `|`.
pub(super) fn aliases(text: &str) -> Result<Vec<String>, String> {
    split_aliases(text)
        .map(|alias| name(alias, "alias"))
        .collect()
}

pub(super) fn split_aliases(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || SEPARATORS.contains(&letter))
        .filter(|alias| !alias.is_empty())
}

/// URL schemes in lower case, as RFC 3986 section 3.1 has them.
pub(super) fn schemes(text: &str) -> Result<Vec<String>, String> {
    split_aliases(text).map(scheme).collect()
}

fn scheme(text: &str) -> Result<String, String> {
    let plain = text.strip_suffix("://").or_else(|| text.strip_suffix(':'));
    if let Some(plain) = plain {
        return Err(format!(
            "scheme `{text}` has a colon; write the scheme alone: `{plain}`"
        ));
    }
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    if text.starts_with(|letter: char| letter.is_ascii_alphabetic()) && text.bytes().all(is_part) {
        return Ok(text.to_ascii_lowercase());
    }
    Err(format!(
        "`{text}` is not a URL scheme; one has letters, digits, `+`, `-` and `.`, \
         and begins with a letter"
    ))
}

#[cfg(test)]
mod tests {
    use super::{Column, aliases, constant, name, schemes, text_of, transports};

    #[test]
    fn transports_say_what_to_write() {
        assert_eq!(transports("UDP/tcp"), Ok(0b0011));
        assert_eq!(transports(""), Ok(0b0011));
        let mistake = transports("tcp/upd").unwrap_err();
        assert!(mistake.contains("transport `upd` in `tcp/upd` is unknown; did you mean `udp`?"));
        assert!(
            transports("quic")
                .unwrap_err()
                .contains("transport `quic` is unknown; there")
        );
        assert!(
            transports("tcp,udp")
                .unwrap_err()
                .contains("with a slash between")
        );
    }

    #[test]
    fn names_have_a_letter_and_no_white_space() {
        for good in [
            "https", "whois++", "914c/g", "z39.50", "sql*net", "a_b", "温度",
        ] {
            assert_eq!(name(good, "service name").as_deref(), Ok(good));
        }
        for (bad, part) in [
            ("", "the service name is empty"),
            ("SNMP Trap", "write `SNMP-Trap`"),
            ("a\u{A0}b", "U+00A0"),
            ("ht\u{200B}tps", "invisible character U+200B"),
            ("a\u{7}", "invisible character U+0007"),
            ("a\u{3164}b", "invisible character U+3164"),
            ("a\u{FE0F}", "invisible character U+FE0F"),
            ("a\u{202E}b", "invisible character U+202E"),
            ("#https", "a CSV has no comments"),
            ("# a", "a CSV has no comments"),
            ("443", "has no letter"),
            ("--", "has no letter"),
            ("a;b", "separates aliases"),
        ] {
            let mistake = name(bad, "service name").unwrap_err();
            assert!(mistake.contains(part), "{bad}: {mistake}");
        }
    }

    #[test]
    fn constants_are_upper_snake() {
        assert_eq!(constant("FTP_DATA").as_deref(), Ok("FTP_DATA"));
        assert_eq!(constant("").as_deref(), Ok(""));
        assert!(
            constant("ftp-data")
                .unwrap_err()
                .contains("; write `FTP_DATA`")
        );
        assert!(
            constant("3COM")
                .unwrap_err()
                .contains("a letter first; write `P3COM`")
        );
        for bad in ["self", "Self", "crate", "_A", "Ä", "A B"] {
            assert!(constant(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn schemes_are_those_of_urls() {
        assert_eq!(
            schemes("HTTPS wss, coap+tcp").unwrap(),
            ["https", "wss", "coap+tcp"]
        );
        for (text, part) in [
            ("https://", "write the scheme alone: `https`"),
            ("redis:", "write the scheme alone: `redis`"),
            ("9p", "`9p` is not a URL scheme"),
            ("a_b", "`a_b` is not a URL scheme"),
        ] {
            let mistake = schemes(text).unwrap_err();
            assert!(mistake.contains(part), "{mistake}");
        }
    }

    #[test]
    fn aliases_and_status() {
        assert_eq!(aliases("a b, c;d|e").unwrap(), ["a", "b", "c", "d", "e"]);
        assert!(
            aliases("a 443")
                .unwrap_err()
                .contains("alias `443` has no letter")
        );
        let status = |text| text_of(Column::Status.facts(), text);
        assert_eq!(
            [status("Assigned"), status(""), status("unofficial")],
            ["assigned", "", "unofficial"].map(|it| Ok(it.to_owned()))
        );
        assert!(
            status("unoficial")
                .unwrap_err()
                .contains("did you mean `unofficial`?; it is `assigned` (by IANA), `unofficial`")
        );
    }
}
