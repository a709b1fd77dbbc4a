//! `#[serde(with = "port_consts::serde_forms::non_zero")]`: a port that is not 0.
//!
//! Port 0 asks the operating system for any free port. That is what a test wants, but in the
//! config of a server it is seldom meant.
//!
//! ```
//! use port_consts::Port;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Listener {
//!     #[serde(with = "port_consts::serde_forms::non_zero")]
//!     port: Port,
//!     #[serde(default, with = "port_consts::serde_forms::non_zero")]
//!     metrics: Option<Port>,
//! }
//!
//! let listener: Listener = serde_json::from_str(r#"{"port":8443}"#)?;
//! assert_eq!((listener.port.get(), listener.metrics), (8443, None));
//!
//! let zero = serde_json::from_str::<Listener>(r#"{"port":0}"#);
//! assert_eq!(
//!     zero.map(|it| it.port).map_err(|error| error.to_string()),
//!     Err("port `0` is reserved; write a number from 1 to 65535 at line 1 column 10".to_owned()),
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! It reads and writes what [`Port`] does, but for 0. It is for fields of the type [`Port`]
//! or `Option<Port>`; add `default` for an `Option` that may be missing. A derive of
//! `JsonSchema` needs to know the form, too:
//! `#[schemars(with = "port_consts::serde_forms::non_zero::Schema")]`, or
//! `Option<..::Schema>`.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use super::{MaybePort, port::read};
use crate::{Port, text::wrong_form::Reads};

#[cfg(feature = "schemars")]
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
pub use super::schemas::NonZeroPort as Schema;

/// Writes the number.
///
/// # Errors
///
/// If the port is 0, which would not be read back, or if the serializer has an error.
pub fn serialize<T, S>(port: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: MaybePort,
    S: Serializer,
{
    port.write::<Form, S>(serializer)
}

/// Reads a number from 1 to 65535, as an integer or as digits.
///
/// # Errors
///
/// If it is another number, or no number.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: MaybePort,
    D: Deserializer<'de>,
{
    T::read::<Form, D>(deserializer)
}

const RESERVED: &str = "port `0` is reserved; write a number from 1 to 65535";

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
        match *self {
            Self(Port::ANY) => Err(ser::Error::custom(RESERVED)),
            Self(port) => port.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match read(deserializer, Reads::NON_ZERO)? {
            Port::ANY => Err(de::Error::custom(RESERVED)),
            port => Ok(Self(port)),
        }
    }
}
