//! Text without an allocator: short buffers, excerpts for errors, and the wrong forms that
//! people write. This module imports no other but [`Transport`](crate::Transport), whose
//! names wrong forms hold.

mod buffer;
mod case;
mod excerpt;
pub(crate) mod wrong_form;

/// What stands in front of the first `separator`, and behind it. `split_once` has a path that
/// panics, which firmware would have to carry.
pub(crate) fn halves(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Implements `FromStr` and `TryFrom<&str>` by the type's `from_name`, and `AsRef<str>` by its
/// `name`.
macro_rules! read_by_name {
    ($name:ident, $error:ident) => {
        #[doc = concat!("Reads what [`", stringify!($name), "::from_name`] reads.")]
        impl core::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                Self::from_name(text).ok_or_else(|| $error::new(text))
            }
        }

        $crate::text::try_from_str!($name, $error);

        #[doc = concat!("The name, [`", stringify!($name), "::name`].")]
        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.name()
            }
        }
    };
}

/// Implements `TryFrom<&str>` by `FromStr`.
macro_rules! try_from_str {
    ($name:ident, $error:ident) => {
        /// Reads what `FromStr` reads.
        impl TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(text: &str) -> Result<Self, $error> {
                text.parse()
            }
        }
    };
}

pub(crate) use {read_by_name, try_from_str};

pub(crate) use buffer::Text;
pub(crate) use case::same;
pub(crate) use excerpt::Excerpt;
