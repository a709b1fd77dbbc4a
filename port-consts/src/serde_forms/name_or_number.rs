//! `#[serde(with = "port_consts::serde_forms::name_or_number")]`: a port by its name where it has
//! one, else by its number.
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
//! let listener: Listener = serde_json::from_str(r#"{"port":443,"metrics":"9100"}"#)?;
//! assert_eq!(
//!     serde_json::to_string(&listener)?,
//!     r#"{"port":"https","metrics":9100}"#,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! It reads what [`Port`] reads. The name is one of the curated registry, [`Service`], and
//! is written if nothing can be mistaken:
//!
//! - One service has the port, under all transports. Port 514 is `shell` under TCP, `syslog`
//!   under UDP, so it is written `514`.
//! - The port is the service's first one, which is what the name is read as.
//!
//! In binary formats it is the number.
//!
//! It is for fields of the type [`Port`] or `Option<Port>`; add `default` for an `Option`
//! that may be missing. A derive of `JsonSchema` needs to be told the field's type once
//! more: `#[schemars(with = "Port")]`.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Port, Service, Transport};

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
    port.write(serializer)
}

/// Reads what [`Port`] reads.
///
/// # Errors
///
/// If it is neither a port number nor a service's name.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: MaybePort + Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer)
}

/// `Port` and `Option<Port>`.
pub trait MaybePort: sealed::Sealed {
    #[doc(hidden)]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::Port {}
    impl Sealed for Option<crate::Port> {}
}

impl MaybePort for Port {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ByName(*self).serialize(serializer)
    }
}

impl MaybePort for Option<Port> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.map(ByName).serialize(serializer)
    }
}

struct ByName(Port);

impl Serialize for ByName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(port) = self;
        match name(*port) {
            Some(name) if serializer.is_human_readable() => serializer.serialize_str(name),
            _ => port.serialize(serializer),
        }
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
