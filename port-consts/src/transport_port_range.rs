//! [`TransportPortRange`], a range of ports under a transport.

use core::{fmt, iter::FusedIterator, str::FromStr};

use crate::{
    ParsePortRangeError, ParseTransportError, Port, PortRange, Ports, Transport, TransportPort,
    text::{Text, wrong_form::Reads},
};

/// A range of ports under a transport, `8000-8100/udp`: what a firewall opens, or a router
/// forwards.
///
/// ```
/// use port_consts::{Port, Transport, TransportPort, TransportPortRange};
///
/// let open: TransportPortRange = "8000-8100/udp".parse()?;
/// assert_eq!((open.range().count(), open.transport()), (101, Transport::Udp));
/// assert!(open.contains(TransportPort::new(Port::new(8100), Transport::Udp)));
///
/// // Without a transport it is TCP's, as Docker and Kubernetes take it.
/// let open: TransportPortRange = "8000-8100".parse()?;
/// assert_eq!(open.to_string(), "8000-8100/tcp");
/// # Ok::<(), port_consts::ParseTransportPortRangeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct TransportPortRange {
    range: PortRange,
    transport: Transport,
}

impl TransportPortRange {
    /// Returns these ports under this transport.
    ///
    /// ```
    /// use port_consts::{PortClass, Transport, TransportPortRange};
    /// const USER: TransportPortRange =
    ///     TransportPortRange::new(PortClass::User.ports(), Transport::Udp);
    /// assert_eq!(USER.to_string(), "1024-49151/udp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(range: PortRange, transport: Transport) -> Self {
        Self { range, transport }
    }

    /// Returns the ports.
    ///
    /// ```
    /// use port_consts::TransportPortRange;
    /// assert_eq!("80-90/tcp".parse::<TransportPortRange>()?.range().count(), 11);
    /// # Ok::<(), port_consts::ParseTransportPortRangeError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn range(self) -> PortRange {
        self.range
    }

    /// Returns the transport.
    ///
    /// ```
    /// use port_consts::{Transport, TransportPortRange};
    /// assert_eq!("53/udp".parse::<TransportPortRange>()?.transport(), Transport::Udp);
    /// # Ok::<(), port_consts::ParseTransportPortRangeError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }

    /// Returns whether `port` is one of these ports, under the same transport.
    ///
    /// ```
    /// use port_consts::{Port, Transport, TransportPort, TransportPortRange};
    /// let range: TransportPortRange = "80-90/tcp".parse()?;
    /// assert!(range.contains(TransportPort::new(Port::new(85), Transport::Tcp)));
    /// assert!(!range.contains(TransportPort::new(Port::new(85), Transport::Udp)));
    /// # Ok::<(), port_consts::ParseTransportPortRangeError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(self, port: TransportPort) -> bool {
        self.transport as u8 == port.transport() as u8 && self.range.contains(port.port())
    }

    /// Returns an iterator over the ports, ascending, each under the transport.
    ///
    /// ```
    /// use port_consts::TransportPortRange;
    /// let range: TransportPortRange = "53-54/udp".parse()?;
    /// let ports: Vec<String> = range.ports().map(|port| port.to_string()).collect();
    /// assert_eq!(ports, ["53/udp", "54/udp"]);
    /// # Ok::<(), port_consts::ParseTransportPortRangeError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn ports(self) -> TransportPorts {
        TransportPorts {
            ports: self.range.ports(),
            transport: self.transport,
        }
    }
}

/// `8000-8100/udp`; width, fill and alignment apply to the whole.
impl fmt::Display for TransportPortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The longest is "65534-65535/sctp".
        let text = Text::<16>::of(format_args!("{}/{}", self.range, self.transport))?;
        f.pad(text.as_str())
    }
}

/// `TransportPortRange(8000-8100/udp)`
impl fmt::Debug for TransportPortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TransportPortRange({self})")
    }
}

/// Reads `8000-8100/udp` and `443/tcp`. Without a transport the ports are TCP's.
///
/// The ports are read as [`PortRange`] is, the transport without regard to ASCII case.
///
/// ```
/// use port_consts::TransportPortRange;
/// let message = |text: &str| text.parse::<TransportPortRange>().unwrap_err().to_string();
/// assert_eq!(message("90-80/udp"), "the range `90-80` is reversed; write `80-90/udp`");
/// ```
impl FromStr for TransportPortRange {
    type Err = ParseTransportPortRangeError;

