//! What is asked.

use core::str;

use port_consts::{Port, Transport};

/// Every port under every transport that has a service, or every port of tcp and udp that
/// has none.
pub fn places<E>(
    known: bool,
    from_port: fn((Port, Transport)) -> Option<E>,
) -> impl Iterator<Item = (Port, Transport)> {
    let transports = if known { 4 } else { 2 };
    let transports = Transport::ALL.iter().take(transports);
    let places = transports.flat_map(|it| (0..=u16::MAX).map(|port| (Port::new(port), *it)));
    places.filter(move |place| from_port(*place).is_some() == known)
}

/// A name that is made of another one.
pub struct Name([u8; 64], usize);

impl Name {
    /// In capitals.
    pub fn capital(name: &str) -> Self {
        Self::of(name.bytes().map(|byte| byte.to_ascii_uppercase()))
    }

    /// From the end to the beginning.
    pub fn reversed(name: &str) -> Self {
        Self::of(name.bytes().rev())
    }

    fn of(bytes: impl Iterator<Item = u8>) -> Self {
        let mut name = [0; 64];
        let mut length = 0;
        for (to, from) in name.iter_mut().zip(bytes) {
            *to = from;
            length += 1;
        }
        Self(name, length)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0[..self.1]).unwrap_or("")
    }
}
