//! How a range comes from and goes to those of Rust, and why that fails.

use core::{
    fmt,
    ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive},
};

use super::PortRange;
use crate::Port;

/// `..=1023`: the ports up to this one.
impl From<RangeToInclusive<Port>> for PortRange {
    #[inline]
    fn from(range: RangeToInclusive<Port>) -> Self {
        Self::between(Port::ANY, range.end)
    }
}

/// `..=1023`: the ports up to the one with this number.
impl From<RangeToInclusive<u16>> for PortRange {
    #[inline]
    fn from(range: RangeToInclusive<u16>) -> Self {
        Self::from(..=Port::new(range.end))
    }
}

/// `49152..`: this port and all above.
impl From<RangeFrom<Port>> for PortRange {
    #[inline]
    fn from(range: RangeFrom<Port>) -> Self {
        Self::between(range.start, Port::MAX)
    }
}

/// `49152..`: the port with this number and all above.
impl From<RangeFrom<u16>> for PortRange {
    #[inline]
    fn from(range: RangeFrom<u16>) -> Self {
        Self::from(Port::new(range.start)..)
    }
}

/// `..`: all ports.
impl From<RangeFull> for PortRange {
    #[inline]
    fn from(_: RangeFull) -> Self {
        Self::ALL
    }
}

/// Fails for a reversed range.
///
/// ```
/// use port_consts::{Port, PortRange};
///
/// let range = PortRange::try_from(Port::new(80)..=Port::new(90))?;
/// assert_eq!(range.count(), 11);
/// let error = PortRange::try_from(Port::new(90)..=Port::new(80)).unwrap_err();
/// assert_eq!(error.to_string(), "the range `90-80` is reversed; write `80-90`");
/// # Ok::<(), port_consts::ReversedPortRangeError>(())
/// ```
impl TryFrom<RangeInclusive<Port>> for PortRange {
    type Error = ReversedPortRangeError;

    fn try_from(range: RangeInclusive<Port>) -> Result<Self, ReversedPortRangeError> {
        let (first, last) = range.into_inner();
        Self::new(first, last).ok_or(ReversedPortRangeError::of(first, last, Form::Inclusive))
    }
}

/// As `TryFrom<RangeInclusive<Port>>`; also fails for a range that was iterated to its end.
impl TryFrom<RangeInclusive<u16>> for PortRange {
    type Error = ReversedPortRangeError;

    fn try_from(range: RangeInclusive<u16>) -> Result<Self, ReversedPortRangeError> {
        let is_empty = range.is_empty();
        let (first, last) = range.into_inner();
        let (first, last) = (Port::new(first), Port::new(last));
        if is_empty && first <= last {
            // The bounds of an iterated range say nothing.
            return Err(ReversedPortRangeError::of(first, last, Form::Exhausted));
        }
        Self::try_from(first..=last)
    }
}

/// Fails for an empty range, such as `80..80`, and for a reversed one.
///
/// ```
/// use port_consts::{Port, PortRange};
///
/// let range = PortRange::try_from(Port::new(80)..Port::new(90))?;
/// assert_eq!(range.to_string(), "80-89");
/// let error = PortRange::try_from(Port::new(80)..Port::new(80)).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the range `80..80` is empty; write `80..=80` if you mean one port",
/// );
/// # Ok::<(), port_consts::ReversedPortRangeError>(())
/// ```
impl TryFrom<Range<Port>> for PortRange {
    type Error = ReversedPortRangeError;

    fn try_from(range: Range<Port>) -> Result<Self, ReversedPortRangeError> {
        let Range { start, end } = range;
        end.checked_sub(1)
            .and_then(|last| Self::new(start, last))
            .ok_or(ReversedPortRangeError::of(start, end, Form::HalfOpen))
    }
}

/// As `TryFrom<Range<Port>>`.
impl TryFrom<Range<u16>> for PortRange {
    type Error = ReversedPortRangeError;

    fn try_from(range: Range<u16>) -> Result<Self, ReversedPortRangeError> {
        Self::try_from(Port::new(range.start)..Port::new(range.end))
    }
}

/// `..1024`: the ports below this one. Fails for `..0`.
impl TryFrom<RangeTo<Port>> for PortRange {
    type Error = ReversedPortRangeError;

    fn try_from(range: RangeTo<Port>) -> Result<Self, ReversedPortRangeError> {
        Self::try_from(Port::ANY..range.end)
    }
}

/// As `TryFrom<RangeTo<Port>>`.
impl TryFrom<RangeTo<u16>> for PortRange {
    type Error = ReversedPortRangeError;

    fn try_from(range: RangeTo<u16>) -> Result<Self, ReversedPortRangeError> {
        Self::try_from(..Port::new(range.end))
    }
}

/// `first..=last`.
impl From<PortRange> for RangeInclusive<Port> {
    #[inline]
    fn from(range: PortRange) -> Self {
        range.first..=range.last
    }
}

/// `first..=last`, as numbers.
impl From<PortRange> for RangeInclusive<u16> {
    #[inline]
    fn from(range: PortRange) -> Self {
        range.first.get()..=range.last.get()
    }
}

/// A range of Rust that is reversed or has no port, and so is no [`PortRange`].
///
/// ```
/// use port_consts::{PortRange, ReversedPortRangeError};
///
/// let range: Result<PortRange, ReversedPortRangeError> = PortRange::try_from(8100..=8000);
/// assert_eq!(
///     range.map_err(|error| error.to_string()),
///     Err("the range `8100-8000` is reversed; write `8000-8100`".to_owned()),
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ReversedPortRangeError {
    first: Port,
    last: Port,
    form: Form,
}

/// How the range was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Form {
    /// `first..=last`
    Inclusive,
    /// `first..last`
    HalfOpen,
    /// `first..=last`, after an iterator has returned its last port.
    Exhausted,
}

impl ReversedPortRangeError {
    const fn of(first: Port, last: Port, form: Form) -> Self {
        Self { first, last, form }
    }
}

impl fmt::Display for ReversedPortRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last, form } = self;
        match form {
            Form::Inclusive => write!(
                f,
                "the range `{first}-{last}` is reversed; write `{last}-{first}`"
            ),
            Form::HalfOpen if first == last => write!(
                f,
                "the range `{first}..{last}` is empty; write `{first}..={last}` if you mean one port"
            ),
            Form::HalfOpen => write!(
                f,
                "the range `{first}..{last}` is reversed; write `{last}..{first}`"
            ),
            Form::Exhausted => f.write_str(
                "the range is empty because it was iterated to its end; \
                 convert it before you iterate over it",
            ),
        }
    }
}

impl core::error::Error for ReversedPortRangeError {}
