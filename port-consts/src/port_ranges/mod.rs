//! [`PortRanges`], a constant set of ports that takes four bytes a range.

mod iter;

use core::{fmt, hash::Hash};

pub use iter::{PortRangesIntoIter, PortRangesIter};

use crate::{Port, PortRange, PortSet};

/// A set of ports as `N` ranges, sorted, with a gap between each two: the set for constants
/// and firmware, four bytes a range.
///
/// [`port_set!`](crate::port_set) makes one at compile time:
///
/// ```
/// use port_consts::{Port, PortRanges, port_set};
///
/// const OPEN: PortRanges<3> = port_set!("443, 80, 8000-8080, 8081-8100");
/// assert!(OPEN.contains(Port::new(8100)));
/// assert_eq!(OPEN.to_string(), "80,443,8000-8100");
/// ```
///
/// [`PortSet`] is the set that changes at run time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PortRanges<const N: usize> {
    /// Ascending; between two there is a port that is in neither.
    ranges: [PortRange; N],
}

impl<const N: usize> PortRanges<N> {
    /// Returns the set of these ranges, or `None` unless they are ascending, with at least one
    /// port between each two that is in neither.
    ///
    /// ```
    /// use port_consts::{HTTP, HTTPS, PortRange, PortRanges};
    ///
    /// const WEB: PortRanges<2> =
    ///     PortRanges::new([PortRange::single(HTTP), PortRange::single(HTTPS)]).unwrap();
    /// assert_eq!(WEB.len(), 2);
    /// let reversed = PortRanges::new([PortRange::single(HTTPS), PortRange::single(HTTP)]);
    /// assert_eq!(reversed, None);
    /// ```
    #[must_use]
    pub const fn new(ranges: [PortRange; N]) -> Option<Self> {
        let mut rest = ranges.as_slice();
        while let [before, tail @ ..] = rest {
            if let [after, ..] = tail {
                if before.last().get() as u32 + 1 >= after.first().get() as u32 {
                    return None;
                }
            }
            rest = tail;
        }
        Some(Self { ranges })
    }

    /// Returns the ranges of `set`, or `None` unless they are `N`
    /// ([`PortSet::range_count`]).
    ///
    /// ```
    /// use port_consts::{Os, PortClass, PortRanges, PortSet};
    ///
    /// const SAFE: PortSet = PortSet::new()
    ///     .with(PortClass::User.ports())
    ///     .without(Os::Linux.ephemeral());
    /// const RANGES: PortRanges<{ SAFE.range_count() }> = PortRanges::from_set(&SAFE).unwrap();
    /// assert_eq!(RANGES.to_string(), "1024-32767");
    /// ```
    #[must_use]
    pub const fn from_set(set: &PortSet) -> Option<Self> {
        let mut ranges = [PortRange::ALL; N];
        let (mut found, mut from) = (0, 0);
        while let Some(run) = set.run_at(from) {
            if found >= N {
                return None;
            }
            ranges[found] = run;
            found += 1;
            from = run.last().get() as u32 + 1;
        }
        if found == N {
            Some(Self { ranges })
        } else {
            None
        }
    }

    /// Returns whether `port` is in the set.
    ///
    /// On a constant set this compiles to comparisons at opt-level 2 and 3, and to a loop over
    /// four bytes a range at "s" and "z".
    ///
    /// ```
    /// use port_consts::{DNS, port_set};
    /// assert!(port_set!("22, 53, 80").contains(DNS));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(&self, port: Port) -> bool {
        let mut rest = self.ranges.as_slice();
        while let [range, tail @ ..] = rest {
            if range.contains(port) {
                return true;
            }
            rest = tail;
        }
        false
    }

    /// Returns how many ports the set has.
    ///
    /// ```
    /// use port_consts::port_set;
    /// assert_eq!(port_set!("22, 8000-8100").len(), 102);
    /// ```
    #[must_use]
    pub const fn len(&self) -> u32 {
        let mut count = 0_u32;
        let mut rest = self.ranges.as_slice();
        while let [range, tail @ ..] = rest {
            // Ranges are disjoint: this is 65536 at most.
            count = count.saturating_add(range.count());
            rest = tail;
        }
        count
    }

    /// Returns whether the set has no port.
    ///
    /// ```
    /// use port_consts::port_set;
    /// assert!(!port_set!("22").is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        N == 0
    }

    /// Returns an iterator over the ranges, ascending.
    ///
    /// ```
    /// use port_consts::{PortRange, port_set};
    /// let ranges = port_set!("22, 8000-8100");
    /// assert_eq!(ranges.ranges().map(PortRange::count).max(), Some(101));
    /// ```
    pub fn ranges(&self) -> core::iter::Copied<core::slice::Iter<'_, PortRange>> {
        self.ranges.iter().copied()
    }

    /// Returns the ranges as a slice, which has the same type whatever `N` is.
    ///
    /// ```
    /// use port_consts::{PortRange, port_set};
    ///
    /// const OPEN: &[PortRange] = port_set!("22, 443").as_slice();
    /// assert_eq!(OPEN.len(), 2);
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_slice(&self) -> &[PortRange] {
        &self.ranges
    }

    /// Returns an iterator over the ports, ascending.
    ///
    /// ```
    /// use port_consts::{Port, port_set};
    /// let ports: Vec<u16> = port_set!("80-82, 443").iter().map(Port::get).collect();
    /// assert_eq!(ports, [80, 81, 82, 443]);
    /// ```
    #[must_use]
    pub fn iter(&self) -> PortRangesIter<'_> {
        PortRangesIter::of(self)
    }

    /// Returns the same set as a [`PortSet`].
    ///
    /// ```
    /// use port_consts::{PortSet, port_set};
    /// const SET: PortSet = port_set!("22, 443").to_set();
    /// assert_eq!(SET.len(), 2);
    /// ```
    #[must_use]
    pub const fn to_set(&self) -> PortSet {
        let mut set = PortSet::new();
        let mut rest = self.ranges.as_slice();
        while let [range, tail @ ..] = rest {
            set = set.with(*range);
            rest = tail;
        }
        set
    }
}

/// The ranges with commas between: `80,443,8000-8100`. Width, fill and alignment are ignored,
/// as for [`PortSet`].
impl<const N: usize> fmt::Display for PortRanges<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::port_set::write_ranges(self.ranges(), f)
    }
}

/// `PortRanges(80,443,8000-8100)`
impl<const N: usize> fmt::Debug for PortRanges<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PortRanges(")?;
        crate::port_set::write_ranges(self.ranges(), f)?;
        f.write_str(")")
    }
}

impl<const N: usize> PartialEq<PortRanges<N>> for PortSet {
    fn eq(&self, ranges: &PortRanges<N>) -> bool {
        self.ranges().eq(ranges.ranges())
    }
}

impl<const N: usize> PartialEq<PortSet> for PortRanges<N> {
    fn eq(&self, set: &PortSet) -> bool {
        set == self
    }
}

impl<const N: usize> From<PortRanges<N>> for PortSet {
    fn from(ranges: PortRanges<N>) -> Self {
        ranges.to_set()
    }
}

impl<const N: usize> From<&PortRanges<N>> for PortSet {
    fn from(ranges: &PortRanges<N>) -> Self {
        ranges.to_set()
    }
}
