//! [`UnknownServiceError`], what a registry's `FromStr` and `TryFrom<&str>` fail with.

use core::fmt;

/// A text that is no service's name or alias in the registry that was asked.
///
/// ```
/// use port_consts::{Service, UnknownServiceError};
/// let error: UnknownServiceError = "htps".parse::<Service>().unwrap_err();
/// assert_eq!(error.to_string(), "no service of the registry has this name");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct UnknownServiceError(());

impl UnknownServiceError {
    /// Called by what `ports!` emits.
    pub(crate) const fn new() -> Self {
        Self(())
    }
}

impl fmt::Display for UnknownServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no service of the registry has this name")
    }
}

impl core::error::Error for UnknownServiceError {}

/// A text that is no category's name in the registry that was asked.
///
/// ```
/// use port_consts::{Category, UnknownCategoryError};
/// let error: UnknownCategoryError = "spam".parse::<Category>().unwrap_err();
/// assert_eq!(error.to_string(), "the registry has no category of this name");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct UnknownCategoryError(());

impl UnknownCategoryError {
    /// Called by what `ports!` emits.
    pub(crate) const fn new() -> Self {
        Self(())
    }
}

impl fmt::Display for UnknownCategoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the registry has no category of this name")
    }
}

impl core::error::Error for UnknownCategoryError {}
