//! [`Os`], operating systems and their ephemeral ports.

use core::fmt;

use crate::{
    ParseOsError, Port, PortRange,
    text::{read_by_name, same},
};

/// An operating system, with the range from which it picks ports for outgoing connections.
///
/// ```
/// use port_consts::Os;
/// assert_eq!(Os::Linux.ephemeral().to_string(), "32768-60999");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Os {
    /// Linux, Android among them.
    Linux,
    /// Windows since Vista and Server 2008.
    Windows,
    /// macOS and its kin.
    MacOs,
    /// FreeBSD.
    FreeBsd,
}

impl Os {
    /// The systems that are listed here.
    ///
    /// ```
    /// use port_consts::{Os, Port};
    ///
    /// // A server on this port can collide with a client on none of them.
    /// assert!(Os::ALL.iter().all(|os| !Port::new(8443).is_ephemeral_on(*os)));
    /// ```
    pub const ALL: &'static [Self] = &[Self::Linux, Self::Windows, Self::MacOs, Self::FreeBsd];

    /// The system that the program is compiled for; `None` for any that is not listed here,
    /// and for none, as in firmware.
    ///
    /// ```
    /// use port_consts::{Os, Port};
    ///
    /// // A server on this port may fail to start, where it runs.
    /// const IS_RISKY: bool = match Os::TARGET {
    ///     Some(os) => Port::new(40000).is_ephemeral_on(os),
    ///     None => false,
    /// };
    /// assert_eq!(IS_RISKY, Os::TARGET.is_some_and(|os| Port::new(40000).is_ephemeral_on(os)));
    /// ```
    pub const TARGET: Option<Self> = if cfg!(any(target_os = "linux", target_os = "android")) {
        Some(Self::Linux)
    } else if cfg!(target_os = "windows") {
        Some(Self::Windows)
    } else if cfg!(target_vendor = "apple") {
        Some(Self::MacOs)
    } else if cfg!(target_os = "freebsd") {
        Some(Self::FreeBsd)
    } else {
        None
    };

    /// Returns the ephemeral ports of the system as it is shipped. An administrator can change
    /// them.
    ///
    /// | system | range | where it is set |
    /// |---|---|---|
    /// | Linux | 32768–60999 | `net.ipv4.ip_local_port_range` |
    /// | Windows | 49152–65535 | `netsh int ipv4 set dynamicport` (KB 929851) |
    /// | macOS | 49152–65535 | `net.inet.ip.portrange.first`, `.last` |
    /// | FreeBSD | 10000–65535 | `net.inet.ip.portrange.first`, `.last` |
    ///
    /// ```
    /// use port_consts::Os;
    /// assert_eq!(Os::Linux.ephemeral().to_string(), "32768-60999");
    /// ```
    #[inline]
    #[must_use]
    pub const fn ephemeral(self) -> PortRange {
        let (first, last) = match self {
            Self::Linux => (32768, 60999),
            Self::Windows | Self::MacOs => (49152, 65535),
            Self::FreeBsd => (10000, 65535),
        };
        PortRange::between(Port::new(first), Port::new(last))
    }

    /// Returns the name as its maker writes it: `Linux`, `Windows`, `macOS`, `FreeBSD`.
    ///
    /// ```
    /// assert_eq!(port_consts::Os::MacOs.name(), "macOS");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Linux => "Linux",
            Self::Windows => "Windows",
            Self::MacOs => "macOS",
            Self::FreeBsd => "FreeBSD",
        }
    }

    /// Returns the system of this name, without regard to ASCII case. The names in lower case
    /// are Rust's own, too ([`std::env::consts::OS`]).
    ///
    /// ```
    /// use port_consts::Os;
    /// const LINUX: Option<Os> = Os::from_name("linux");
    /// assert_eq!(LINUX, Some(Os::Linux));
    /// assert_eq!(Os::from_name("beos"), None);
    /// ```
    ///
    /// [`std::env::consts::OS`]: https://doc.rust-lang.org/std/env/consts/constant.OS.html
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut systems = Self::ALL;
        while let [os, rest @ ..] = systems {
            if same(name, os.name()) {
                return Some(*os);
            }
            systems = rest;
        }
        None
    }
}

impl Port {
    /// Returns whether `os`, as it is shipped, may pick this port for an outgoing connection.
    ///
    /// A server on such a port fails to start while a client has the port. See
    /// [`Os::ephemeral`] for the ranges.
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
}

/// The name, [`Os::name`].
impl fmt::Display for Os {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

read_by_name!(Os, ParseOsError);
