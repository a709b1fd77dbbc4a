//! [`Side`], one of the two ends of a flow.

use core::fmt;

use crate::{
    ParseSideError,
    text::{read_by_name, same},
};

/// One of the two ends of a flow: the source or the destination of its packets.
///
/// A packet has two ports. One belongs to the service; the other is a free port that the
/// client's operating system picked. The `from_flow` of every registry returns the service and
/// the end that has it, as far as numbers can tell:
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
/// The first rule that tells the two ports apart decides:
///
/// 1. A port that has a service under the flow's transport beats one that has none. If
///    neither has one, the result is `None`.
/// 2. A port below 32768 beats a higher one. Systems give higher ports to clients: Linux
///    from 32768 on, Windows and macOS from 49152 on (see
///    [`Os::ephemeral`](crate::Os::ephemeral)), and they also give out ports that are assigned
///    to a service.
/// 3. A port that IANA assigned to its service beats one that is only in use for it. The
///    column `Status` says which; in a registry without it, all ports are assigned. A number
///    that is only in use for one service is often in use for another.
/// 4. The lower number beats the higher one. So, of equal status, System Ports beat User
///    Ports, and these beat Dynamic Ports, which IANA never assigns.
/// 5. If both ports are the same, the destination has the service. NTP, RIP, IKE, multicast
///    DNS and other protocols between equals use one port at both ends, and the first packet
///    of a flow goes to the one that is asked.
///
/// So both directions of a flow give the same service and opposite sides. Only under rule 5
/// the side is the same.
///
/// ```
/// use port_consts::{DNS, MDNS, NTP, Port, Service, Side, Transport::{Tcp, Udp}};
///
/// let flow = |source, destination, transport| {
///     Service::from_flow(Port::new(source), Port::new(destination), transport)
/// };
/// // 1: 51000 has no service.
/// assert_eq!(flow(51000, 443, Tcp), Some((Service::Https, Side::Destination)));
/// // 2: 33060 is assigned to mysqlx, and 9092 is only in use for kafka; but clients use
/// // 33060 more often than servers do.
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
/// If you saw the first packet, you know better: look up the destination of TCP's SYN with
/// `from_port`. The order is for flows whose start you didn't see. On Linux, Windows and
/// macOS it takes the client for the server in fewer than one of 4,000 flows; on FreeBSD, in
/// fewer than one of 300. A test counts them: each port that a client may have, against each
/// port of the curated registry.
///
/// Some protocols have a port for clients, too. In DHCP, the server has the lower one (67 and
/// 68); in DHCP for IPv6, the client has it (546 and 547).
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
    ///
    /// ```
    /// use port_consts::Side;
    /// assert_eq!(Side::ALL, [Side::Source, Side::Destination]);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Source, Self::Destination];

    /// Returns the other end.
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

    /// Returns the name in lower case: `source` or `destination`.
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

    /// Returns the one of two things that belongs to this end, such as its address.
    ///
    /// ```
    /// use port_consts::{HTTPS, Port, Service, Side, Transport};
    ///
    /// let (source, destination) = (HTTPS, Port::new(51000));
    /// let flow = Service::from_flow(source, destination, Transport::Tcp);
    /// assert_eq!(flow.map(|(_, side)| side.of(source, destination)), Some(HTTPS));
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
