//! Single cells: does the text say what its column is for?
//!
//! The functions return what the cell says, or what is wrong with it.

mod length;
mod names;

pub(super) use names::{aliases, comment_mark, iana_name, name, name_from, split_aliases};

use length::refuse_long;
use names::is_invisible;

use crate::{
    lists::Listed as _,
    problem::shown,
    words::{
        columns::{Column, Facts},
        identifiers::{LONGEST_NAME, constant_from},
        leave_out,
        suggestions::did_you_mean,
        transports as words,
    },
};

/// The text of a column that has no function of its own.
pub(super) fn text_of(facts: &Facts, text: &str) -> Result<String, String> {
    let is_shown = !matches!(facts.column, Column::Reference | Column::Description);
    if is_shown && text.len() > LONGEST_NAME {
        refuse_long(text, &facts.title.to_lowercase())?;
    }
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
    let suggestion = match text.to_ascii_lowercase().as_str() {
        "official" | "registered" | "iana" | "yes" => "; write `assigned`".to_owned(),
        "unregistered" | "de facto" | "common" | "no" => "; write `unofficial`".to_owned(),
        "reserved" | "unassigned" | "discouraged" | "de-registered" | "n/a" => {
            let option = leave_out::option("status", text);
            format!("; leave such rows out with {option}")
        }
        _ => did_you_mean(text, facts.words.iter().map(|(word, _)| *word)),
    };
    let words = facts.words.iter();
    let mut words: Vec<String> = words
        .map(|(word, means)| format!("`{word}` ({means})"))
        .listed();
    let last = words.pop().unwrap_or_default();
    Err(format!(
        "{title} `{text}` is unknown{suggestion}; it is {} or {last}",
        words.join(", ")
    ))
}

/// The set of transports of a cell; `default` is what an empty one means.
pub(super) fn transports(text: &str, default: Option<u8>) -> Result<u8, String> {
    if text.is_empty() {
        return default.ok_or_else(|| {
            "the transport is empty; write `tcp`, `udp` or `tcp/udp`, or say what an empty one \
             means: `#[ports(default(transport = \"tcp\"))]`"
                .to_owned()
        });
    }
    refuse_long(text, "transport")?;
    words::from_names(text).map_err(|part| {
        // `n/a` and `TCP/IP` are words by themselves.
        let whole = words::remedy(text);
        let (part, remedy) = if whole.is_empty() {
            (part, words::remedy(part))
        } else {
            (text, whole)
        };
        let within = if part == text {
            String::new()
        } else {
            format!(" in `{text}`")
        };
        format!(
            "transport `{part}`{within} is unknown{remedy}; \
             there are {}, several with a slash between: `tcp/udp`",
            words::list(),
        )
    })
}

/// Whether a column for one transport has a mark: a cross, a tick, `yes`, `1` or the
/// transport's own name, and not `no`, `0`, a dash or nothing.
pub(super) fn mark(text: &str, column: Column) -> Result<bool, String> {
    let key = column.facts().key;
    match text.to_lowercase().as_str() {
        "x" | "y" | "yes" | "true" | "1" | "\u{2713}" | "\u{2714}" | "\u{2714}\u{FE0F}"
        | "\u{2705}" | "\u{D7}" => Ok(true),
        "" | "n" | "no" | "false" | "0" | "-" | "\u{2013}" | "\u{2014}" | "n/a" | "\u{2717}"
        | "\u{2718}" | "\u{274C}" => Ok(false),
        own if own == key => Ok(true),
        _ => Err(format!(
            "`{}` in the column for {key} is no mark; write `yes` or `no`, or nothing for no",
            shown(text)
        )),
    }
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

/// URL schemes in lower case, as RFC 3986 section 3.1 has them.
pub(super) fn schemes(text: &str) -> Result<Vec<String>, String> {
    split_aliases(text).map(scheme).collect()
}

fn scheme(text: &str) -> Result<String, String> {
    refuse_long(text, "scheme")?;
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let is_scheme = |text: &str| {
        text.starts_with(|letter: char| letter.is_ascii_alphabetic()) && text.bytes().all(is_part)
    };
    if is_scheme(text) {
        return Ok(text.to_ascii_lowercase());
    }
    let plain = text.strip_suffix("://").or_else(|| text.strip_suffix(':'));
    if let Some(plain) = plain.filter(|it| is_scheme(it)) {
        return Err(format!(
            "scheme `{text}` has a colon; write the scheme alone: `{plain}`"
        ));
    }
    Err(format!(
        "`{text}` is not a URL scheme; one has letters, digits, `+`, `-` and `.`, \
         and begins with a letter"
    ))
}

#[cfg(test)]
mod tests;
