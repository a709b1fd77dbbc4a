//! [`ParseServiceError`] and [`ParseCategoryError`], the errors of the enums that `ports!`
//! makes.
//!
//! Both have the enum as a type parameter, and no pointer to a function that looks for the
//! nearest name. A pointer links that function, the aliases and the list of all services as
//! soon as an error is made. With a type parameter, they are linked where an error is
//! displayed or asked for its suggestion, and nowhere else.

use core::{fmt, hash::Hash, marker::PhantomData};

use super::name::{Wrong, what_is_wrong};
use crate::{
    __private::named::{Named, nearest},
    Category, Service,
    text::Excerpt,
};

/// A text that is no name of the enum `E`.
pub(crate) struct UnknownName<E> {
    text: Excerpt,
    registry: PhantomData<fn() -> E>,
}

impl<E> UnknownName<E> {
    #[inline]
    pub(crate) fn new(text: &str) -> Self {
        Self::of(Excerpt::of(text))
    }

    pub(crate) const fn of(text: Excerpt) -> Self {
        Self {
            text,
            registry: PhantomData,
        }
    }
}

impl<E: Named> UnknownName<E> {
    #[cold]
    fn suggestion(&self) -> Option<&'static str> {
        nearest::<E>(self.text.as_str())
    }
}

/// A registry with more names than this is not listed in a message.
const LISTED: usize = 24;

impl<E: Named> fmt::Display for UnknownName<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, text) = (E::KIND, &self.text);
        match what_is_wrong(text.as_str()) {
            Wrong::Empty => return write!(f, "the name of a {kind} is missing"),
            Wrong::WhiteSpace => {
                return write!(f, "`{text}` has white space around it; remove it");
            }
            Wrong::Unknown => {}
        }
        if text.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
            return write!(f, "`{text}` is a number; write the name of a {kind}");
        }
        write!(f, "unknown {kind} `{text}`; ")?;
        if let Some(name) = self.suggestion() {
            return write!(f, "did you mean `{name}`?");
        }
        if E::ALL.len() > LISTED {
            return write!(f, "write the name of a {kind} in the registry");
        }
        f.write_str("write one of ")?;
        for (index, it) in E::ALL.iter().enumerate() {
            let separator: &str = if index == 0 { "" } else { ", " };
            write!(f, "{separator}`{}`", it.name())?;
        }
        Ok(())
    }
}

/// Makes the public error around an [`UnknownName`].
macro_rules! errors {
    ($($(#[$docs:meta])* $error:ident<$default:ident>, $new:ident, $example:literal;)*) => {$(
        $(#[$docs])*
        pub struct $error<E = $default> {
            name: UnknownName<E>,
        }

        /// Called by what `ports!` emits.
        #[doc(hidden)]
        #[inline]
        #[must_use]
        pub fn $new<E>(text: &str) -> $error<E> {
            $error {
                name: UnknownName::new(text),
            }
        }

        impl<E: Named> $error<E> {
            /// Returns the name or alias nearest to the text, if one is near enough to have
            /// been meant: one slip away, or two from a text of six letters or more.
            ///
            /// A slip is a letter too many, missing, wrong, or swapped with its neighbour. If
            /// text and name have up to four letters, a wrong letter counts only if a vowel
            /// stands for a vowel, or one doubled letter for another (`shh` for `ssh`). At most
            /// a third of the longer one's letters may differ. Texts and names of more than 32
            /// bytes are not compared. A name that is the same but for dashes, underscores, dots
            /// and spaces is the nearest.
            ///
            /// All names are compared with the text, which takes some microseconds a hundred
            /// names.
            ///
            /// ```
            #[doc = $example]
            /// ```
            #[must_use]
            pub fn suggestion(&self) -> Option<&'static str> {
                self.name.suggestion()
            }
        }

        impl<E: Named> fmt::Display for $error<E> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.name.fmt(f)
            }
        }

        impl<E> fmt::Debug for $error<E> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($error), "({:?})"), self.name.text)
            }
        }

        impl<E: Named> core::error::Error for $error<E> {}

        // Not derived: a derive asks the enum for the same traits.
        impl<E> Clone for $error<E> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<E> Copy for $error<E> {}

        impl<E> PartialEq for $error<E> {
            fn eq(&self, other: &Self) -> bool {
                self.name.text == other.name.text
            }
        }

        impl<E> Eq for $error<E> {}

        impl<E> Hash for $error<E> {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.name.text.hash(state);
            }
        }

        /// The text.
        #[cfg(feature = "defmt")]
        impl<E> defmt::Format for $error<E> {
            fn format(&self, f: defmt::Formatter<'_>) {
                defmt::write!(f, "{}({})", stringify!($error), self.name.text);
            }
        }
    )*};
}

