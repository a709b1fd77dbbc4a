//! The procedural macros of [`port-consts`](https://docs.rs/port-consts), which
//! re-exports and documents them. Use that crate; this one has no promise of its
//! own.
//! What they do stands in `port-macros-core`.

#![forbid(unsafe_code)]

mod records;

use proc_macro::TokenStream;

/// Makes a registry of a CSV file at compile time: an enum of its services, lookups, and a
/// constant for each service.
///
/// ```
/// mod plan {
///     // Short for `ports! { pub enum Service = "plan.csv"; }`.
///     port_consts::ports!("plan.csv");
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
/// The path is relative to the `Cargo.toml` of the crate that has the macro call.
/// Attributes and docs of the enum are yours. `#[cfg(..)]` is for everything that is emitted:
///
/// ```
/// port_consts::ports! {
///     /// The services that our gateway speaks.
///     #[ports(conflicts = "first", constants = false)]
///     #[non_exhaustive]
///     pub(crate) enum Gateway = "plan.csv";
/// }
/// assert_eq!(Gateway::COUNT, Gateway::ALL.len());
/// ```
///
/// # The file
///
/// A CSV as in RFC 4180, in UTF-8, with commas, semicolons or tabs: the header shows which, or
/// a line `sep=;` above it. The header names the columns, whose order is free. Titles are
/// IANA's; neither case nor separators count in them. These are needed:
///
/// - `Service Name` (or `name`, `service`): the canonical name, without white space, with at
///   least one letter, at most 255 bytes
/// - `Port Number` (or `port`, `number`): `443`, a range `6000-6063`, or a list
///   `"80,443,8000-8100"`
/// - `Transport Protocol` (or `transport`, `protocol`): `tcp`, `udp`, `sctp`, `dccp`, or
///   several: `tcp/udp`, `TCP & UDP`, `tcp,udp`. Instead of it a file may have the columns
///   `TCP`, `UDP`, `SCTP`, `DCCP` with marks: `x`, `yes`, `y`, `true`, `1`, a tick, or the
///   transport's name; `no`, `n`, `false`, `0`, a dash or nothing is none
///
/// These are optional:
///
/// - `Last Port`: the end of the range, if it has a column of its own
/// - `Constant`: the constant's name, upper-snake; the variant is made from it
/// - `Aliases` (or `alias`): other names, with spaces, `,`, `;` or `|` between
/// - `Label`: the name for people. Without a column for names, names are made from labels:
///   `Apple Remote Desktop` is `apple-remote-desktop`
/// - `Category`: makes the enum `Category`; every service needs one then
/// - `TLS Of`: the service without TLS that this one wraps
/// - `Status`: `assigned`, `unofficial` for a port that is only in use, or `pool` for ports
///   of which a program picks one; nothing means `assigned`
/// - `Schemes` (or `scheme`): URL schemes whose default port this is
/// - `Reference`: the document that defines the service
/// - `Description`: what the service is for
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
/// `#[ports(..)]` on the enum takes any of these, each once. [The guide][tables] has an example
/// of each.
///
/// Rules:
///
/// - `within = User`: every port is of this class of RFC 6335 (`System`, `User`, `Dynamic`), or
///   in a range of your own: `within = 47000..=47999`
/// - `avoid = port_consts::Service`: no port is one that this other registry lists, under the
///   same transport; several, with exceptions: `avoid(a::Service, b::Service, except = [8080])`
///
/// The file:
///
/// - `columns(port = "番号")`: the titles that the file has instead. The keys are the columns in
///   lower case, with `_`: `tls_of`; and `ignore = ["Rack", ""]` skips further ones, `""` those
///   without a title
/// - `format = "services"`: the file is one as `/etc/services`, see services(5); the text behind
///   `#` is the description
/// - `default(transport = "tcp")`: what an empty transport means, and what all rows have if there
///   is no such column
/// - `skip(transport = ["icmp", "ddp"])`: rows with this cell are left out before they are
///   checked, and of `tcp, icmp` the one part; for every key of `columns`:
///   `skip(port = "any", name = "")`
/// - `conflicts = "first"`: services may share a port: `from_port` returns the one whose row
///   comes first, `candidates` all. Of rows that repeat a port what is new counts, and a shared
///   alias stays with the first service
/// - `identifiers = "numbered"`: names that make the same constant or variant are numbered in the
///   file's order: `SQL_NET`, `SQL_NET_2`
/// - `iana`: the file is IANA's registry, as it is downloaded: see below
/// - `select(category = "mail")`: only these services, and of them only these ports: by `name`,
///   `category`, `transport` and `port`, each one value or several: `name = ["smtp", "imap"]`,
///   `port = [25, 6000..=6063]`, `port = "25,6000-6063"`. What matches all keys is kept, of a
///   range the ports that match; the whole file is checked all the same
///
/// What is emitted:
///
/// - `constants = false`: no constants
/// - `optimize = "size"`: lookups are optimized for size; without it, for speed (`"speed"`)
/// - `lookup = "match"`: lookups match on ports and names themselves; `"table"`: on the number
///   that a table has. Without it, the macro decides: see below. The compiler's time for a
///   `match` grows with the square of the services (2,500 take it 2.5 s and 400 MB, 5,000 take
///   8.6 s and 980 MB), so `"match"` is for at most 4,096
///
/// ```
/// port_consts::ports! {
///     #[ports(within = User, avoid = port_consts::Service, select(transport = "udp"))]
///     pub enum Datagrams = "plan.csv";
/// }
/// assert_eq!(Datagrams::ALL, [Datagrams::Telemetry]);
/// ```
///
/// # How lookups are emitted
///
/// All lookups are `const fn`s without `unsafe` and without a panic, and each is a `match`.
/// Up to 16 runs of ports, and up to 6 names (16, for size), are matched themselves. For larger
/// registries a table yields the variant's number, and the `match` on it compiles to nothing:
/// the discriminants are these numbers.
///
/// - Ports, for speed: two levels, pages and leaves, that overlap where they are equal. The
///   `match` is done while the leaves are compiled, so that they have the answers. A lookup
///   takes a nanosecond.
/// - Ports, for size: where they are scattered, a perfect hash, four bytes a port; where they
///   are dense, rows of bits, in which the services are counted.
/// - Names: one text, and a perfect hash.
///
/// The registries of this crate are for speed, and on targets without an operating system
/// for size: see [the guide][firmware].
///
/// `docs/PERFORMANCE.md` in the repository shows what each costs, and where they cross. Unused
/// tables aren't linked.
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
/// # What is emitted
///
/// For `pub enum E`, with the enum's visibility:
///
/// - `E` with a variant for each service, and `Clone`, `Copy`, `Eq`, `Ord`, `Hash`,
///   `Debug` (the variant), `Display` (the name), `FromStr` and `TryFrom<&str>` (name
///   or alias), `AsRef<str>`, [`Registry`]; `From<E>` for [`Port`] and for `u16`, the service's
///   first port (`as u16` compiles too, but counts variants); what the [features] of
///   port-consts add
/// - `E::ALL`, `E::COUNT`
/// - `const fn`s of a service: `name`, `aliases`, `label`, `port`, `port_under(transport)`,
///   `assignments`, `transports`
/// - `const fn` lookups: `from_port(port, transport)`, `from_port_any(port)`,
///   `candidates(port, transport)`, `from_name(name)`, and
///   `from_flow(source, destination, transport)`: see [`Side`]; `of_flow(flow)`: see [`Flow`];
///   `nearest(name)`, for messages
/// - `from_name_or_number(text)`, which is no `const fn`: a port by what people write
/// - for each optional column, one more `const fn`: `category`, `tls_of` with
///   `over_tls` and `is_tls`, `is_assigned`, `schemes` with `from_scheme`, `reference`,
///   `description`
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
/// are shown. An edit of the file makes cargo compile again. [In an editor][editor], a constant's
/// definition is the path in the macro call.
///
/// The file has at most 32 MiB, 500 columns and 1,048,576 rows, and the registry at most 65,535
/// services. The rows of a registry with `conflicts = "first"` may list at most 65,535 services
/// for ports that several share.
///
/// Other build systems than cargo are [in the guide][cargo].
///
/// [cargo]: https://docs.rs/port-consts/latest/port_consts/guide/validate/index.html#without-cargo
/// [editor]: https://docs.rs/port-consts/latest/port_consts/guide/validate/index.html#in-an-editor
/// [features]: https://docs.rs/port-consts/latest/port_consts/index.html#features
/// [firmware]: https://docs.rs/port-consts/latest/port_consts/guide/firmware/index.html
/// [iana]: https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv
/// [tables]: https://docs.rs/port-consts/latest/port_consts/guide/validate/index.html#tables-that-are-there-already
/// [`Flow`]: https://docs.rs/port-consts/latest/port_consts/struct.Flow.html
/// [`Port`]: https://docs.rs/port-consts/latest/port_consts/struct.Port.html
/// [`Registry`]: https://docs.rs/port-consts/latest/port_consts/trait.Registry.html
/// [`Service`]: https://docs.rs/port-consts/latest/port_consts/enum.Service.html
/// [`Side`]: https://docs.rs/port-consts/latest/port_consts/enum.Side.html
#[proc_macro]
pub fn ports(input: TokenStream) -> TokenStream {
    port_macros_core::ports(input.into(), records::read).into()
}

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
///     port_consts::ports!("plan.csv");
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
///
/// [`Port`]: https://docs.rs/port-consts/latest/port_consts/struct.Port.html
#[proc_macro]
pub fn port(input: TokenStream) -> TokenStream {
    port_macros_core::port(input.into()).into()
}

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
///     port_consts::ports!("plan.csv");
/// }
/// let device = port_set!(device::Service, "telemetry, 9000-9010");
/// assert_eq!(device.to_string(), "9000-9010,47111");
/// ```
///
/// The text has ports, ranges and names with commas between, in any order. Ranges that overlap
/// or touch become one, so `N` is the number of ranges that are left. Where `N` is not wanted,
/// [`as_slice`][as_slice] has none:
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
/// A range that is reversed or has no end, a port above 65535, an unknown name, an empty item
/// and an empty text do not compile. The error quotes the item and says what to write instead:
///
/// ```compile_fail
/// const OPEN: port_consts::PortRanges<1> = port_consts::port_set!("8100-8000");
/// // error: the range `8100-8000` is reversed; write `8000-8100`
/// ```
///
/// # Cost
///
/// The set is a constant of four bytes a range, and [`contains`][contains] compiles
/// to comparisons with it. The compiler takes about a millisecond.
///
/// [as_slice]: https://docs.rs/port-consts/latest/port_consts/struct.PortRanges.html#method.as_slice
/// [contains]: https://docs.rs/port-consts/latest/port_consts/struct.PortRanges.html#method.contains
/// [`PortRanges`]: https://docs.rs/port-consts/latest/port_consts/struct.PortRanges.html
#[proc_macro]
pub fn port_set(input: TokenStream) -> TokenStream {
    port_macros_core::port_set(input.into()).into()
}

/// Derives nothing. Enums of registries derive it instead of `defmt::Format` if port-consts
/// is without the feature `defmt`: `ports!` doesn't know the features, and always emits the
/// derive.
#[proc_macro_derive(Nothing, attributes(defmt))]
pub fn nothing(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
