//! What is asked.

use core::str;

use port_consts::{Assignment, Port, Transport};

/// Where a service may be.
pub type Place = (Port, Transport);

/// The first port of every assignment, under each of its transports.
pub fn known(
    assignments: impl Iterator<Item = &'static [Assignment]>,
) -> impl Iterator<Item = Place> {
    assignments.flatten().flat_map(|assignment| {
        let transports = assignment.transports().iter();
        transports.map(|transport| (assignment.first(), transport))
    })
}

/// Every port of tcp and udp that has no service.
pub fn unknown<E>(from_port: fn(Place) -> Option<E>) -> impl Iterator<Item = Place> {
    let transports = [Transport::Tcp, Transport::Udp].into_iter();
    let places = transports.flat_map(|it| (0..=u16::MAX).map(move |port| (Port::new(port), it)));
    places.filter(move |place| from_port(*place).is_none())
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
