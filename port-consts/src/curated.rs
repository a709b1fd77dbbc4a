//! The bundled registry, in a module of its own: an edit elsewhere does not make the
//! compiler look at it again.

/// The registry, with further options.
macro_rules! curated {
    ($($options:tt)*) => {
        $crate::ports! {
            /// A network service of the curated registry, by its everyday name:
            /// [`Service::Https`], not 443.
            ///
            /// The registry is `port-data.csv` in the repository: services that people meet,
            /// with IANA's service names, everyday names as aliases, and for each port whether
            /// IANA assigned it ([`Assignment::is_assigned`](crate::Assignment::is_assigned))
            /// or products only use it.
            ///
            /// Lookups are the fastest that there are. On targets without an operating system,
            /// as firmware has, they are those that take the least memory, and the enum has
            /// the categories that devices speak; `docs/firmware.md` lists them. The constants
            /// are the same everywhere.
            ///
            /// New services come in minor versions, so the enum is non-exhaustive; none goes
            /// away. Variants are sorted as the file is, and a new one moves those behind it:
            /// store names, not the numbers that `as` gives.
            ///
            /// ```
            /// use port_consts::{Category, Port, Service, Transport};
            ///
            /// let https = Service::from_port(Port::new(443), Transport::Tcp).unwrap();
            /// assert_eq!(https, Service::Https);
            /// assert_eq!(https.name(), "https");
            /// assert_eq!(https.tls_of(), Some(Service::Http));
            /// assert_eq!(https.category(), Category::Web);
            ///
            /// // Names are read with any alias, in any case, and in const contexts.
            /// const DNS: Option<Service> = Service::from_name("DNS");
            /// assert_eq!(DNS.map(Service::name), Some("domain"));
            /// ```
            #[ports(conflicts = "first" $($options)*)]
            #[non_exhaustive]
            pub enum Service = "port-data.csv";
        }
    };
}

#[cfg(not(target_os = "none"))]
curated!();

// Where there is no operating system, there is little memory: lookups know what devices
// speak, and leave out the products of data centres, offices and living rooms.
#[cfg(target_os = "none")]
curated!(, constants = false, optimize = "size", select(category = [
    "authentication",
    "diagnostic",
    "file transfer",
    "healthcare",
    "industrial",
    "iot",
    "logging",
    "mail",
    "management",
    "name resolution",
    "positioning",
    "remote access",
    "rpc",
    "smart home",
    "telecom",
    "time",
    "vehicle",
    "voip",
    "vpn",
    "web",
]));

// Constants cost nothing, and are the same on all targets.
#[cfg(target_os = "none")]
pub use constants::*;

/// The whole file for its constants; its enum is behind the one above, and not linked.
#[cfg(target_os = "none")]
#[allow(unreachable_pub, reason = "the enum cannot be reached")]
mod constants {
    crate::ports! {
        #[ports(conflicts = "first", optimize = "size")]
        pub enum Service = "port-data.csv";
    }
}
