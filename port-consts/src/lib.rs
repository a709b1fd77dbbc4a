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
//! [`port_set!`] is a constant set, checked where it is written; asking it compiles to
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
//!   alias, and suggests the nearest name in errors. The module `serde_forms` describes the forms, and holds others: a
//!   port by name or number, a port that is not 0.
//! - `schemars`: JSON schemas (`JsonSchema` of schemars 1) of what `serde` reads and writes. A
//!   port is a plain integer there. For reading, schemas list names and aliases as the registry
//!   writes them.
//! - `arbitrary`: values for fuzzers (`Arbitrary` of arbitrary 1). Of an enum, every variant
//!   is as likely as the others.
//! - `defmt`: `defmt::Format` for everything, with the enums that [`ports!`] makes. A
//!   service is logged by its variant's name, which stays with the host: one or two bytes
//!   go over the wire, and the names take no flash. Your crate need not name `defmt`.
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
#[doc(alias = "serde")]
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
pub use port_ranges::{PortRanges, PortRangesIter};
pub use port_set::{ParsePortSetError, PortSet, PortSetIter, PortSetRanges};
pub use registry::Registry;
pub use side::Side;
pub use transport::Transport;
pub use transport_port::TransportPort;
pub use transport_port_range::{ParseTransportPortRangeError, TransportPortRange};
pub use transports::{Transports, TransportsIter};

/// What the expansions of `ports!` and `port!` name. Not public.
#[doc(hidden)]
pub mod __private;

