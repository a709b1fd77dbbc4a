//! [`Message`], what a const evaluation ends with.

use crate::PortClass;

/// A message put together in const evaluation, where there is no `format!`.
pub(super) struct Message {
    bytes: [u8; 512],
    length: usize,
    is_cut: bool,
}

/// The end of a message that is too long.
const CUT: &str = "…";

impl Message {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; 512],
            length: 0,
            is_cut: false,
        }
    }

    /// Adds `part`. What there is no room for is replaced by [`CUT`], so that nobody takes a
    /// part of a name for the whole.
    pub(super) const fn push(mut self, part: &str) -> Self {
        let part = part.as_bytes();
        if self.is_cut {
            return self;
        }
        let room = self.bytes.len() - CUT.len() - self.length;
        self.is_cut = part.len() > room;
        // Whole characters only: the bytes are to be text.
        let mut count = if self.is_cut { room } else { part.len() };
        while count < part.len() && part[count] & 0xC0 == 0x80 {
            count -= 1;
        }
        self = self.push_bytes(part, count);
        if self.is_cut {
            self = self.push_bytes(CUT.as_bytes(), CUT.len());
        }
        self
    }

    const fn push_bytes(mut self, part: &[u8], count: usize) -> Self {
        let mut i = 0;
        while i < count {
            self.bytes[self.length + i] = part[i];
            i += 1;
        }
        self.length += count;
        self
    }

    pub(super) const fn push_number(self, number: u16) -> Self {
        let digits = [
            b'0' + (number / 10_000 % 10) as u8,
            b'0' + (number / 1000 % 10) as u8,
            b'0' + (number / 100 % 10) as u8,
            b'0' + (number / 10 % 10) as u8,
            b'0' + (number % 10) as u8,
        ];
        let mut digits = digits.as_slice();
        while let [b'0', rest @ ..] = digits {
            if rest.is_empty() {
                break;
            }
            digits = rest;
        }
        match core::str::from_utf8(digits) {
            Ok(digits) => self.push(digits),
            Err(_) => self,
        }
    }

    /// `a User port (1024 to 49151)`
    pub(super) const fn push_class(self, class: PortClass) -> Self {
        let name = match class {
            PortClass::System => "a System port (",
            PortClass::User => "a User port (",
            PortClass::Dynamic => "a Dynamic port (",
        };
        let ports = class.ports();
        let text = self.push(name).push_number(ports.first().get());
        text.push(" to ").push_number(ports.last().get()).push(")")
    }

    pub(super) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => CUT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn numbers_have_no_zeros_in_front() {
        let text = Message::new().push_number(0).push(" ").push_number(6063);
        assert_eq!(text.as_str(), "0 6063");
        assert_eq!(Message::new().push_number(65535).as_str(), "65535");
    }

    #[test]
    fn what_is_too_long_ends_with_dots() {
        for length in 500..=520 {
            let text = Message::new().push(core::str::from_utf8(&[b'a'; 520][..length]).unwrap());
            let text = text.push("b").push("c");
            assert!(text.as_str().starts_with("aaa") && text.as_str().len() <= 512);
            assert_eq!(text.as_str().ends_with("bc"), length <= 507, "{length}");
            assert_eq!(text.as_str().ends_with('…'), length > 507, "{length}");
        }
        // With one of them, what there is room for ends within a letter.
        for start in ["", "a"] {
            let mut text = Message::new().push(start);
            for _ in 0..300 {
                text = text.push("ü");
            }
            assert!(text.as_str().ends_with("ü…"));
        }
    }
}
