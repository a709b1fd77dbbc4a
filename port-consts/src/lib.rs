//! Network ports as typed constants, checked at compile time and free at run time.
//!
//! - **A port by its name**: `use port_consts::HTTPS;`, or [`Service`] for what is
//!   assigned to a port: its names, transports, category, TLS relation.
//! - **A config that is checked before it ships**: [`port!`]`(8443 in User)`, and
//!   [`ports!`] over a CSV of your own. A mistake is a compile error that names the line and
//!   the remedy.
//! - **Firmware**: `no_std`, no allocation, no `unsafe`, no dependency at run time.
//!   Lookups are `const fn`; unused tables aren't linked.
//!
//! ```
//! use port_consts::{HTTPS, Port, PortClass, Service, Side, Transport, port};
//!
//! // Constants: the first port of each service.
//! assert_eq!(HTTPS, 443);
//! assert_eq!(HTTPS.class(), PortClass::System);
//!
//! // Lookups, in both directions. The transport counts.
//! let port = Port::new(514);
//! assert_eq!(Service::from_port(port, Transport::Udp), Some(Service::Syslog));
//! assert_eq!(Service::from_port(port, Transport::Tcp), Some(Service::Shell));
//! assert_eq!(Service::from_name("postgres"), Some(Service::Postgresql));
//!
//! // Which end of a flow is the server? See `Side`, and `Flow` if you know
//! // more than numbers.
//! let flow = Service::from_flow(Port::new(51000), HTTPS, Transport::Tcp);
//! assert_eq!(flow, Some((Service::Https, Side::Destination)));
//!
//! // Checked at compile time: a typo in either is an error.
//! const LISTEN: Port = port!(8443 in User);
//! const UPSTREAM: Port = port!("https");
//! # assert_eq!((LISTEN.get(), UPSTREAM.get()), (8443, 443));
//! ```
//!
//! # Should I use this?
//!
//! **Yes**, if your program deals with ports: in a config or a firewall rule, in a label of a
//! log, as a listener's default, in a plan of who listens where. The compiler finds a mistyped
//! name. You can look up the service of a port, too. A constant costs what a number costs.
//!
//! **No**, if you want to know which program listens on a host's port. A registry says what a
//! number is assigned to, or what commonly uses it, but any program can listen on any port:
//! ask the host. If `/etc/services` of the host must count, ask the C library. And if your
//! program has two ports, two constants of your own will do.
//!
//! # Where to read on
//!
//! | page | is about |
//! |---|---|
//! | [Cookbook](guide::cookbook) | common tasks, and the code for them |
//! | [Ranges and sets](guide::ranges) | allow-lists, scans, opaque ports, CRDs, the user's own names |
//! | [Validate your port plan](guide::validate) | a CSV of your own, and how its mistakes are reported |
//! | [Ports in firmware](guide::firmware) | flash, instructions, logs |
//! | [What lookups cost](guide::performance) | nanoseconds, bytes, seconds of a build |
//! | [Where the data is from](guide::data) | sources, dates, what stays the same |
//! | [`ports!`] | the file, the options, what is emitted |
//! | [`Service`] | the curated registry |
//!
//! # What people write
//!
//! In flags, environment variables and config files, people write ports by number or by name.
//! [`TransportPort`] reads `443/tcp`, `443`, `https` and `https/udp`. [`Port`] reads digits.
//! [`Port::from_name_or_number`] reads digits and names; clap takes it as a `value_parser`.
//!
//! Errors say what to write instead. Making one takes nanoseconds and allocates nothing: the
//! nearest name is looked for when the error is displayed.
//!
//! ```
//! use port_consts::{Port, TransportPort};
//!
//! assert_eq!(Port::from_name_or_number("https")?, 443);
//! assert_eq!("dns/udp".parse::<TransportPort>()?.to_string(), "53/udp");
//!
//! let message = |text: &str| match text.parse::<TransportPort>() {
//!     Ok(port) => port.to_string(),
//!     Err(error) => error.to_string(),
//! };
//! assert_eq!(message("postgers"), "unknown service `postgers`; did you mean `postgres`?");
//! assert_eq!(message("tcp/443"), "`tcp/443` has the transport first; write `443/tcp`");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ranges and sets
//!
//! [`PortRange`] is `8000-8100` with both ends, [`PortSet`] any ports in 8 KiB without a heap.
//! [`port_set!`] is a constant set, checked where it is written; asking it costs a few
//! comparisons.
//!
//! ```
//! use port_consts::{Port, PortRanges, PortSet, port_set};
//!
//! const OPEN: PortRanges<3> = port_set!("ssh, https, 8000-8100");
//! assert!(OPEN.contains(Port::new(8100)));
//!
//! let (scan, skip): (PortSet, PortSet) = ("1-1024".parse()?, "22, 100-199".parse()?);
//! assert_eq!((scan - skip).to_string(), "1-21,23-99,200-1024");
//! # Ok::<(), port_consts::ParsePortSetError>(())
//! ```
//!
//! # A registry of your own
//!
//! ```
//! mod plan {
//!     port_consts::ports!("examples/plan.csv"); // relative to your Cargo.toml
//! }
//!
//! assert_eq!(plan::TELEMETRY, 47111);
//! assert_eq!(plan::Service::from_name("config-push"), Some(plan::Service::ConfigPush));
//! ```
//!
//! # Features
//!
//! None is on by default. What doesn't use a feature gets neither larger nor slower by it.
//!
//! - `iana`: the module `iana`, with the whole IANA registry.
//! - `serde`: reads a port from a number, ranges and sets from text, a service from a name or an
//!   alias, and suggests the nearest name in errors. The module `serde_forms` describes the forms,
//!   and holds others: a port by name or number, a port that is not 0. The enums of [`ports!`] get
//!   both traits by it, so don't derive them: another crate may ask for the feature.
//! - `schemars`: JSON schemas (`JsonSchema` of schemars 1) of what `serde` writes, and reads
//!   besides: a port is a plain integer there, a range or a set a text. That `serde` reads a port
//!   from a text and a set from a list is left out. For reading, schemas list names and aliases as
//!   the registry writes them.
//! - `arbitrary`: values for fuzzers (`Arbitrary` of arbitrary 1). Of an enum, every variant
//!   is as likely as the others.
//! - `defmt`: `defmt::Format` for all values and errors, and for the enums that [`ports!`]
//!   makes. A service is logged by its variant's name, which stays with the host: one or two
//!   bytes go over the wire, and the names take no flash. Your crate need not name `defmt`.
//!
//! All but `iana` apply to the enums that [`ports!`] makes of your own files, too; your crate
//! need not depend on these crates. `schemars` needs an allocator and `arbitrary` needs `std`;
//! the others need neither.
//!
//! # Versions
//!
//! Names stay: a published service keeps its constant, its variant and its names. Enums of
//! services are non-exhaustive and grow in minor versions. The minimum is Rust 1.85; a minor
//! version may raise it.

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// What the macros emit names this crate by its absolute path, here too.
extern crate self as port_consts;

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod ascending;
mod assignment;
mod browser;
mod class;
mod curated;
mod error;
mod flow;
#[allow(dead_code, reason = "this crate only unpacks what the macro packs")]
mod format;
#[cfg(any(doc, doctest))]
pub mod guide;
#[cfg(feature = "iana")]
#[cfg_attr(docsrs, doc(cfg(feature = "iana")))]
pub mod iana;
mod integrations;
mod macro_support;
mod name_or_number;
mod os;
mod port;
mod port_range;
mod port_ranges;
mod port_set;
mod registry;
#[cfg(feature = "schemars")]
mod schemars;
// Not `serde`: with `use port_consts::*`, that would be another crate's.
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod serde_forms;
pub mod services_file;
mod side;
mod text;
mod transport;
mod transport_port;
mod transport_port_range;
mod transports;