/// Makes a registry of a CSV file at compile time: an enum of its services, lookups,
/// and a constant for each service.
///
/// ```
/// mod plan {
///     // Short for `ports! { pub enum Service = "examples/plan.csv"; }`.
///     port_consts::ports!("examples/plan.csv");
/// }
/// use port_consts::{Port, Transport};
///
/// const TELEMETRY: Port = plan::TELEMETRY;
/// assert_eq!(
///     plan::Service::from_port(TELEMETRY, Transport::Udp),
///     Some(plan::Service::Telemetry),
/// );
/// ```
///
/// The path is relative to the `Cargo.toml` of the crate that has the macro call; other build
/// systems are [in the guide](crate::guide::validate#without-cargo).
/// Attributes and docs of the enum are yours. `#[cfg(..)]` is for everything that is emitted:
///
/// ```
/// port_consts::ports! {
///     /// The services that our gateway speaks.
///     #[ports(conflicts = "first", constants = false)]
///     #[non_exhaustive]
///     pub(crate) enum Gateway = "examples/plan.csv";
/// }
/// assert_eq!(Gateway::COUNT, Gateway::ALL.len());
/// ```
///
/// # The file
///
/// A CSV as in RFC 4180, in UTF-8, with commas, semicolons or tabs: the header shows which, or
/// a line `sep=;` above it. The header names the columns, whose order is free. Titles are
/// IANA's; neither case nor separators count in them.
///
/// | column | also | holds |
/// |---|---|---|
/// | `Service Name` | `name`, `service` | the canonical name: no white space, at least one letter, at most 255 bytes |
/// | `Port Number` | `port`, `number` | `443`, a range `6000-6063`, or a list `"80,443,8000-8100"` |
/// | `Last Port` | | optional: the end of the range, if it has a column of its own |
/// | `Transport Protocol` | `transport`, `protocol` | `tcp`, `udp`, `sctp`, `dccp`, or several: `tcp/udp`, `TCP & UDP`, `tcp,udp` |
/// | `TCP`, `UDP`, `SCTP`, `DCCP` | | instead of that, a column with marks for each: `x`, `yes`, `y`, `true`, `1`, a tick, or the transport's name; `no`, `n`, `false`, `0`, a dash or nothing is none |
/// | `Constant` | | optional: the constant's name, upper-snake; the variant is made from it |
/// | `Aliases` | `alias` | optional: other names, with spaces, `,`, `;` or <code>&#124;</code> between |
/// | `Label` | | optional: the name for people. Without a column for names, names are made from labels: `Apple Remote Desktop` is `apple-remote-desktop` |
/// | `Category` | | optional: makes the enum `Category`; every service needs one then |
/// | `TLS Of` | | optional: the service without TLS that this one wraps |
/// | `Status` | | optional: `assigned`, `unofficial` for a port that is only in use, or `pool` for ports of which a program picks one; nothing means `assigned` |
/// | `Schemes` | `scheme` | optional: URL schemes whose default port this is |
/// | `Reference` | | optional: the document that defines the service |
/// | `Description` | | optional: what the service is for |
///
/// IANA's other columns (assignee, contact, dates and so on) are skipped; any further column
/// is an error, because it is more likely a slip than meant. The error ends with the
/// `columns(..)` that reads the file.
///
/// Names in use break the rules of RFC 6335, section 5.1 (15 letters, digits and dashes, no two
/// dashes in a row), so they are not enforced.
///
/// - Rows of one name are one service, without regard to case. The first row's port is
///   the service's constant. `Constant`, `Category` and `TLS Of` need to stand in one
///   of the rows only; where several have them, they agree.
/// - A service without `Constant` gets one from its name: upper case, `_` for all that
///   is neither letter nor digit, `P` in front of a digit (`3com-tsmux` is
///   `P3COM_TSMUX`). Names that make the same constant, or the same variant, are an
///   error that says which row to give a `Constant`, unless `identifiers = "numbered"`.
/// - Two services on one port under one transport are an error, unless
///   `conflicts = "first"`. So are two rows of a service with a port in common.
///
/// # Options
///
/// `#[ports(..)]` on the enum takes any of these, each once:
///
/// | option | means |
/// |---|---|
/// | **rules** | |
/// | `within = User` | every port is of this class of RFC 6335 (`System`, `User`, `Dynamic`), or in a range of your own: `within = 47000..=47999` |
/// | `avoid = port_consts::Service` | no port is one that this other registry lists, under the same transport; several, with exceptions: `avoid(a::Service, b::Service, except = [8080])` |
/// | **the file** | |
/// | `columns(port = "番号")` | the titles that the file has instead. The keys are the columns in lower case, with `_`: `tls_of`; and `ignore = ["Rack", ""]` skips further ones, `""` those without a title |
/// | `format = "services"` | the file is one as `/etc/services`, see services(5); the text behind `#` is the description |
/// | `default(transport = "tcp")` | what an empty transport means, and what all rows have if there is no such column |
/// | `skip(transport = ["icmp", "ddp"])` | rows with this cell are left out before they are checked; for every key of `columns`: `skip(port = "any", name = "")` |
/// | `conflicts = "first"` | services may share a port: `from_port` returns the one whose row comes first, `candidates` all. Of rows that repeat a port what is new counts, and a shared alias stays with the first service |
/// | `identifiers = "numbered"` | names that make the same constant or variant are numbered in the file's order: `SQL_NET`, `SQL_NET_2` |
/// | `iana` | the file is IANA's registry, as it is downloaded: see below |
/// | `select(category = "mail")` | only these services, and of them only these ports: by `name`, `category`, `transport` and `port`, each one value or several: `name = ["smtp", "imap"]`, `port = [25, 6000..=6063]`, `port = "25,6000-6063"`. What matches all keys is kept; the whole file is checked all the same |
/// | **what is emitted** | |
/// | `constants = false` | no constants |
/// | `optimize = "size"` | lookups take the least memory; without it, they are the fastest (`"speed"`) |
/// | `lookup = "match"` | lookups match on ports and names themselves; `"table"`: on the number that a table has. Without it, the macro decides: see below |
///
/// [The guide](crate::guide::validate#tables-that-are-there-already) has an example of each.
///
/// ```
/// port_consts::ports! {
///     #[ports(within = User, avoid = port_consts::Service, select(transport = "udp"))]
///     pub enum Datagrams = "examples/plan.csv";
/// }
/// assert_eq!(Datagrams::ALL, [Datagrams::Telemetry]);
/// ```
///
/// # How lookups are emitted
///
/// All lookups are `const fn`s without `unsafe` and without a panic, and each is a `match`.
/// Up to 16 runs of ports, and up to 6 names (16, for size), are matched themselves. Of more,
/// a table makes a small number, and that is matched, of which the compiler leaves nothing:
/// the discriminants are these numbers.
///
/// | of | for | table |
/// |---|---|---|
/// | ports | speed | two levels, pages and leaves, that overlap where they are equal: a nanosecond |
/// | ports, scattered | size | a perfect hash, four bytes a port |
/// | ports, dense | size | rows of bits, in which the services are counted |
/// | names | both | one text, and a perfect hash of three words of a name |
///
/// The registries of this crate are for speed, and on targets without an operating system
/// for size: see [the guide](crate::guide::firmware).
///
/// `docs/PERFORMANCE.md` in the repository shows what each costs, and where they cross. Tables that a program
/// does not ask are not in it.
///
/// # IANA's own file
///
/// `#[ports(iana)]` takes [`service-names-port-numbers.csv`][iana] unchanged, of this year
/// or an older one:
///
/// - Rows without a name or without a port are skipped: these are the unassigned and reserved
///   ports, and services that DNS finds. A row that says "De-Registered" and has both is read.
/// - A row without a transport is TCP's and UDP's. A row may repeat ports: what is new counts.
/// - On one port the first row wins, as with `conflicts = "first"`.
/// - Names that are older than RFC 6335 pass: `whois++`, `Escale (Newton Dock)`. A name
///   without a letter or digit is called by its port: `P1234`.
/// - Names that make the same constant or variant are numbered in the order of the
///   file: `SQL_NET`, `SQL_NET_2`.
///
/// Another file is an error that says which options are meant. Of IANA's columns some may be
/// missing, but then no row without a name or a port is skipped.
///
/// [iana]: https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv
///
/// # What is emitted
///
/// For `pub enum E`, with the enum's visibility:
///
/// - `E` with a variant for each service, and `Clone`, `Copy`, `Eq`, `Ord`, `Hash`,
///   `Debug` (the variant), `Display` (the name), `FromStr` and `TryFrom<&str>` (name
///   or alias), `AsRef<str>`; `From<E>` for [`Port`] and for `u16`, the service's first port
///   (`as u16` compiles too, but counts variants); what the [features](crate#features)
///   of this crate add
/// - `E::ALL`, `E::COUNT`
/// - `const fn`s of a service: `name`, `aliases`, `port`, `assignments`, `transports`
/// - `const fn` lookups: `from_port(port, transport)`, `candidates(port, transport)`,
///   `from_name(name)`, and `from_flow(source, destination, transport)`: see [`Side`];
///   `of_flow(flow)`: see [`Flow`];
///   `nearest(name)`, for messages
/// - for each optional column, one more `const fn`: `category`, `tls_of` with
///   `over_tls` and `is_tls`, `is_assigned`, `reference`, `description`
/// - the enum `Category`, if the column is there: two registries with categories go into a
///   module each
/// - a constant of the type [`Port`] for each service
///
/// [`Service`] is such an enum; its page shows everything.
///
/// # Errors
///
/// Every mistake in the file is a compile error on the path in the macro call. It says
/// the line, the value, the rule and the remedy, and all mistakes are reported at once:
///
/// ```text
/// error: ports.csv:3: port `99999` is above 65535; a port is a 16-bit number, 0 to 65535
/// error: ports.csv:5: transport `upd` in `tcp/upd` is unknown; did you mean `udp`?; …
/// ```
///
/// What is good in the file is there all the same, so that no other errors follow. At most 20
/// are shown. An edit of the file makes cargo compile again.
///
/// The file has at most 32 MiB and 1,048,576 rows. The rows of a registry with
/// `conflicts = "first"` may list at most 65,535 services for ports that several share.
pub use port_macros::ports;