    fn from_str(text: &str) -> Result<Self, ParseTransportPortRangeError> {
        use ParseTransportPortRangeError::{Range, Transport as NoTransport};

        let slash = text.bytes().rposition(|byte| byte == b'/');
        // `split_at` has a path that panics, which firmware would have to carry.
        let halves = slash.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?)));
        let Some((range, transport)) = halves else {
            let range = text.parse().map_err(Range)?;
            return Ok(Self::new(range, Transport::Tcp));
        };
        match (range.parse::<PortRange>(), transport.parse()) {
            (Ok(range), Ok(transport)) => Ok(Self::new(range, transport)),
            (Ok(_), Err(error)) => Err(NoTransport(error)),
            // What to write for the ports needs the transport.
            (Err(range), Err(error)) if range.needs_transport() => Err(NoTransport(error)),
            (Err(error), transport) => Err(Range(error.within(text, transport.ok()))),
        }
    }
}

/// As `FromStr`.
impl TryFrom<&str> for TransportPortRange {
    type Error = ParseTransportPortRangeError;

    fn try_from(text: &str) -> Result<Self, ParseTransportPortRangeError> {
        text.parse()
    }
}

impl From<(PortRange, Transport)> for TransportPortRange {
    fn from((range, transport): (PortRange, Transport)) -> Self {
        Self::new(range, transport)
    }
}

/// The range of one port.
impl From<TransportPort> for TransportPortRange {
    fn from(port: TransportPort) -> Self {
        Self::new(PortRange::single(port.port()), port.transport())
    }
}

impl From<TransportPortRange> for (PortRange, Transport) {
    fn from(it: TransportPortRange) -> Self {
        (it.range, it.transport)
    }
}

impl From<TransportPortRange> for PortRange {
    fn from(it: TransportPortRange) -> Self {
        it.range
    }
}

impl IntoIterator for TransportPortRange {
    type Item = TransportPort;
    type IntoIter = TransportPorts;

    #[inline]
    fn into_iter(self) -> TransportPorts {
        self.ports()
    }
}

/// An iterator over the ports of a [`TransportPortRange`], from [`TransportPortRange::ports`].
///
/// ```
/// use port_consts::{TransportPortRange, TransportPorts};
///
/// let range: TransportPortRange = "8000-8100/udp".parse()?;
/// let mut ports: TransportPorts = range.ports();
/// assert_eq!((ports.len(), ports.next_back()), (101, Some("8100/udp".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct TransportPorts {
    ports: Ports,
    transport: Transport,
}

impl TransportPorts {
    const fn under(&self, port: Port) -> TransportPort {
        TransportPort::new(port, self.transport)
    }
}

impl Iterator for TransportPorts {
    type Item = TransportPort;

    #[inline]
    fn next(&mut self) -> Option<TransportPort> {
        let port = self.ports.next()?;
        Some(self.under(port))
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<TransportPort> {
        let port = self.ports.nth(n)?;
        Some(self.under(port))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.ports.size_hint()
    }

    crate::ascending::ends!();
}

impl DoubleEndedIterator for TransportPorts {
    #[inline]
    fn next_back(&mut self) -> Option<TransportPort> {
        let port = self.ports.next_back()?;
        Some(self.under(port))
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<TransportPort> {
        let port = self.ports.nth_back(n)?;
        Some(self.under(port))
    }
}

impl ExactSizeIterator for TransportPorts {}

impl FusedIterator for TransportPorts {}

/// Why a text is no [`TransportPortRange`].
///
/// ```
/// use port_consts::{ParseTransportPortRangeError, TransportPortRange};
///
/// let error = "8000-8100/upd".parse::<TransportPortRange>().unwrap_err();
/// assert!(matches!(error, ParseTransportPortRangeError::Transport(_)));
/// assert_eq!(error.to_string(), "unknown transport `upd`; write tcp, udp, sctp or dccp");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParseTransportPortRangeError {
    /// The ports can't be read.
    Range(ParsePortRangeError),
    /// What is behind the slash is no transport.
    Transport(ParseTransportError),
}

impl fmt::Display for ParseTransportPortRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range(error) => error.write(f, Reads::TRANSPORT_RANGE),
            Self::Transport(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl core::error::Error for ParseTransportPortRangeError {}
