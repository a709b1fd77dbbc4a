//! How a range is printed and read.

use core::{fmt, str::FromStr};

use super::PortRange;
use crate::{
    ParsePortErrorKind, Port, Transport,
    text::{
        Excerpt, Text, halves,
        wrong_form::{self, Ends, Reads},
    },
};

/// `8000-8100`, and a range of one port as that port: `443`. Width, fill and alignment apply
/// to the whole.
impl fmt::Display for PortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            return fmt::Display::fmt(&self.first, f);
        }
        // The longest is "65534-65535".
        let text = Text::<11>::of(format_args!("{}-{}", self.first, self.last))?;
        f.pad(text.as_str())
    }
}

/// `PortRange(8000-8100)`
impl fmt::Debug for PortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PortRange({self})")
    }
}

/// Reads `8000-8100`, or `443` for a range of one port. Spaces may stand around the dash.
///
/// Both ports belong to the range. The ports are digits and nothing else, as for [`Port`]:
/// no sign, no name, no transport.
///
/// ```
/// use port_consts::{ParsePortRangeError, PortRange};
///
/// let range: PortRange = "6000 - 6063".parse()?;
/// assert_eq!((range.first().get(), range.last().get()), (6000, 6063));
///
/// let message = |text: &str| text.parse::<PortRange>().unwrap_err().to_string();
/// assert_eq!(message("6063-6000"), "the range `6063-6000` is reversed; write `6000-6063`");
/// assert_eq!(message("6000-"), "the range `6000-` has no last port; write `6000-65535`");
/// assert_eq!(message("0x50-0x60"), "`0x50-0x60` is hexadecimal; write `80-96`");
/// # Ok::<(), ParsePortRangeError>(())
/// ```
impl FromStr for PortRange {
    type Err = ParsePortRangeError;

    fn from_str(text: &str) -> Result<Self, ParsePortRangeError> {
        read(text).map_err(|kind| ParsePortRangeError {
            text: Excerpt::of(text),
            kind,
            transport: None,
        })
    }
}

/// As `FromStr`.
impl TryFrom<&str> for PortRange {
    type Error = ParsePortRangeError;

    fn try_from(text: &str) -> Result<Self, ParsePortRangeError> {
        text.parse()
    }
}

fn read(text: &str) -> Result<PortRange, ParsePortRangeErrorKind> {
    use ParsePortRangeErrorKind::{Empty, Open, Reversed};

    if text.is_empty() {
        return Err(Empty);
    }
    let Some((first, last)) = halves(text, b'-') else {
        return Ok(PortRange::single(number(text)?));
    };
    let one = |text: &str| -> Result<Option<Port>, ParsePortRangeErrorKind> {
        if text.is_empty() {
            Ok(None)
        } else {
            number(text).map(Some)
        }
    };
    match (one(first.trim_end())?, one(last.trim_start())?) {
        (Some(first), Some(last)) => PortRange::new(first, last).ok_or(Reversed { first, last }),
        (first, last) => Err(Open { first, last }),
    }
}

fn number(text: &str) -> Result<Port, ParsePortRangeErrorKind> {
    text.parse::<Port>().map_err(|error| match error.kind() {
        ParsePortErrorKind::TooLarge => ParsePortRangeErrorKind::TooLarge,
        // Only digits stand in front of the slash: whatever is behind it is not read here.
        _ => match halves(text, b'/') {
            Some((port, _)) if port.parse::<Port>().is_ok() => ParsePortRangeErrorKind::Transport,
            _ => ParsePortRangeErrorKind::NotDigits,
        },
    })
}

/// The error for a text that is not a [`PortRange`]. It quotes the text and says what to write
/// instead.
///
/// ```
/// use port_consts::{ParsePortRangeErrorKind, PortRange};
///
/// let error = "8000-8100/udp".parse::<PortRange>().unwrap_err();
/// assert_eq!(error.kind(), ParsePortRangeErrorKind::Transport);
/// assert_eq!(
///     error.to_string(),
///     "`8000-8100/udp` has a transport, and only the port is read here; write `8000-8100`",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParsePortRangeError {
    text: Excerpt,
    kind: ParsePortRangeErrorKind,
    /// The transport behind the text, where one is read: a remedy has it too.
    transport: Option<Transport>,
}

