//! The iterators over the ports of a constant set.

use core::{
    array,
    iter::{Copied, Flatten, FusedIterator},
    slice,
};

use super::PortRanges;
use crate::{Port, PortRange};

/// An iterator over the ports of a [`PortRanges`], ascending, from [`PortRanges::iter`].
///
/// ```
/// use port_consts::{HTTP, HTTPS, PortRanges, PortRangesIter, port_set};
///
/// const WEB: PortRanges<2> = port_set!("80, 443");
/// let mut ports: PortRangesIter<'_> = WEB.iter();
/// assert_eq!(ports.len(), 2);
/// assert_eq!((ports.next_back(), ports.next(), ports.next()), (Some(HTTPS), Some(HTTP), None));
/// ```
#[derive(Clone, Debug)]
pub struct PortRangesIter<'a> {
    ports: Flatten<Copied<slice::Iter<'a, PortRange>>>,
    /// How many of them are left.
    left: u32,
}

impl<'a> PortRangesIter<'a> {
    pub(super) fn of<const N: usize>(set: &'a PortRanges<N>) -> Self {
        Self {
            ports: set.ranges().flatten(),
            left: set.len(),
        }
    }
}

/// An iterator over the ports of a [`PortRanges`], ascending, from [`PortRanges::into_iter`]. It
/// owns the ranges.
///
/// ```
/// use port_consts::{HTTP, HTTPS, PortRangesIntoIter, port_set};
///
/// let mut ports: PortRangesIntoIter<2> = port_set!("80, 443").into_iter();
/// assert_eq!(ports.len(), 2);
/// assert_eq!((ports.next_back(), ports.next(), ports.next()), (Some(HTTPS), Some(HTTP), None));
/// ```
///
/// [`PortRanges::into_iter`]: PortRanges#impl-IntoIterator-for-PortRanges<N>
#[derive(Clone, Debug)]
pub struct PortRangesIntoIter<const N: usize> {
    ports: Flatten<array::IntoIter<PortRange, N>>,
    /// How many of them are left.
    left: u32,
}

/// Both iterators: `self.ports` has the ports that are left, `self.left` says how many.
macro_rules! iterate {
    ([$($generics:tt)*] $iterator:ty) => {
        impl<$($generics)*> Iterator for $iterator {
            type Item = Port;

            #[inline]
            fn next(&mut self) -> Option<Port> {
                let port = self.ports.next()?;
                // It was one of those that were left.
                self.left = self.left.wrapping_sub(1);
                Some(port)
            }

            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.left as usize, Some(self.left as usize))
            }

            crate::ascending::ends!();
        }

        impl<$($generics)*> DoubleEndedIterator for $iterator {
            #[inline]
            fn next_back(&mut self) -> Option<Port> {
                let port = self.ports.next_back()?;
                self.left = self.left.wrapping_sub(1);
                Some(port)
            }
        }

        impl<$($generics)*> ExactSizeIterator for $iterator {}

        impl<$($generics)*> FusedIterator for $iterator {}
    };
}

iterate!(['a] PortRangesIter<'a>);
iterate!([const N: usize] PortRangesIntoIter<N>);

impl<'a, const N: usize> IntoIterator for &'a PortRanges<N> {
    type Item = Port;
    type IntoIter = PortRangesIter<'a>;

    fn into_iter(self) -> PortRangesIter<'a> {
        self.iter()
    }
}

impl<const N: usize> IntoIterator for PortRanges<N> {
    type Item = Port;
    type IntoIter = PortRangesIntoIter<N>;

    fn into_iter(self) -> PortRangesIntoIter<N> {
        PortRangesIntoIter {
            left: self.len(),
            ports: self.ranges.into_iter().flatten(),
        }
    }
}
