//! [`Port`], a 16-bit port number, and how it comes from and goes to other types.

use core::{fmt, net::IpAddr, net::SocketAddr, num::NonZeroU16, str::FromStr};

use crate::{ParsePortError, ParsePortErrorKind, PortOutOfRangeError, text::try_from_str};

/// A port number of a transport protocol: 16 bits, 0 to 65535.
///
/// Every `u16` is a port. Number 0 is reserved: in a bind call, it asks the operating system
/// to choose; see [`Port::ANY`].
///
/// A `Port` is as small and as fast as the `u16` in it, and its methods but
/// `from_name_or_number` are `const fn`s:
///
/// ```
/// use port_consts::{HTTPS, Port};
///
/// const LISTEN: Port = Port::new(8443);
/// const _: () = assert!(LISTEN.is_user());
///
/// assert_eq!(HTTPS, 443);
/// assert_eq!(LISTEN.to_string(), "8443");
/// assert_eq!("443".parse(), Ok(HTTPS));
/// ```
///
/// The 16 bits are those of the TCP and UDP headers ([RFC 9293, section 3.1],
/// [RFC 768]).
///
/// [RFC 9293, section 3.1]: https://www.rfc-editor.org/rfc/rfc9293#section-3.1
/// [RFC 768]: https://www.rfc-editor.org/rfc/rfc768
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[repr(transparent)]
pub struct Port(u16);

impl Port {
    /// Port 0: reserved by IANA; in a bind call, "any free port".
    ///
    /// ```
    /// use port_consts::Port;
    /// assert_eq!(Port::default(), Port::ANY);
    /// ```
    pub const ANY: Self = Self(0);

    /// The highest port, 65535.
    ///
    /// ```
    /// use port_consts::Port;
    /// assert_eq!(Port::MAX.get(), u16::MAX);
    /// ```
    pub const MAX: Self = Self(u16::MAX);

    /// Returns the port with this number.
    ///
    /// ```
    /// # use port_consts::Port;
    /// assert_eq!(Port::new(8080).get(), 8080);
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// Returns the number of the port.
    ///
    /// ```
    /// assert_eq!(port_consts::SSH.get(), 22);
    /// ```
    #[inline]
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Returns the port whose number is greater by `count`, or `None` above 65535.
    ///
    /// ```
    /// use port_consts::Port;
    ///
    /// const BASE: Port = Port::new(8000);
    /// const THIRD: Option<Port> = BASE.checked_add(2);
    /// assert_eq!(THIRD, Some(Port::new(8002)));
    /// assert_eq!(Port::MAX.checked_add(1), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn checked_add(self, count: u16) -> Option<Self> {
        match self.0.checked_add(count) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Returns the port whose number is less by `count`, or `None` below 0.
    ///
    /// ```
    /// use port_consts::Port;
    ///
    /// assert_eq!(Port::new(5901).checked_sub(5900), Some(Port::new(1)));
    /// assert_eq!(Port::ANY.checked_sub(1), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn checked_sub(self, count: u16) -> Option<Self> {
        match self.0.checked_sub(count) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// Returns the socket address of this port at `ip`.
    ///
    /// ```
    /// use core::net::{IpAddr, Ipv4Addr, SocketAddr};
    /// use port_consts::HTTPS;
    ///
    /// const LISTEN: SocketAddr = HTTPS.socket_addr(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    /// assert_eq!(LISTEN.to_string(), "0.0.0.0:443");
    /// ```
    #[inline]
    #[must_use]
    pub const fn socket_addr(self, ip: IpAddr) -> SocketAddr {
        SocketAddr::new(ip, self.0)
    }
}

/// The number alone, `443`; width, fill and alignment work as for integers.
impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

macro_rules! radixes {
    ($($format:ident)*) => {$(
        /// As the number in it.
        impl fmt::$format for Port {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::$format::fmt(&self.0, f)
            }
        }
    )*};
}
radixes!(LowerHex UpperHex Octal Binary);

/// `Port(443)`, on one line even in a pretty-printed struct.
impl fmt::Debug for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Port(")?;
        fmt::Display::fmt(&self.0, f)?;
        f.write_str(")")
    }
}

