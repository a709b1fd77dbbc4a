//! The iterators over a set: its ports, and its maximal runs of ports.

use core::{fmt, iter::FusedIterator};

use super::{
    PortSet,
    bits::{IN, NOT_IN},
};
use crate::{Port, PortRange};

/// An iterator over the ports of a [`PortSet`], ascending, from [`PortSet::iter`].
///
/// ```
/// use port_consts::{Port, PortSet, PortSetIter};
///
/// let set: PortSet = "443, 8000-8100".parse()?;
/// let mut ports: PortSetIter<'_> = set.iter();
/// assert_eq!((ports.next(), ports.next_back()), (Some(Port::new(443)), Some(Port::new(8100))));
/// assert_eq!(ports.len(), 100);
/// # Ok::<(), port_consts::ParsePortSetError>(())
/// ```
#[derive(Clone)]
pub struct PortSetIter<'a> {
    set: &'a PortSet,
    /// The ports from here on are left,
    next: u32,
    /// up to the one before this.
    end: u32,
    /// How many of them are in the set.
    left: u32,
}

impl<'a> PortSetIter<'a> {
    pub(super) const fn of(set: &'a PortSet) -> Self {
        Self {
            set,
            next: 0,
            end: 65_536,
            left: set.len(),
        }
    }
}

/// An iterator over the ports of a [`PortSet`], ascending, from [`PortSet::into_iter`]. It owns
/// the set, which is 8 KiB.
///
/// ```
/// use port_consts::{Port, PortSet, PortSetIntoIter};
///
/// let set: PortSet = "443, 8000-8100".parse()?;
/// let mut ports: PortSetIntoIter = set.into_iter();
/// assert_eq!((ports.next(), ports.next_back()), (Some(Port::new(443)), Some(Port::new(8100))));
/// assert_eq!(ports.len(), 100);
/// # Ok::<(), port_consts::ParsePortSetError>(())
/// ```
///
/// [`PortSet::into_iter`]: PortSet#impl-IntoIterator-for-PortSet
#[derive(Clone)]
pub struct PortSetIntoIter {
    set: PortSet,
    /// The ports from here on are left,
    next: u32,
    /// up to the one before this.
    end: u32,
    /// How many of them are in the set.
    left: u32,
}

/// Both iterators over ports: `self.set` is a set or a reference to one.
macro_rules! iterate {
    ($iterator:ty) => {
        impl Iterator for $iterator {
            type Item = Port;

            #[inline]
            fn next(&mut self) -> Option<Port> {
                // The end that comes from behind may have had them all.
                self.left = self.left.checked_sub(1)?;
                let port = self.set.first_at(self.next, IN)?;
                self.next = u32::from(port.get()) + 1;
                Some(port)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.left as usize, Some(self.left as usize))
            }

            crate::ascending::ends!();
        }

        impl DoubleEndedIterator for $iterator {
            #[inline]
            fn next_back(&mut self) -> Option<Port> {
                self.left = self.left.checked_sub(1)?;
                let port = self.set.last_before(self.end, IN)?;
                self.end = port.get().into();
                Some(port)
            }
        }

        impl ExactSizeIterator for $iterator {}

        impl FusedIterator for $iterator {}
    };
}

iterate!(PortSetIter<'_>);
iterate!(PortSetIntoIter);

/// The ports that are left.
impl fmt::Debug for PortSetIter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// The ports that are left.
impl fmt::Debug for PortSetIntoIter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            ref set,
            next,
            end,
            left,
        } = *self;
        let rest = PortSetIter {
            set,
            next,
            end,
            left,
        };
        fmt::Debug::fmt(&rest, f)
    }
}

/// An iterator over the maximal runs of ports of a [`PortSet`], ascending, from
/// [`PortSet::ranges`].
///
/// ```
/// use port_consts::{PortSet, PortSetRanges};
///
/// let set: PortSet = "8050-8100, 443, 8000-8049".parse()?;
/// let mut ranges: PortSetRanges<'_> = set.ranges();
/// assert_eq!(ranges.next_back(), Some("8000-8100".parse()?));
/// assert_eq!((ranges.next(), ranges.next()), (Some("443".parse()?), None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct PortSetRanges<'a> {
    set: &'a PortSet,
    /// The runs from here on are left,
    next: u32,
    /// up to this port, without it.
    end: u32,
}

impl<'a> PortSetRanges<'a> {
    pub(super) const fn of(set: &'a PortSet) -> Self {
        Self {
            set,
            next: 0,
            end: 65_536,
        }
    }
}

impl Iterator for PortSetRanges<'_> {
    type Item = PortRange;

    fn next(&mut self) -> Option<PortRange> {
        let run = self.set.run_at(self.next)?;
        if u32::from(run.first().get()) >= self.end {
            return None;
        }
        self.next = u32::from(run.last().get()) + 1;
        Some(run)
    }
}

impl DoubleEndedIterator for PortSetRanges<'_> {
    fn next_back(&mut self) -> Option<PortRange> {
        let last = self.set.last_before(self.end, IN)?;
        if u32::from(last.get()) < self.next {
            return None;
        }
        let before = self.set.last_before(last.get().into(), NOT_IN);
        let first = before.map_or(0, |port| u32::from(port.get()) + 1);
        self.end = first;
        let first = self.set.first_at(first, IN).unwrap_or(last);
        PortRange::new(first, last)
    }
}

impl FusedIterator for PortSetRanges<'_> {}

/// The runs that are left.
impl fmt::Debug for PortSetRanges<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<'a> IntoIterator for &'a PortSet {
    type Item = Port;
    type IntoIter = PortSetIter<'a>;

    #[inline]
    fn into_iter(self) -> PortSetIter<'a> {
        self.iter()
    }
}

impl IntoIterator for PortSet {
    type Item = Port;
    type IntoIter = PortSetIntoIter;

    #[inline]
    fn into_iter(self) -> PortSetIntoIter {
        PortSetIntoIter {
            next: 0,
            end: 65_536,
            left: self.len(),
            set: self,
        }
    }
}
