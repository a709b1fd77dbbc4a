//! [`Transports`], a set of transport protocols.

use core::{
    fmt,
    iter::FusedIterator,
    ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Sub, SubAssign},
    str::FromStr,
};

use crate::{ParseTransportError, Transport, format::transports, text::try_from_str};

/// A set of [`Transport`]s, in one byte.
///
/// ```
/// use port_consts::{Service, Transport, Transports};
///
/// const HTTPS: Transports = Service::Https.transports();
/// assert!(HTTPS.contains(Transport::Udp)); // HTTP/3
/// assert_eq!(HTTPS.to_string(), "tcp/udp");
/// assert_eq!("tcp/udp".parse(), Ok(HTTPS));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Transports(u8);

impl Transports {
    /// The set without a transport.
    ///
    /// ```
    /// use port_consts::Transports;
    /// assert_eq!(Transports::default(), Transports::EMPTY);
    /// ```
    pub const EMPTY: Self = Self(0);

    /// The set of all four transports.
    ///
    /// ```
    /// use port_consts::Transports;
    /// assert_eq!(Transports::ALL.to_string(), "tcp/udp/sctp/dccp");
    /// ```
    pub const ALL: Self = Self(transports::ALL);

    /// The set with bit 0 for tcp, 1 for udp, 2 for sctp, 3 for dccp.
    #[inline]
    pub(crate) const fn from_bits(bits: u8) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// Returns this set with `transport` added.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    /// const DNS: Transports = Transports::EMPTY.with(Transport::Tcp).with(Transport::Udp);
    /// assert_eq!(DNS.len(), 2);
    /// ```
    #[inline]
    #[must_use]
    pub const fn with(self, transport: Transport) -> Self {
        Self(self.0 | (1 << transport as u8))
    }

    /// Returns whether `transport` is in the set.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    /// assert!(Transports::ALL.contains(Transport::Sctp));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(self, transport: Transport) -> bool {
        self.0 & (1 << transport as u8) != 0
    }

    /// Returns the transports that are in this set, in `other`, or in both; also `a | b`.
    ///
    /// ```
    /// use port_consts::Transport::{Tcp, Udp};
    /// assert_eq!(Tcp.only().union(Udp.only()).to_string(), "tcp/udp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the transports that are in both sets; also `a & b`.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    /// assert_eq!(Transports::ALL.intersection(Transport::Tcp.only()), Transport::Tcp.only());
    /// ```
    #[inline]
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the transports of this set that are not in `other`; also `a - b`.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    /// const OTHERS: Transports = Transports::ALL.difference(Transport::Tcp.only());
    /// assert_eq!(OTHERS.to_string(), "udp/sctp/dccp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the transports that are in one of the two sets and not in both; also `a ^ b`.
    ///
    /// ```
    /// use port_consts::Transports;
    /// let (before, after): (Transports, Transports) = ("tcp/udp".parse()?, "udp/sctp".parse()?);
    /// assert_eq!(before.symmetric_difference(after).to_string(), "tcp/sctp");
    /// # Ok::<(), port_consts::ParseTransportError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn symmetric_difference(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }

    /// Returns all transports that are not in this set; also `!a`.
    ///
    /// ```
    /// use port_consts::Transports;
    /// assert_eq!(Transports::ALL.complement(), Transports::EMPTY);
    /// ```
    #[inline]
    #[must_use]
    pub const fn complement(self) -> Self {
        Self::ALL.difference(self)
    }

    /// Returns the set of these names, with slashes between, without regard to ASCII case.
    ///
    /// No text names the empty set: whoever writes nothing seldom means it.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    ///
    /// const BOTH: Option<Transports> = Transports::from_name("tcp/UDP");
    /// assert_eq!(BOTH, Some(Transport::Tcp.only().with(Transport::Udp)));
    /// assert_eq!(Transports::from_name("tcp/quic"), None);
    /// assert_eq!(Transports::from_name(""), None);
    /// ```
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut set = Self::EMPTY;
        let mut rest = name.as_bytes();
        loop {
            let mut length = 0;
            while length < rest.len() && rest[length] != b'/' {
                length += 1;
            }
            let (name, behind) = rest.split_at(length);
            set = match Transport::from_bytes(name) {
                Some(transport) => set.with(transport),
                None => return None,
            };
            rest = match behind {
                [_, behind @ ..] => behind,
                [] => return Some(set),
            };
        }
    }

    /// Returns how many transports the set holds.
    ///
    /// ```
    /// use port_consts::Service;
    /// assert_eq!(Service::Https.transports().len(), 2);
    /// ```
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Returns whether the set holds no transport.
    ///
    /// ```
    /// use port_consts::Transports;
    /// assert!(Transports::EMPTY.is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns an iterator over the transports of the set, in the order tcp, udp, sctp, dccp.
    ///
    /// ```
    /// use port_consts::{Service, Transport};
    /// assert!(Service::Dns.transports().iter().eq([Transport::Tcp, Transport::Udp]));
    /// ```
    #[inline]
    #[must_use]
    pub const fn iter(self) -> TransportsIter {
        TransportsIter(self)
    }
}

impl Transport {
    /// Returns the set that holds this transport alone.
    ///
    /// ```
    /// use port_consts::{Transport, Transports};
    /// const BOTH: Transports = Transport::Tcp.only().union(Transport::Udp.only());
    /// assert_eq!(BOTH.to_string(), "tcp/udp");
    /// ```
    #[inline]
    #[must_use]
    pub const fn only(self) -> Transports {
        Transports::EMPTY.with(self)
    }
}

