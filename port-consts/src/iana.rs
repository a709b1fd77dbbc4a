//! The whole IANA registry: every service that has a port assigned.
//!
//! ```
//! use port_consts::{Port, Transport, iana};
//!
//! // The curated registry knows what people meet; this one knows what is assigned.
//! let port = Port::new(1);
//! assert_eq!(
//!     iana::Service::from_port(port, Transport::Tcp),
//!     Some(iana::Service::Tcpmux),
//! );
//!
//! // Several services on one port are in IANA's order, the canonical one first.
//! let names = iana::Service::candidates(Port::new(80), Transport::Tcp)
//!     .iter()
//!     .map(|service| service.name());
//! assert!(names.eq(["http", "www", "www-http"]));
//! ```
//!
//! It holds facts only: names, numbers and transports. Descriptions, aliases, categories
//! and ports that are in use without being assigned are what [`crate::Service`] has.
//! There are no constants: thousands of them would swamp the docs and every completion.
//! [`port!`](crate::port!)`(port_consts::iana::Service, "tcpmux")` is one.

/// The day of the registry that is bundled.
///
/// ```
/// assert!(port_consts::iana::SNAPSHOT >= "2026-09-17");
/// ```
pub const SNAPSHOT: &str = "2026-09-17";

/// The registry in this file, with further options.
macro_rules! registry {
    ($file:literal $(, $($options:tt)*)?) => {
        $crate::ports! {
            /// A service of the IANA Service Name and Transport Protocol Port Number Registry
            /// that has a port, as of [`SNAPSHOT`].
            ///
            /// Variants are named by the service names; where several names make the same
            /// variant, they are numbered in the registry's order: `SqlNet` and `SqlNet2`.
            ///
            /// Lookups are optimized for speed, on targets without an operating system for size.
            ///
            /// **A variant is not a number.** Its port is what `port()` and `u16::from` return;
            /// `as u16` counts variants. New services come in minor versions and move those
            /// behind them, so store names, not what `as` gives. The enum is non-exhaustive.
            #[ports(iana, constants = false $(, $($options)*)?)]
            #[non_exhaustive]
            pub enum Service = $file;
        }
    };
}

/// The registry in this file, which takes the least memory where there is little.
macro_rules! registry_for_target {
    ($file:literal) => {
        #[cfg(not(target_os = "none"))]
        registry!($file);

        // Where there is no operating system, there is little memory.
        #[cfg(target_os = "none")]
        registry!($file, optimize = "size");
    };
}

// The tools write the file at the top of the repository; a package has a copy of it.
#[cfg(in_repository)]
registry_for_target!("../iana-data.csv");
#[cfg(not(in_repository))]
registry_for_target!("iana-data.csv");
