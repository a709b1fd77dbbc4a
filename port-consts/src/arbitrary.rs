//! The feature `arbitrary`: values for fuzzers.
//!
//! Ports are any `u16`, sets any set; of enums every variant is as likely as the others.

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::{
    __private::named::Named, Os, Port, PortClass, Side, Transport, TransportPort, Transports,
};

/// Implements `Arbitrary` for an enum of a registry.
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($name:ident) => {
        #[automatically_derived]
        impl<'a> $crate::__private::arbitrary::Arbitrary<'a> for $name {
            fn arbitrary(
                bytes: &mut $crate::__private::arbitrary::Unstructured<'a>,
            ) -> $crate::__private::arbitrary::Result<Self> {
                $crate::__private::arbitrary_variant(bytes)
            }
        }
    };
}

/// Any variant of an enum of a registry.
///
/// # Errors
///
/// If the enum has no variants, which a file with mistakes leaves.
pub fn variant<E: Named>(bytes: &mut Unstructured<'_>) -> Result<E> {
    bytes.choose(E::ALL).copied()
}

impl Arbitrary<'_> for Port {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        bytes.arbitrary().map(Self::new)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        u16::size_hint(depth)
    }
}

/// Implements `Arbitrary` for enums of this crate.
macro_rules! variants {
    ($($name:ident)*) => {$(
        impl Arbitrary<'_> for $name {
            fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
                bytes.choose(Self::ALL).copied()
            }

            fn size_hint(_: usize) -> (usize, Option<usize>) {
                (1, Some(1))
            }
        }
    )*};
}
variants!(Os PortClass Side Transport);

impl Arbitrary<'_> for Transports {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        bytes.arbitrary().map(Self::from_bits)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        u8::size_hint(depth)
    }
}

impl Arbitrary<'_> for TransportPort {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        Ok(Self::new(bytes.arbitrary()?, bytes.arbitrary()?))
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        arbitrary::size_hint::and(Port::size_hint(depth), Transport::size_hint(depth))
    }
}