/// The names with a slash between: `tcp/udp`; nothing for the empty set.
impl fmt::Display for Transports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Joined first, so that width and alignment apply to the whole.
        let mut text = [0; transports::LONGEST_TEXT];
        let mut length = 0;
        for transport in *self {
            let separator: &str = if length == 0 { "" } else { "/" };
            for byte in separator.bytes().chain(transport.name().bytes()) {
                if let Some(place) = text.get_mut(length) {
                    *place = byte;
                    length += 1;
                }
            }
        }
        match core::str::from_utf8(text.get(..length).unwrap_or_default()) {
            Ok(text) => f.pad(text),
            Err(_) => Err(fmt::Error),
        }
    }
}

// The text for defmt, which is no place for a loop, names each transport.
const _: () = assert!(
    transports::COUNT == 4,
    "name the new transport in the text for defmt, too"
);

/// `Transports(tcp: 1, udp: 1, sctp: 0, dccp: 0)`: one byte on the wire, and the words stay
/// with the host.
#[cfg(feature = "defmt")]
impl defmt::Format for Transports {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(
            f,
            "Transports(tcp: {0=0..1}, udp: {0=1..2}, sctp: {0=2..3}, dccp: {0=3..4})",
            self.0
        );
    }
}

/// `{Tcp, Udp}`.
impl fmt::Debug for Transports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// Reads what [`Transports::from_name`] reads. The error quotes the part that names no
/// transport.
impl FromStr for Transports {
    type Err = ParseTransportError;

    fn from_str(text: &str) -> Result<Self, ParseTransportError> {
        let read =
            |name| Transport::from_name(name).ok_or_else(|| ParseTransportError::of_several(name));
        text.split('/').map(read).collect()
    }
}

try_from_str!(Transports, ParseTransportError);

impl From<Transport> for Transports {
    fn from(transport: Transport) -> Self {
        transport.only()
    }
}

impl<const N: usize> From<[Transport; N]> for Transports {
    fn from(transports: [Transport; N]) -> Self {
        transports.into_iter().collect()
    }
}

impl FromIterator<Transport> for Transports {
    fn from_iter<I: IntoIterator<Item = Transport>>(transports: I) -> Self {
        transports.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl Extend<Transport> for Transports {
    fn extend<I: IntoIterator<Item = Transport>>(&mut self, transports: I) {
        *self = transports.into_iter().fold(*self, Self::with);
    }
}

/// One operator: between values, and in place.
macro_rules! operator {
    ($operator:ident $call:ident, $assign:ident $call_assign:ident, $method:ident, $doc:literal) => {
        #[doc = $doc]
        impl $operator for Transports {
            type Output = Self;

            fn $call(self, other: Self) -> Self {
                self.$method(other)
            }
        }

        #[doc = $doc]
        impl $assign for Transports {
            fn $call_assign(&mut self, other: Self) {
                *self = self.$method(other);
            }
        }
    };
}

operator!(BitOr bitor, BitOrAssign bitor_assign, union, "As [`Transports::union`].");
operator!(BitAnd bitand, BitAndAssign bitand_assign, intersection, "As [`Transports::intersection`].");
operator!(Sub sub, SubAssign sub_assign, difference, "As [`Transports::difference`].");
operator!(
    BitXor bitxor, BitXorAssign bitxor_assign, symmetric_difference,
    "As [`Transports::symmetric_difference`]."
);

/// As [`Transports::complement`].
impl Not for Transports {
    type Output = Self;

    fn not(self) -> Self {
        self.complement()
    }
}

impl IntoIterator for Transports {
    type Item = Transport;
    type IntoIter = TransportsIter;

    fn into_iter(self) -> TransportsIter {
        self.iter()
    }
}

impl IntoIterator for &Transports {
    type Item = Transport;
    type IntoIter = TransportsIter;

    fn into_iter(self) -> TransportsIter {
        self.iter()
    }
}

/// The transport of a bit. The module `macro_support` checks that none is missing.
#[inline]
pub(crate) const fn of_bit(bit: u32) -> Option<Transport> {
    Some(match bit {
        0 => Transport::Tcp,
        1 => Transport::Udp,
        2 => Transport::Sctp,
        3 => Transport::Dccp,
        _ => return None,
    })
}

/// An iterator over the transports of a set, from [`Transports::iter`].
///
/// ```
/// use port_consts::{Transport, Transports, TransportsIter};
///
/// let mut transports: TransportsIter = Transports::ALL.iter();
/// assert_eq!(transports.next_back(), Some(Transport::Dccp));
/// assert_eq!(transports.len(), 3);
/// ```
#[derive(Clone, Debug)]
pub struct TransportsIter(Transports);

impl Iterator for TransportsIter {
    type Item = Transport;

    fn next(&mut self) -> Option<Transport> {
        let bits = self.0.0;
        let first = of_bit(bits.trailing_zeros())?;
        self.0.0 = bits & !(1 << first as u8);
        Some(first)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl DoubleEndedIterator for TransportsIter {
    fn next_back(&mut self) -> Option<Transport> {
        let bits = self.0.0;
        // An empty set has more leading zeros than the number of the highest bit.
        let last = of_bit((u8::BITS - 1).checked_sub(bits.leading_zeros())?)?;
        self.0.0 = bits & !(1 << last as u8);
        Some(last)
    }
}

impl ExactSizeIterator for TransportsIter {}

impl FusedIterator for TransportsIter {}
