//! [`TransportPort`], a port under a transport.

use core::{fmt, str::FromStr};

use crate::{
    ParsePortError, ParsePortErrorKind, ParseTransportPortError, ParseTransportPortErrorKind, Port,
    Service, Transport,
    text::{Text, try_from_str},
};

/// A port under a transport protocol, `443/tcp`: what a registry assigns, a server listens
/// on and a firewall opens.
///
/// It reads what people write, a number or a name, with or without a transport:
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
/// [`FromStr`](#impl-FromStr-for-TransportPort) lists the rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct TransportPort {
    port: Port,
    transport: Transport,
}

impl TransportPort {
    /// Returns this port under this transport.
    ///
    /// ```
    /// use port_consts::{HTTPS, Transport, TransportPort};
    ///
    /// const QUIC: TransportPort = TransportPort::new(HTTPS, Transport::Udp);
    /// assert_eq!(QUIC.to_string(), "443/udp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(port: Port, transport: Transport) -> Self {
        Self { port, transport }
    }

    /// Returns the port.
    ///
    /// ```
    /// # use port_consts::TransportPort;
    /// assert_eq!("53/udp".parse::<TransportPort>()?.port(), 53);
    /// # Ok::<(), port_consts::ParseTransportPortError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn port(self) -> Port {
        self.port
    }

    /// Returns the transport.
    ///
    /// ```
    /// # use port_consts::{Transport, TransportPort};
    /// assert_eq!("53/udp".parse::<TransportPort>()?.transport(), Transport::Udp);
    /// # Ok::<(), port_consts::ParseTransportPortError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }

    /// Returns the service that the curated registry lists here, as [`Service::from_port`].
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
///   number is read as [`Port`] reads it.
/// - The whole text is a name first: `ethernet/ip-1` is a service.
/// - A number without a transport is TCP's, as Docker and Kubernetes take it.
/// - A name without a transport is the service's first port, under TCP if it has that port
///   there: `https` is `443/tcp`, `ntp` is `123/udp`.
/// - A name with a transport is the first port that the service has under it.
///
/// ```
/// use port_consts::TransportPort;
///
/// let read = |text: &str| match text.parse::<TransportPort>() {
///     Ok(port) => port.to_string(),
///     Err(error) => error.to_string(),
/// };
/// assert_eq!(read("ntp"), "123/udp");
/// assert_eq!(read("ethernet/ip-1"), "2222/udp");
///
/// assert_eq!(read("htps/udp"), "unknown service `htps`; did you mean `https`?");
/// assert_eq!(read("udp/53"), "`udp/53` has the transport first; write `53/udp`");
/// assert_eq!(
///     read("ssh/dccp"),
///     "`ssh` has no port under dccp in this registry; write `ssh/tcp`",
/// );
/// ```
impl FromStr for TransportPort {
    type Err = ParseTransportPortError;

    fn from_str(text: &str) -> Result<Self, ParseTransportPortError> {
        use ParseTransportPortErrorKind::{NotUnder, Unknown};

        let halves = halves(text)
            .map(|(port, transport)| (port, port.parse(), Transport::from_bytes(transport)));
        if let Some((_, Ok(port), Some(transport))) = halves {
            return Ok(Self::new(port, transport));
        }
        if let Some(service) = Service::from_name(text) {
            return Ok(service.into());
        }
        let fail = |kind| Err(ParseTransportPortError::new(text, kind));
        let Some((name, port, transport)) = halves else {
            return match text.parse() {
                Ok(port) => Ok(Self::new(port, Transport::Tcp)),
                Err(error) => fail(kind(error)),
            };
        };
        match (Service::from_name(name), port, transport) {
            (Some(service), _, Some(transport)) => Self::under(service, transport)
                .map_or_else(|| fail(NotUnder { service, transport }), Ok),
            (Some(_), ..) | (None, Ok(_), _) => fail(Unknown),
            (None, Err(error), _) => fail(kind(error)),
        }
    }
}

try_from_str!(TransportPort, ParseTransportPortError);

fn kind(error: ParsePortError) -> ParseTransportPortErrorKind {
    match error.kind() {
        ParsePortErrorKind::Empty => ParseTransportPortErrorKind::Empty,
        ParsePortErrorKind::NotDigits => ParseTransportPortErrorKind::Unknown,
        ParsePortErrorKind::TooLarge => ParseTransportPortErrorKind::TooLarge,
    }
}

/// What is in front of the last slash, and what is behind it, if that is short enough for the
/// name of a transport: a text may be long, and is not searched.
///
/// `rsplit_once` does it too, but with a panicking path, which firmware would have to carry.
fn halves(text: &str) -> Option<(&str, &[u8])> {
    let bytes = text.as_bytes();
    let from = bytes.len().saturating_sub(TAIL);
    let tail = bytes.get(from..)?;
    let slash = from + tail.iter().rposition(|byte| *byte == b'/')?;
    Some((text.get(..slash)?, bytes.get(slash + 1..)?))
}

/// Enough for a slash and a transport's name, and for what is one.
const TAIL: usize = 16;

impl From<(Port, Transport)> for TransportPort {
    fn from((port, transport): (Port, Transport)) -> Self {
        Self::new(port, transport)
    }
}

/// Returns the service's first port, under TCP if the service has that port there, else under
/// the first transport that it has it under.
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
