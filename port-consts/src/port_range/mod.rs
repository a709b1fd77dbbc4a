//! [`PortRange`], a first and a last port.

mod ports;
mod std_ranges;
mod text;

pub use ports::Ports;
pub use std_ranges::ReversedPortRangeError;
pub use text::{ParsePortRangeError, ParsePortRangeErrorKind};

use crate::{Port, PortClass};

/// The ports from a first to a last one, both included.
///
/// The first is never above the last, so a range is never empty, and counting its ports never
/// overflows. It is `Copy`, takes four bytes, and its methods are `const fn`s.
///
/// ```
/// use port_consts::{Port, PortRange};
///
/// const DEV: PortRange = PortRange::new(Port::new(8000), Port::new(8100)).unwrap();
/// assert!(DEV.contains(Port::new(8100))); // the last port belongs to the range
/// assert_eq!(DEV.count(), 101);
/// assert_eq!(DEV.to_string(), "8000-8100");
/// assert_eq!("8000-8100".parse(), Ok(DEV));
///
/// // A reversed range can't be made.
/// assert_eq!(PortRange::new(Port::new(2), Port::new(1)), None);
/// ```
///
/// Ranges are ordered by their first port, then by their last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PortRange {
    first: Port,
    /// Not below `first`.
    last: Port,
}

impl PortRange {
    /// All ports, 0 to 65535.
    ///
    /// ```
    /// assert_eq!(port_consts::PortRange::ALL.count(), 65536);
    /// ```
    pub const ALL: Self = Self {
        first: Port::ANY,
        last: Port::MAX,
    };

    /// Returns the range from `first` to `last`, or `None` if `last` is below `first`.
    ///
    /// ```
    /// use port_consts::{Port, PortRange};
    /// let range = PortRange::new(Port::new(6000), Port::new(6063));
    /// assert_eq!(range.map(PortRange::count), Some(64));
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(first: Port, last: Port) -> Option<Self> {
        if first.get() <= last.get() {
            Some(Self { first, last })
        } else {
            None
        }
    }

    /// Returns the range of one port.
    ///
    /// ```
    /// use port_consts::{HTTPS, PortRange};
    /// assert_eq!(PortRange::single(HTTPS).count(), 1);
    /// ```
    #[inline]
    #[must_use]
    pub const fn single(port: Port) -> Self {
        Self {
            first: port,
            last: port,
        }
    }

    /// Returns the range between two ports, whichever of them is the lower one.
    #[inline]
    pub(crate) const fn between(a: Port, b: Port) -> Self {
        if a.get() <= b.get() {
            Self { first: a, last: b }
        } else {
            Self { first: b, last: a }
        }
    }

    /// Returns the lowest port.
    ///
    /// ```
    /// use port_consts::PortClass;
    /// assert_eq!(PortClass::User.ports().first(), 1024);
    /// ```
    #[inline]
    #[must_use]
    pub const fn first(self) -> Port {
        self.first
    }

    /// Returns the highest port.
    ///
    /// ```
    /// use port_consts::PortClass;
    /// assert_eq!(PortClass::User.ports().last(), 49151);
    /// ```
    #[inline]
    #[must_use]
    pub const fn last(self) -> Port {
        self.last
    }

    /// Returns how many ports the range has, 1 to 65536.
    ///
    /// ```
    /// use port_consts::{Port, PortRange};
    /// assert_eq!(PortRange::new(Port::new(80), Port::new(90)).map(PortRange::count), Some(11));
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias = "len")]
    pub const fn count(self) -> u32 {
        (self.last.get() as u32 + 1).saturating_sub(self.first.get() as u32)
    }

    /// Returns whether `port` is in the range; the first and the last port are.
    ///
    /// ```
    /// use port_consts::{MYSQL, PortClass};
    /// assert!(PortClass::User.ports().contains(MYSQL));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(self, port: Port) -> bool {
        self.first.get() <= port.get() && port.get() <= self.last.get()
    }

    /// Returns whether every port of `other` is in this range.
    ///
    /// ```
    /// use port_consts::{Os, PortClass, PortRange};
    /// assert!(PortRange::ALL.contains_range(Os::Linux.ephemeral()));
    /// assert!(!PortClass::Dynamic.ports().contains_range(Os::Linux.ephemeral()));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains_range(self, other: Self) -> bool {
        self.contains(other.first) && self.contains(other.last)
    }

    /// Returns whether the two ranges have a port in common.
    ///
    /// ```
    /// use port_consts::{Os, PortClass};
    /// assert!(Os::Linux.ephemeral().overlaps(PortClass::User.ports()));
    /// ```
    #[inline]
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.first.get() <= other.last.get() && other.first.get() <= self.last.get()
    }

    /// Returns the ports that are in both ranges, or `None` if there are none.
    ///
    /// ```
    /// use port_consts::{Os, PortClass};
    /// let both = Os::Linux.ephemeral().intersection(PortClass::User.ports()).unwrap();
    /// assert_eq!(both.to_string(), "32768-49151");
    /// ```
    #[inline]
    #[must_use]
    pub const fn intersection(self, other: Self) -> Option<Self> {
        let first = if self.first.get() >= other.first.get() {
            self.first
        } else {
            other.first
        };
        let last = if self.last.get() <= other.last.get() {
            self.last
        } else {
            other.last
        };
        Self::new(first, last)
    }

    /// Returns an iterator over the ports, ascending.
    ///
    /// ```
    /// use port_consts::{Port, PortRange};
    /// let range = PortRange::new(Port::new(65533), Port::MAX).unwrap();
    /// let numbers: Vec<u16> = range.ports().map(Port::get).collect();
    /// assert_eq!(numbers, [65533, 65534, 65535]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn ports(self) -> Ports {
        Ports::of(self)
    }
}

/// The range of one port.
impl From<Port> for PortRange {
    #[inline]
    fn from(port: Port) -> Self {
        Self::single(port)
    }
}

/// The range of the port with this number.
impl From<u16> for PortRange {
    #[inline]
    fn from(number: u16) -> Self {
        Self::single(Port::new(number))
    }
}

/// The ports of the class, as [`PortClass::ports`].
impl From<PortClass> for PortRange {
    #[inline]
    fn from(class: PortClass) -> Self {
        class.ports()
    }
}

impl IntoIterator for PortRange {
    type Item = Port;
    type IntoIter = Ports;

    #[inline]
    fn into_iter(self) -> Ports {
        self.ports()
    }
}
