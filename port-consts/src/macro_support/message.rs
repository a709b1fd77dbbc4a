//! [`Message`], what a const evaluation ends with.

use crate::PortClass;

/// A message put together in const evaluation, where `format!` cannot be had.
pub(super) struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; 512],
            length: 0,
        }
    }

    /// Adds `part` whole, or not at all where there is no room for it.
    pub(super) const fn push(mut self, part: &str) -> Self {
        let part = part.as_bytes();
        if self.length + part.len() <= self.bytes.len() {
            let mut i = 0;
            while i < part.len() {
                self.bytes[self.length + i] = part[i];
                i += 1;
            }
            self.length += part.len();
        }
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

    /// `User (1024 to 49151)`
    pub(super) const fn push_range(self, range: PortClass) -> Self {
        let name = match range {
            PortClass::System => "System",
            PortClass::User => "User",
            PortClass::Dynamic => "Dynamic",
        };
        let ports = range.ports();
        let text = self.push(name).push(" (").push_number(ports.first().get());
        text.push(" to ").push_number(ports.last().get()).push(")")
    }

    pub(super) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "no service has this name",
        }
    }
}
