//! [`Assignment`], one fact of a registry.

use core::fmt;

use crate::{Port, Transport, Transports};

/// One fact of a registry: a port, or a run of ports, that a service has under
/// one or several transports.
///
/// A service has one or several; the method `assignments` of every registry lists them:
///
/// ```
/// use port_consts::{Service, Transport};
///
/// let [tcp, udp] = Service::Smtps.assignments() else { unreachable!() };
/// assert_eq!((tcp.first(), tcp.last()), (tcp.last(), udp.first()));
/// assert!(tcp.transports().contains(Transport::Tcp) && tcp.is_assigned());
/// assert!(udp.transports().contains(Transport::Udp) && !udp.is_assigned());
/// ```
///
/// It prints as `443/tcp/udp`, and a run of ports as `6000-6063/tcp`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Assignment {
    first: Port,
    last: Port,
    transports: Transports,
    assigned: bool,
}

impl Assignment {
    /// Called by what `ports!` emits, which has checked that `first <= last` and
    /// that there is a transport.
    pub(crate) const fn new(first: u16, last: u16, transports: Transports, assigned: bool) -> Self {
        Self {
            first: Port::new(first),
            last: Port::new(last),
            transports,
            assigned,
        }
    }

    /// Returns the lowest port.
    ///
    /// ```
    /// use port_consts::{Port, Service};
    /// assert_eq!(Service::X11.assignments()[0].first(), Port::new(6000));
    /// ```
    #[inline]
    #[must_use]
    pub const fn first(self) -> Port {
        self.first
    }

    /// Returns the highest port; the same as [`first`](Self::first) for a single port.
    ///
    /// ```
    /// use port_consts::{Port, Service};
    /// assert_eq!(Service::X11.assignments()[0].last(), Port::new(6063));
    /// ```
    #[inline]
    #[must_use]
    pub const fn last(self) -> Port {
        self.last
    }

    /// Returns the transports under which the service has these ports.
    ///
    /// ```
    /// use port_consts::Service;
    /// assert_eq!(Service::Https.assignments()[0].transports().to_string(), "tcp/udp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn transports(self) -> Transports {
        self.transports
    }

    /// Returns whether the registry's authority (IANA for the bundled ones) assigned these
    /// ports to the service. If not, the service is only known to use them.
    ///
    /// The row's `Status` says it; without that column, all rows are assigned. It never says
    /// that a host has the service there.
    ///
    /// ```
    /// use port_consts::Service;
    /// assert!(Service::Https.assignments()[0].is_assigned());
    /// assert!(!Service::Kafka.assignments()[0].is_assigned());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_assigned(self) -> bool {
        self.assigned
    }

    /// Returns whether `port` under `transport` is part of this assignment.
    ///
    /// ```
    /// use port_consts::{Port, Service, Transport};
    /// let x11 = Service::X11.assignments()[0];
    /// assert!(x11.contains(Port::new(6010), Transport::Tcp));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(self, port: Port, transport: Transport) -> bool {
        self.first.get() <= port.get()
            && port.get() <= self.last.get()
            && self.transports.contains(transport)
    }

    /// Returns an iterator over the ports from first to last.
    ///
    /// ```
    /// use port_consts::Service;
    /// assert_eq!(Service::X11.assignments()[0].ports().count(), 64);
    /// ```
    #[must_use]
    pub fn ports(
        self,
    ) -> impl DoubleEndedIterator<Item = Port> + ExactSizeIterator + Clone + fmt::Debug {
        // A run of u32 because `ExactSizeIterator` is not there for inclusive
        // ranges, and the one behind 65535 is no u16.
        Ports(u32::from(self.first)..u32::from(self.last) + 1)
    }
}

impl fmt::Display for Assignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.first != self.last {
            write!(f, "-{}", self.last)?;
        }
        write!(f, "/{}", self.transports)
    }
}

/// `Assignment(443/tcp/udp)`, with `, unofficial` where nobody assigned it.
impl fmt::Debug for Assignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = if self.assigned { "" } else { ", unofficial" };
        write!(f, "Assignment({self}{status})")
    }
}

/// The iterator of [`Assignment::ports`].
#[derive(Clone, Debug)]
struct Ports(core::ops::Range<u32>);

/// Its numbers were made from ports, so none is lost.
#[allow(
    clippy::cast_possible_truncation,
    reason = "below 65536 by construction"
)]
const fn port(number: u32) -> Port {
    Port::new(number as u16)
}

impl Iterator for Ports {
    type Item = Port;

    fn next(&mut self) -> Option<Port> {
        self.0.next().map(port)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.0.end - self.0.start) as usize;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Ports {
    fn next_back(&mut self) -> Option<Port> {
        self.0.next_back().map(port)
    }
}

impl ExactSizeIterator for Ports {}