/// A [`Port`] that is checked where it is written: by its number, or by a service's
/// name.
///
/// ```
/// use port_consts::{Port, port};
///
/// const HTTPS: Port = port!("https"); // a name or an alias of `Service`
/// const ADMIN: Port = port!(8443);
/// const LISTEN: Port = port!(8443 in User); // and in this range of RFC 6335
/// const SHELL: Port = port!("ssh" in System);
/// assert_eq!([HTTPS, ADMIN, LISTEN, SHELL].map(Port::get), [443, 8443, 8443, 22]);
///
/// mod device {
///     port_consts::ports!("examples/plan.csv");
/// }
/// assert_eq!(port!(device::Service, "telemetry"), 47111); // of another registry
/// ```
///
/// It is a constant expression: the name is looked up at compile time, and nothing but
/// the number is left at run time.
///
/// # Errors
///
/// A number that is no port, a port outside its range and a name that no service has do
/// not compile. The nearest name is suggested:
///
/// ```compile_fail
/// const HTTPS: port_consts::Port = port_consts::port!("htps");
/// // error: no service of `port_consts::Service` is named `htps`; did you mean `https`?
/// ```
pub use port_macros::port;

/// A constant set of ports, [`PortRanges`], checked where it is written.
///
/// ```
/// use port_consts::{Port, PortRanges, port_set};
///
/// const OPEN: PortRanges<3> = port_set!("80, 443, 8000-8100");
/// assert!(OPEN.contains(Port::new(8080)));
///
/// // Names of `Service`, or of another registry.
/// const WEB: PortRanges<3> = port_set!("http, https, 8000-8100");
/// assert_eq!(WEB, OPEN);
/// mod device {
///     port_consts::ports!("examples/plan.csv");
/// }
/// let device = port_set!(device::Service, "telemetry, 9000-9010");
/// assert_eq!(device.to_string(), "9000-9010,47111");
/// ```
///
/// The text has ports, ranges and names with commas between, in any order. Ranges that overlap
/// or touch become one, so `N` is the number of ranges that are left. Where `N` is not wanted,
/// [`as_slice`](PortRanges::as_slice) has none:
///
/// ```
/// use port_consts::{PortRange, port_set};
/// const OPEN: &[PortRange] = port_set!("8000-8050, 8051-8100").as_slice();
/// assert_eq!(OPEN.len(), 1);
/// ```
///
/// A name is a service's name or alias, in any case, and stands for the service's first port.
///
/// # Errors
///
/// A range that is reversed or has no end, a port above 65535, an unknown name and an empty
/// item do not compile. The error quotes the item and says what to write instead:
///
/// ```compile_fail
/// const OPEN: port_consts::PortRanges<1> = port_consts::port_set!("8100-8000");
/// // error: the range `8100-8000` is reversed; write `8000-8100`
/// ```
///
/// # Cost
///
/// The set is a constant of four bytes a range, and [`contains`](PortRanges::contains) compiles
/// to comparisons with it. The compiler takes about a millisecond.
pub use port_macros::port_set;

/// The code in the README is run with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
