//! [`Transports`], a set of transport protocols.

use core::{
    fmt,
    iter::FusedIterator,
    ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign},
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

    /// Returns the transports that are in this set, in `other`, or in both.
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

    /// Returns the transports that are in both sets.
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
        text.split('/').map(str::parse::<Transport>).collect()
    }
}

try_from_str!(Transports, ParseTransportError);

impl From<Transport> for Transports {
    fn from(transport: Transport) -> Self {
        transport.only()
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

impl BitOr for Transports {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl BitOrAssign for Transports {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.union(other);
    }
}

impl BitAnd for Transports {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.intersection(other)
    }
}

impl BitAndAssign for Transports {
    fn bitand_assign(&mut self, other: Self) {
        *self = self.intersection(other);
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
/// use port_consts::{Transports, TransportsIter};
///
/// let transports: TransportsIter = Transports::ALL.iter();
/// assert_eq!(transports.len(), 4);
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

impl ExactSizeIterator for TransportsIter {}

impl FusedIterator for TransportsIter {}
