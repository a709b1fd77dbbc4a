//! The bundled registry, in a module of its own: an edit elsewhere does not make the
//! compiler look at it again.

/// The registry in this file, with further options.
macro_rules! curated {
    ($file:literal $(, $($options:tt)*)?) => {
        $crate::ports! {
            /// A network service of the curated registry, by its everyday name:
            /// [`Service::Https`], not 443.
            ///
            /// The registry is `port-data.csv` in the repository: services that people meet,
            /// with IANA's service names, everyday names as aliases, and for each port whether
            /// IANA assigned it ([`Assignment::is_assigned`](crate::Assignment::is_assigned))
            /// or products only use it.
            ///
            /// Lookups are optimized for speed. On targets without an operating system they are
            /// optimized for size, and the enum has only the categories that devices speak:
            /// [the guide on firmware](crate::guide::firmware) lists them. The constants are
            /// the same everywhere.
            ///
            /// **A variant is not a number.** Its port is `Service::Https.port()`, or
            /// `u16::from(Service::Https)`, which is 443. `Service::Https as u16` compiles, too,
            /// but counts variants. New services come in minor versions and move those behind
            /// them, so store names, not what `as` gives. No service goes away; the enum is
            /// non-exhaustive.
            ///
            /// ```
            /// use port_consts::{Category, HTTPS, Port, Service, Transport};
            ///
            /// let https = Service::Https;
            /// assert_eq!(Service::from_port(Port::new(443), Transport::Tcp), Some(https));
            /// assert_eq!(https.port(), HTTPS);
            /// assert_eq!(u16::from(https), 443);
            /// assert_eq!(https.name(), "https");
            /// assert_eq!(https.tls_of(), Some(Service::Http));
            /// assert_eq!(https.category(), Category::Web);
            ///
            /// // Names are read with any alias, in any case, and in const contexts.
            /// const DNS: Option<Service> = Service::from_name("DNS");
            /// assert_eq!(DNS.map(Service::name), Some("domain"));
            /// ```
            #[ports(conflicts = "first" $(, $($options)*)?)]
            #[non_exhaustive]
            pub enum Service = $file;
        }
    };
}

/// The registry in this file, which takes the least memory where there is little.
macro_rules! curated_for_target {
    ($file:literal) => {
        #[cfg(not(target_os = "none"))]
        curated!($file);

        // Where there is no operating system, there is little memory: lookups know what devices
        // speak, and leave out the products of data centres, offices and living rooms.
        #[cfg(target_os = "none")]
        curated!(
            $file,
            constants = false,
            optimize = "size",
            select(
                category = [
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
                ]
            )
        );

        /// The whole file for its constants; its enum is behind the one above, and not linked.
        #[cfg(target_os = "none")]
        #[allow(unreachable_pub, reason = "the enum cannot be reached")]
        mod constants {
            crate::ports! {
                #[ports(conflicts = "first", optimize = "size")]
                pub enum Service = $file;
            }
        }
    };
}

// People edit the file at the top of the repository; a package has a copy of it.
#[cfg(in_repository)]
curated_for_target!("../port-data.csv");
#[cfg(not(in_repository))]
curated_for_target!("port-data.csv");

// Constants cost nothing, and are the same on all targets.
#[cfg(target_os = "none")]
pub use constants::*;
