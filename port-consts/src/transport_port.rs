//! [`TransportPort`], a port under a transport.

use core::{fmt, str::FromStr};

use crate::{ParseTransportError, Port, Service, Transport, UnknownPortError, text::Text};

/// A port under a transport protocol, `443/tcp`: what a registry assigns, a server listens
/// on and a firewall opens.
///
/// It is read as people write it, by number or by name, with or without a transport:
///
/// ```
/// use port_consts::{Port, Service, Transport, TransportPort};
///
/// const HTTPS: TransportPort = TransportPort::new(Port::new(443), Transport::Tcp);
/// assert_eq!("443/tcp".parse(), Ok(HTTPS));
/// assert_eq!("443".parse(), Ok(HTTPS));
/// assert_eq!("https".parse(), Ok(HTTPS));
/// assert_eq!("HTTPS/udp".parse(), Ok(TransportPort::new(Port::new(443), Transport::Udp)));
///
/// assert_eq!(HTTPS.to_string(), "443/tcp");
/// assert_eq!(HTTPS.service(), Some(Service::Https));
/// ```
///
/// [`FromStr`](#impl-FromStr-for-TransportPort) has the rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct TransportPort {
    port: Port,
    transport: Transport,
}

impl TransportPort {
    /// The port with this number under this transport.
    #[inline]
    #[must_use]
    pub const fn new(port: Port, transport: Transport) -> Self {
        Self { port, transport }
    }

    /// The port.
    ///
    /// ```
    /// # use port_consts::TransportPort;
    /// assert_eq!("53/udp".parse::<TransportPort>().unwrap().port(), 53);
    /// ```
    #[inline]
    #[must_use]
    pub const fn port(self) -> Port {
        self.port
    }

    /// The transport.
    ///
    /// ```
    /// # use port_consts::{Transport, TransportPort};
    /// assert_eq!("53/udp".parse::<TransportPort>().unwrap().transport(), Transport::Udp);
    /// ```
    #[inline]
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }

    /// What the curated registry has here, as [`Service::from_port`].
    ///
    /// ```
    /// use port_consts::{Port, Service, Transport, TransportPort};
    /// const SYSLOG: TransportPort = TransportPort::new(Port::new(514), Transport::Udp);
    /// assert_eq!(SYSLOG.service(), Some(Service::Syslog));
    /// ```
    #[inline]
    #[must_use]
    pub const fn service(self) -> Option<Service> {
        Service::from_port(self.port, self.transport)
    }

    /// The first port that a service has under a transport.
    fn under(service: Service, transport: Transport) -> Option<Self> {
        let mut assignments = service.assignments().iter();
        let assignment = assignments.find(|it| it.transports().contains(transport))?;
        Some(Self::new(assignment.first(), transport))
    }
}

/// `443/tcp`; width, fill and alignment apply to the whole.
impl fmt::Display for TransportPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The longest is "65535/sctp".
        let text = Text::<10>::of(format_args!("{}/{}", self.port, self.transport))?;
        f.pad(text.as_str())
    }
}

/// `TransportPort(443/tcp)`
impl fmt::Debug for TransportPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TransportPort({}/{})", self.port, self.transport)
    }
}

/// Reads `443/tcp`, `443`, `https` and `https/udp`.
///
/// - A name is one of the curated registry, [`Service`], or an alias, in any ASCII case. A
///   number is digits and nothing else.
/// - The whole text is a name first: `ethernet/ip-1` is a service.
/// - A number without a transport is TCP's, as Docker and Kubernetes take it.
/// - A name without a transport is the service's first port, under TCP if it has that port
///   there: `https` is `443/tcp`, `ntp` is `123/udp`.
/// - A name with a transport is the first port that the service has under it.
///
/// ```
/// use port_consts::{ParseTransportPortError, TransportPort};
///
/// let text = |text: &str| text.parse().map(|port: TransportPort| port.to_string());
/// assert_eq!(text("ntp").as_deref(), Ok("123/udp"));
/// assert_eq!(text("ethernet/ip-1").as_deref(), Ok("2222/udp"));
///
/// let message = |wrong: &str| text(wrong).unwrap_err().to_string();
/// assert_eq!(
///     message("htps/udp"),
///     "no service has this name; did you mean `https`?",
/// );
/// assert_eq!(message("443/tpc"), "a transport is tcp, udp, sctp or dccp");
/// assert_eq!(message("ssh/dccp"), "`ssh` has no port under dccp; it has tcp");
/// ```
///
/// Messages suggest the nearest name, which takes a look at all of them: see
/// [`UnknownServiceError`](crate::UnknownServiceError).
impl FromStr for TransportPort {
    type Err = ParseTransportPortError;

