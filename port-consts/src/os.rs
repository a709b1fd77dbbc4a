//! [`Os`], operating systems and their ephemeral ports.

use core::ops::RangeInclusive;

/// An operating system, for the range it picks the ports of outgoing
/// connections from.
///
/// ```
/// use port_consts::Os;
/// assert_eq!(Os::Linux.ephemeral(), 32768..=60999);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    pub const fn ephemeral(self) -> RangeInclusive<u16> {
        match self {
            Self::Linux => 32768..=60999,
            Self::Windows | Self::MacOs => 49152..=65535,
            Self::FreeBsd => 10000..=65535,
        }
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
}

/// The name, [`Os::name`].
impl core::fmt::Display for Os {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name())
    }
}
