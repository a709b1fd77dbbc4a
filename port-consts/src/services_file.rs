//! Reads files in the form of `/etc/services`, services(5): the names that an administrator
//! gave to ports.
//!
//! Nothing is allocated, and each line with a mistake is an error of its own with its line
//! number. The text may come from anywhere; this module opens no file.
//!
//! ```
//! use port_consts::{Transport, services_file};
//!
//! let text = "\
//! ## Our own
//! telemetry   47111/udp   readings    # sensors
//! http        80/tcp      www
//! ";
//! // The name of 47111/udp on this host, if somebody gave it one.
//! let mut entries = services_file::entries(text).filter_map(Result::ok);
//! let found = entries.find(|it| it.port() == 47111 && it.transport() == Transport::Udp);
//! assert_eq!(found.map(|it| it.name()), Some("telemetry"));
//!
//! // A mistake has the line's number, and the other lines are read all the same.
//! let errors = services_file::entries("ssh 22/tcp\nweb 99999/tcp\n").filter_map(Result::err);
//! let messages: Vec<String> = errors.map(|error| error.to_string()).collect();
//! assert_eq!(messages, ["line 2: port `99999` is above 65535"]);
//! ```

use core::{fmt, iter::FusedIterator, str::SplitAsciiWhitespace};

use crate::{ParsePortError, ParseTransportError, Port, Transport, TransportPort, text::halves};

/// Returns an iterator over the entries of a file in the form of services(5).
///
/// A line is `NAME PORT/TRANSPORT [ALIAS…]`, with spaces or tabs between. `#` begins a
/// comment, which goes to the end of the line; lines without anything else are skipped. Lines
/// end in LF or CRLF. Byte order marks at the ends of a line are skipped: files that were joined
/// have them in the middle. Port numbers are decimal, as services(5)
/// says; glibc takes a leading 0 as octal, so `010/tcp` is port 8 to its programs.
///
/// ```
/// use port_consts::services_file;
///
/// let text = "domain 53/tcp dns\ndomain 53/udp dns\n";
/// for entry in services_file::entries(text) {
///     let entry = entry?;
///     assert!(entry.aliases().eq(["dns"]));
/// }
/// # Ok::<(), services_file::LineError>(())
/// ```
#[must_use]
pub fn entries(text: &str) -> Entries<'_> {
    Entries {
        lines: text.lines(),
        line: 0,
    }
}

/// An iterator over the entries of a services file, from [`entries`].
///
/// ```
/// use port_consts::services_file::{self, Entries};
///
/// let mut entries: Entries<'_> = services_file::entries("ssh 22/tcp\nweb 99999/tcp\n");
/// assert!(entries.next().is_some_and(|entry| entry.is_ok()));
/// assert!(entries.next().is_some_and(|entry| entry.is_err()));
/// assert!(entries.next().is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    lines: core::str::Lines<'a>,
    /// The number of the line before.
    line: usize,
}

impl<'a> Iterator for Entries<'a> {
    type Item = Result<Entry<'a>, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let text = self.lines.next()?;
            // There are fewer lines than bytes.
            self.line = self.line.wrapping_add(1);
            let hash = text.bytes().position(|byte| byte == b'#');
            let text = hash.and_then(|at| text.get(..at)).unwrap_or(text);
            let text = text.trim_matches(|it: char| it.is_ascii_whitespace() || it == '\u{FEFF}');
            let mut words = text.split_ascii_whitespace();
            if let Some(name) = words.next() {
                return Some(entry(name, words, self.line));
            }
        }
    }
}

impl FusedIterator for Entries<'_> {}

fn entry<'a>(
    name: &'a str,
    mut words: SplitAsciiWhitespace<'a>,
    line: usize,
) -> Result<Entry<'a>, LineError> {
    let error = |kind| LineError {
        line,
        kind,
        transport: None,
    };
    let Some(word) = words.next() else {
        return Err(error(LineErrorKind::NoPort));
    };
    let Some((port, transport)) = halves(word, b'/') else {
        return Err(match word.parse::<Port>() {
            Ok(port) => LineError {
                // `53 / udp` has its slash.
                transport: words
                    .find(|word| *word != "/")
                    .and_then(Transport::from_name),
                ..error(LineErrorKind::NoTransport(port))
            },
            Err(wrong) => error(LineErrorKind::Port(wrong)),
        });
    };
    let port: Port = port
        .parse()
        .map_err(|wrong: ParsePortError| error(LineErrorKind::Port(wrong.within(word))))?;
    let transport: Transport = transport
        .parse()
        .map_err(|wrong| error(LineErrorKind::Transport(wrong)))?;
    Ok(Entry {
        line,
        name,
        port: TransportPort::new(port, transport),
        aliases: words,
    })
}

