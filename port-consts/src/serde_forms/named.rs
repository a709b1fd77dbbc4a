//! The enums of registries, by their names.

use core::{fmt, marker::PhantomData};

use serde_core::{
    Deserializer, Serializer,
    de::{Error, Visitor},
};

use crate::macro_support::{Named, nearest};

/// Implements `Serialize` and `Deserialize` for an enum of a registry.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident) => {
        /// As the name.
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_name(*self, serializer)
            }
        }

        /// From a name or an alias, without regard to ASCII case.
        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_name(deserializer)
            }
        }
    };
}

/// Writes the name.
///
/// # Errors
///
/// If the serializer has one.
pub fn serialize<E: Named, S: Serializer>(it: E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(it.name())
}

/// Reads a name or an alias.
///
/// # Errors
///
/// If it is none.
pub fn deserialize<'de, E: Named, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(NameVisitor(PhantomData))
}

struct NameVisitor<E>(PhantomData<E>);

impl<E: Named> Visitor<'_> for NameVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a {}", E::KIND)
    }

    fn visit_str<R: Error>(self, name: &str) -> Result<E, R> {
        E::from_name(name).ok_or_else(|| R::custom(Unknown::<E>(name, PhantomData)))
    }
}

/// The message for a name that no variant has.
struct Unknown<'a, E>(&'a str, PhantomData<E>);

/// A registry with more names than this is not listed in a message.
const LISTED: usize = 24;

impl<E: Named> fmt::Display for Unknown<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = E::KIND;
        write!(f, "unknown {kind} `{}`; ", self.0.escape_debug())?;
        if let Some(name) = nearest::<E>(self.0) {
            return write!(f, "did you mean `{name}`?");
        }
        if E::ALL.len() > LISTED {
            return write!(f, "expected the name of a {kind} in the registry");
        }
        f.write_str("expected one of ")?;
        for (index, it) in E::ALL.iter().enumerate() {
            let separator: &str = if index == 0 { "" } else { ", " };
            write!(f, "{separator}`{}`", it.name())?;
        }
        Ok(())
    }
}
