//! [`ParsePortError`] and [`PortOutOfRangeError`].

use core::fmt;

use crate::text::{
    Excerpt, halves,
    wrong_form::{self, Reads},
};

/// The error for a text that is not a port number.
///
/// It quotes the text and says what to write instead:
///
/// ```
/// use port_consts::{ParsePortError, ParsePortErrorKind, Port};
///
/// let message = |text: &str| match text.parse::<Port>() {
///     Ok(port) => format!("port {port}"),
///     Err(error) => error.to_string(),
/// };
/// assert_eq!(message("471111"), "port `471111` is above 65535");
/// assert_eq!(message("0x50"), "`0x50` is hexadecimal; write `80`");
/// assert_eq!(
///     message("127.0.0.1:80"),
///     "`127.0.0.1:80` has an address in front of the port; write `80`",
/// );
/// assert_eq!(
///     message("https"),
///     "`https` is not a number; write a number from 0 to 65535 \
///      (`Port::from_name_or_number` reads names)",
/// );
///
/// let empty: Result<Port, ParsePortError> = "".parse();
/// assert_eq!(empty.map_err(|error| error.kind()), Err(ParsePortErrorKind::Empty));
/// ```
///
/// Making the error takes nanoseconds: it copies up to 38 bytes of the text. What was meant
/// is looked for when the error is displayed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ParsePortError {
    text: Excerpt,
    kind: ParsePortErrorKind,
}

/// What is wrong with a text that is not a port number.
///
/// ```
/// use port_consts::{ParsePortErrorKind, Port};
///
/// let kind = |text: &str| text.parse::<Port>().map_err(|error| error.kind());
/// assert_eq!(kind(""), Err(ParsePortErrorKind::Empty));
/// assert_eq!(kind("https"), Err(ParsePortErrorKind::NotDigits));
/// assert_eq!(kind("65536"), Err(ParsePortErrorKind::TooLarge));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum ParsePortErrorKind {
    /// The text is empty.
    Empty,
    /// The text holds something besides the digits 0 to 9.
    NotDigits,
    /// The number is above 65535.
    TooLarge,
}

impl ParsePortError {
    #[inline]
    pub(crate) fn new(text: &str, kind: ParsePortErrorKind) -> Self {
        Self {
            text: Excerpt::of(text),
            kind,
        }
    }

    /// For a text whose first digits make a number above 65535.
    pub(crate) fn too_large(text: &str) -> Self {
        let excerpt = Excerpt::of(text);
        // Only what is kept is looked at, so that a long text costs no more than a short one.
        let digits = excerpt.as_str().bytes().all(|byte| byte.is_ascii_digit());
        Self {
            text: excerpt,
            kind: if digits {
                ParsePortErrorKind::TooLarge
            } else {
                ParsePortErrorKind::NotDigits
            },
        }
    }

    /// Returns what is wrong with the text.
    ///
    /// ```
    /// use port_consts::{ParsePortErrorKind, Port};
    ///
    /// let kind = "65536".parse::<Port>().map_err(|error| error.kind());
    /// assert_eq!(kind, Err(ParsePortErrorKind::TooLarge));
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> ParsePortErrorKind {
        self.kind
    }

    pub(crate) const fn text(&self) -> &Excerpt {
        &self.text
    }

    /// The error of a word whose part in front of a slash was read as a port: `tcp/443` is told
    /// by the whole.
    pub(crate) fn within(self, whole: &str) -> Self {
        match self.kind {
            ParsePortErrorKind::NotDigits => Self::new(whole, self.kind),
            _ => self,
        }
    }

    /// Writes the message for a word of a services file, where a transport follows the port.
    pub(crate) fn write_in_line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        let is_wrong = self.kind == ParsePortErrorKind::NotDigits;
        match wrong_form::find(text, Reads::LINE).filter(|_| is_wrong) {
            Some(form) => write!(f, "`{text}` {form}"),
            // No form of such a file reads names there.
            None => match halves(text.as_str(), b'/').filter(|_| is_wrong) {
                Some((port, _)) => Self::new(port, self.kind).write(f, Reads::PORT, None),
                None => self.write(f, Reads::PORT, None),
            },
        }
    }

    /// Writes the message; `names` is the form that reads names, where there is one.
    pub(crate) fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        reads: Reads,
        names: Option<&str>,
    ) -> fmt::Result {
        let text = &self.text;
        if let Some(message) = self.kind.of_number(text, reads) {
            return message.write(f);
        }
        if let Some(form) = wrong_form::find(text, reads) {
            return write!(f, "`{text}` {form}");
        }
        write!(f, "`{text}` is not a number; write {}", reads.write)?;
        match names {
            Some(names) if may_be_a_name(text.as_str()) => write!(f, " (`{names}` reads names)"),
            _ => Ok(()),
        }
    }
}

impl ParsePortErrorKind {
    /// The message for what is empty, or a number; none if it may be a name.
    pub(super) fn of_number(self, text: &Excerpt, reads: Reads) -> Option<OfNumber<'_>> {
        match self {
            Self::Empty => Some(OfNumber::Empty(reads)),
            Self::TooLarge => Some(OfNumber::TooLarge(text)),
            Self::NotDigits => None,
        }
    }
}

pub(super) enum OfNumber<'a> {
    Empty(Reads),
    TooLarge(&'a Excerpt),
}

impl OfNumber<'_> {
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(reads) => write!(f, "a port is missing; write {}", reads.write),
            Self::TooLarge(text) => write!(f, "port `{text}` is above 65535"),
        }
    }
}

/// Whether a text has a letter, and begins as names do.
fn may_be_a_name(text: &str) -> bool {
    let has_letter = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    has_letter && text.starts_with(|letter: char| letter.is_ascii_alphanumeric())
}

impl fmt::Display for ParsePortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, Reads::PORT, Some("Port::from_name_or_number"))
    }
}

impl fmt::Debug for ParsePortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParsePortError({:?}, {:?})", self.kind, self.text)
    }
}

impl core::error::Error for ParsePortError {}

/// The error for an integer that is not a port number, because it is negative or above
/// 65535.
///
/// ```
/// use port_consts::{Port, PortOutOfRangeError};
///
/// let port: Result<Port, PortOutOfRangeError> = Port::try_from(70_000_u32);
/// assert_eq!(
///     port.map_err(|error| error.to_string()),
///     Err("port `70000` is above 65535".to_owned()),
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PortOutOfRangeError {
    /// None for an integer that has more than 64 bits.
    number: Option<i64>,
}

impl PortOutOfRangeError {
    #[inline]
    pub(crate) const fn new(number: Option<i64>) -> Self {
        Self { number }
    }
}

impl fmt::Display for PortOutOfRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            Some(number) if number < 0 => {
                write!(f, "port `{number}` is negative; a port is 0 to 65535")
            }
            Some(number) => write!(f, "port `{number}` is above 65535"),
            None => f.write_str("a port is a number from 0 to 65535"),
        }
    }
}

impl core::error::Error for PortOutOfRangeError {}
