//! [`ParseTransportError`].

use core::fmt;

use super::name::{Wrong, what_is_wrong};
use crate::text::Excerpt;

/// The error for a text that names no [`Transport`](crate::Transport), or no
/// [`Transports`](crate::Transports).
///
/// ```
/// use port_consts::{ParseTransportError, Transport, Transports};
///
/// let read: Result<Transport, ParseTransportError> = "tpc".parse();
/// assert_eq!(
///     read.map_err(|error| error.to_string()),
///     Err("unknown transport `tpc`; write tcp, udp, sctp or dccp".to_owned()),
/// );
/// let read: Result<Transports, ParseTransportError> = "tcp,udp".parse();
/// assert_eq!(
///     read.map_err(|error| error.to_string()),
///     Err("unknown transport `tcp,udp`; write tcp, udp, sctp or dccp, \
///          or several with a slash between, such as `tcp/udp`".to_owned()),
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParseTransportError {
    text: Excerpt,
    /// Whether several transports may be written.
    several: bool,
}

impl ParseTransportError {
    #[inline]
    pub(crate) fn new(text: &str) -> Self {
        Self {
            text: Excerpt::of(text),
            several: false,
        }
    }

    /// The error for a text that may name several transports.
    pub(crate) fn of_several(text: &str) -> Self {
        Self {
            several: true,
            ..Self::new(text)
        }
    }
}

impl fmt::Display for ParseTransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match what_is_wrong(text.as_str()) {
            Wrong::Empty => f.write_str("a transport is missing")?,
            Wrong::WhiteSpace => {
                return write!(f, "`{text}` has white space around it; remove it");
            }
            Wrong::Unknown => write!(f, "unknown transport `{text}`")?,
        }
        f.write_str("; write tcp, udp, sctp or dccp")?;
        if self.several {
            f.write_str(", or several with a slash between, such as `tcp/udp`")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ParseTransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParseTransportError({:?})", self.text)
    }
}

impl core::error::Error for ParseTransportError {}
