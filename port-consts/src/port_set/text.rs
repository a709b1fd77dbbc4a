//! How a set is printed and read.

use core::{fmt, str::FromStr};

use super::{PortSet, separators};
use crate::{ParsePortRangeError, ParsePortRangeErrorKind, PortRange, text::wrong_form::Reads};

/// Prints ranges with commas between.
pub(crate) fn write_ranges(
    ranges: impl Iterator<Item = PortRange>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (i, range) in ranges.enumerate() {
        if i > 0 {
            f.write_str(",")?;
        }
        write!(f, "{range}")?;
    }
    Ok(())
}

/// The maximal runs with commas between: `80,443,8000-8100`. An empty set prints as nothing.
///
/// Width, fill and alignment are ignored: the text may be long, and nothing is allocated. They
/// apply to `set.to_string()`.
///
/// ```
/// use port_consts::{Port, PortSet};
/// let set = PortSet::from(Port::new(80));
/// assert_eq!(format!("{set:>4}|"), "80|");
/// assert_eq!(format!("{:>4}|", set.to_string()), "  80|");
/// ```
impl fmt::Display for PortSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_ranges(self.ranges(), f)
    }
}

/// `PortSet(80,443,8000-8100)`
impl fmt::Debug for PortSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PortSet({self})")
    }
}

/// How many ports, and the maximal runs: not the bits.
#[cfg(feature = "defmt")]
impl defmt::Format for PortSet {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "PortSet({=u32} ports", self.len());
        for run in self.ranges() {
            defmt::write!(f, ", {=u16}-{=u16}", run.first().get(), run.last().get());
        }
        defmt::write!(f, ")");
    }
}

/// Reads ports and ranges with commas between: `80, 443, 8000-8100`.
///
/// Spaces may stand around each item, and a comma behind the last. Items may come in any
/// order, overlap or repeat. An empty text is the empty set, as it is printed. Each item is
/// read as [`PortRange`] is: names and transports are refused.
///
/// A separator of thousands is refused where it can be nothing else: `10,000` isn't 10 and 0,
/// but `80,443` is two ports. With a space behind the comma, `10, 000` is a list.
///
/// ```
/// use port_consts::{ParsePortSetError, PortSet};
///
/// let set: PortSet = "8050-8100, 80, 8000-8060,".parse()?;
/// assert_eq!(set.to_string(), "80,8000-8100");
///
/// let message = |text: &str| text.parse::<PortSet>().unwrap_err().to_string();
/// assert_eq!(
///     message("80, 90-85"),
///     "item 2: the range `90-85` is reversed; write `85-90`",
/// );
/// assert_eq!(
///     message("10,000-20,000"),
///     "item 1: `10,000-20,000` has a separator of thousands; write `10000-20000`",
/// );
/// assert_eq!(message("80,,443"), "item 2 is empty; take out a comma");
/// # Ok::<(), ParsePortSetError>(())
/// ```
impl FromStr for PortSet {
    type Err = ParsePortSetError;

    fn from_str(text: &str) -> Result<Self, ParsePortSetError> {
        let mut set = Self::new();
        let mut items = text.split(',').enumerate().peekable();
        // The text from the item on, and from the one before.
        let (mut rest, mut before) = (text, None);
        while let Some((i, item)) = items.next() {
            if let Some((number, skipped)) = separators::number(rest, before) {
                return Err(ParsePortSetError {
                    item: (i + 1).saturating_sub(skipped),
                    error: ParsePortRangeError::separated(number.trim()),
                });
            }
            before = Some(rest);
            rest = rest.get(item.len() + 1..).unwrap_or_default();
            let item = item.trim();
            // Of an empty text, and behind the last comma, but not of a comma alone.
            if item.is_empty() && items.peek().is_none() && (i != 1 || !set.is_empty()) {
                break;
            }
            match item.parse::<PortRange>() {
                Ok(range) => set.insert(range),
                Err(error) => return Err(ParsePortSetError { item: i + 1, error }),
            }
        }
        Ok(set)
    }
}

/// As `FromStr`.
impl TryFrom<&str> for PortSet {
    type Error = ParsePortSetError;

    fn try_from(text: &str) -> Result<Self, ParsePortSetError> {
        text.parse()
    }
}

/// Why a text is no [`PortSet`]: which item is wrong, and how.
///
/// ```
/// use port_consts::PortSet;
///
/// let error = "80, 443/tcp".parse::<PortSet>().unwrap_err();
/// assert_eq!(error.item(), 2);
/// assert_eq!(
///     error.to_string(),
///     "item 2: `443/tcp` has a transport, and only the port is read here; write `443`",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParsePortSetError {
    item: usize,
    error: ParsePortRangeError,
}

impl ParsePortSetError {
    /// Returns which item is wrong, counted from 1.
    ///
    /// ```
    /// use port_consts::PortSet;
    /// assert_eq!("80,x".parse::<PortSet>().unwrap_err().item(), 2);
    /// ```
    #[inline]
    #[must_use]
    pub const fn item(self) -> usize {
        self.item
    }

    /// Returns what is wrong with the item.
    ///
    /// ```
    /// use port_consts::{ParsePortRangeErrorKind, PortSet};
    /// let error = "80,,443".parse::<PortSet>().unwrap_err();
    /// assert_eq!(error.range_error().kind(), ParsePortRangeErrorKind::Empty);
    /// ```
    #[inline]
    #[must_use]
    pub const fn range_error(self) -> ParsePortRangeError {
        self.error
    }
}

impl fmt::Display for ParsePortSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { item, error } = self;
        if error.kind() == ParsePortRangeErrorKind::Empty {
            return write!(f, "item {item} is empty; take out a comma");
        }
        write!(f, "item {item}: ")?;
        error.write(f, Reads::ITEM)
    }
}

impl core::error::Error for ParsePortSetError {}