    fn from_str(text: &str) -> Result<Self, ParseTransportPortError> {
        use ParseTransportPortError::{NotUnder, Port as NoPort, Transport as NoTransport};

        if let Some(service) = Service::from_name(text) {
            return Ok(service.into());
        }
        let Some((port, transport)) = halves(text) else {
            let port = Port::from_name_or_number(text).map_err(NoPort)?;
            return Ok(Self::new(port, Transport::Tcp));
        };
        let transport = transport.parse().map_err(NoTransport);
        if let Some(service) = Service::from_name(port) {
            let transport = transport?;
            return Self::under(service, transport).ok_or(NotUnder { service, transport });
        }
        match (Port::from_name_or_number(port), transport) {
            (Ok(port), transport) => Ok(Self::new(port, transport?)),
            (Err(error), Ok(_)) => Err(NoPort(error)),
            // Neither half is right: perhaps the slash belongs to the name.
            (Err(error), Err(_)) => Err(NoPort(match Port::from_name_or_number(text) {
                Err(whole) if whole.suggestion().is_some() => whole,
                _ => error,
            })),
        }
    }
}

/// What is in front of the last slash, and what is behind it. `rsplit_once` does it too, but
/// with a panicking path, which firmware would have to carry.
fn halves(text: &str) -> Option<(&str, &str)> {
    let slash = text.bytes().rposition(|byte| byte == b'/')?;
    Some((text.get(..slash)?, text.get(slash + 1..)?))
}

impl From<(Port, Transport)> for TransportPort {
    fn from((port, transport): (Port, Transport)) -> Self {
        Self::new(port, transport)
    }
}

/// Where a service is if nothing is said of the transport: on its first port, under TCP if
/// it has that port there, else under the first transport that it has it under.
///
/// ```
/// use port_consts::{Service, TransportPort};
/// assert_eq!(TransportPort::from(Service::Https).to_string(), "443/tcp");
/// assert_eq!(TransportPort::from(Service::Ntp).to_string(), "123/udp");
/// ```
impl From<Service> for TransportPort {
    fn from(service: Service) -> Self {
        let port = service.port();
        let under = |transport: &Transport| {
            let mut assignments = service.assignments().iter();
            assignments.any(|it| it.contains(port, *transport))
        };
        let transport = Transport::ALL.iter().copied().find(under);
        Self::new(port, transport.unwrap_or(Transport::Tcp))
    }
}

impl From<TransportPort> for (Port, Transport) {
    fn from(it: TransportPort) -> Self {
        (it.port, it.transport)
    }
}

impl From<TransportPort> for Port {
    fn from(it: TransportPort) -> Self {
        it.port
    }
}

/// Why a text is no [`TransportPort`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParseTransportPortError {
    /// The text, or what is in front of its last slash, is neither port nor service.
    Port(UnknownPortError),
    /// What is behind the last slash is no transport.
    Transport(ParseTransportError),
    /// The service has no port under the transport.
    NotUnder {
        /// The service that was named.
        service: Service,
        /// The transport that was named.
        transport: Transport,
    },
}

impl ParseTransportPortError {
    /// The nearest name of a service, as
    /// [`UnknownServiceError::suggestion`](crate::UnknownServiceError::suggestion).
    #[inline]
    #[must_use]
    pub const fn suggestion(self) -> Option<&'static str> {
        match self {
            Self::Port(error) => error.suggestion(),
            Self::Transport(_) | Self::NotUnder { .. } => None,
        }
    }
}

impl fmt::Display for ParseTransportPortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(error) => fmt::Display::fmt(error, f),
            Self::Transport(error) => fmt::Display::fmt(error, f),
            Self::NotUnder { service, transport } => write!(
                f,
                "`{service}` has no port under {transport}; it has {}",
                service.transports()
            ),
        }
    }
}

impl core::error::Error for ParseTransportPortError {}
