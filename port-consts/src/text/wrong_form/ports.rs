//! Ports and ranges in a text that was not read as a whole.

use core::fmt;

use super::reads::Reads;

/// A port, or a range that is not reversed. It prints as it is read, however it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ports<'a> {
    One(&'a str),
    Range(&'a str, &'a str),
}

impl fmt::Display for Ports<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(port) => f.write_str(port),
            Self::Range(first, last) => write!(f, "{first}-{last}"),
        }
    }
}

/// Numbers that are not written in the text as they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    One(u16),
    Range(u16, u16),
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(number) => write!(f, "{number}"),
            Self::Range(first, last) => write!(f, "{first}-{last}"),
        }
    }
}

impl<'a> Ports<'a> {
    /// A port, or a range where ranges are read, if its ends are certain.
    pub(super) fn of(text: &'a str, reads: Reads) -> Option<Self> {
        if number(text).is_some() {
            return Some(Self::One(text));
        }
        let (first, last, mark) = range(text).filter(|_| reads.ranges)?;
        let is_certain = mark != EXCLUSIVE && number(first) <= number(last);
        is_certain.then_some(Self::Range(first, last))
    }
}

/// In Rust, `80..99` ends with 98, and in a shell, `{80..99}` with 99.
pub(super) const EXCLUSIVE: &str = "..";

/// The first port, the last one, and what stands between them.
pub(super) fn range(text: &str) -> Option<(&str, &str, &'static str)> {
    halves(text).filter(|(first, last, _)| number(first).is_some() && number(last).is_some())
}

/// What stands around the mark of a range, and the mark.
pub(super) fn halves(text: &str) -> Option<(&str, &str, &'static str)> {
    for mark in ["..=", EXCLUSIVE, "-", "–", "—", "−", "~", " to "] {
        if let Some((first, last)) = text.split_once(mark) {
            return Some((first.trim(), last.trim(), mark));
        }
    }
    None
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether there are zeros in front, as there are behind a decimal comma: `8,00`.
pub(super) fn is_padded(text: &str) -> bool {
    text.len() > 1 && text.starts_with('0')
}

/// The port, if the text is one.
pub(super) fn number(text: &str) -> Option<u16> {
    is_digits(text).then(|| text.parse().ok()).flatten()
}

/// Whether the text is a number above 65535, with or without underscores between its digits.
pub(super) fn is_above(text: &str) -> bool {
    let is_number = text.starts_with(|it: char| it.is_ascii_digit())
        && text.bytes().all(|it| it.is_ascii_digit() || it == b'_');
    let digits = text.bytes().filter(u8::is_ascii_digit);
    let value = digits.fold(0_u32, |value, digit| {
        let digit = u32::from(digit.wrapping_sub(b'0'));
        value.saturating_mul(10).saturating_add(digit)
    });
    is_number && value > u32::from(u16::MAX)
}
