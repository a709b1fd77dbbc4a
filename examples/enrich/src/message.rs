//! What is said on standard error.

use std::fmt;

use crate::terminal::{complain, visible};

/// A message is cut there: whoever made the input must not fill the terminal.
const LONGEST: usize = 2000;

/// So much of a line that was not understood is shown.
const EXCERPT: usize = 200;

/// Writes a message to standard error, and a line end.
pub(crate) fn say(message: impl fmt::Display) {
    complain(&cut(message.to_string(), LONGEST));
}

/// Returns the beginning of some input, fit for a terminal: control characters are escaped.
pub(crate) fn excerpt(input: &[u8]) -> String {
    let beginning = &input[..input.len().min(2 * EXCERPT)];
    let mut text = visible(&String::from_utf8_lossy(beginning));
    if beginning.len() < input.len() {
        text.push('…');
    }
    cut(text, EXCERPT)
}

/// The beginning of a text that is longer than so many bytes, and a mark.
fn cut(mut text: String, longest: usize) -> String {
    if text.len() > longest {
        let mark = '…';
        let end = (0..=longest - mark.len_utf8())
            .rev()
            .find(|&end| text.is_char_boundary(end));
        text.truncate(end.unwrap_or_default());
        text.push(mark);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{EXCERPT, cut, excerpt};

    #[test]
    fn excerpts_are_short_and_harmless() {
        assert_eq!(excerpt(b"plain \"quoted\""), "plain \"quoted\"");
        assert_eq!(excerpt(b"\x1B[2J\0\xFF"), "\\u{1b}[2J\\u{0}\u{FFFD}");
        for byte in [b'x', b'\0', 0xFF] {
            for length in [EXCERPT, EXCERPT + 1, 10 * EXCERPT, 1 << 20] {
                let text = excerpt(&vec![byte; length]);
                assert!(text.len() <= EXCERPT, "{byte} {length}: {}", text.len());
                assert_eq!(text.ends_with('…'), byte != b'x' || length > EXCERPT);
            }
        }
    }

    #[test]
    fn cut_leaves_whole_characters() {
        assert_eq!(cut("ääää".to_owned(), 8), "ääää");
        assert_eq!(cut("ääää".to_owned(), 7), "ää…");
        assert_eq!(cut("äääää".to_owned(), 8), "ää…");
    }
}
