//! [`UnknownPortError`], what [`Port::from_name_or_number`](crate::Port::from_name_or_number)
//! fails with.

use core::fmt;

use crate::{ParsePortError, UnknownServiceError, unknown::did_you_mean};

/// Why a text is neither a port number nor the name of a service.
///
/// ```
/// use port_consts::{Port, UnknownPortError};
///
/// let error = Port::from_name_or_number("htps").unwrap_err();
/// assert_eq!(error.suggestion(), Some("https"));
/// assert_eq!(
///     error.to_string(),
///     "no service has this name; did you mean `https`?",
/// );
///
/// let error = Port::from_name_or_number("99999").unwrap_err();
/// assert_eq!(error.to_string(), "a port number is 65535 at the most");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum UnknownPortError {
    /// The text is empty, or has digits only, and is no port number.
    Number(ParsePortError),
    /// No service has this name.
    Name(UnknownServiceError),
}

impl UnknownPortError {
    /// The nearest name of a service, as [`UnknownServiceError::suggestion`].
    #[inline]
    #[must_use]
    pub const fn suggestion(self) -> Option<&'static str> {
        match self {
            Self::Number(_) => None,
            Self::Name(error) => error.suggestion(),
        }
    }
}

impl fmt::Display for UnknownPortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(error) => fmt::Display::fmt(error, f),
            Self::Name(error) => {
                f.write_str("no service has this name")?;
                match error.suggestion() {
                    None => f.write_str(", and it is no port number"),
                    suggestion => did_you_mean(suggestion, f),
                }
            }
        }
    }
}

impl core::error::Error for UnknownPortError {}
