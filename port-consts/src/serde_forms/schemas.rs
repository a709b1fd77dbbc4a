//! The JSON schemas of fields with another form.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    Service,
    schemars::{SchemaText, digits, number, schemas},
};

/// The schema of a field with
/// [`name_or_number`](super::name_or_number): a number, digits, or a
/// service's name.
///
/// ```
/// use port_consts::Port;
///
/// #[derive(serde::Deserialize, schemars::JsonSchema)]
/// struct Listener {
///     #[serde(with = "port_consts::serde_forms::name_or_number")]
///     #[schemars(with = "port_consts::serde_forms::name_or_number::Schema")]
///     port: Port,
/// }
/// # let listener: Listener = serde_json::from_str(r#"{"port":"https"}"#)?;
/// # assert_eq!(listener.port, 443);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum NameOrNumber {}

/// The schema of a field with [`non_zero`](super::non_zero): an integer from 1 to 65535.
///
/// ```
/// use port_consts::Port;
///
/// #[derive(serde::Deserialize, schemars::JsonSchema)]
/// struct Listener {
///     #[serde(with = "port_consts::serde_forms::non_zero")]
///     #[schemars(with = "port_consts::serde_forms::non_zero::Schema")]
///     port: Port,
/// }
/// # let listener: Listener = serde_json::from_str(r#"{"port":443}"#)?;
/// # assert_eq!(listener.port, 443);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum NonZeroPort {}

schemas! {
    NameOrNumber: read read_name_or_number, write name_or_number;
    NonZeroPort: read non_zero, write non_zero;
}

fn non_zero(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 1, "maximum": u16::MAX })
}

fn name_or_number(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "anyOf": [number(generator), generator.subschema_for::<Service>()] })
}

fn read_name_or_number(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "anyOf": [
            number(generator),
            { "type": "string", "pattern": concat!("^0*", digits!(), "$") },
            generator.subschema_for::<Service>(),
        ],
    })
}
