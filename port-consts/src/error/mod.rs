//! Errors: texts that could not be read, and integers that are no ports.
//!
//! An error of a text holds an [`Excerpt`] of it and, at the most, a byte that says which
//! check failed. What was meant (the nearest name, another form) is looked for when the
//! error is displayed, and only then.

mod name;
mod name_or_number;
mod port;
mod registry;
mod transport;
mod transport_port;

pub use name::{ParseOsError, ParsePortClassError, ParseSideError};
pub use name_or_number::ParseNameOrNumberError;
pub use port::{ParsePortError, ParsePortErrorKind, PortOutOfRangeError};
pub use registry::{ParseCategoryError, ParseServiceError, unknown_category, unknown_service};
pub use transport::ParseTransportError;
pub use transport_port::{ParseTransportPortError, ParseTransportPortErrorKind};

#[cfg(feature = "serde")]
pub(crate) use registry::UnknownName;
