//! [`Port`], a 16-bit port number, and how it comes from and goes to other types.

use core::{fmt, net::IpAddr, net::SocketAddr, str::FromStr};

use crate::{Os, PortClass, Service, UnknownPortError, browser};

/// A port number of a transport protocol: 16 bits, 0 to 65535.
///
/// Every `u16` is a port. Number 0 is reserved: in a bind call it asks the
/// operating system to choose, see [`Port::ANY`].
///
/// A `Port` is as small and as fast as the `u16` in it, and everything about it
/// that can be known at compile time is a `const fn`:
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
    pub const ANY: Self = Self(0);

    /// The highest port, 65535.
    pub const MAX: Self = Self(u16::MAX);

    /// The port with this number.
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

    /// The number of the port.
    ///
    /// ```
    /// assert_eq!(port_consts::SSH.get(), 22);
    /// ```
    #[inline]
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Which of RFC 6335's three ranges the port is in.
    ///
    /// ```
    /// use port_consts::{HTTPS, PortClass};
    /// assert_eq!(HTTPS.class(), PortClass::System);
    /// ```
    #[inline]
    #[must_use]
    pub const fn class(self) -> PortClass {
        PortClass::of(self)
    }

    /// Whether this is a System Port, 0 to 1023 (RFC 6335, section 6).
    ///
    /// "System" is a word of the registry. Whether a program needs a privilege to
    /// listen there is the operating system's affair: on Linux
    /// `net.ipv4.ip_unprivileged_port_start` decides, 1024 unless it was changed.
    ///
    /// ```
    /// assert!(port_consts::SSH.is_system());
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias = "is_well_known")]
    #[doc(alias = "privileged")]
    pub const fn is_system(self) -> bool {
        matches!(self.class(), PortClass::System)
    }

    /// Whether this is a User Port, 1024 to 49151 (RFC 6335, section 6).
    ///
    /// ```
    /// assert!(port_consts::RDP.is_user());
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias = "is_registered")]
    pub const fn is_user(self) -> bool {
        matches!(self.class(), PortClass::User)
    }

    /// Whether this is a Dynamic Port, 49152 to 65535, which IANA never assigns
    /// (RFC 6335, section 6).
    ///
    /// ```
    /// # use port_consts::Port;
    /// assert!(Port::new(51820).is_dynamic());
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias = "is_private")]
    #[doc(alias = "is_ephemeral")]
    pub const fn is_dynamic(self) -> bool {
        matches!(self.class(), PortClass::Dynamic)
    }

    /// Whether browsers refuse to fetch over HTTP(S) from this port.
    ///
    /// The list is that of the Fetch standard, section [port blocking], as of
    /// 2026-07-02: 83 ports. It grows now and then.
    ///
    /// A server that a browser is to reach must not listen here, whatever the
    /// scheme: the page fails with a message that does not name the reason
    /// (`ERR_UNSAFE_PORT` in Chromium, a "restricted address" in Firefox).
    ///
    /// ```
    /// # use port_consts::Port;
    /// assert!(Port::new(6000).is_browser_blocked()); // x11
    /// assert!(!Port::new(3000).is_browser_blocked());
    /// ```
    ///
    /// [port blocking]: https://fetch.spec.whatwg.org/#port-blocking
    #[inline]
    #[must_use]
    #[doc(alias = "ERR_UNSAFE_PORT")]
    #[doc(alias = "bad port")]
    pub const fn is_browser_blocked(self) -> bool {
        browser::is_blocked(self.0)
    }

    /// Whether `os`, as it is shipped, may pick this port for an outgoing
    /// connection.
    ///
    /// A server on such a port fails to start whenever the system has lent the
    /// port to a client first. See [`Os::ephemeral`] for the ranges; all can be
    /// changed by an administrator.
    ///
    /// ```
    /// use port_consts::{Os, Port};
    /// let port = Port::new(40000);
    /// assert!(port.is_ephemeral_on(Os::Linux));
    /// assert!(!port.is_ephemeral_on(Os::Windows));
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_ephemeral_on(self, os: Os) -> bool {
        os.ephemeral().contains(self)
    }

    /// The port of this number, or of the service with this name.
    ///
    /// It is for what people write: flags, environment variables, config files. A number is
    /// digits and nothing else, as for [`FromStr`](#impl-FromStr-for-Port), which reads
    /// numbers only. A name is one of the curated registry, [`Service`], or an alias, in any
    /// ASCII case; a service has several ports sometimes, and this is its first one. No name
    /// has digits only, so no text is both.
    ///
    /// [`TransportPort`](crate::TransportPort) reads `https/udp`, too.
    ///
    /// ```
    /// use port_consts::{HTTPS, Port};
    ///
    /// assert_eq!(Port::from_name_or_number("443"), Ok(HTTPS));
    /// assert_eq!(Port::from_name_or_number("HTTPS"), Ok(HTTPS));
    ///
    /// let listen = |text: &str| match Port::from_name_or_number(text) {
    ///     Ok(port) => format!("listening on {port}"),
    ///     Err(error) => format!("--listen {text}: {error}"),
    /// };
    /// assert_eq!(
    ///     listen("htps"),
    ///     "--listen htps: no service has this name; did you mean `https`?",
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// If it is neither. The error suggests the nearest name, which takes a look at all of
    /// them: see [`UnknownServiceError`](crate::UnknownServiceError).
    #[doc(alias = "getservbyname")]
    pub fn from_name_or_number(text: &str) -> Result<Self, UnknownPortError> {
        match text.parse() {
            Ok(port) => Ok(port),
            Err(ParsePortError::NotDigits) => match text.parse::<Service>() {
                Ok(service) => Ok(service.port()),
                Err(error) => Err(UnknownPortError::Name(error)),
            },
            Err(error) => Err(UnknownPortError::Number(error)),
        }
    }

    /// The socket address of this port at `ip`.
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

