//! The feature `schemars`: JSON schemas of what the feature `serde` reads and writes.
//!
//! [`Port`] is a plain integer, which Kubernetes takes as structural. That digits in a text are
//! read, too, is left out: the environment has them, files need them not.
//!
//! Ranges and sets are a text with a pattern, for the same reason; that they are read from
//! numbers and lists is left out. A pattern can't compare numbers: `90-80` fits, and fails when
//! it is read.
//!
//! A schema for reading lists names and aliases as the registry writes them, so that an
//! editor can offer them; that they are read in upper case too is left out.

extern crate alloc;

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    __private::named::Named, Os, Port, PortClass, PortRange, PortRanges, PortSet, Service, Side,
    Transport, TransportPort, TransportPortRange, Transports,
};

/// What names and ids of schemas are.
pub type SchemaText = Cow<'static, str>;

/// Implements `JsonSchema` for an enum of a registry.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($name:ident) => {
        #[automatically_derived]
        impl $crate::__private::schemars::JsonSchema for $name {
            fn schema_name() -> $crate::__private::SchemaText {
                $crate::__private::SchemaText::Borrowed(::core::stringify!($name))
            }

            fn schema_id() -> $crate::__private::SchemaText {
                $crate::__private::SchemaText::Borrowed(::core::concat!(
                    ::core::module_path!(),
                    "::",
                    ::core::stringify!($name)
                ))
            }

            fn json_schema(
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::name_schema::<Self>(generator)
            }
        }
    };
}

/// The names; for reading, the aliases too.
pub fn schema<E: Named>(generator: &mut SchemaGenerator) -> Schema {
    let aliases = generator.contract().is_deserialize();
    let names: Vec<&str> = E::ALL
        .iter()
        .flat_map(|it| {
            let others = if aliases { it.aliases() } else { &[] };
            core::iter::once(it.name()).chain(others.iter().copied())
        })
        .collect();
    json_schema!({
        "type": "string",
        "enum": names,
    })
}

/// Implements `JsonSchema` for types of this crate, with a schema for reading and one for
/// writing.
macro_rules! schemas {
    ($($name:ident: read $read:expr, write $write:expr;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> SchemaText {
                stringify!($name).into()
            }

            fn schema_id() -> SchemaText {
                concat!("port_consts::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                if generator.contract().is_deserialize() {
                    $read(generator)
                } else {
                    $write(generator)
                }
            }
        }
    )*};
}

schemas! {
    Port: read number, write number;
    PortRange: read read_port_range, write port_range;
    PortSet: read read_port_set, write port_set;
    PortClass: read read_class, write class;
    Os: read os, write os;
    Side: read side, write side;
    Transport: read transport, write transport;
    TransportPort: read read_transport_port, write transport_port;
    TransportPortRange: read read_transport_port_range, write transport_port_range;
    Transports: read transports, write transports;
}

/// Digits for 0 to 65535. `FromStr` takes leading zeros.
macro_rules! digits {
    () => {
        "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{1,4})"
    };
}

macro_rules! names {
    () => {
        "(tcp|udp|sctp|dccp)"
    };
}

// What the forms of fields need, see `serde_forms`.
#[cfg(feature = "serde")]
pub(crate) use {digits, schemas};

pub(crate) fn number(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 0, "maximum": u16::MAX })
}

/// A port or a range. `FromStr` takes spaces around the dash, too.
macro_rules! run {
    (written) => {
        concat!(digits!(), "(-", digits!(), ")?")
    };
    (read) => {
        concat!("0*", digits!(), "(\\s*-\\s*0*", digits!(), ")?")
    };
}

fn text(pattern: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern })
}

fn port_range(_: &mut SchemaGenerator) -> Schema {
    text(concat!("^", run!(written), "$"))
}

fn read_port_range(_: &mut SchemaGenerator) -> Schema {
    text(concat!("^", run!(read), "$"))
}

fn port_set(_: &mut SchemaGenerator) -> Schema {
    text(concat!("^(", run!(written), "(,", run!(written), ")*)?$"))
}

fn read_port_set(_: &mut SchemaGenerator) -> Schema {
    text(concat!(
        "^\\s*(",
        run!(read),
        "\\s*(,\\s*",
        run!(read),
        "\\s*)*(,\\s*)?)?$"
    ))
}

fn transport_port_range(_: &mut SchemaGenerator) -> Schema {
    text(concat!("^", run!(written), "/", names!(), "$"))
}

fn read_transport_port_range(_: &mut SchemaGenerator) -> Schema {
    text(concat!("^", run!(read), "(/", names!(), ")?$"))
}

/// As the [`PortSet`] of the same ports.
impl<const N: usize> JsonSchema for PortRanges<N> {
    fn schema_name() -> SchemaText {
        PortSet::schema_name()
    }

    fn schema_id() -> SchemaText {
        PortSet::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        PortSet::json_schema(generator)
    }
}

fn transport_port(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": concat!("^", digits!(), "/", names!(), "$") })
}

fn read_transport_port(generator: &mut SchemaGenerator) -> Schema {
    let with_transport: Vec<String> = Service::ALL
        .iter()
        .flat_map(|it| {
            let names = core::iter::once(it.name()).chain(it.aliases().iter().copied());
            names.flat_map(|name| {
                it.transports()
                    .iter()
                    .map(move |under| format!("{name}/{under}"))
            })
        })
        .collect();
    json_schema!({
        "anyOf": [
            number(generator),
            { "type": "string", "pattern": concat!("^0*", digits!(), "(/", names!(), ")?$") },
            generator.subschema_for::<Service>(),
            { "type": "string", "enum": with_transport },
        ],
    })
}

fn class(_: &mut SchemaGenerator) -> Schema {
    any_of(PortClass::ALL.iter().map(|it| it.name()))
}

fn read_class(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "enum": [
            "system", "user", "dynamic", "well-known", "registered", "private", "ephemeral",
        ],
    })
}

fn any_of<'a>(names: impl Iterator<Item = &'a str>) -> Schema {
    json_schema!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}

fn os(_: &mut SchemaGenerator) -> Schema {
    any_of(Os::ALL.iter().map(|it| it.name()))
}

fn side(_: &mut SchemaGenerator) -> Schema {
    any_of(Side::ALL.iter().map(|it| it.name()))
}

fn transport(_: &mut SchemaGenerator) -> Schema {
    any_of(Transport::ALL.iter().map(|it| it.name()))
}

fn transports(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": concat!("^(", names!(), "(/", names!(), ")*)?$"),
    })
}