/// What is wrong with a text that is not a [`PortRange`].
///
/// ```
/// use port_consts::{ParsePortRangeErrorKind, Port, PortRange};
///
/// let kind = |text: &str| text.parse::<PortRange>().map_err(|error| error.kind());
/// let (first, last) = (Port::new(90), Port::new(80));
/// assert_eq!(kind("90-80"), Err(ParsePortRangeErrorKind::Reversed { first, last }));
/// assert_eq!(kind("80-65536"), Err(ParsePortRangeErrorKind::TooLarge));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParsePortRangeErrorKind {
    /// The text is empty.
    Empty,
    /// The first or the last port is missing: `8000-`.
    Open {
        /// The first port, if it is there.
        first: Option<Port>,
        /// The last port, if it is there.
        last: Option<Port>,
    },
    /// The last port is below the first.
    Reversed {
        /// The port in front of the dash.
        first: Port,
        /// The port behind the dash.
        last: Port,
    },
    /// A port is above 65535.
    TooLarge,
    /// A port holds something besides the digits 0 to 9, such as a separator of thousands.
    NotDigits,
    /// A transport stands behind the ports: `8000-8100/udp`, which
    /// [`TransportPortRange`](crate::TransportPortRange) reads.
    Transport,
}

impl ParsePortRangeError {
    /// Returns what is wrong with the text.
    ///
    /// ```
    /// use port_consts::{ParsePortRangeErrorKind, PortRange};
    /// let error = "".parse::<PortRange>().unwrap_err();
    /// assert_eq!(error.kind(), ParsePortRangeErrorKind::Empty);
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> ParsePortRangeErrorKind {
        self.kind
    }

    /// The error of a text whose ports have a separator of thousands.
    pub(crate) fn separated(text: &str) -> Self {
        Self {
            text: Excerpt::of(text),
            kind: ParsePortRangeErrorKind::NotDigits,
            transport: None,
        }
    }

    /// The error of a text whose part in front of a transport was read as a range. A wrong
    /// form makes sense only in the whole.
    pub(crate) fn within(self, whole: &str, transport: Option<Transport>) -> Self {
        use ParsePortRangeErrorKind::{NotDigits, Transport as Several};

        let text = match self.kind {
            NotDigits | Several => Excerpt::of(whole),
            _ => self.text,
        };
        Self {
            text,
            transport,
            ..self
        }
    }

    /// Returns whether the message shows what to write with the transport that was read.
    pub(crate) const fn needs_transport(&self) -> bool {
        use ParsePortRangeErrorKind::{Open, Reversed};

        matches!(self.kind, Open { .. } | Reversed { .. })
    }

    /// The ends of a reversed range as they are written, unless the text was cut.
    fn reversed(&self) -> Option<Ends> {
        let (first, last) = halves(self.text.as_str(), b'-').filter(|_| !self.text.is_cut())?;
        Ends::reversed(first.trim_end(), last.trim_start(), self.transport)
    }

    /// Prints the message for a type that reads this much.
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, reads: Reads) -> fmt::Result {
        use ParsePortRangeErrorKind::{Empty, NotDigits, Open, Reversed, TooLarge, Transport};

        let text = &self.text;
        match self.kind {
            Empty => write!(f, "the ports are missing; write {}", reads.write),
            Open { first, last } => {
                let missing = match (first, last) {
                    (Some(_), _) => "last port",
                    (None, Some(_)) => "first port",
                    (None, None) => "ports",
                };
                let ends = Ends::Open(first.map(Port::get), last.map(Port::get), self.transport);
                write!(f, "the range `{text}` has no {missing}; write {ends}")
            }
            Reversed { first, last } => {
                let ends = self.reversed().unwrap_or(Ends::Reversed {
                    first: first.get(),
                    last: last.get(),
                    long: None,
                    transport: self.transport,
                });
                write!(f, "the range `{text}` is reversed; write {ends}")
            }
            TooLarge => write!(
                f,
                "`{text}` has a port above 65535; a port is a number from 0 to 65535"
            ),
            NotDigits | Transport => match wrong_form::find(text, reads) {
                Some(form) => write!(f, "`{text}` {form}"),
                None => write!(
                    f,
                    "`{text}` is not a port or a range; write {}",
                    reads.write
                ),
            },
        }
    }
}

impl fmt::Display for ParsePortRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, Reads::RANGE)
    }
}

impl core::error::Error for ParsePortRangeError {}
