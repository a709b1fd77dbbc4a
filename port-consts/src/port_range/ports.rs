//! [`Ports`], the iterator over the ports of a range.

use core::iter::FusedIterator;

use super::PortRange;
use crate::Port;

/// An iterator over the ports of a [`PortRange`], from [`PortRange::ports`].
///
/// ```
/// use port_consts::{Port, PortRange};
///
/// let mut ports = PortRange::new(Port::new(80), Port::new(90)).unwrap().ports();
/// assert_eq!((ports.len(), ports.next(), ports.next_back()), (11, Some(Port::new(80)), Some(Port::new(90))));
/// ```
#[derive(Clone, Debug)]
pub struct Ports {
    /// The number of the next port; 65536 behind the last one.
    next: u32,
    /// One more than the number of the last port.
    end: u32,
}

impl Ports {
    pub(super) const fn of(range: PortRange) -> Self {
        Self {
            next: range.first.get() as u32,
            end: range.last.get() as u32 + 1,
        }
    }

    /// How many ports are left: `next` never passes `end`.
    const fn left(&self) -> u32 {
        self.end.saturating_sub(self.next)
    }
}

/// Numbers here are below 65536 whenever they are asked for.
#[allow(
    clippy::cast_possible_truncation,
    reason = "`next` is below `end`, which is 65536 at most"
)]
const fn port(number: u32) -> Port {
    Port::new(number as u16)
}

impl Iterator for Ports {
    type Item = Port;

    #[inline]
    fn next(&mut self) -> Option<Port> {
        if self.next >= self.end {
            return None;
        }
        let found = port(self.next);
        self.next += 1;
        Some(found)
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<Port> {
        // As far as the end at most, so nothing can overflow.
        self.next += match u32::try_from(n) {
            Ok(n) if n < self.left() => n,
            _ => self.left(),
        };
        self.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.left() as usize;
        (left, Some(left))
    }

    crate::ascending::ends!();
}

impl DoubleEndedIterator for Ports {
    #[inline]
    fn next_back(&mut self) -> Option<Port> {
        if self.next >= self.end {
            return None;
        }
        self.end -= 1;
        Some(port(self.end))
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<Port> {
        self.end -= match u32::try_from(n) {
            Ok(n) if n < self.left() => n,
            _ => self.left(),
        };
        self.next_back()
    }
}

impl ExactSizeIterator for Ports {}

impl FusedIterator for Ports {}
