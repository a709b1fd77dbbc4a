//! [`Port`], by its number.

use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::{ParsePortError, Port, text::wrong_form::Reads};

/// As the number.
impl Serialize for Port {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.get())
    }
}

/// From a number, or from a text as by `FromStr`: digits. Binary formats have the number.
impl<'de> Deserialize<'de> for Port {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, Reads::PORT)
    }
}

/// Reads a port, with messages for a type that reads this much.
pub(super) fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    reads: Reads,
) -> Result<Port, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(PortVisitor(reads))
    } else {
        u16::deserialize(deserializer).map(Port::new)
    }
}

struct PortVisitor(Reads);

impl Visitor<'_> for PortVisitor {
    type Value = Port;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a port: {}", self.0.number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Port, E> {
        let Self(reads) = self;
        text.parse()
            .map_err(|error| E::custom(InAField(error, reads)))
    }
}

/// The message for somebody who can give the field another form.
struct InAField(ParsePortError, Reads);

impl fmt::Display for InAField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error, reads) = self;
        error.write(f, *reads, Some("serde_forms::name_or_number"))
    }
}
