//! [`Flow`], the two ports of a flow and what its observer knows besides.

use crate::{Port, PortRange, Side, Transport};

/// The two ports of a flow and its transport, with what the caller knows besides: which end
/// opened it, which end is local.
///
/// The `of_flow` of every registry returns the service that the flow is about, and the side
/// that has it. What isn't known is left out: the rules at [`Side`] stand in for it.
///
/// ```
/// use port_consts::{Flow, Os, Port, Service, Side, Transport};
///
/// // Both ports are assigned to a service, and numbers alone say it is 10050.
/// let flow = Flow::new(Port::new(10050), Port::new(11211), Transport::Tcp);
/// assert_eq!(Service::of_flow(flow), Some((Service::ZabbixAgent, Side::Source)));
///
/// // The source sent the SYN, so the destination is the server.
/// let seen = flow.opened_by(Side::Source);
/// assert_eq!(Service::of_flow(seen), Some((Service::Memcached, Side::Destination)));
///
/// // Or: the source is this host, and its system gives such ports to clients.
/// let ours = flow.local(Side::Source, Os::FreeBsd.ephemeral());
/// assert_eq!(Service::of_flow(ours), Some((Service::Memcached, Side::Destination)));
/// ```
///
/// All of it is `const`:
///
/// ```
/// use port_consts::{Flow, HTTPS, Port, Service, Side, Transport};
///
/// const FLOW: Flow = Flow::new(Port::new(51000), HTTPS, Transport::Tcp).opened_by(Side::Source);
/// const ANSWER: Option<(Service, Side)> = Service::of_flow(FLOW);
/// assert_eq!(ANSWER, Some((Service::Https, Side::Destination)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Flow {
    source: Port,
    destination: Port,
    transport: Transport,
    opener: Option<Side>,
    local: Option<(Side, PortRange)>,
}

impl Flow {
    /// Returns the flow between these ports, of which nothing else is known.
    ///
    /// ```
    /// use port_consts::{DNS, Flow, Port, Service, Transport};
    ///
    /// let client = Port::new(51000);
    /// let flow = Flow::new(client, DNS, Transport::Udp);
    /// assert_eq!(Service::of_flow(flow), Service::from_flow(client, DNS, Transport::Udp));
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(source: Port, destination: Port, transport: Transport) -> Self {
        Self {
            source,
            destination,
            transport,
            opener: None,
            local: None,
        }
    }

    /// Returns the flow with the end that opened it: the one that sent TCP's SYN (without
    /// ACK), or the first packet.
    ///
    /// The other end is the server then. So if only the opener's port has a service, the
    /// answer is `None`: it is a client that got this number by chance. One server opens flows
    /// itself, FTP's in active mode, from TCP port 20.
    ///
    /// ```
    /// use port_consts::{Flow, Port, Service, Side, Transport};
    ///
    /// // A client whose system picked 33060, and a server that isn't in the registry.
    /// let flow = Flow::new(Port::new(33060), Port::new(40001), Transport::Tcp);
    /// assert_eq!(Service::of_flow(flow), Some((Service::Mysqlx, Side::Source)));
    /// assert_eq!(Service::of_flow(flow.opened_by(Side::Source)), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn opened_by(mut self, side: Side) -> Self {
        self.opener = Some(side);
        self
    }

    /// Returns the flow with the end that is this host, and the ports that its system gives to
    /// clients: [`Os::ephemeral`](crate::Os::ephemeral), or what its administrator has set.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Os, Port, Service, Side, Transport};
    ///
    /// let flow = Flow::new(HTTPS, Port::new(40001), Transport::Tcp);
    /// let flow = match Os::TARGET {
    ///     Some(os) => flow.local(Side::Destination, os.ephemeral()),
    ///     None => flow,
    /// };
    /// assert_eq!(Service::of_flow(flow), Some((Service::Https, Side::Source)));
    /// ```
    #[inline]
    #[must_use]
    pub const fn local(mut self, side: Side, ephemeral: PortRange) -> Self {
        self.local = Some((side, ephemeral));
        self
    }

    /// Returns the port that the packets come from.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Port, Transport};
    /// assert_eq!(Flow::new(HTTPS, Port::new(51000), Transport::Tcp).source(), HTTPS);
    /// ```
    #[inline]
    #[must_use]
    pub const fn source(self) -> Port {
        self.source
    }

    /// Returns the port that the packets go to.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Port, Transport};
    /// assert_eq!(Flow::new(Port::new(51000), HTTPS, Transport::Tcp).destination(), HTTPS);
    /// ```
    #[inline]
    #[must_use]
    pub const fn destination(self) -> Port {
        self.destination
    }

    /// Returns the port of one end.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Port, Side, Transport};
    /// let flow = Flow::new(Port::new(51000), HTTPS, Transport::Tcp);
    /// assert_eq!(flow.port(Side::Destination), HTTPS);
    /// ```
    #[inline]
    #[must_use]
    pub const fn port(self, side: Side) -> Port {
        match side {
            Side::Source => self.source,
            Side::Destination => self.destination,
        }
    }

    /// Returns the transport.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Port, Transport};
    /// let flow = Flow::new(Port::new(51000), HTTPS, Transport::Udp);
    /// assert_eq!(flow.transport(), Transport::Udp);
    /// ```
    #[inline]
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }

    /// Returns the end that opened the flow, if it is known.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Port, Side, Transport};
    /// let flow = Flow::new(Port::new(51000), HTTPS, Transport::Tcp);
    /// assert_eq!(flow.opener(), None);
    /// assert_eq!(flow.opened_by(Side::Source).opener(), Some(Side::Source));
    /// ```
    #[inline]
    #[must_use]
    pub const fn opener(self) -> Option<Side> {
        self.opener
    }

    /// Returns the end that is local and the ephemeral ports of its system, if they are known.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Os, Port, Side, Transport};
    /// let flow = Flow::new(Port::new(51000), HTTPS, Transport::Tcp);
    /// let ours = flow.local(Side::Source, Os::Linux.ephemeral());
    /// assert_eq!(ours.local_end(), Some((Side::Source, Os::Linux.ephemeral())));
    /// ```
    #[inline]
    #[must_use]
    pub const fn local_end(self) -> Option<(Side, PortRange)> {
        self.local
    }

    /// Returns the same flow as its answers are seen: the ends change places, with what is
    /// known of them.
    ///
    /// ```
    /// use port_consts::{Flow, HTTPS, Port, Side, Transport};
    ///
    /// let flow = Flow::new(Port::new(51000), HTTPS, Transport::Tcp).opened_by(Side::Source);
    /// assert_eq!(flow.reversed().source(), HTTPS);
    /// assert_eq!(flow.reversed().opener(), Some(Side::Destination));
    /// ```
    #[inline]
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self {
            source: self.destination,
            destination: self.source,
            transport: self.transport,
            opener: match self.opener {
                Some(side) => Some(side.opposite()),
                None => None,
            },
            local: match self.local {
                Some((side, ephemeral)) => Some((side.opposite(), ephemeral)),
                None => None,
            },
        }
    }
}