/// Reads decimal digits and nothing else.
///
/// - Leading zeros are read: `0080` is port 80, as in tables with columns of one width. No
///   octal number is meant by them, here or anywhere else in this crate.
/// - `0` is read: it is [`Port::ANY`].
/// - There is no sign, no white space, no name and no transport. The error says what to write
///   instead. [`Port::from_name_or_number`] reads names;
///   [`TransportPort`](crate::TransportPort) reads transports.
///
/// ```
/// use port_consts::{ParsePortError, Port};
///
/// assert_eq!("8443".parse(), Ok(Port::new(8443)));
/// assert_eq!("0080".parse(), Ok(Port::new(80)));
///
/// let error = |text: &str| text.parse::<Port>().map_err(|error| error.to_string());
/// assert_eq!(error("+80"), Err("`+80` has a sign; write `80`".to_owned()));
/// assert_eq!(error("65536"), Err("port `65536` is above 65535".to_owned()));
/// ```
impl FromStr for Port {
    type Err = ParsePortError;

    fn from_str(text: &str) -> Result<Self, ParsePortError> {
        if text.is_empty() {
            return Err(ParsePortError::new(text, ParsePortErrorKind::Empty));
        }
        let mut number: u16 = 0;
        for byte in text.bytes() {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return Err(ParsePortError::new(text, ParsePortErrorKind::NotDigits));
            }
            let sum = number.checked_mul(10);
            let sum = sum.and_then(|tens| tens.checked_add(u16::from(digit)));
            number = sum.ok_or_else(|| ParsePortError::too_large(text))?;
        }
        Ok(Self(number))
    }
}

try_from_str!(Port, ParsePortError);

impl From<u16> for Port {
    #[inline]
    fn from(number: u16) -> Self {
        Self(number)
    }
}

impl From<NonZeroU16> for Port {
    #[inline]
    fn from(number: NonZeroU16) -> Self {
        Self(number.get())
    }
}

/// Fails for port 0 alone.
///
/// ```
/// use core::num::NonZeroU16;
/// use port_consts::{HTTPS, Port};
///
/// assert_eq!(NonZeroU16::try_from(HTTPS).map(NonZeroU16::get), Ok(443));
/// assert!(NonZeroU16::try_from(Port::ANY).is_err());
/// ```
impl TryFrom<Port> for NonZeroU16 {
    type Error = core::num::TryFromIntError;

    #[inline]
    fn try_from(port: Port) -> Result<Self, Self::Error> {
        Self::try_from(port.0)
    }
}

macro_rules! wider {
    ($($int:ty)*) => {$(
        impl From<Port> for $int {
            #[inline]
            fn from(port: Port) -> Self {
                port.0.into()
            }
        }
    )*};
}
wider!(u16 u32 u64 u128 usize i32 i64 i128);

macro_rules! narrow {
    ($($int:ty)*) => {$(
        impl TryFrom<$int> for Port {
            type Error = PortOutOfRangeError;

            #[inline]
            fn try_from(number: $int) -> Result<Self, PortOutOfRangeError> {
                match u16::try_from(number) {
                    Ok(number) => Ok(Self(number)),
                    Err(_) => Err(PortOutOfRangeError::new(i64::try_from(number).ok())),
                }
            }
        }
    )*};
}
narrow!(u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

impl PartialEq<u16> for Port {
    #[inline]
    fn eq(&self, number: &u16) -> bool {
        self.0 == *number
    }
}

impl PartialEq<Port> for u16 {
    #[inline]
    fn eq(&self, port: &Port) -> bool {
        *self == port.0
    }
}

impl PartialOrd<u16> for Port {
    #[inline]
    fn partial_cmp(&self, number: &u16) -> Option<core::cmp::Ordering> {
        self.0.partial_cmp(number)
    }
}

impl PartialOrd<Port> for u16 {
    #[inline]
    fn partial_cmp(&self, port: &Port) -> Option<core::cmp::Ordering> {
        self.partial_cmp(&port.0)
    }
}
