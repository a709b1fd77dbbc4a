//! [`TransportPort`], `443/tcp`.

use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
    ser,
};

use crate::{Port, Transport, TransportPort, text::Text};

/// As `443/tcp`, in binary formats too.
impl Serialize for TransportPort {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The longest is "65535/sctp".
        let text = Text::<10>::of(format_args!("{self}")).map_err(ser::Error::custom)?;
        serializer.serialize_str(text.as_str())
    }
}

/// From a text as by `FromStr`; from a number, which is TCP's.
impl<'de> Deserialize<'de> for TransportPort {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(TransportPortVisitor)
        } else {
            deserializer.deserialize_str(TransportPortVisitor)
        }
    }
}

struct TransportPortVisitor;

impl Visitor<'_> for TransportPortVisitor {
    type Value = TransportPort;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a port with its transport, such as `443/tcp`, or a service's name")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<TransportPort, E> {
        match Port::try_from(number) {
            Ok(port) => Ok(TransportPort::new(port, Transport::Tcp)),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<TransportPort, E> {
        match Port::try_from(number) {
            Ok(port) => Ok(TransportPort::new(port, Transport::Tcp)),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<TransportPort, E> {
        text.parse().map_err(E::custom)
    }
}
