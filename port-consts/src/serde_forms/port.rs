//! [`Port`], by its number.

use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::{ParsePortError, Port};

/// As the number.
impl Serialize for Port {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.get())
    }
}

/// From a number, or from a text as by `FromStr`: digits. Binary formats have the number.
impl<'de> Deserialize<'de> for Port {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(PortVisitor)
        } else {
            u16::deserialize(deserializer).map(Self::new)
        }
    }
}

struct PortVisitor;

impl Visitor<'_> for PortVisitor {
    type Value = Port;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a port: a number from 0 to 65535")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Port, E> {
        text.parse().map_err(|error| E::custom(InAField(error)))
    }
}

/// The message for somebody who can give the field another form.
pub(super) struct InAField(pub(super) ParsePortError);

impl fmt::Display for InAField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error) = self;
        error.write(f, Some("serde_forms::name_or_number"))
    }
}
