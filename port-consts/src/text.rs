//! [`Text`], a short text without an allocator, and the comparison of texts.

use core::fmt;

use crate::format::hash::same_bytes;

/// A text of up to `N` bytes.
pub(crate) struct Text<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Text<N> {
    /// What `arguments` print.
    ///
    /// # Errors
    ///
    /// If that is longer than `N` bytes.
    pub(crate) fn of(arguments: fmt::Arguments<'_>) -> Result<Self, fmt::Error> {
        let mut text = Self {
            bytes: [0; N],
            length: 0,
        };
        fmt::write(&mut text, arguments)?;
        Ok(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl<const N: usize> fmt::Write for Text<N> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        for byte in part.bytes() {
            *self.bytes.get_mut(self.length).ok_or(fmt::Error)? = byte;
            self.length += 1;
        }
        Ok(())
    }
}

/// Whether two texts are the same, without regard to ASCII case. That of `str` is const only
/// since Rust 1.89.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    same_bytes(a.as_bytes(), b.as_bytes())
}
