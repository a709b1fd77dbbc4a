//! What sets are made of, and their operators.

use core::ops::{
    BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Sub, SubAssign,
};

use super::PortSet;
use crate::{Port, PortClass, PortRange};

/// One type of items that sets are made of: by value, by reference, and as an array.
macro_rules! items {
    ($($item:ty)*) => {$(
        impl FromIterator<$item> for PortSet {
            fn from_iter<I: IntoIterator<Item = $item>>(items: I) -> Self {
                let mut set = Self::new();
                set.extend(items);
                set
            }
        }

        impl<'a> FromIterator<&'a $item> for PortSet {
            fn from_iter<I: IntoIterator<Item = &'a $item>>(items: I) -> Self {
                items.into_iter().copied().collect()
            }
        }

        impl Extend<$item> for PortSet {
            fn extend<I: IntoIterator<Item = $item>>(&mut self, items: I) {
                for item in items {
                    self.insert(item);
                }
            }
        }

        impl<'a> Extend<&'a $item> for PortSet {
            fn extend<I: IntoIterator<Item = &'a $item>>(&mut self, items: I) {
                self.extend(items.into_iter().copied());
            }
        }

        impl<const N: usize> From<[$item; N]> for PortSet {
            fn from(items: [$item; N]) -> Self {
                items.into_iter().collect()
            }
        }
    )*};
}

items!(Port u16 PortRange);

impl From<Port> for PortSet {
    fn from(port: Port) -> Self {
        Self::new().with(PortRange::single(port))
    }
}

/// The port with this number.
impl From<u16> for PortSet {
    fn from(number: u16) -> Self {
        Port::new(number).into()
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