pub use assignment::Assignment;
pub use class::PortClass;
pub use curated::*;
pub use error::{
    ParseCategoryError, ParseNameOrNumberError, ParseOsError, ParsePortClassError, ParsePortError,
    ParsePortErrorKind, ParseServiceError, ParseSideError, ParseTransportError,
    ParseTransportPortError, ParseTransportPortErrorKind, PortOutOfRangeError,
};
pub use flow::Flow;
pub use os::Os;
pub use port::Port;
pub use port_range::{
    ParsePortRangeError, ParsePortRangeErrorKind, PortRange, Ports, ReversedPortRangeError,
};
pub use port_ranges::{PortRanges, PortRangesIntoIter, PortRangesIter};
pub use port_set::{ParsePortSetError, PortSet, PortSetIntoIter, PortSetIter, PortSetRanges};
pub use registry::Registry;
pub use side::Side;
pub use transport::Transport;
pub use transport_port::TransportPort;
pub use transport_port_range::{ParseTransportPortRangeError, TransportPortRange, TransportPorts};
pub use transports::{Transports, TransportsIter};

/// What the expansions of `ports!` and `port!` name. Not public.
#[doc(hidden)]
pub mod __private;

// Their documentation stands in port-macros, where editors look for it. Its examples are run by
// the test `docs` of `tests/compile`.
#[doc(inline)]
pub use port_macros::{port, port_set, ports};

/// The code in the README is run with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