impl<E> Clone for UnknownName<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for UnknownName<E> {}

errors! {
    /// The error for a text that is no service's name or alias in the registry `E`.
    ///
    /// The message quotes the text and suggests the name that was meant:
    ///
    /// ```
    /// use port_consts::{ParseServiceError, Service};
    ///
    /// let read: Result<Service, ParseServiceError> = "htps".parse();
    /// assert_eq!(
    ///     read.map_err(|error| error.to_string()),
    ///     Err("unknown service `htps`; did you mean `https`?".to_owned()),
    /// );
    /// ```
    ///
    /// `E` is the enum of the registry, and without it the curated one: `iana::Service` fails
    /// with `ParseServiceError<iana::Service>`.
    ///
    /// Making the error takes nanoseconds: it copies up to 38 bytes of the text. The nearest
    /// name is looked for when the error is displayed. A program that never displays one
    /// doesn't link the search.
    ParseServiceError<Service>, unknown_service,
        "use port_consts::Service;\n\nlet suggestion = \"htps\".parse::<Service>()\
         .map_err(|error| error.suggestion());\n\
         assert_eq!(suggestion, Err(Some(\"https\")));";

    /// The error for a text that is no category's name in the registry whose categories are
    /// `E`.
    ///
    /// ```
    /// use port_consts::{Category, ParseCategoryError};
    ///
    /// let read: Result<Category, ParseCategoryError> = "mial".parse();
    /// assert_eq!(
    ///     read.map_err(|error| error.to_string()),
    ///     Err("unknown category `mial`; did you mean `mail`?".to_owned()),
    /// );
    /// ```
    ParseCategoryError<Category>, unknown_category,
        "use port_consts::Category;\n\nlet suggestion = \"mial\".parse::<Category>()\
         .map_err(|error| error.suggestion());\n\
         assert_eq!(suggestion, Err(Some(\"mail\")));";
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::ToString as _;

    use super::{LISTED, UnknownName};
    use crate::__private::named::Named;

    /// So many services, all of one name.
    #[derive(Clone, Copy)]
    struct Many<const COUNT: usize>;

    impl<const COUNT: usize> Named for Many<COUNT> {
        const KIND: &'static str = "service";
        const ALL: &'static [Self] = &[Self; COUNT];

        fn name(self) -> &'static str {
            "web"
        }

        fn aliases(self) -> &'static [&'static str] {
            &[]
        }

        fn from_name(_: &str) -> Option<Self> {
            None
        }
    }

    #[test]
    fn a_long_list_of_names_is_left_out() {
        let message = UnknownName::<Many<LISTED>>::new("x").to_string();
        let (text, names) = message.split_once("write one of ").unwrap();
        assert_eq!(text, "unknown service `x`; ");
        assert_eq!(names.split(", ").count(), LISTED);
        let message = UnknownName::<Many<{ LISTED + 1 }>>::new("x").to_string();
        assert_eq!(
            message,
            "unknown service `x`; write the name of a service in the registry"
        );
    }
}
