//! [`PortRange`] and [`TransportPortRange`]: a text for people, numbers for programs.

use core::{fmt, marker::PhantomData};

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Error, Unexpected, Visitor},
    ser,
};

use crate::{Port, PortRange, Transport, TransportPortRange, text::Text};

/// As `8000-8100`, or `443` for one port; in binary formats as the first and the last port,
/// two `u16`.
impl Serialize for PortRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            // The longest is "65534-65535".
            let text = Text::<11>::of(format_args!("{self}")).map_err(ser::Error::custom)?;
            serializer.serialize_str(text.as_str())
        } else {
            (self.first(), self.last()).serialize(serializer)
        }
    }
}

/// From a text as by `FromStr`; from a number, which is the range of one port.
impl<'de> Deserialize<'de> for PortRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(RangeVisitor(PhantomData));
        }
        let (first, last) = <(Port, Port)>::deserialize(deserializer)?;
        Self::try_from(first..=last).map_err(D::Error::custom)
    }
}

/// As `8000-8100/udp`; in binary formats as the first and the last port, two `u16`, and the
/// transport's protocol number, a `u8`.
impl Serialize for TransportPortRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            // The longest is "65534-65535/sctp".
            let text = Text::<16>::of(format_args!("{self}")).map_err(ser::Error::custom)?;
            serializer.serialize_str(text.as_str())
        } else {
            let number = self.transport().protocol_number();
            (self.range().first(), self.range().last(), number).serialize(serializer)
        }
    }
}

/// From a text as by `FromStr`; from a number, which is one port of TCP's.
impl<'de> Deserialize<'de> for TransportPortRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(RangeVisitor(PhantomData));
        }
        let (first, last, number) = <(Port, Port, u8)>::deserialize(deserializer)?;
        let range = PortRange::try_from(first..=last).map_err(D::Error::custom)?;
        let transport = Transport::from_protocol_number(number).ok_or_else(|| {
            let unexpected = Unexpected::Unsigned(u64::from(number));
            D::Error::invalid_value(unexpected, &"the protocol number 6, 17, 33 or 132")
        })?;
        Ok(Self::new(range, transport))
    }
}

/// A type that is read from a text, or from one port.
trait Range: core::str::FromStr<Err: fmt::Display> {
    const EXPECTED: &'static str;

    fn of(port: Port) -> Self;
}

impl Range for PortRange {
    const EXPECTED: &'static str = "a port such as `443`, or a range such as `8000-8100`";

    fn of(port: Port) -> Self {
        port.into()
    }
}

impl Range for TransportPortRange {
    const EXPECTED: &'static str = "a port such as `443/tcp`, or a range such as `8000-8100/udp`";

    fn of(port: Port) -> Self {
        Self::new(port.into(), Transport::Tcp)
    }
}

struct RangeVisitor<T>(PhantomData<T>);

impl<T: Range> Visitor<'_> for RangeVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        unsigned(number, &self).map(T::of)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        signed(number, &self).map(T::of)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// The port of this number.
pub(super) fn unsigned<E: Error>(number: u64, expected: &dyn de::Expected) -> Result<Port, E> {
    Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), expected))
}

/// The port of this number.
pub(super) fn signed<E: Error>(number: i64, expected: &dyn de::Expected) -> Result<Port, E> {
    Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), expected))
}
