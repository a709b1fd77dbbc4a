//! [`PortClass`], the three ranges of RFC 6335.

use core::fmt;

use crate::{
    ParsePortClassError, Port, PortRange,
    text::{read_by_name, same},
};

/// One of the three classes that [RFC 6335, section 6] divides the ports into.
///
/// | class | ports | also called |
/// |---|---|---|
/// | `System` | 0–1023 | well-known |
/// | `User` | 1024–49151 | registered |
/// | `Dynamic` | 49152–65535 | private, ephemeral |
///
/// The classes say how IANA assigns numbers: System Ports after a review by the IETF, User
/// Ports after a review by an expert, Dynamic Ports never.
///
/// ```
/// use port_consts::{Port, PortClass};
///
/// const CLASS: PortClass = PortClass::of(Port::new(8443));
/// assert_eq!(CLASS, PortClass::User);
/// assert_eq!(CLASS.ports().count(), 48128);
/// ```
///
/// [RFC 6335, section 6]: https://www.rfc-editor.org/rfc/rfc6335#section-6
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[allow(
    clippy::exhaustive_enums,
    reason = "three ranges cover the 16 bits for good"
)]
pub enum PortClass {
    /// System Ports, 0–1023, also known as well-known ports.
    #[doc(alias = "well-known")]
    #[doc(alias = "WellKnown")]
    #[doc(alias = "privileged")]
    System,
    /// User Ports, 1024–49151, also known as registered ports.
    #[doc(alias = "registered")]
    User,
    /// Dynamic Ports, 49152–65535, also known as private or ephemeral ports.
    ///
    /// Operating systems may pick ports for outgoing connections from another range: see
    /// [`Os::ephemeral`](crate::Os::ephemeral).
    Dynamic,
}

impl PortClass {
    /// The three classes, lowest first.
    ///
    /// ```
    /// use port_consts::PortClass;
    /// let names = PortClass::ALL.iter().map(|class| class.name());
    /// assert!(names.eq(["system", "user", "dynamic"]));
    /// ```
    pub const ALL: &'static [Self] = &[Self::System, Self::User, Self::Dynamic];

    /// Returns the class of `port`.
    ///
    /// ```
    /// use port_consts::{HTTP, PortClass};
    /// assert_eq!(PortClass::of(HTTP), PortClass::System);
    /// ```
    #[inline]
    #[must_use]
    pub const fn of(port: Port) -> Self {
        match port.get() {
            0..=1023 => Self::System,
            1024..=49151 => Self::User,
            49152..=65535 => Self::Dynamic,
        }
    }

    /// Returns the ports of the class.
    ///
    /// ```
    /// use port_consts::PortClass;
    /// assert_eq!(PortClass::Dynamic.ports().to_string(), "49152-65535");
    /// ```
    #[inline]
    #[must_use]
    pub const fn ports(self) -> PortRange {
        let (first, last) = match self {
            Self::System => (0, 1023),
            Self::User => (1024, 49151),
            Self::Dynamic => (49152, 65535),
        };
        PortRange::between(Port::new(first), Port::new(last))
    }

    /// Returns whether `port` is in the class.
    ///
    /// ```
    /// use port_consts::{MYSQL, PortClass};
    /// assert!(PortClass::User.contains(MYSQL));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(self, port: Port) -> bool {
        self.ports().contains(port)
    }

    /// Returns the name in lower case: `system`, `user` or `dynamic`.
    ///
    /// ```
    /// assert_eq!(port_consts::PortClass::User.name(), "user");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::User => "user",
            Self::Dynamic => "dynamic",
        }
    }

    /// Returns the class of this name, or of one of RFC 6335's other names (`well-known`,
    /// `registered`, `private`, `ephemeral`), without regard to ASCII case.
    ///
    /// ```
    /// use port_consts::PortClass;
    /// const USER: Option<PortClass> = PortClass::from_name("Registered");
    /// assert_eq!(USER, Some(PortClass::User));
    /// assert_eq!(PortClass::from_name("reserved"), None);
    /// ```
    #[must_use]
    pub const fn from_name(name: &str) -> Option<Self> {
        if same(name, "system") || same(name, "well-known") {
            Some(Self::System)
        } else if same(name, "user") || same(name, "registered") {
            Some(Self::User)
        } else if same(name, "dynamic") || same(name, "private") || same(name, "ephemeral") {
            Some(Self::Dynamic)
        } else {
            None
        }
    }
}

impl Port {
    /// Returns which of RFC 6335's three classes the port is in.
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

    /// Returns whether this is a System Port, 0 to 1023 (RFC 6335, section 6).
    ///
    /// "System" is a word of the registry. The operating system decides whether a program
    /// needs a privilege to listen there: on Linux by
    /// `net.ipv4.ip_unprivileged_port_start`, which is 1024 unless it was changed.
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

    /// Returns whether this is a User Port, 1024 to 49151 (RFC 6335, section 6).
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

    /// Returns whether this is a Dynamic Port, 49152 to 65535, which IANA never assigns
    /// (RFC 6335, section 6).
    ///
    /// ```
    /// # use port_consts::Port;
    /// assert!(Port::new(51820).is_dynamic());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_dynamic(self) -> bool {
        matches!(self.class(), PortClass::Dynamic)
    }
}

/// The name, [`PortClass::name`].
impl fmt::Display for PortClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

read_by_name!(PortClass, ParsePortClassError);
