//! Cells of names: of services, of aliases, and labels that names are made of.

use super::length::refuse_long;
use crate::{
    columns::NO_COMMENTS,
    lists::Listed as _,
    words::{absent::is_absent, leave_out},
};

/// These separate aliases, so no name contains them.
const SEPARATORS: [char; 3] = [',', ';', '|'];

/// A service name. RFC 6335 is stricter, but names in use are not.
pub(crate) fn name(text: &str, what: &str) -> Result<String, String> {
    if text.is_empty() {
        let option = leave_out::option("name", "");
        return Err(format!(
            "the {what} is empty; write one, such as `https`, or leave such rows out with {option}"
        ));
    }
    refuse_long(text, what)?;
    refuse_what_is_no_name(text, what)?;
    if let Some(letter) = text.chars().find(|letter| letter.is_whitespace()) {
        let joined: String = text.split_whitespace().listed().join("-");
        let remedy = match name(&joined, what) {
            Ok(name) => format!("write `{name}`"),
            Err(_) => "a name has none".to_owned(),
        };
        let letter = if letter == ' ' {
            "a space".to_owned()
        } else {
            format!("the white space U+{:04X}", u32::from(letter))
        };
        return Err(format!("{what} {text:?} contains {letter}; {remedy}"));
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
            "{what} `{text}` has no letter; a name has at least one (RFC 6335, section 5.1), \
             such as `https`"
        ));
    }
    Ok(text.to_owned())
}

/// Comments, words for nothing, and what is quoted. As names, nobody would find them.
fn refuse_what_is_no_name(text: &str, what: &str) -> Result<(), String> {
    if is_absent(text) {
        let remedy = match what {
            "label" => format!(
                "leave such rows out with {}",
                leave_out::option("label", text)
            ),
            "alias" => "take it out".to_owned(),
            _ => format!(
                "leave such rows out with {}",
                leave_out::option("name", text)
            ),
        };
        return Err(format!(
            "{what} `{text}` says that there is none; write one, or {remedy}"
        ));
    }
    if let Some(mark) = comment_mark(text) {
        return Err(format!(
            "{what} {text:?} begins with `{mark}`; {NO_COMMENTS}, or take out the `{mark}`"
        ));
    }
    if let Some((mark, inner)) = quoted(text) {
        let remedy = match name(inner, what) {
            Ok(name) => format!("write `{name}`"),
            Err(_) => "take it out".to_owned(),
        };
        return Err(format!("{what} `{text}` has `{mark}` around it; {remedy}"));
    }
    Ok(())
}

/// The same of labels, which may be quoted.
fn refuse_what_is_no_label(label: &str) -> Result<(), String> {
    if is_absent(label) || comment_mark(label).is_some() {
        refuse_what_is_no_name(label, "label")?;
    }
    Ok(())
}

/// What a line of a comment begins with in some language.
pub(crate) fn comment_mark(text: &str) -> Option<&'static str> {
    let mut marks = ["#", "//", "--", ";"].into_iter();
    let mark = marks.find(|mark| text.starts_with(mark))?;
    (mark == "#" || text.contains(char::is_alphabetic)).then_some(mark)
}

/// What stands around a name in Markdown, HTML, formulas and code.
const QUOTES: [(&str, &str); 9] = [
    ("'", "'"),
    ("`", "`"),
    ("\"", "\""),
    ("=\"", "\""),
    ("**", "**"),
    ("\u{2018}", "\u{2019}"),
    ("\u{201C}", "\u{201D}"),
    ("\u{201E}", "\u{201C}"),
    ("\u{AB}", "\u{BB}"),
];

/// The mark in front of a quoted text, and the text in it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    if let Some(inner) = text.strip_prefix('<').and_then(|it| it.strip_suffix('>')) {
        let Some((tag, rest)) = inner.split_once('>') else {
            return Some(("<", inner));
        };
        let (inner, _) = rest.rsplit_once('<')?;
        return Some((&text[..tag.len() + 2], inner));
    }
    QUOTES.into_iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        Some((open, inner))
    })
}

/// Some of IANA's names are older than its rules.
pub(crate) fn iana_name(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return name(text, "service name");
    }
    refuse_long(text, "service name")?;
    Ok(text.to_owned())
}

/// Control and formatting characters, which would make two names that look alike
/// differ: Unicode's `Default_Ignorable_Code_Point`, and a few more.
pub(super) fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// Aliases, separated by white space, `,`, `;` or `|`.
pub(crate) fn aliases(text: &str) -> Result<Vec<String>, String> {
    split_aliases(text)
        .map(|alias| name(alias, "alias"))
        .collect()
}

/// The name that a label makes: its letters and digits, in lower case, with a dash for what is
/// between: `Apple Remote Desktop` makes `apple-remote-desktop`.
pub(crate) fn name_from(label: &str) -> Result<String, String> {
    if label.is_empty() {
        let option = leave_out::option("label", "");
        return Err(format!(
            "the label is empty, and a name is made from it; write one, or leave such rows out \
             with {option}"
        ));
    }
    refuse_long(label, "label")?;
    refuse_what_is_no_label(label)?;
    let words = label.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .listed();
    let made = words.join("-");
    if made.contains(char::is_alphabetic) {
        // Letters that grow in lower case.
        refuse_long(&made, "name")?;
        return Ok(made);
    }
    Err(format!(
        "no name can be made from the label `{label}`; write a label with a letter in it"
    ))
}

pub(crate) fn split_aliases(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || SEPARATORS.contains(&letter))
        .filter(|alias| !alias.is_empty())
}
