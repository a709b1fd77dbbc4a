//! `#[serde(with = "port_consts::serde_forms::name_or_number")]`: a port by its number or by
//! the name of its service.
//!
//! ```
//! use port_consts::Port;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Listener {
//!     #[serde(with = "port_consts::serde_forms::name_or_number")]
//!     port: Port,
//!     #[serde(default, with = "port_consts::serde_forms::name_or_number")]
//!     metrics: Option<Port>,
//! }
//!
//! let listener: Listener = serde_json::from_str(r#"{"port":"https","metrics":"9100"}"#)?;
//! assert_eq!((listener.port.get(), listener.metrics.map(Port::get)), (443, Some(9100)));
//! assert_eq!(
//!     serde_json::to_string(&listener)?,
//!     r#"{"port":"https","metrics":9100}"#,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! It reads an integer, and text as [`Port::from_name_or_number`] does. The name is one of
//! the curated registry, [`Service`]. It is written if nothing can be mistaken:
//!
//! - One service has the port, under all transports. Port 514 is `shell` under TCP, `syslog`
//!   under UDP, so it is written `514`.
//! - The port is the service's first one, which is what the name is read as.
//!
//! In binary formats it is the number.
//!
//! It is for fields of the type [`Port`] or `Option<Port>`; add `default` for an `Option`
//! that may be missing. A derive of `JsonSchema` needs to know the form, too:
//! `#[schemars(with = "port_consts::serde_forms::name_or_number::Schema")]`, or
//! `Option<..::Schema>`.

use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use super::MaybePort;
use crate::{Port, Service, Transport};

#[cfg(feature = "schemars")]
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
pub use super::schemas::NameOrNumber as Schema;

/// Writes the name, or the number.
///
/// # Errors
///
/// If the serializer has one.
pub fn serialize<T, S>(port: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: MaybePort,
    S: Serializer,
{
    port.write::<Form, S>(serializer)
}

/// Reads a number, or what [`Port::from_name_or_number`] reads.
///
/// # Errors
///
/// If it is neither a port number nor a service's name.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: MaybePort,
    D: Deserializer<'de>,
{
    T::read::<Form, D>(deserializer)
}

struct Form(Port);

impl From<Port> for Form {
    fn from(port: Port) -> Self {
        Self(port)
    }
}

impl From<Form> for Port {
    fn from(Form(port): Form) -> Self {
        port
    }
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(port) = self;
        match name(*port) {
            Some(name) if serializer.is_human_readable() => serializer.serialize_str(name),
            _ => port.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(FormVisitor).map(Self)
        } else {
            Port::deserialize(deserializer).map(Self)
        }
    }
}

struct FormVisitor;

impl Visitor<'_> for FormVisitor {
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
        Port::from_name_or_number(text).map_err(E::custom)
    }
}

/// The name that means this port and no other, and that no other service may claim.
fn name(port: Port) -> Option<&'static str> {
    let mut services = Transport::ALL
        .iter()
        .flat_map(|transport| Service::candidates(port, *transport));
    let first = services.next()?;
    (first.port() == port && services.all(|it| it == first)).then(|| first.name())
}
