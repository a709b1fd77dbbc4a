//! [`Side`], one of the two ends of a flow.

use core::fmt;

use crate::{
    ParseSideError,
    text::{read_by_name, same},
};

/// One of the two ends of a flow, the one that its packets come from or the one that
/// they go to: which of them has the service.
///
/// A packet has two ports, and only one of them says what it is about; the other is one
/// that the client's operating system had left. The `from_flow` of every registry tells
/// which, as far as numbers can:
///
/// ```
/// use port_consts::{HTTPS, Port, Service, Side, Transport};
///
/// const CLIENT: Port = Port::new(51000);
/// let request = Service::from_flow(CLIENT, HTTPS, Transport::Tcp);
/// assert_eq!(request, Some((Service::Https, Side::Destination)));
/// let answer = Service::from_flow(HTTPS, CLIENT, Transport::Tcp);
/// assert_eq!(answer, Some((Service::Https, Side::Source)));
/// ```
///
/// # The order
///
/// The first of these rules that tells the two ports apart decides:
///
/// 1. A port that has a service, under the flow's transport, beats one that has none. If
///    neither has one, the answer is `None`.
/// 2. A port below 32768 beats one from there on, which systems give to clients: Linux
///    begins there, Windows and macOS with the Dynamic Ports, at 49152 (see
///    [`Os::ephemeral`](crate::Os::ephemeral)). Clients have every such number sometime,
///    those that are assigned to a service, too.
/// 3. A port that IANA assigned to its service beats one that is only in use for it (the
///    column `Status`; in a registry without it, all ports are assigned): that of the
///    port under this transport, whatever else the service has. A number that is only in
///    use for one thing is more often in use for another.
/// 4. The lower number beats the higher one. So, of equal status, System Ports beat User
///    Ports, and these beat Dynamic Ports, which IANA never assigns.
/// 5. Both ports are the same: it is the destination. NTP, RIP, IKE, multicast DNS and
///    other protocols among equals have one port at both ends, and the first packet of a
///    flow goes to the one that is asked.
///
/// So both directions of a flow have the same answer but for the side, and only under rule
/// 5 the side does not change.
///
/// ```
/// use port_consts::{DNS, MDNS, NTP, Port, Service, Side, Transport::{Tcp, Udp}};
///
/// let flow = |source, destination, transport| {
///     Service::from_flow(Port::new(source), Port::new(destination), transport)
/// };
/// // 1: nothing is known of 51000.
/// assert_eq!(flow(51000, 443, Tcp), Some((Service::Https, Side::Destination)));
/// // 2: 33060 is assigned to mysqlx, and 9092 is only in use for kafka; yet clients that
/// // have 33060 are met more often.
/// assert_eq!(flow(33060, 9092, Tcp), Some((Service::Kafka, Side::Destination)));
/// // 3: an NFS client that binds a System Port. 783 is in use for spamd, 2049 assigned.
/// assert_eq!(flow(783, 2049, Tcp), Some((Service::Nfs, Side::Destination)));
/// // 4: both are assigned.
/// assert_eq!(Service::from_flow(MDNS, DNS, Udp), Some((Service::Dns, Side::Destination)));
/// // 5: the same port at both ends.
/// assert_eq!(Service::from_flow(NTP, NTP, Udp), Some((Service::Ntp, Side::Destination)));
/// ```
///
/// # What numbers cannot tell
///
/// Whoever has seen the first packet knows better: with TCP's SYN at hand, look its
/// destination up with `from_port`. The order is for flows whose beginning nobody saw. It
/// takes the client for the server in fewer than one in 4,000, where clients pick their
/// ports as Linux, Windows and macOS do, and in fewer than one in 300 where they do as
/// FreeBSD: each port that a client may have, against each that the curated registry has,
/// is counted in a test.
///
/// Some protocols have a port for clients, too. The lower number is the server's in DHCP
/// (67 and 68), but the client's in DHCP for IPv6 (546 and 547).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[allow(clippy::exhaustive_enums, reason = "a flow has two ends")]
pub enum Side {
    /// The end that the packets come from.
    Source,
    /// The end that the packets go to.
    Destination,
}

impl Side {
    /// Both ends.
    pub const ALL: &'static [Self] = &[Self::Source, Self::Destination];

    /// The other end.
    ///
    /// ```
    /// use port_consts::Side;
    /// assert_eq!(Side::Source.opposite(), Side::Destination);
    /// ```
    #[inline]
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Source => Self::Destination,
            Self::Destination => Self::Source,
        }
    }

    /// What is called so in a packet's header: `source` or `destination`.
    ///
    /// ```
    /// assert_eq!(port_consts::Side::Source.name(), "source");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Destination => "destination",
        }
    }

    /// Returns the end of this name, without regard to ASCII case.
    ///
    /// ```
    /// use port_consts::Side;
    /// const SOURCE: Option<Side> = Side::from_name("Source");
    /// assert_eq!(SOURCE, Some(Side::Source));
    /// assert_eq!(Side::from_name("client"), None);
    /// ```
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        if same(name, "source") {
            Some(Self::Source)
        } else if same(name, "destination") {
            Some(Self::Destination)
        } else {
            None
        }
    }

    /// The one of two things that belongs to this end, such as addresses.
    ///
    /// ```
    /// use port_consts::{HTTPS, Port, Service, Side, Transport};
    ///
    /// let (source, destination) = (HTTPS, Port::new(51000));
    /// let (_, side) = Service::from_flow(source, destination, Transport::Tcp).unwrap();
    /// assert_eq!(side.of(source, destination), HTTPS);
    /// ```
    #[inline]
    #[must_use]
    pub fn of<T>(self, source: T, destination: T) -> T {
        match self {
            Self::Source => source,
            Self::Destination => destination,
        }
    }
}

/// The name, [`Side::name`].
impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

read_by_name!(Side, ParseSideError);
