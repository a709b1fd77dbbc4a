//! [`Os`], operating systems and their ephemeral ports.

use core::{fmt, str::FromStr};

use crate::{Port, PortRange, text::same};

/// An operating system, for the range it picks the ports of outgoing
/// connections from.
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
    /// The systems that are known here.
    pub const ALL: &'static [Self] = &[Self::Linux, Self::Windows, Self::MacOs, Self::FreeBsd];

    /// The ephemeral ports of the system as it is shipped. All can be changed.
    ///
    /// | system | range | where it is set |
    /// |---|---|---|
    /// | Linux | 32768–60999 | `net.ipv4.ip_local_port_range` |
    /// | Windows | 49152–65535 | `netsh int ipv4 set dynamicport` (KB 929851) |
    /// | macOS | 49152–65535 | `net.inet.ip.portrange.first`, `.last` |
    /// | FreeBSD | 10000–65535 | `net.inet.ip.portrange.first`, `.last` |
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

    /// The name as its maker writes it: `Linux`, `Windows`, `macOS`, `FreeBSD`.
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

    /// The system of this name, without regard to ASCII case: `linux`, `windows`, `macos` and
    /// `freebsd` are what Rust calls them, too ([`std::env::consts::OS`]).
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

/// The name, [`Os::name`].
impl fmt::Display for Os {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// As [`Os::from_name`].
impl FromStr for Os {
    type Err = ParseOsError;

    fn from_str(text: &str) -> Result<Self, ParseOsError> {
        Self::from_name(text).ok_or(ParseOsError(()))
    }
}

/// A text that names no operating system that is known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParseOsError(());

impl fmt::Display for ParseOsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an operating system is Linux, Windows, macOS or FreeBSD")
    }
}

impl core::error::Error for ParseOsError {}
