//! The feature `schemars`: what the schemas accept is what serde reads and writes.

use jsonschema::Validator;
use port_consts::{
    Category, Os, Port, PortClass, PortRanges, PortSet, Service, Side, Transport, TransportPort,
    Transports, iana,
};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

mod own {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Service = "fixtures/plan.csv";
    }
}

fn read_schema<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    settings.into_generator().into_root_schema_for::<T>()
}

fn written_schema<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
}

fn validator(schema: &Schema) -> Validator {
    jsonschema::draft202012::meta::validate(schema.as_value()).unwrap();
    jsonschema::validator_for(schema.as_value()).unwrap()
}

/// Checks values that serde reads or writes, and values that it refuses.
struct Schemas {
    read: Validator,
    written: Validator,
}

impl Schemas {
    fn of<T: JsonSchema>() -> Self {
        Self {
            read: validator(&read_schema::<T>()),
            written: validator(&written_schema::<T>()),
        }
    }

    fn accept_written<T: Serialize>(&self, value: &T) {
        let json = serde_json::to_value(value).unwrap();
        assert!(self.written.is_valid(&json), "written: {json}");
        assert!(self.read.is_valid(&json), "read back: {json}");
    }

    fn agree_on_reading<T: DeserializeOwned>(&self, json: &Value) {
        let is_read = serde_json::from_value::<T>(json.clone()).is_ok();
        assert_eq!(self.read.is_valid(json), is_read, "{json}");
    }
}

/// A port by its number or name.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
struct NameOrNumber(
    #[serde(with = "port_consts::serde_forms::name_or_number")]
    #[schemars(with = "port_consts::serde_forms::name_or_number::Schema")]
    Port,
);

/// A port that is not 0.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
struct NonZero(
    #[serde(with = "port_consts::serde_forms::non_zero")]
    #[schemars(with = "port_consts::serde_forms::non_zero::Schema")]
    Port,
);

/// What is no port, no service and no transport, and some that are.
fn odd_values() -> Vec<Value> {
    let texts = [
        "",
        "Linux",
        "source",
        " ",
        "0",
        "00",
        "0443",
        "443",
        "65535",
        "65536",
        "99999",
        "655350",
        "100000",
        "+1",
        "-1",
        "1.0",
        "9pfs",
        "htps",
        "https",
        "https ",
        "tcp",
        "udp",
        "tpc",
        "tcp/udp",
        "tcp/",
        "/tcp",
        "tcp/tpc",
        "tcp tcp",
        "443/",
        "443/tcp",
        "65536/tcp",
        "443/tcp/udp",
        "user",
        "usr",
        "well-known",
        "web",
        "wob",
        "telemetry",
        "metrics",
    ];
    let texts = texts.into_iter().map(Value::from);
    let numbers = [-1, 0, 1, 443, 65535, 65536].map(Value::from);
    let others = [
        json!(null),
        json!(true),
        json!(443.5),
        json!([443]),
        json!({"a": 1}),
    ];
    texts.chain(numbers).chain(others).collect()
}

fn agree<T: JsonSchema + DeserializeOwned>() {
    let schemas = Schemas::of::<T>();
    for json in odd_values() {
        schemas.agree_on_reading::<T>(&json);
    }
    let mut values = odd_values().into_iter();
    assert!(values.any(|json| !schemas.written.is_valid(&json)));
}

#[test]
fn schemas_and_serde_agree_on_odd_values() {
    agree::<NameOrNumber>();
    agree::<Os>();
    agree::<PortClass>();
    agree::<Side>();
    agree::<Transport>();
    agree::<Transports>();
    agree::<TransportPort>();
    agree::<Service>();
    agree::<iana::Service>();
    agree::<own::Service>();
    agree::<own::Category>();
    agree::<Category>();
}

/// Digits in a text are read, for the sake of environment variables, and no schema has them:
/// one type is what makes it structural.
#[test]
fn schemas_of_numbers_are_plain_integers() {
    fn check<T: JsonSchema + DeserializeOwned>(least: u16) {
        for settings in [
            SchemaSettings::draft2020_12().for_deserialize(),
            SchemaSettings::draft2020_12().for_serialize(),
        ] {
            let settings = settings.with(|it| it.inline_subschemas = true);
            let mut schema = settings
                .into_generator()
                .into_root_schema_for::<T>()
                .to_value();
            let fields = schema.as_object_mut().unwrap();
            for what_it_is_called in ["$schema", "title", "description"] {
                fields.remove(what_it_is_called);
            }
            let expected = json!({"type": "integer", "minimum": least, "maximum": 65535});
            assert_eq!(schema, expected);
        }
        let read = validator(&read_schema::<T>());
        for json in odd_values() {
            let is_read = serde_json::from_value::<T>(json.clone()).is_ok();
            assert_eq!(read.is_valid(&json), is_read && json.is_number(), "{json}");
        }
    }
    check::<Port>(0);
    check::<NonZero>(1);
}

#[test]
fn every_port_is_valid() {
    let (port, pair) = (Schemas::of::<Port>(), Schemas::of::<TransportPort>());
    let named = Schemas::of::<NameOrNumber>();
    for number in 0..=u16::MAX {
        port.accept_written(&Port::new(number));
        named.accept_written(&NameOrNumber(Port::new(number)));
        assert!(named.read.is_valid(&json!(number.to_string())));
        for transport in Transport::ALL.iter().copied() {
            pair.accept_written(&TransportPort::new(Port::new(number), transport));
        }
    }
    assert!(!port.written.is_valid(&json!("443")), "a number is written");
    assert!(
        !pair.written.is_valid(&json!("https")),
        "a number is written"
    );
    // Strings of digits, far beyond.
    for number in 65_536..=100_000 {
        assert!(!named.read.is_valid(&json!(number.to_string())), "{number}");
    }
}