/// `Port(443)`, on one line even in a pretty-printed struct.
impl fmt::Debug for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Port(")?;
        fmt::Display::fmt(&self.0, f)?;
        f.write_str(")")
    }
}

/// Reads decimal digits and nothing else: no sign, no space, no name, no
/// `/tcp`. [`Port::from_name_or_number`] reads names, too.
///
/// ```
/// use port_consts::{ParsePortError, Port};
///
/// assert_eq!("8443".parse(), Ok(Port::new(8443)));
/// assert_eq!("+80".parse::<Port>(), Err(ParsePortError::NotDigits));
/// assert_eq!("9pfs".parse::<Port>(), Err(ParsePortError::NotDigits));
/// assert_eq!("65536".parse::<Port>(), Err(ParsePortError::TooLarge));
/// ```
impl FromStr for Port {
    type Err = ParsePortError;

    fn from_str(text: &str) -> Result<Self, ParsePortError> {
        if text.is_empty() {
            return Err(ParsePortError::Empty);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ParsePortError::NotDigits);
        }
        let mut number: u16 = 0;
        for byte in text.bytes() {
            number = number
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(u16::from(byte - b'0')))
                .ok_or(ParsePortError::TooLarge)?;
        }
        Ok(Self(number))
    }
}

/// Why a text is no port number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParsePortError {
    /// The text is empty.
    Empty,
    /// The text holds something besides the digits 0 to 9.
    NotDigits,
    /// The number is above 65535.
    TooLarge,
}

impl fmt::Display for ParsePortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "a port number is missing: digits are expected, 0 to 65535",
            Self::NotDigits => "a port number has digits only, 0 to 65535",
            Self::TooLarge => "a port number is 65535 at the most",
        })
    }
}

impl core::error::Error for ParsePortError {}

/// An integer that is no port number, because it is negative or above 65535.
///
/// ```
/// use port_consts::Port;
/// assert!(Port::try_from(70_000_u32).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PortOutOfRangeError(());

impl fmt::Display for PortOutOfRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a port number is 0 to 65535")
    }
}

impl core::error::Error for PortOutOfRangeError {}

impl From<u16> for Port {
    #[inline]
    fn from(number: u16) -> Self {
        Self(number)
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
                    Err(_) => Err(PortOutOfRangeError(())),
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
