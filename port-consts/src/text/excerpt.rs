//! [`Excerpt`], the beginning of a text that could not be read.

use core::fmt::{self, Write as _};

/// How many bytes are kept: with the length and the flag, an excerpt has 40. Names of more
/// than 32 bytes are never suggested, so a text that is cut needs no suggestion.
const KEPT: usize = 38;

/// The beginning of a text, for the error that quotes it.
///
/// An error is made far more often than it is displayed: for each unknown word of a log, say.
/// So it copies a few bytes, allocates nothing, and leaves the rest to `Display`.
///
/// `Display` escapes control characters and marks a text that was cut with `…`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Excerpt {
    bytes: [u8; KEPT],
    length: u8,
    is_cut: bool,
}

impl Excerpt {
    /// Copies the beginning of `text`, up to the end of a character.
    #[inline]
    pub(crate) fn of(text: &str) -> Self {
        let mut length = text.len().min(KEPT);
        // A character has four bytes at the most. Position 0 is always a boundary.
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let mut bytes = [0; KEPT];
        // Both are of this length, so nothing is left of the check that they are alike.
        if let (Some(to), Some(from)) = (bytes.get_mut(..length), text.as_bytes().get(..length)) {
            to.copy_from_slice(from);
        }
        Self {
            bytes,
            #[allow(clippy::cast_possible_truncation, reason = "it is 38 at the most")]
            length: length as u8,
            is_cut: length < text.len(),
        }
    }

    /// Returns what was kept.
    pub(crate) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length));
        core::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }

    /// Returns whether the text was longer than what was kept.
    pub(crate) const fn is_cut(&self) -> bool {
        self.is_cut
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.as_str().chars() {
            // Quotation marks need no escape: the text stands in backquotes.
            match letter {
                '"' | '\'' => f.write_char(letter)?,
                _ => fmt::Display::fmt(&letter.escape_debug(), f)?,
            }
        }
        f.write_str(if self.is_cut { "…" } else { "" })
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)?;
        f.write_str(if self.is_cut { "…" } else { "" })
    }
}

/// The text that was kept.
#[cfg(feature = "defmt")]
impl defmt::Format for Excerpt {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{=str}", self.as_str());
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{Excerpt, KEPT};
    use std::{format, string::ToString};

    #[test]
    fn texts_are_cut_between_characters() {
        for length in 0..100 {
            for letter in ["a", "ü", "一", "🦀"] {
                let text = letter.repeat(length);
                let excerpt = Excerpt::of(&text);
                let kept = excerpt.as_str();
                assert!(text.starts_with(kept) && kept.len() <= KEPT);
                assert!(kept.len() + letter.len() > KEPT || kept == text);
                assert_eq!(excerpt.is_cut(), kept != text);
            }
        }
        assert_eq!(size_of::<Excerpt>(), 40);
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(Excerpt::of("a\n\"b'\u{1b}").to_string(), "a\\n\"b'\\u{1b}");
        let long = Excerpt::of(&"9".repeat(50));
        assert_eq!(long.to_string(), format!("{}…", "9".repeat(38)));
        assert_eq!(format!("{:?}", Excerpt::of("a\"")), r#""a\"""#);
    }
}