#[test]
fn every_name_is_valid_and_aliases_are_read_only() {
    let (service, port) = (Schemas::of::<Service>(), Schemas::of::<NameOrNumber>());
    let pair = Schemas::of::<TransportPort>();
    for it in Service::ALL {
        service.accept_written(it);
        for name in std::iter::once(it.name()).chain(it.aliases().iter().copied()) {
            let json = json!(name);
            service.agree_on_reading::<Service>(&json);
            assert!(service.read.is_valid(&json), "{name}");
            assert_eq!(service.written.is_valid(&json), name == it.name(), "{name}");
            assert!(
                port.read.is_valid(&json) && pair.read.is_valid(&json),
                "{name}"
            );
            for transport in it.transports() {
                assert!(pair.read.is_valid(&json!(format!("{name}/{transport}"))));
            }
        }
    }
    let iana = Schemas::of::<iana::Service>();
    for it in iana::Service::ALL.iter().step_by(50) {
        iana.accept_written(it);
    }
    let sets = Schemas::of::<Transports>();
    for bits in 0_u8..16 {
        let all = Transport::ALL.iter().copied();
        sets.accept_written(
            &all.filter(|it| bits >> *it as u8 & 1 == 1)
                .collect::<Transports>(),
        );
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
struct Config {
    #[serde(with = "port_consts::serde_forms::name_or_number")]
    #[schemars(with = "port_consts::serde_forms::name_or_number::Schema")]
    listen: Port,
    #[serde(default, with = "port_consts::serde_forms::name_or_number")]
    #[schemars(with = "Option<port_consts::serde_forms::name_or_number::Schema>")]
    admin: Option<Port>,
    metrics: Port,
    upstream: Option<TransportPort>,
    curated: Service,
    own: own::Service,
    theirs: iana::Service,
}

#[test]
fn registries_of_one_name_are_told_apart_in_one_schema() {
    let schema = read_schema::<Config>();
    let validator = validator(&schema);
    let json = json!({
        "listen": "https", "metrics": 9100, "upstream": "ssh/tcp",
        "curated": "https", "own": "metrics", "theirs": "9pfs",
    });
    assert!(validator.is_valid(&json));
    assert!(serde_json::from_value::<Config>(json.clone()).is_ok());
    for (key, wrong) in [
        ("listen", "htps"),
        ("admin", "htps"),
        ("metrics", "https"),
        ("upstream", "443/tpc"),
        ("curated", "3com-tsmux"),
        ("own", "https"),
        ("theirs", "metrics"),
    ] {
        let mut json = json.clone();
        json[key] = wrong.into();
        assert!(!validator.is_valid(&json), "{key}");
        assert!(serde_json::from_value::<Config>(json).is_err(), "{key}");
    }
    let definitions = schema.get("$defs").unwrap().as_object().unwrap();
    let names: Vec<&str> = definitions.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "NameOrNumber",
            "Port",
            "Service",
            "Service2",
            "Service3",
            "TransportPort"
        ]
    );
}

/// In one schema, sets of both types have one definition.
#[test]
fn sets_of_both_types_have_one_schema() {
    assert_eq!(PortRanges::<2>::schema_id(), PortSet::schema_id());
    assert_eq!(PortRanges::<2>::schema_name(), PortSet::schema_name());
    assert_eq!(read_schema::<PortRanges<2>>(), read_schema::<PortSet>());
    assert_eq!(
        written_schema::<PortRanges<2>>(),
        written_schema::<PortSet>()
    );
}

/// A field of a Kubernetes resource, as `kube` derives it: `OpenAPI` 3, all in one piece.
#[derive(Serialize, Deserialize, JsonSchema)]
struct ListenerSpec {
    port: Port,
    #[serde(default)]
    metrics: Option<Port>,
    #[serde(with = "port_consts::serde_forms::non_zero")]
    #[schemars(with = "port_consts::serde_forms::non_zero::Schema")]
    target: Port,
    #[serde(default, with = "port_consts::serde_forms::non_zero")]
    #[schemars(with = "Option<port_consts::serde_forms::non_zero::Schema>")]
    admin: Option<Port>,
    more: Vec<Port>,
    transport: Transport,
    transports: Transports,
    class: PortClass,
    category: Category,
    protocol: own::Service,
}

/// What the API server refuses in the schema of a CRD: a reference, alternatives, more types
/// than one, a value without a type.
fn check_structure(path: &str, schema: &Value) {
    let fields = schema.as_object().unwrap();
    for (key, value) in fields {
        match key.as_str() {
            "properties" => {
                for (name, schema) in value.as_object().unwrap() {
                    check_structure(&format!("{path}.{name}"), schema);
                }
            }
            "items" => check_structure(&format!("{path}[]"), value),
            "type" => assert!(value.is_string(), "{path}: {value}"),
            "title" | "description" | "default" | "nullable" | "required" | "enum" | "pattern"
            | "minimum" | "maximum" | "$schema" => {}
            _ => panic!("{path}: `{key}` is not structural"),
        }
    }
    assert!(fields.contains_key("type"), "{path} has no type");
}

#[test]
fn fields_of_a_kubernetes_resource_are_structural() {
    let settings = SchemaSettings::openapi3().with(|it| it.inline_subschemas = true);
    let schema = settings
        .into_generator()
        .into_root_schema_for::<ListenerSpec>();
    check_structure("spec", schema.as_value());
    let property = |name: &str| schema.as_value()["properties"][name].clone();
    assert_eq!(property("port")["type"], "integer");
    assert_eq!(property("target")["minimum"], 1);
    assert_eq!(property("metrics")["maximum"], 65535);
}
