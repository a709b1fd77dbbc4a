//! [`UnknownServiceError`] and [`UnknownCategoryError`], what `FromStr` and `TryFrom<&str>` of
//! a registry fail with.

use core::fmt;

/// A text that is no service's name or alias in the registry that was asked.
///
/// It knows the name that was meant, if one is near enough:
///
/// ```
/// use port_consts::{Service, UnknownServiceError};
///
/// let error: UnknownServiceError = "htps".parse::<Service>().unwrap_err();
/// assert_eq!(error.suggestion(), Some("https"));
/// assert_eq!(
///     error.to_string(),
///     "no service of the registry has this name; did you mean `https`?",
/// );
/// ```
///
/// To make it, all names are compared with the text, which takes some microseconds a
/// hundred names, and puts the names into the program. Where that is too much, in firmware
/// or for every packet, ask the registry's `from_name`: it says no, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct UnknownServiceError {
    suggestion: Option<&'static str>,
}

impl UnknownServiceError {
    /// Called by what `ports!` emits.
    pub(crate) const fn new(suggestion: Option<&'static str>) -> Self {
        Self { suggestion }
    }

    /// The name or alias nearest to the text: one slip away, or two in a text of six
    /// letters or more. A slip is a letter too much, missing, wrong, or swapped with its
    /// neighbour.
    #[inline]
    #[must_use]
    pub const fn suggestion(self) -> Option<&'static str> {
        self.suggestion
    }
}

impl fmt::Display for UnknownServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no service of the registry has this name")?;
        did_you_mean(self.suggestion, f)
    }
}

impl core::error::Error for UnknownServiceError {}

/// A text that is no category's name in the registry that was asked.
///
/// ```
/// use port_consts::{Category, UnknownCategoryError};
///
/// let error: UnknownCategoryError = "mial".parse::<Category>().unwrap_err();
/// assert_eq!(error.suggestion(), Some("mail"));
/// assert_eq!(
///     error.to_string(),
///     "the registry has no category of this name; did you mean `mail`?",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct UnknownCategoryError {
    suggestion: Option<&'static str>,
}

impl UnknownCategoryError {
    /// Called by what `ports!` emits.
    pub(crate) const fn new(suggestion: Option<&'static str>) -> Self {
        Self { suggestion }
    }

    /// The name nearest to the text, as in [`UnknownServiceError::suggestion`].
    #[inline]
    #[must_use]
    pub const fn suggestion(self) -> Option<&'static str> {
        self.suggestion
    }
}

impl fmt::Display for UnknownCategoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the registry has no category of this name")?;
        did_you_mean(self.suggestion, f)
    }
}

impl core::error::Error for UnknownCategoryError {}

/// Writes the question behind a message, if there is something to suggest.
pub(crate) fn did_you_mean(suggestion: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match suggestion {
        Some(name) => write!(f, "; did you mean `{name}`?"),
        None => Ok(()),
    }
}
