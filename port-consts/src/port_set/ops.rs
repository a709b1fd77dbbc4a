//! What sets are made of, and their operators.

use core::ops::{
    BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Sub, SubAssign,
};

use super::PortSet;
use crate::{Port, PortClass, PortRange};

impl FromIterator<Port> for PortSet {
    fn from_iter<I: IntoIterator<Item = Port>>(ports: I) -> Self {
        let mut set = Self::new();
        set.extend(ports);
        set
    }
}

impl FromIterator<PortRange> for PortSet {
    fn from_iter<I: IntoIterator<Item = PortRange>>(ranges: I) -> Self {
        let mut set = Self::new();
        set.extend(ranges);
        set
    }
}

impl Extend<Port> for PortSet {
    fn extend<I: IntoIterator<Item = Port>>(&mut self, ports: I) {
        for port in ports {
            self.insert(port);
        }
    }
}

impl Extend<PortRange> for PortSet {
    fn extend<I: IntoIterator<Item = PortRange>>(&mut self, ranges: I) {
        for range in ranges {
            self.insert(range);
        }
    }
}

impl From<Port> for PortSet {
    fn from(port: Port) -> Self {
        Self::new().with(PortRange::single(port))
    }
}

impl From<PortRange> for PortSet {
    fn from(range: PortRange) -> Self {
        Self::new().with(range)
    }
}

/// The ports of the class.
impl From<PortClass> for PortSet {
    fn from(class: PortClass) -> Self {
        Self::new().with(class.ports())
    }
}

impl<const N: usize> From<[Port; N]> for PortSet {
    fn from(ports: [Port; N]) -> Self {
        ports.into_iter().collect()
    }
}

impl<const N: usize> From<[PortRange; N]> for PortSet {
    fn from(ranges: [PortRange; N]) -> Self {
        ranges.into_iter().collect()
    }
}

/// One operator: between values, references, and in place.
macro_rules! operator {
    ($operator:ident $call:ident, $assign:ident $call_assign:ident, $method:ident, $doc:literal) => {
        #[doc = $doc]
        impl $operator for PortSet {
            type Output = Self;

            fn $call(self, other: Self) -> Self {
                self.$method(&other)
            }
        }

        #[doc = $doc]
        impl $operator<&PortSet> for PortSet {
            type Output = Self;

            fn $call(self, other: &Self) -> Self {
                self.$method(other)
            }
        }

        #[doc = $doc]
        impl $operator<PortSet> for &PortSet {
            type Output = PortSet;

            fn $call(self, other: PortSet) -> PortSet {
                self.$method(&other)
            }
        }

        #[doc = $doc]
        impl $operator for &PortSet {
            type Output = PortSet;

            fn $call(self, other: Self) -> PortSet {
                self.$method(other)
            }
        }

        #[doc = $doc]
        impl $assign for PortSet {
            fn $call_assign(&mut self, other: Self) {
                *self = self.$method(&other);
            }
        }

        #[doc = $doc]
        impl $assign<&PortSet> for PortSet {
            fn $call_assign(&mut self, other: &Self) {
                *self = self.$method(other);
            }
        }
    };
}

operator!(BitOr bitor, BitOrAssign bitor_assign, union, "As [`PortSet::union`].");
operator!(BitAnd bitand, BitAndAssign bitand_assign, intersection, "As [`PortSet::intersection`].");
operator!(Sub sub, SubAssign sub_assign, difference, "As [`PortSet::difference`].");
operator!(
    BitXor bitxor, BitXorAssign bitxor_assign, symmetric_difference,
    "As [`PortSet::symmetric_difference`]."
);

/// As [`PortSet::complement`].
impl Not for PortSet {
    type Output = Self;

    fn not(self) -> Self {
        self.complement()
    }
}

/// As [`PortSet::complement`].
impl Not for &PortSet {
    type Output = PortSet;

    fn not(self) -> PortSet {
        self.complement()
    }
}
