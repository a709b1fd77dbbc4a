//! The feature `arbitrary`: values for fuzzers.
//!
//! Ports are any `u16`, transports any set, sets of ports any ranges; of enums every variant is as likely as the others.

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::{
    __private::named::Named, Flow, Os, Port, PortClass, PortRange, PortRanges, PortSet, Side,
    Transport, TransportPort, TransportPortRange, Transports,
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

impl Arbitrary<'_> for PortRange {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        Ok(Self::between(bytes.arbitrary()?, bytes.arbitrary()?))
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        <(Port, Port)>::size_hint(depth)
    }
}

impl Arbitrary<'_> for TransportPortRange {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        Ok(Self::new(bytes.arbitrary()?, bytes.arbitrary()?))
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        <(PortRange, Transport)>::size_hint(depth)
    }
}

impl Arbitrary<'_> for PortSet {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        bytes.arbitrary_iter::<PortRange>()?.collect()
    }

    fn arbitrary_take_rest(bytes: Unstructured<'_>) -> Result<Self> {
        bytes.arbitrary_take_rest_iter::<PortRange>()?.collect()
    }
}

/// Fails for an `N` above 32,768: there is no such set.
impl<const N: usize> Arbitrary<'_> for PortRanges<N> {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        // What is left to give away, when each range has its port and each two have a gap.
        let spare = N.checked_mul(2).and_then(|it| 65_537_usize.checked_sub(it));
        let mut spare = spare
            .and_then(|it| u16::try_from(it.min(65_535)).ok())
            .ok_or(Error::IncorrectFormat)?;
        let mut take = |bytes: &mut Unstructured<'_>| {
            let taken = bytes.int_in_range(0..=spare)?;
            spare -= taken;
            Ok(taken)
        };
        let mut ranges = [PortRange::ALL; N];
        let mut next = 0_u16;
        for range in &mut ranges {
            let first = next.saturating_add(take(bytes)?);
            let last = first.saturating_add(take(bytes)?);
            *range = PortRange::between(Port::new(first), Port::new(last));
            next = last.saturating_add(2);
        }
        Self::new(ranges).ok_or(Error::IncorrectFormat)
    }
}

/// What a caller knows is arbitrary, too.
impl Arbitrary<'_> for Flow {
    fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
        let mut flow = Self::new(bytes.arbitrary()?, bytes.arbitrary()?, bytes.arbitrary()?);
        if let Some(side) = bytes.arbitrary()? {
            flow = flow.opened_by(side);
        }
        if let Some((side, ephemeral)) = bytes.arbitrary()? {
            flow = flow.local(side, ephemeral);
        }
        Ok(flow)
    }
}
