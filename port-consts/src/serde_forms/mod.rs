//! The feature `serde`: how ports and services are written to files and messages, and read.
//!
//! ```
//! use port_consts::{Port, Service, TransportPort};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! struct Proxy {
//!     listen: Port,
//!     #[serde(with = "port_consts::serde_forms::name_or_number")]
//!     metrics: Port,
//!     upstream: TransportPort,
//!     protocol: Service,
//! }
//!
//! // 443 may also be "443", "node-exporter" also 9100, and "8443/tcp" also "https/udp".
//! let proxy: Proxy = serde_json::from_str(
//!     r#"{"listen":443,"metrics":"node-exporter","upstream":"8443/tcp","protocol":"HTTPS"}"#,
//! )?;
//! assert_eq!(
//!     serde_json::to_string(&proxy)?,
//!     r#"{"listen":443,"metrics":9100,"upstream":"8443/tcp","protocol":"https"}"#,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Forms
//!
//! | type | is read from | is written as |
//! |---|---|---|
//! | [`Port`](crate::Port) | `443`, `"443"` | `443` |
//! | [`TransportPort`](crate::TransportPort) | `"443/tcp"`, `"443"`, `443`, `"https"`, `"https/udp"` | `"443/tcp"` |
//! | [`PortRange`](crate::PortRange) | `"8000-8100"`, `"443"`, `443` | `"8000-8100"`, `"443"` |
//! | [`TransportPortRange`](crate::TransportPortRange) | `"8000-8100/udp"`, `"443"`, `443` | `"8000-8100/udp"` |
//! | [`PortSet`](crate::PortSet) | `"80, 443, 8000-8100"`, `[80, "8000-8100"]`, `443` | `"80,443,8000-8100"` |
//! | [`PortRanges`](crate::PortRanges) | | as `PortSet` |
//! | [`Service`](crate::Service), `iana::Service`, enums of [`ports!`](crate::ports) | a name or an alias, in any ASCII case | its name, `"https"` |
//! | [`Category`](crate::Category) | its name, in any ASCII case | its name |
//! | [`Transport`](crate::Transport) | its name, in any ASCII case | `"tcp"` |
//! | [`Transports`](crate::Transports) | names with slashes between; `""` for none | `"tcp/udp"` |
//! | [`PortClass`](crate::PortClass) | its name, in any ASCII case | `"user"` |
//! | [`Os`](crate::Os), [`Side`](crate::Side) | its name, in any ASCII case | `"Linux"`, `"source"` |
//!
//! A [`Port`](crate::Port) is a number in every text form: in files, flags and `FromStr`. The
//! form [`name_or_number`] reads names of the curated registry, too. For the names of another
//! registry, read the service and ask it for its port.
//!
//! In a text, a number may have leading zeros. White space, signs and other notations are
//! errors that say what to write.
//!
//! In **binary formats** (those that are not human-readable: postcard, bincode, CBOR) a
//! [`Port`](crate::Port) is a `u16`, and nothing else. A range is its first and its last port,
//! followed by the transport's protocol number (6, 17, 33, 132) if it has one; a set is a
//! sequence of ranges. Everything else is the same text as above. A number for a service would
//! be shorter, but it would be another one whenever a service is added before it; a name
//! stays, as an alias at the least.
//!
//! With `flatten`, `tag` and `untagged`, serde keeps values first and then reads them as if the
//! format were human-readable. In CBOR and the like, ranges and sets are no text, so such
//! containers can't read them back: `8000-8100` is an error, or the set of 8000 and 8100. Write
//! them as text there, with `serde_with::DisplayFromStr` for instance.
//!
//! Nothing is allocated or leaked, and a text need not outlive its reader: streams will do.
//!
//! # Other forms
//!
//! For a field, with serde's attribute `with`:
//!
//! - [`name_or_number`] reads a [`Port`](crate::Port) from its number or name, and writes the
//!   name where the port has one
//! - [`non_zero`] reads and writes a [`Port`](crate::Port) from 1 to 65535
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
//!      expected a port: a number from 0 to 65535 at line 1 column 5",
//! );
//! ```

mod maybe_port;
pub mod name_or_number;
pub(crate) mod named;
pub mod non_zero;
mod port;
mod ranges;
#[cfg(feature = "schemars")]
mod schemas;
mod sets;
mod text;
mod transport_port;
pub mod with_transport;

pub use maybe_port::MaybePort;
