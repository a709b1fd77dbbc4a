//! [`Transport`], the protocols that have ports.

use core::{fmt, str::FromStr};

use crate::Transports;

/// A transport protocol of IANA's port registry.
///
/// The same number under two transports is two ports: TCP 514 is assigned to
/// `shell`, UDP 514 to `syslog`.
///
/// ```
/// use port_consts::{Port, Service, Transport};
///
/// let port = Port::new(514);
/// assert_eq!(Service::from_port(port, Transport::Tcp), Some(Service::Shell));
/// assert_eq!(Service::from_port(port, Transport::Udp), Some(Service::Syslog));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Transport {
    /// Transmission Control Protocol, [RFC 9293](https://www.rfc-editor.org/rfc/rfc9293).
    Tcp,
    /// User Datagram Protocol, [RFC 768](https://www.rfc-editor.org/rfc/rfc768).
    Udp,
    /// Stream Control Transmission Protocol, [RFC 9260](https://www.rfc-editor.org/rfc/rfc9260).
    Sctp,
    /// Datagram Congestion Control Protocol, [RFC 4340](https://www.rfc-editor.org/rfc/rfc4340).
    Dccp,
}

impl Transport {
    /// The four transports, in the order of the registry.
    pub const ALL: &'static [Self] = &[Self::Tcp, Self::Udp, Self::Sctp, Self::Dccp];

    /// The name as the registry writes it: `tcp`, `udp`, `sctp` or `dccp`.
    ///
    /// ```
    /// assert_eq!(port_consts::Transport::Tcp.name(), "tcp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Sctp => "sctp",
            Self::Dccp => "dccp",
        }
    }

    /// The transport of this name, without regard to ASCII case.
    ///
    /// ```
    /// use port_consts::Transport;
    /// const UDP: Option<Transport> = Transport::from_name("UDP");
    /// assert_eq!(UDP, Some(Transport::Udp));
    /// assert_eq!(Transport::from_name("quic"), None);
    /// ```
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        // `eq_ignore_ascii_case` is const only since Rust 1.89.
        match name.as_bytes() {
            [b't' | b'T', b'c' | b'C', b'p' | b'P'] => Some(Self::Tcp),
            [b'u' | b'U', b'd' | b'D', b'p' | b'P'] => Some(Self::Udp),
            [b's' | b'S', b'c' | b'C', b't' | b'T', b'p' | b'P'] => Some(Self::Sctp),
            [b'd' | b'D', b'c' | b'C', b'c' | b'C', b'p' | b'P'] => Some(Self::Dccp),
            _ => None,
        }
    }

    /// The set that holds this transport alone.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    /// const BOTH: Transports = Transport::Tcp.only().union(Transport::Udp.only());
    /// assert_eq!(BOTH.to_string(), "tcp/udp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn only(self) -> Transports {
        Transports::EMPTY.with(self)
    }
}

/// The name, [`Transport::name`].
impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// As [`Transport::from_name`].
impl FromStr for Transport {
    type Err = ParseTransportError;

    fn from_str(text: &str) -> Result<Self, ParseTransportError> {
        Self::from_name(text).ok_or(ParseTransportError(()))
    }
}

/// A text that names no transport protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParseTransportError(());

impl fmt::Display for ParseTransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a transport is tcp, udp, sctp or dccp")
    }
}

impl core::error::Error for ParseTransportError {}
