//! The feature `serde`: how ports and services are written to files and messages, and read.
//!
//! ```
//! use port_consts::{Port, Service, TransportPort};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! struct Proxy {
//!     listen: Port,
//!     upstream: TransportPort,
//!     protocol: Service,
//! }
//!
//! // "https" may also be 443 or "443", and "8443/tcp" also "8443" or "https/udp".
//! let proxy: Proxy = serde_json::from_str(
//!     r#"{"listen":"https","upstream":"8443/tcp","protocol":"HTTPS"}"#,
//! )?;
//! assert_eq!(
//!     serde_json::to_string(&proxy)?,
//!     r#"{"listen":443,"upstream":"8443/tcp","protocol":"https"}"#,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Forms
//!
//! | type | is read from | is written as |
//! |---|---|---|
//! | [`Port`](crate::Port) | `443`, `"443"`, `"https"` | `443` |
//! | [`TransportPort`](crate::TransportPort) | `"443/tcp"`, `"443"`, `443`, `"https"`, `"https/udp"` | `"443/tcp"` |
//! | [`Service`](crate::Service), `iana::Service`, enums of [`ports!`](crate::ports) | a name or an alias, in any ASCII case | its name, `"https"` |
//! | [`Category`](crate::Category) | its name, in any ASCII case | its name |
//! | [`Transport`](crate::Transport) | its name, in any ASCII case | `"tcp"` |
//! | [`Transports`](crate::Transports) | names with slashes between; `""` for none | `"tcp/udp"` |
//! | [`PortClass`](crate::PortClass) | its name, in any ASCII case | `"user"` |
//!
//! Names for ports are those of the curated registry. A service's port can be had by
//! reading the service, of any registry.
//!
//! In **binary formats** (those that are not human-readable: postcard, bincode, CBOR) a
//! [`Port`](crate::Port) is a `u16`, and nothing else. Everything else is the same text as
//! above. A number for a service would be shorter, but it would be another one whenever a
//! service is added before it; a name stays, as an alias at the least.
//!
//! Nothing is allocated or leaked, and a text need not outlive its reader: streams will do.
//!
//! # Other forms
//!
//! For a field, with serde's attribute `with`:
//!
//! - [`name_or_number`] writes a [`Port`](crate::Port) by its name where it has one
//! - [`with_transport`] reads and writes `"443/tcp"` for a pair `(Port, Transport)`
//!
//! # Errors
//!
//! They name the value, what would be accepted, and the name that was meant:
//!
//! ```
//! # use port_consts::{Port, Service};
//! let error = serde_json::from_str::<Service>(r#""htps""#).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "unknown service `htps`; did you mean `https`? at line 1 column 6",
//! );
//!
//! let error = serde_json::from_str::<Port>("70000").unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "invalid value: integer `70000`, \
//!      expected a port: a number from 0 to 65535, or a service's name at line 1 column 5",
//! );
//! ```

pub mod name_or_number;
pub(crate) mod named;
mod port;
mod text;
mod transport_port;
pub mod with_transport;
