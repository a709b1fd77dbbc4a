//! The feature `schemars`: what the schemas accept is what serde reads and writes.

use jsonschema::Validator;
use port_consts::{Category, Port, PortClass, Service, Transport, TransportPort, Transports, iana};
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

/// What is no port, no service and no transport, and some that are.
fn odd_values() -> Vec<Value> {
    let texts = [
        "",
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
}

#[test]
fn schemas_and_serde_agree_on_odd_values() {
    agree::<Port>();
    agree::<PortClass>();
    agree::<Transport>();
    agree::<Transports>();
    agree::<TransportPort>();
    agree::<Service>();
    agree::<iana::Service>();
    agree::<own::Service>();
    agree::<own::Category>();
    agree::<Category>();
}

#[test]
fn every_port_is_valid() {
    let (port, pair) = (Schemas::of::<Port>(), Schemas::of::<TransportPort>());
    for number in 0..=u16::MAX {
        port.accept_written(&Port::new(number));
        assert!(port.read.is_valid(&json!(number.to_string())));
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
        assert!(!port.read.is_valid(&json!(number.to_string())), "{number}");
    }
}

#[test]
fn every_name_is_valid_and_aliases_are_read_only() {
    let (service, port) = (Schemas::of::<Service>(), Schemas::of::<Port>());
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
    #[schemars(with = "Port")]
    listen: Port,
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
        "listen": "https", "upstream": "ssh/tcp",
        "curated": "https", "own": "metrics", "theirs": "9pfs",
    });
    assert!(validator.is_valid(&json));
    assert!(serde_json::from_value::<Config>(json.clone()).is_ok());
    for (key, wrong) in [
        ("listen", "htps"),
        ("upstream", "443/tpc"),
        ("curated", "9pfs"),
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
        ["Port", "Service", "Service2", "Service3", "TransportPort"]
    );
}