/// One line of a services file.
///
/// ```
/// use port_consts::{SMTP, Transport, services_file};
///
/// let entry = services_file::entries("# ours\nsmtp 25/tcp mail\n").next().unwrap()?;
/// assert_eq!((entry.line(), entry.name()), (2, "smtp"));
/// assert_eq!((entry.port(), entry.transport()), (SMTP, Transport::Tcp));
/// assert_eq!(entry.transport_port().to_string(), "25/tcp");
/// assert!(entry.aliases().eq(["mail"]));
/// # Ok::<(), services_file::LineError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    line: usize,
    name: &'a str,
    port: TransportPort,
    aliases: SplitAsciiWhitespace<'a>,
}

impl<'a> Entry<'a> {
    /// Returns the number of the line, from 1.
    #[inline]
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Returns the service's name, as it is written.
    #[inline]
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Returns the port.
    #[inline]
    #[must_use]
    pub const fn port(&self) -> Port {
        self.port.port()
    }

    /// Returns the transport.
    #[inline]
    #[must_use]
    pub const fn transport(&self) -> Transport {
        self.port.transport()
    }

    /// Returns the port under its transport.
    #[inline]
    #[must_use]
    pub const fn transport_port(&self) -> TransportPort {
        self.port
    }

    /// Returns an iterator over the service's other names.
    #[must_use]
    pub fn aliases(&self) -> Aliases<'a> {
        Aliases(self.aliases.clone())
    }

    /// Returns whether `name` is the service's name or an alias, with regard to case, as
    /// getservbyname(3) compares.
    ///
    /// ```
    /// use port_consts::services_file;
    /// let entry = services_file::entries("http 80/tcp www").next().unwrap()?;
    /// assert!(entry.is_named("www") && !entry.is_named("WWW"));
    /// # Ok::<(), services_file::LineError>(())
    /// ```
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases().any(|alias| alias == name)
    }
}

/// An iterator over the other names of a service, from [`Entry::aliases`].
///
/// ```
/// use port_consts::services_file::{self, Aliases};
///
/// let entry = services_file::entries("http 80/tcp www web").next().unwrap()?;
/// let mut aliases: Aliases<'_> = entry.aliases();
/// assert_eq!((aliases.next(), aliases.next(), aliases.next()), (Some("www"), Some("web"), None));
/// # Ok::<(), services_file::LineError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Aliases<'a>(SplitAsciiWhitespace<'a>);

impl<'a> Iterator for Aliases<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.0.next()
    }
}

impl FusedIterator for Aliases<'_> {}

/// A line that is no entry of a services file.
///
/// ```
/// use port_consts::{SSH, services_file::{self, LineErrorKind}};
///
/// let error = services_file::entries("ssh 22").next().unwrap().unwrap_err();
/// assert_eq!(error.to_string(), "line 1: port `22` has no transport; write `22/tcp`");
/// assert_eq!((error.line(), error.kind()), (1, LineErrorKind::NoTransport(SSH)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LineError {
    line: usize,
    kind: LineErrorKind,
    /// The transport behind a space instead of a slash: `22 udp`.
    transport: Option<Transport>,
}

impl LineError {
    /// Returns the number of the line, from 1.
    #[inline]
    #[must_use]
    pub const fn line(self) -> usize {
        self.line
    }

    /// Returns what is wrong with the line.
    #[inline]
    #[must_use]
    pub const fn kind(self) -> LineErrorKind {
        self.kind
    }
}

/// What is wrong with a line of a services file.
///
/// ```
/// use port_consts::services_file::{self, LineErrorKind};
///
/// // Some files list AppleTalk's services, too, which a program may skip.
/// let error = services_file::entries("rtmp 1/ddp").next().unwrap().unwrap_err();
/// assert!(matches!(error.kind(), LineErrorKind::Transport(_)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum LineErrorKind {
    /// Nothing stands behind the name.
    NoPort,
    /// The port has no transport.
    NoTransport(Port),
    /// The port can't be read.
    Port(ParsePortError),
    /// The transport can't be read, or is none of port-consts': some files have `ddp`, whose
    /// numbers are no ports.
    Transport(ParseTransportError),
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match self.kind {
            LineErrorKind::NoPort => f.write_str("no port follows the name; write `http 80/tcp`"),
            LineErrorKind::NoTransport(port) => {
                let transport = self.transport.unwrap_or(Transport::Tcp);
                write!(
                    f,
                    "port `{port}` has no transport; write `{port}/{transport}`"
                )
            }
            LineErrorKind::Port(error) => error.write_in_line(f),
            LineErrorKind::Transport(error) => fmt::Display::fmt(&error, f),
        }
    }
}

impl core::error::Error for LineError {}
