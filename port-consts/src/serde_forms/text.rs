//! Types that are a text in every format, and read it by `FromStr`.

use core::{fmt, marker::PhantomData, str::FromStr};

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
    ser,
};

use crate::{Os, PortClass, Side, Transport, Transports, text::Text};

/// Implements both for types with a name, and with an error that lists all names.
macro_rules! by_name {
    ($($name:ident: $names:literal, $read:literal;)*) => {$(
        /// As the name.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[doc = $read]
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(TextVisitor::new($names))
            }
        }
    )*};
}

by_name! {
    Transport: "tcp, udp, sctp or dccp",
        "From the name, without regard to ASCII case.";
    PortClass: "system, user or dynamic",
        "From the name or one of RFC 6335's other names, without regard to ASCII case.";
    Os: "Linux, Windows, macOS or FreeBSD",
        "From the name, without regard to ASCII case.";
    Side: "source or destination",
        "From the name, without regard to ASCII case.";
}

/// As the names with slashes between.
impl Serialize for Transports {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The longest is "tcp/udp/sctp/dccp".
        let text = Text::<17>::of(format_args!("{self}")).map_err(ser::Error::custom)?;
        serializer.serialize_str(text.as_str())
    }
}

/// From names with slashes between, without regard to ASCII case; from nothing, too.
impl<'de> Deserialize<'de> for Transports {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Set(Transports);

        impl FromStr for Set {
            type Err = <Transports as FromStr>::Err;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if text.is_empty() {
                    return Ok(Self(Transports::EMPTY));
                }
                text.parse().map(Self)
            }
        }

        let visitor = TextVisitor::new("transports, such as tcp/udp");
        let Set(transports) = deserializer.deserialize_str(visitor)?;
        Ok(transports)
    }
}

struct TextVisitor<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<T> TextVisitor<T> {
    fn new(expected: &'static str) -> Self {
        Self {
            expected,
            value: PhantomData,
        }
    }
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}
