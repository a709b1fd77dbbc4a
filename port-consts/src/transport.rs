//! [`Transport`], the protocols that have ports.

use core::fmt;

use crate::{ParseTransportError, text::read_by_name};

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
/// # Four, and exhaustive
///
/// The enum is exhaustive on purpose. IANA's registry has had these four since DCCP came in
/// 2006, and a newer protocol with ports would be news: QUIC runs over UDP. So a `match`
/// needs no `_`, and firmware pays for no case that never comes. A fifth transport would be a
/// new major version of this crate, which is right: code that handles each transport has to
/// be looked at then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[allow(
    clippy::exhaustive_enums,
    reason = "see \"Four, and exhaustive\" above"
)]
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
    ///
    /// ```
    /// use port_consts::Transport;
    /// assert_eq!(Transport::ALL[0], Transport::Tcp);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Tcp, Self::Udp, Self::Sctp, Self::Dccp];

    /// Returns the name as the registry writes it: `tcp`, `udp`, `sctp` or `dccp`.
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

    /// Returns the protocol's number in the header of IP: 6, 17, 132 or 33.
    ///
    /// The numbers are those of IANA's registry of [protocol numbers].
    ///
    /// ```
    /// use port_consts::Transport;
    ///
    /// const UDP: u8 = Transport::Udp.protocol_number();
    /// assert_eq!(UDP, 17);
    /// ```
    ///
    /// [protocol numbers]: https://www.iana.org/assignments/protocol-numbers
    #[inline]
    #[must_use]
    #[doc(alias = "IPPROTO_TCP")]
    #[doc(alias = "IPPROTO_UDP")]
    pub const fn protocol_number(self) -> u8 {
        match self {
            Self::Tcp => 6,
            Self::Udp => 17,
            Self::Sctp => 132,
            Self::Dccp => 33,
        }
    }

    /// Returns the transport with this number in the header of IP, or `None` if the protocol
    /// has no ports.
    ///
    /// ```
    /// use port_consts::Transport;
    ///
    /// const UDP: Option<Transport> = Transport::from_protocol_number(17);
    /// assert_eq!(UDP, Some(Transport::Udp));
    /// assert_eq!(Transport::from_protocol_number(1), None); // ICMP
    /// ```
    #[inline]
    #[must_use]
    pub const fn from_protocol_number(number: u8) -> Option<Self> {
        match number {
            6 => Some(Self::Tcp),
            17 => Some(Self::Udp),
            132 => Some(Self::Sctp),
            33 => Some(Self::Dccp),
            _ => None,
        }
    }

    /// Returns the transport of this name, without regard to ASCII case.
    ///
    /// ```
    /// use port_consts::Transport;
    /// const UDP: Option<Transport> = Transport::from_name("UDP");
    /// assert_eq!(UDP, Some(Transport::Udp));
    /// assert_eq!(Transport::from_name("quic"), None);
    /// ```
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        Self::from_bytes(name.as_bytes())
    }

    /// As [`from_name`](Self::from_name): a part of a text is bytes in constants.
    #[inline]
    pub(crate) const fn from_bytes(name: &[u8]) -> Option<Self> {
        // `eq_ignore_ascii_case` is const only since Rust 1.89.
        match name {
            [b't' | b'T', b'c' | b'C', b'p' | b'P'] => Some(Self::Tcp),
            [b'u' | b'U', b'd' | b'D', b'p' | b'P'] => Some(Self::Udp),
            [b's' | b'S', b'c' | b'C', b't' | b'T', b'p' | b'P'] => Some(Self::Sctp),
            [b'd' | b'D', b'c' | b'C', b'c' | b'C', b'p' | b'P'] => Some(Self::Dccp),
            _ => None,
        }
    }
}

/// The name, [`Transport::name`].
impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

read_by_name!(Transport, ParseTransportError);
