//! The feature `serde`: what is said of values that are not read.

use port_consts::{
    Category, Os, Port, PortClass, PortRange, PortSet, Service, Side, Transport, TransportPort,
    Transports,
};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, IntoDeserializer as _, Visitor, value::I64Deserializer},
};
use serde_json::{Value, json};

mod own {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Plan = "fixtures/plan.csv";
    }
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only its errors count")]
#[serde(transparent)]
struct NameOrNumber(#[serde(with = "port_consts::serde_forms::name_or_number")] Port);

#[derive(Deserialize)]
#[allow(dead_code, reason = "only its errors count")]
#[serde(transparent)]
struct NonZero(#[serde(with = "port_consts::serde_forms::non_zero")] Port);

/// The message, the same from a text and from a tree.
fn message<T: DeserializeOwned>(json: &Value) -> String {
    let Err(tree) = serde_json::from_value::<T>(json.clone()) else {
        panic!("{json} is read");
    };
    let Err(text) = serde_json::from_str::<T>(&json.to_string()) else {
        panic!("{json} is read");
    };
    let text = text.to_string();
    // Without the place, where there is one.
    assert_eq!(
        text.split(" at line ").next(),
        Some(tree.to_string().as_str())
    );
    tree.to_string()
}

/// What every form of a port says of what is no number and no text.
fn check_wrong_types<T: DeserializeOwned>(expected: &str) {
    for (json, words) in [
        (json!(65536), "invalid value: integer `65536`".to_owned()),
        (json!(-1), "invalid value: integer `-1`".to_owned()),
        (
            json!(u64::MAX),
            format!("invalid value: integer `{}`", u64::MAX),
        ),
        (
            json!(443.0),
            "invalid type: floating point `443.0`".to_owned(),
        ),
        (json!(true), "invalid type: boolean `true`".to_owned()),
        (json!(null), "invalid type: null".to_owned()),
        (json!([443]), "invalid type: sequence".to_owned()),
    ] {
        assert_eq!(
            message::<T>(&json),
            format!("{words}, {expected}"),
            "{json}"
        );
    }
}

#[test]
fn errors_of_ports_name_the_value_and_what_is_accepted() {
    check_wrong_types::<Port>("expected a port: a number from 0 to 65535");
    check_wrong_types::<NonZero>("expected a port: a number from 1 to 65535");
    check_wrong_types::<NameOrNumber>(
        "expected a port: a number from 0 to 65535, or a service's name",
    );
    for (text, words) in [
        ("65536", "port `65536` is above 65535"),
        ("", "a port is missing; write a number from 0 to 65535"),
        ("0x50", "`0x50` is hexadecimal; write `80`"),
        (
            "https",
            "`https` is not a number; write a number from 0 to 65535 \
             (`serde_forms::name_or_number` reads names)",
        ),
    ] {
        assert_eq!(message::<Port>(&json!(text)), words);
        let words = words.replace("from 0", "from 1");
        assert_eq!(message::<NonZero>(&json!(text)), words);
    }
    for (text, words) in [
        ("-1", "`-1` is negative; a port is a number from 1 to 65535"),
        (
            "0xFFFFF",
            "`0xFFFFF` is above 65535; a port is a number from 1 to 65535",
        ),
        (
            "none",
            "`none` is not a port; write a number from 1 to 65535",
        ),
        // What the form would refuse is no remedy.
        ("+0", "`+0` has a sign; write a number from 1 to 65535"),
        (
            "0x0",
            "`0x0` is hexadecimal; write a number from 1 to 65535",
        ),
        ("+1", "`+1` has a sign; write `1`"),
    ] {
        assert_eq!(message::<NonZero>(&json!(text)), words);
    }
    let zero = "port `0` is reserved; write a number from 1 to 65535";
    assert_eq!(message::<NonZero>(&json!(0)), zero);
    assert_eq!(message::<NonZero>(&json!("000")), zero);
    for (text, words) in [
        ("65536", "port `65536` is above 65535"),
        (
            "",
            "a port is missing; write a number from 0 to 65535, or a service's name",
        ),
        ("htps", "unknown service `htps`; did you mean `https`?"),
        (
            "no such\nthing",
            "unknown service `no such\\nthing`; \
             write a number from 0 to 65535, or a service's name",
        ),
        (
            "null",
            "`null` is not a port; write a number from 0 to 65535, or a service's name",
        ),
    ] {
        assert_eq!(message::<NameOrNumber>(&json!(text)), words);
    }
    let pair = "expected a port with its transport, such as `443/tcp`, or a service's name";
    for (json, words) in [
        (
            json!("443/tpc"),
            "unknown transport `tpc` in `443/tpc`; write tcp, udp, sctp or dccp".to_owned(),
        ),
        (
            json!("ssh/udp"),
            "`ssh` has no port under udp in this registry; write `ssh/tcp`".to_owned(),
        ),
        (
            json!("htps/udp"),
            "unknown service `htps`; did you mean `https`?".to_owned(),
        ),
        (json!(-1), format!("invalid value: integer `-1`, {pair}")),
        (
            json!(65536),
            format!("invalid value: integer `65536`, {pair}"),
        ),
    ] {
        assert_eq!(message::<TransportPort>(&json), words, "{json}");
    }
}

#[test]
fn errors_of_names_suggest_or_list_what_is_accepted() {
    assert_eq!(
        message::<Service>(&json!("htps")),
        "unknown service `htps`; did you mean `https`?"
    );
    assert_eq!(
        message::<Service>(&json!("no-such-thing")),
        "unknown service `no-such-thing`; write the name of a service in the registry"
    );
    assert_eq!(
        message::<Service>(&json!(443)),
        "invalid type: integer `443`, expected the name of a service"
    );
    assert_eq!(
        message::<own::Plan>(&json!("telemerty")),
        "unknown service `telemerty`; did you mean `telemetry`?"
    );
    let all: Vec<String> = own::Plan::ALL.iter().map(|it| format!("`{it}`")).collect();
    assert_eq!(
        message::<own::Plan>(&json!("no-such-thing")),
        format!(
            "unknown service `no-such-thing`; write one of {}",
            all.join(", ")
        )
    );
    assert_eq!(
        message::<Category>(&json!("mial")),
        "unknown category `mial`; did you mean `mail`?"
    );
    assert_eq!(
        message::<Transport>(&json!("tpc")),
        "unknown transport `tpc`; write tcp, udp, sctp or dccp"
    );
    assert_eq!(
        message::<Transports>(&json!("tcp/upd")),
        "unknown transport `upd`; write tcp, udp, sctp or dccp, \
         or several with a slash between, such as `tcp/udp`"
    );
    assert_eq!(
        message::<PortClass>(&json!("root")),
        "unknown port class `root`; write system, user or dynamic"
    );
    assert_eq!(
        message::<Os>(&json!("BeOS")),
        "unknown system `BeOS`; write Linux, Windows, macOS or FreeBSD"
    );
    assert_eq!(
        message::<Side>(&json!("client")),
        "unknown side `client`; write source or destination"
    );
}

/// A binary format that says what it has, as CBOR does: here it is always `true`.
struct Binary;

impl<'de> Deserializer<'de> for Binary {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_bool(true)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

#[test]
fn errors_of_binary_formats_say_what_is_expected() {
    fn message<T: DeserializeOwned>() -> String {
        let error = T::deserialize(Binary).err().unwrap().to_string();
        let expected = error.strip_prefix("invalid type: boolean `true`, expected ");
        expected.unwrap_or(&error).to_owned()
    }
    assert_eq!(message::<PortSet>(), "a sequence of port ranges");
    assert_eq!(
        message::<TransportPort>(),
        "a port with its transport, such as `443/tcp`, or a service's name"
    );
    assert_eq!(message::<Service>(), "the name of a service");
    assert_eq!(message::<Transport>(), "tcp, udp, sctp or dccp");
    assert_eq!(message::<Transports>(), "transports, such as tcp/udp");
}

/// Formats such as TOML have integers with signs.
#[test]
fn numbers_with_signs_are_ports_too() {
    fn read<T: DeserializeOwned>(number: i64) -> Result<T, String> {
        let number: I64Deserializer<serde::de::value::Error> = number.into_deserializer();
        T::deserialize(number).map_err(|error| error.to_string())
    }
    let https = Port::new(443);
    assert_eq!(read(443), Ok(https));
    assert_eq!(read(443), Ok(PortRange::single(https)));
    assert_eq!(read(443), Ok(PortSet::from(https)));
    assert_eq!(read(443), Ok(TransportPort::new(https, Transport::Tcp)));
    assert!(read::<PortSet>(-1).is_err() && read::<PortSet>(65_536).is_err());
}
