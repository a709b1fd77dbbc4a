//! [`ParseTransportPortError`].

use core::fmt;

use crate::{
    __private::named::nearest,
    Service, Transport,
    text::{
        Excerpt,
        wrong_form::{self, Reads},
    },
};

/// The error for a text that is not a [`TransportPort`](crate::TransportPort).
///
/// ```
/// use port_consts::{ParseTransportPortError, TransportPort};
///
/// let message = |text: &str| match text.parse::<TransportPort>() {
///     Ok(port) => port.to_string(),
///     Err(error) => error.to_string(),
/// };
/// assert_eq!(
///     message("tcp/443"),
///     "`tcp/443` has the transport first; write `443/tcp`",
/// );
/// assert_eq!(
///     message("443/tpc"),
///     "unknown transport `tpc` in `443/tpc`; write tcp, udp, sctp or dccp",
/// );
/// assert_eq!(message("htps/udp"), "unknown service `htps`; did you mean `https`?");
/// assert_eq!(message("65536/tcp"), "port `65536` is above 65535");
/// ```
///
/// What was meant is looked for when the error is displayed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParseTransportPortError {
    text: Excerpt,
    kind: ParseTransportPortErrorKind,
}

/// What is wrong with a text that is not a [`TransportPort`](crate::TransportPort).
///
/// ```
/// use port_consts::{ParseTransportPortErrorKind, Service, Transport, TransportPort};
///
/// let kind = |text: &str| text.parse::<TransportPort>().map_err(|error| error.kind());
/// assert_eq!(kind("65536/tcp"), Err(ParseTransportPortErrorKind::TooLarge));
/// assert_eq!(kind("htps"), Err(ParseTransportPortErrorKind::Unknown));
/// assert_eq!(
///     kind("ssh/dccp"),
///     Err(ParseTransportPortErrorKind::NotUnder {
///         service: Service::Ssh,
///         transport: Transport::Dccp,
///     }),
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParseTransportPortErrorKind {
    /// There is no port: the text is empty, or has nothing in front of its slash.
    Empty,
    /// The number of the port is above 65535.
    TooLarge,
    /// The service has no port under the transport.
    NotUnder {
        /// The service that was named.
        service: Service,
        /// The transport that was named.
        transport: Transport,
    },
    /// The text is of another form, or names no service or no transport.
    Unknown,
}

impl ParseTransportPortError {
    #[inline]
    pub(crate) fn new(text: &str, kind: ParseTransportPortErrorKind) -> Self {
        Self {
            text: Excerpt::of(text),
            kind,
        }
    }

    /// Returns what is wrong with the text.
    ///
    /// ```
    /// use port_consts::{ParseTransportPortErrorKind, TransportPort};
    ///
    /// let kind = "".parse::<TransportPort>().map_err(|error| error.kind());
    /// assert_eq!(kind, Err(ParseTransportPortErrorKind::Empty));
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> ParseTransportPortErrorKind {
        self.kind
    }

    /// Returns the nearest name of a service, as
    /// [`ParseServiceError::suggestion`](crate::ParseServiceError::suggestion).
    ///
    /// ```
    /// use port_consts::TransportPort;
    ///
    /// let suggestion = "htps/udp".parse::<TransportPort>().map_err(|error| error.suggestion());
    /// assert_eq!(suggestion, Err(Some("https")));
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        let may_be_a_name = self.kind == ParseTransportPortErrorKind::Unknown
            && wrong_form::find(&self.text, Reads::TRANSPORT_PORT).is_none();
        let (_, name) = self.unknown().filter(|_| may_be_a_name)?;
        name
    }

    /// The text that is no service, and the nearest name. None if the transport is wrong.
    fn unknown(&self) -> Option<(&str, Option<&'static str>)> {
        let text = self.text.as_str();
        let Some((name, transport)) = text.rsplit_once('/') else {
            return Some((text, nearest::<Service>(text)));
        };
        if Transport::from_name(transport).is_some() {
            return Some((name, nearest::<Service>(name)));
        }
        // The slash may belong to the name, as in `ethernet/ip-1`.
        let whole = nearest::<Service>(text);
        if whole.is_some() {
            return Some((text, whole));
        }
        let is_port = name.bytes().all(|byte| byte.is_ascii_digit());
        if is_port || Service::from_name(name).is_some() {
            return None;
        }
        Some((name, nearest::<Service>(name)))
    }
}

impl fmt::Display for ParseTransportPortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ParseTransportPortErrorKind::{Empty, NotUnder, TooLarge, Unknown};

        let (text, reads) = (&self.text, Reads::TRANSPORT_PORT);
        let halves = text.as_str().rsplit_once('/');
        match self.kind {
            Empty if text.as_str().is_empty() => {
                write!(f, "a port is missing; write {}", reads.write)
            }
            Empty => write!(f, "`{text}` has no port; write {}", reads.write),
            TooLarge => match halves {
                Some((port, _)) => write!(f, "port `{port}` is above 65535"),
                None => write!(f, "port `{text}` is above 65535"),
            },
            NotUnder { service, transport } => {
                write!(
                    f,
                    "`{service}` has no port under {transport} in this registry; write "
                )?;
                for (index, it) in service.transports().iter().enumerate() {
                    let separator: &str = if index == 0 { "" } else { " or " };
                    write!(f, "{separator}`{service}/{it}`")?;
                }
                Ok(())
            }
            Unknown => {
                if let Some(form) = wrong_form::find(text, reads) {
                    return write!(f, "`{text}` {form}");
                }
                let unknown = self
                    .unknown()
                    .map(|(name, nearest)| (Excerpt::of(name), nearest));
                match (unknown, halves) {
                    (Some((name, Some(nearest))), _) => {
                        write!(f, "unknown service `{name}`; did you mean `{nearest}`?")
                    }
                    (None, Some((_, transport))) => write!(
                        f,
                        "unknown transport `{}` in `{text}`; write tcp, udp, sctp or dccp",
                        Excerpt::of(transport)
                    ),
                    // Quoted whole, with the mark of what was cut.
                    _ => write!(f, "unknown service `{text}`; write {}", reads.write),
                }
            }
        }
    }
}

impl fmt::Debug for ParseTransportPortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "ParseTransportPortError({:?}, {:?})",
            self.kind, self.text
        )
    }
}

impl core::error::Error for ParseTransportPortError {}
