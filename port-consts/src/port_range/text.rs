//! How a range is printed and read.

use core::{fmt, str::FromStr};

use super::PortRange;
use crate::{ParsePortError, Port, text::Text};

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
/// assert_eq!(message("6000..6063"), "a range is written with a dash: `6000-6063`");
/// # Ok::<(), ParsePortRangeError>(())
/// ```
impl FromStr for PortRange {
    type Err = ParsePortRangeError;

    fn from_str(text: &str) -> Result<Self, ParsePortRangeError> {
        if text.is_empty() {
            return Err(ParsePortRangeError::Empty);
        }
        let Some((first, last)) = halves(text, "-") else {
            return match text.parse() {
                Ok(port) => Ok(Self::single(port)),
                Err(error) => Err(otherwise(text, error)),
            };
        };
        match (first.trim_end(), last.trim_start()) {
            ("", "") => Err(ParsePortRangeError::Open {
                first: None,
                last: None,
            }),
            (first, "") => Err(ParsePortRangeError::Open {
                first: Some(first.parse()?),
                last: None,
            }),
            ("", last) => Err(ParsePortRangeError::Open {
                first: None,
                last: Some(last.parse()?),
            }),
            (first, last) => {
                let first = first.parse()?;
                let last = last.parse().map_err(|error| with_transport(last, error))?;
                Self::new(first, last).ok_or(ParsePortRangeError::Reversed { first, last })
            }
        }
    }
}

/// As `FromStr`.
impl TryFrom<&str> for PortRange {
    type Error = ParsePortRangeError;

    fn try_from(text: &str) -> Result<Self, ParsePortRangeError> {
        text.parse()
    }
}

/// What other notations have between the first and the last port.
const OTHER_DASHES: [&str; 10] = [
    "..=", "..", ":", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "to",
];

/// The error of a text without a dash that is no port: perhaps a range in another notation.
fn otherwise(text: &str, error: ParsePortError) -> ParsePortRangeError {
    for dash in OTHER_DASHES {
        let Some((first, last)) = halves(text, dash) else {
            continue;
        };
        if let (Ok(first), Ok(last)) = (first.trim().parse(), last.trim().parse()) {
            return ParsePortRangeError::OtherDash { first, last };
        }
    }
    with_transport(text, error)
}

/// The error of a text whose end is no port: perhaps a transport stands behind it.
fn with_transport(text: &str, error: ParsePortError) -> ParsePortRangeError {
    match halves(text, "/") {
        Some((port, _)) if port.parse::<Port>().is_ok() => ParsePortRangeError::Transport,
        _ => ParsePortRangeError::Port(error),
    }
}

/// What stands before and behind `separator`, where it is first met. `split_once` does the
/// same with a path that panics, which firmware would have to carry.
fn halves<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let mut windows = text.as_bytes().windows(separator.len());
    let at = windows.position(|window| window == separator.as_bytes())?;
    Some((text.get(..at)?, text.get(at + separator.len()..)?))
}

/// Why a text is no [`PortRange`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParsePortRangeError {
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
    /// A range, but not with a dash: `8000..8100`, `8000:8100`.
    OtherDash {
        /// The port in front.
        first: Port,
        /// The port behind.
        last: Port,
    },
    /// A transport stands behind the ports: `8000-8100/udp`, which
    /// [`TransportPortRange`](crate::TransportPortRange) reads.
    Transport,
    /// One of the two ports is no port.
    Port(ParsePortError),
}

impl fmt::Display for ParsePortRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("the ports are missing; write a port `443` or a range `8000-8100`")
            }
            Self::Open {
                first: Some(first), ..
            } => {
                let max = Port::MAX;
                write!(
                    f,
                    "the range `{first}-` has no last port; write `{first}-{max}`"
                )
            }
            Self::Open {
                last: Some(last), ..
            } => write!(
                f,
                "the range `-{last}` has no first port; write `0-{last}`, \
                 or `{last}` if you mean one port"
            ),
            Self::Open { .. } => {
                f.write_str("the range `-` has no ports; write `0-65535` for all of them")
            }
            Self::Reversed { first, last } => write!(
                f,
                "the range `{first}-{last}` is reversed; write `{last}-{first}`"
            ),
            Self::OtherDash { first, last } => {
                let range = PortRange::between(*first, *last);
                write!(f, "a range is written with a dash: `{range}`")
            }
            Self::Transport => {
                f.write_str("no transport is read here; write the ports alone: `8000-8100`")
            }
            Self::Port(error) => fmt::Display::fmt(error, f),
        }
    }
}

impl core::error::Error for ParsePortRangeError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Port(error) => Some(error),
            _ => None,
        }
    }
}

impl From<ParsePortError> for ParsePortRangeError {
    fn from(error: ParsePortError) -> Self {
        Self::Port(error)
    }
}
