//! The errors of types with a few names: [`PortClass`](crate::PortClass),
//! [`Os`](crate::Os) and [`Side`](crate::Side).

use core::fmt;

use crate::text::Excerpt;

/// Makes the error of a type: what a value is called, and what to write.
macro_rules! errors {
    ($($(#[$docs:meta])* $error:ident: $what:literal, write $write:literal;)*) => {$(
        $(#[$docs])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        pub struct $error {
            text: Excerpt,
        }

        impl $error {
            #[inline]
            pub(crate) fn new(text: &str) -> Self {
                Self {
                    text: Excerpt::of(text),
                }
            }
        }

        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match what_is_wrong(self.text.as_str()) {
                    Wrong::Empty => f.write_str(concat!("a ", $what, " is missing; write ", $write)),
                    Wrong::WhiteSpace => {
                        write!(f, "`{}` has white space around it; remove it", self.text)
                    }
                    Wrong::Unknown => {
                        write!(f, concat!("unknown ", $what, " `{}`; write ", $write), self.text)
                    }
                }
            }
        }

        impl fmt::Debug for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($error), "({:?})"), self.text)
            }
        }

        impl core::error::Error for $error {}
    )*};
}

/// What is wrong with a name that is not in a list.
pub(super) enum Wrong {
    Empty,
    WhiteSpace,
    Unknown,
}

pub(super) fn what_is_wrong(text: &str) -> Wrong {
    match text.trim() {
        _ if text.is_empty() => Wrong::Empty,
        trimmed if trimmed.len() < text.len() => Wrong::WhiteSpace,
        _ => Wrong::Unknown,
    }
}

errors! {
    /// The error for a text that names no [`PortClass`](crate::PortClass).
    ///
    /// ```
    /// use port_consts::{ParsePortClassError, PortClass};
    ///
    /// let read: Result<PortClass, ParsePortClassError> = "root".parse();
    /// assert_eq!(
    ///     read.map_err(|error| error.to_string()),
    ///     Err("unknown port class `root`; write system, user or dynamic".to_owned()),
    /// );
    /// ```
    ParsePortClassError: "port class", write "system, user or dynamic";

    /// The error for a text that names no [`Os`](crate::Os).
    ///
    /// ```
    /// use port_consts::{Os, ParseOsError};
    ///
    /// let read: Result<Os, ParseOsError> = "beos".parse();
    /// assert_eq!(
    ///     read.map_err(|error| error.to_string()),
    ///     Err("unknown system `beos`; write Linux, Windows, macOS or FreeBSD".to_owned()),
    /// );
    /// ```
    ParseOsError: "system", write "Linux, Windows, macOS or FreeBSD";

    /// The error for a text that names no [`Side`](crate::Side).
    ///
    /// ```
    /// use port_consts::{ParseSideError, Side};
    ///
    /// let read: Result<Side, ParseSideError> = "src".parse();
    /// assert_eq!(
    ///     read.map_err(|error| error.to_string()),
    ///     Err("unknown side `src`; write source or destination".to_owned()),
    /// );
    /// ```
    ParseSideError: "side", write "source or destination";
}
