//! [`Port`], by number or name.

use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::{Port, UnknownPortError};

/// As the number.
impl Serialize for Port {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.get())
    }
}

/// From a number, or from a text as [`Port::from_name_or_number`]. Binary formats have the
/// number.
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
        f.write_str("a port: a number from 0 to 65535, or a service's name")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Port, E> {
        Port::from_name_or_number(text).map_err(|error| unknown(text, error))
    }
}

/// What is said of a text that is no port.
pub(super) fn unknown<E: Error>(text: &str, error: UnknownPortError) -> E {
    let shown = text.escape_debug();
    match (error, error.suggestion()) {
        (UnknownPortError::Number(error), _) => {
            E::custom(format_args!("invalid port `{shown}`: {error}"))
        }
        (UnknownPortError::Name(_), Some(name)) => E::custom(format_args!(
            "unknown service `{shown}`; did you mean `{name}`?"
        )),
        (UnknownPortError::Name(_), None) => E::custom(format_args!(
            "unknown service `{shown}`; a port is a number from 0 to 65535, or a service's name"
        )),
    }
}
