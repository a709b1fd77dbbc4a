//! `#[serde(with = "port_consts::serde_forms::with_transport")]`: a port with its transport,
//! `"443/tcp"`, in a field that is a pair `(Port, Transport)`.
//!
//! ```
//! use port_consts::{HTTPS, Port, Transport};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Rule {
//!     #[serde(with = "port_consts::serde_forms::with_transport")]
//!     open: (Port, Transport),
//! }
//!
//! let rule: Rule = serde_json::from_str(r#"{"open":"https/udp"}"#)?;
//! assert_eq!(rule.open, (HTTPS, Transport::Udp));
//! assert_eq!(serde_json::to_string(&rule)?, r#"{"open":"443/udp"}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! It reads and writes what [`TransportPort`] does, which needs no attribute, and takes any
//! type that is made of one and makes one.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::TransportPort;

/// Writes `443/tcp`.
///
/// # Errors
///
/// If the serializer has one.
pub fn serialize<T, S>(port: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Copy + Into<TransportPort>,
    S: Serializer,
{
    let port: TransportPort = (*port).into();
    port.serialize(serializer)
}

/// Reads what [`TransportPort`] reads.
///
/// # Errors
///
/// If it is neither a port nor a service's name, with a transport or without.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: From<TransportPort>,
    D: Deserializer<'de>,
{
    TransportPort::deserialize(deserializer).map(T::from)
}
