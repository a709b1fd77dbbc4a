//! [`Side`], one of the two ends of a flow.

use core::fmt;

use crate::{
    ParseSideError,
    text::{read_by_name, same},
};

/// One of the two ends of a flow: the source or the destination of its packets.
///
/// A packet has two ports. One belongs to the service; the other is a free port that the
/// client's operating system picked. Every registry returns the service and the end that has it:
/// `from_flow` by the numbers alone, `of_flow` by what you know besides (see
/// [`Flow`](crate::Flow)).
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
/// # The rules
///
/// The first rule that tells the two ends apart decides:
///
/// 1. **Who opened the flow**, if you know it, is the client, and the other end is the server.
///    If that has no service, the answer is `None`. One server opens flows itself: what comes
///    from TCP port 20 is an FTP server's data connection (RFC 959).
/// 2. **A port that has a service**, under the flow's transport, beats one that has none. If
///    neither has one, the answer is `None`.
/// 3. **Clients of ONC RPC have reserved ports**: a port from 600 to 1023 is the client's, if
///    the other is 111 (rpcbind), 2049 (NFS), 4045 (lockd) or 20048 (mountd). Only root can
///    bind such a port, which is why these servers ask for one; `bindresvport` and Linux's
///    kernel pick it from this range.
/// 4. **A port below 32768** beats one from 32768 on. Linux gives clients ports from there,
///    Windows and macOS from 49152, where the Dynamic Ports begin (see
///    [`Os::ephemeral`](crate::Os::ephemeral)). FreeBSD begins at 10000, which does not count
///    here: too many servers have ports above it. Clients get any of these numbers, also those
///    that are assigned to a service. If you say which end is local, its own system's ports
///    count for that end; and if it isn't one of them, the local end is the server, unless the
///    other port is a System Port, which no system gives to clients either.
/// 5. **An assigned port** beats one that is only in use for its service (the column `Status`;
///    in a registry without it, all ports are assigned). The status is that of the port under
///    this transport, whatever other ports the service has. A number that is only in use for
///    one thing is more often in use for another.
/// 6. **The lower number** beats the higher one. So, of equal status, System Ports beat User
///    Ports, and these beat Dynamic Ports, which IANA never assigns.
/// 7. **If both ports are the same**, it is the destination. NTP, RIP, IKE, multicast DNS and
///    other protocols among equals use one port at both ends, and the first packet of a flow
///    goes to the one that is asked.
///
/// So both directions of a flow have the same answer but for the side, except under rule 7,
/// where the side does not change. A pool of ports (see
/// [`Assignment::is_pool`](crate::Assignment::is_pool)) is never the answer.
///
/// ```
/// use port_consts::{DNS, Flow, MDNS, NTP, Os, Port, Service, Side, Transport::{Tcp, Udp}};
///
/// let flow = |source, destination, transport| {
///     Service::from_flow(Port::new(source), Port::new(destination), transport)
/// };
/// // 1: the destination sent the SYN.
/// let seen = Flow::new(Port::new(8080), Port::new(443), Tcp).opened_by(Side::Destination);
/// assert_eq!(Service::of_flow(seen), Some((Service::HttpAlt, Side::Source)));
/// // 2: nothing is known of 51000.
/// assert_eq!(flow(51000, 443, Tcp), Some((Service::Https, Side::Destination)));
/// // 3: an NFS client on 636, which is assigned to ldaps.
/// assert_eq!(flow(636, 2049, Tcp), Some((Service::Nfs, Side::Destination)));
/// // 4: 33060 is assigned to mysqlx, and 9092 is only in use for kafka; yet clients that
/// // have 33060 are met more often.
/// assert_eq!(flow(33060, 9092, Tcp), Some((Service::Kafka, Side::Destination)));
/// // 4: on a Windows host that isn't a client's port.
/// let local = Flow::new(Port::new(33060), Port::new(9092), Tcp);
/// let local = local.local(Side::Source, Os::Windows.ephemeral());
/// assert_eq!(Service::of_flow(local), Some((Service::Mysqlx, Side::Source)));
/// // 5: 8443 is in use for https-alt, 9418 assigned to git.
/// assert_eq!(flow(8443, 9418, Tcp), Some((Service::Git, Side::Destination)));
/// // 6: both are assigned.
/// assert_eq!(Service::from_flow(MDNS, DNS, Udp), Some((Service::Dns, Side::Destination)));
/// // 7: the same port at both ends.
/// assert_eq!(Service::from_flow(NTP, NTP, Udp), Some((Service::Ntp, Side::Destination)));
/// ```
///
/// # What numbers cannot tell
///
/// How often the client is taken for the server: each port that a client may have, against each
/// single port of the curated registry. The figures are rounded up to the worse side, and a test
/// counts them.
///
/// | the client's system | nothing is known | the client is local | the server is local, on Linux | who opened it is known |
/// |---|---|---|---|---|
/// | Linux | 1 in 7,000 | 1 in 7,000 | 1 in 15,000 | never |
/// | Windows, macOS | 1 in 5,000 | 1 in 5,000 | 1 in 10,000 | never |
/// | FreeBSD | 1 in 350 | 1 in 500 | 1 in 500 | never |
///
/// Whoever has seen the first packet knows best: with TCP's SYN at hand, say who sent it. The
/// other rules are for flows whose beginning nobody saw.
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
