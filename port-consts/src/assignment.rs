//! [`Assignment`], one fact of a registry.

use core::fmt;

use crate::{Port, PortRange, Ports, Transport, Transports, format::assignments::Status};

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
pub struct Assignment {
    range: PortRange,
    transports: Transports,
    status: Status,
}

impl Assignment {
    /// Called by what `ports!` emits, which has checked that `first <= last` and
    /// that there is a transport.
    pub(crate) const fn new(first: u16, last: u16, transports: Transports, status: Status) -> Self {
        Self {
            range: PortRange::between(Port::new(first), Port::new(last)),
            transports,
            status,
        }
    }

    /// Unpacks assignments, at compile time.
    pub(crate) const fn unpack_all<const COUNT: usize>(mut bytes: &[u8]) -> [Self; COUNT] {
        let mut like = Self::new(0, 0, Transports::from_bits(0), Status::of(0));
        let mut all = [like; COUNT];
        let (mut transports, mut status, mut i) = (0, 0, 0);
        // The compiler runs this for thousands, and a call takes it as long as ten other steps:
        // most assignments have one port, and the transports and status of the one before.
        while let [a, b, c, d, bits, of, rest @ ..] = bytes {
            if i == COUNT {
                break;
            }
            if *bits != transports || *of != status {
                (transports, status) = (*bits, *of);
                like.transports = Transports::from_bits(transports);
                like.status = Status::of(status);
            }
            let first = Port::new(*a as u16 | (*b as u16) << 8);
            like.range = if *a == *c && *b == *d {
                PortRange::single(first)
            } else {
                PortRange::between(first, Port::new(*c as u16 | (*d as u16) << 8))
            };
            all[i] = like;
            i += 1;
            bytes = rest;
        }
        all
    }

    /// Returns the ports.
    ///
    /// ```
    /// use port_consts::Service;
    /// assert_eq!(Service::X11.assignments()[0].range().to_string(), "6000-6063");
    /// ```
    #[inline]
    #[must_use]
    pub const fn range(self) -> PortRange {
        self.range
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
        self.range.first()
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
        self.range.last()
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
        matches!(self.status, Status::Assigned)
    }

    /// Returns whether a program picks one of these ports when it starts, as Ceph's OSDs and
    /// Kubernetes' node ports do.
    ///
    /// A pool is never the answer of `from_port` or `from_flow`, because a port of it has the
    /// service only by chance. It comes last in `candidates`.
    ///
    /// ```
    /// use port_consts::{Port, Service, Transport};
    ///
    /// mod plan {
    ///     port_consts::ports!("examples/pools.csv");
    /// }
    /// use plan::Service as Plan;
    ///
    /// assert!(Plan::Worker.assignments()[0].is_pool());
    /// let port = Port::new(47305);
    /// assert_eq!(Plan::from_port(port, Transport::Tcp), None);
    /// assert_eq!(Plan::candidates(port, Transport::Tcp), [Plan::Worker]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_pool(self) -> bool {
        matches!(self.status, Status::Pool)
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
        self.range.contains(port) && self.transports.contains(transport)
    }

    /// Returns an iterator over the ports, ascending.
    ///
    /// ```
    /// use port_consts::Service;
    /// assert_eq!(Service::X11.assignments()[0].ports().count(), 64);
    /// ```
    #[inline]
    #[must_use]
    pub const fn ports(self) -> Ports {
        self.range.ports()
    }
}

impl fmt::Display for Assignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.range, self.transports)
    }
}

/// `Assignment(443/tcp/udp)`, with `, unofficial` where nobody assigned it, and `, pool` for a
/// pool.
impl fmt::Debug for Assignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = match self.status {
            Status::Assigned => "",
            Status::Unofficial => ", unofficial",
            Status::Pool => ", pool",
        };
        write!(f, "Assignment({self}{status})")
    }
}

/// The ports, the transports, and a number for the status: 0 assigned, 1 unofficial, 2 a pool.
#[cfg(feature = "defmt")]
impl defmt::Format for Assignment {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(
            f,
            "Assignment({}-{}, {}, status {=u8})",
            self.range.first(),
            self.range.last(),
            self.transports,
            self.status as u8
        );
    }
}

#[cfg(test)]
mod tests {
    use super::Assignment;
    use crate::{
        Transports,
        format::assignments::{Status, pack, unpack},
    };

    #[test]
    fn an_assignment_is_six_bytes() {
        for (status, byte) in [
            (Status::Assigned, 0),
            (Status::Unofficial, 1),
            (Status::Pool, 2),
        ] {
            let bytes = [0x01, 0x02, 0x03, 0x04, 5, byte];
            assert_eq!(pack(0x0201, 0x0403, 5, status), bytes);
            assert_eq!(unpack(bytes), (0x0201, 0x0403, 5, status));
            assert_eq!(Status::of(byte), status);
        }
    }

    #[test]
    fn assignments_are_unpacked_one_after_the_other() {
        let packed = [
            pack(80, 80, 1, Status::Assigned),
            pack(0x1234, 0x1234, 1, Status::Assigned),
            pack(6000, 6063, 1, Status::Unofficial),
            pack(0x1234, 0x1334, 3, Status::Unofficial),
            pack(0, 65_535, 15, Status::Pool),
            pack(443, 443, 4, Status::Assigned),
        ];
        let expected = packed.map(|bytes| {
            let (first, last, transports, status) = unpack(bytes);
            Assignment::new(first, last, Transports::from_bits(transports), status)
        });
        assert_eq!(Assignment::unpack_all(packed.as_flattened()), expected);
    }
}
