//! The feature `serde`, with the formats that people use: JSON, TOML, postcard, and figment.

#![forbid(unsafe_code)]

use std::{collections::BTreeMap, fmt::Debug};

use port_consts::{
    Category, HTTPS, Port, PortClass, Service, Transport, TransportPort, Transports, iana,
};
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IntoDeserializer, value},
};
use serde_json::{Value, json};

/// Features are additive: with them, a glob import takes no other crate's name.
mod glob {
    #[allow(clippy::wildcard_imports, reason = "this is the point")]
    use port_consts::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    pub(crate) struct Listener {
        pub(crate) port: Port,
    }

    pub(crate) const HTTPS_LISTENER: Listener = Listener { port: HTTPS };
}

mod own {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Plan = "fixtures/plan.csv";
    }
}

/// Reads `json` in every way there is, and expects the same each time.
fn read<T: DeserializeOwned + PartialEq + Debug>(json: &Value) -> Result<T, String> {
    let text = json.to_string();
    let place = |error: serde_json::Error| {
        let text = error.to_string();
        text.split(" at line ").next().unwrap().to_owned()
    };
    let borrowed = serde_json::from_str(&text).map_err(place);
    assert_eq!(
        borrowed,
        serde_json::from_slice(text.as_bytes()).map_err(place)
    );
    assert_eq!(
        borrowed,
        serde_json::from_reader(text.as_bytes()).map_err(place)
    );
    assert_eq!(
        borrowed,
        serde_json::from_value(json.clone()).map_err(place)
    );
    borrowed
}

fn written(value: &impl Serialize) -> Value {
    let value_of = serde_json::to_value(value).unwrap();
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(text.parse::<Value>().unwrap(), value_of);
    value_of
}

/// What postcard, which is no human-readable format, makes of `value` and reads back.
fn binary<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Vec<u8> {
    let bytes = postcard::to_stdvec(value).unwrap();
    assert_eq!(postcard::from_bytes::<T>(&bytes).as_ref(), Ok(value));
    // From a stream, where texts are not borrowed from the input.
    let mut scratch = [0; 64];
    let (streamed, _) = postcard::from_io::<T, _>((bytes.as_slice(), &mut scratch)).unwrap();
    assert_eq!(&streamed, value);
    bytes
}

fn text(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    [&[length], text.as_bytes()].concat()
}

#[test]
fn every_port_by_its_number() {
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        assert_eq!(written(&port), json!(number));
        assert_eq!(
            serde_json::from_str::<Port>(&number.to_string()).unwrap(),
            port
        );
        let quoted = format!("\"{number}\"");
        assert_eq!(serde_json::from_str::<Port>(&quoted).unwrap(), port);
        assert_eq!(binary(&port), postcard::to_stdvec(&number).unwrap());
        for transport in Transport::ALL.iter().copied() {
            let it = TransportPort::new(port, transport);
            let text = format!("\"{number}/{transport}\"");
            assert_eq!(serde_json::to_string(&it).unwrap(), text);
            assert_eq!(serde_json::from_str::<TransportPort>(&text).unwrap(), it);
        }
    }
    assert_eq!(read(&json!(443)), Ok(HTTPS));
    assert_eq!(read(&json!("443")), Ok(HTTPS));
    assert_eq!(read(&json!(null)), Ok(None::<Port>));
}

/// Every name and alias, as it is, in upper case, borrowed, owned, and in bytes.
fn names<E>(all: &[E], name: fn(E) -> &'static str, aliases: fn(E) -> &'static [&'static str])
where
    E: Copy + PartialEq + Debug + Serialize + DeserializeOwned,
{
    for it in all.iter().copied() {
        assert_eq!(serde_json::to_value(it).unwrap(), name(it));
        assert_eq!(binary(&it), text(name(it)));
        for name in std::iter::once(name(it)).chain(aliases(it).iter().copied()) {
            for text in [name.to_owned(), name.to_ascii_uppercase()] {
                let json = json!(text);
                assert_eq!(serde_json::from_str::<E>(&json.to_string()).unwrap(), it);
                assert_eq!(serde_json::from_value::<E>(json).unwrap(), it);
                let bytes = postcard::to_stdvec(&text).unwrap();
                assert_eq!(postcard::from_bytes::<E>(&bytes), Ok(it));
            }
        }
    }
}

#[test]
fn every_service_by_its_names() {
    names(Service::ALL, Service::name, Service::aliases);
    names(
        iana::Service::ALL,
        iana::Service::name,
        iana::Service::aliases,
    );
    names(own::Plan::ALL, own::Plan::name, own::Plan::aliases);
    names(Category::ALL, Category::name, |_| &[]);
    names(own::Category::ALL, own::Category::name, |_| &[]);
    for service in Service::ALL {
        assert_eq!(read(&json!(service.name())), Ok(service.port()));
        let tcp_first = read::<TransportPort>(&json!(service.name())).unwrap();
        assert_eq!(Ok(tcp_first), service.name().parse());
    }
}

#[test]
fn transports_sets_and_ranges_by_their_names() {
    for transport in Transport::ALL {
        assert_eq!(written(transport), json!(transport.name()));
        assert_eq!(
            read(&json!(transport.name().to_ascii_uppercase())),
            Ok(*transport)
        );
        assert_eq!(binary(transport), text(transport.name()));
    }
    for range in PortClass::ALL {
        assert_eq!(written(range), json!(range.name()));
        assert_eq!(read(&json!(range.name())), Ok(*range));
        assert_eq!(binary(range), text(range.name()));
    }
    assert_eq!(read(&json!("Well-Known")), Ok(PortClass::System));
    for bits in 0_u8..16 {
        let transports = Transport::ALL.iter().copied();
        let set: Transports = transports
            .filter(|it| bits & (1 << *it as u8) != 0)
            .collect();
        assert_eq!(written(&set), json!(set.to_string()));
        assert_eq!(read(&json!(set.to_string())), Ok(set));
        assert_eq!(binary(&set), text(&set.to_string()));
    }
    let https = TransportPort::new(HTTPS, Transport::Tcp);
    assert_eq!(binary(&https), text("443/tcp"));
    for json in [json!(443), json!("443"), json!("443/TCP"), json!("https")] {
        assert_eq!(read(&json), Ok(https), "{json}");
    }
}

fn message<T: DeserializeOwned + PartialEq + Debug>(json: &Value) -> String {
    read::<T>(json).unwrap_err()
}

#[test]
fn errors_of_ports_name_the_value_and_what_is_accepted() {
    let port = "expected a port: a number from 0 to 65535, or a service's name";
    for (json, words) in [
        (
            json!(65536),
            format!("invalid value: integer `65536`, {port}"),
        ),
        (json!(-1), format!("invalid value: integer `-1`, {port}")),
        (
            json!(u64::MAX),
            format!("invalid value: integer `{}`, {port}", u64::MAX),
        ),
        (
            json!(443.0),
            format!("invalid type: floating point `443.0`, {port}"),
        ),
        (json!(true), format!("invalid type: boolean `true`, {port}")),
        (json!(null), format!("invalid type: null, {port}")),
        (json!([443]), format!("invalid type: sequence, {port}")),
        (
            json!("65536"),
            "invalid port `65536`: a port number is 65535 at the most".to_owned(),
        ),
        (
            json!(""),
            "invalid port ``: a port number is missing: digits are expected, 0 to 65535".to_owned(),
        ),
        (
            json!("htps"),
            "unknown service `htps`; did you mean `https`?".to_owned(),
        ),
        (
            json!("no such\nthing"),
            "unknown service `no such\\nthing`; \
             a port is a number from 0 to 65535, or a service's name"
                .to_owned(),
        ),
    ] {
        assert_eq!(message::<Port>(&json), words, "{json}");
    }
    for (json, words) in [
        (
            json!("443/tpc"),
            "invalid port `443/tpc`: a transport is tcp, udp, sctp or dccp",
        ),
        (
            json!("ssh/udp"),
            "invalid port `ssh/udp`: `ssh` has no port under udp; it has tcp",
        ),
        (
            json!("htps/udp"),
            "unknown service `htps/udp`; did you mean `https`?",
        ),
        (
            json!(-1),
            "invalid value: integer `-1`, \
             expected a port with its transport, such as `443/tcp`, or a service's name",
        ),
        (
            json!(65536),
            "invalid value: integer `65536`, \
             expected a port with its transport, such as `443/tcp`, or a service's name",
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
        "unknown service `no-such-thing`; expected the name of a service in the registry"
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
            "unknown service `no-such-thing`; expected one of {}",
            all.join(", ")
        )
    );
    assert_eq!(
        message::<Category>(&json!("mial")),
        "unknown category `mial`; did you mean `mail`?"
    );
    assert_eq!(
        message::<Transport>(&json!("tpc")),
        "unknown transport `tpc`; expected tcp, udp, sctp or dccp"
    );
    assert_eq!(
        message::<Transports>(&json!("tcp/upd")),
        "unknown transport in `tcp/upd`; expected transports, such as tcp/udp"
    );
    assert_eq!(
        message::<PortClass>(&json!("root")),
        "unknown port range `root`; expected system, user or dynamic"
    );
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Forms {
    #[serde(with = "port_consts::serde_forms::name_or_number")]
    port: Port,
    #[serde(default, with = "port_consts::serde_forms::name_or_number")]
    maybe: Option<Port>,
    #[serde(with = "port_consts::serde_forms::with_transport")]
    pair: (Port, Transport),
}

fn forms(port: Port, maybe: Option<Port>) -> Forms {
    let pair = (port, Transport::Udp);
    Forms { port, maybe, pair }
}

#[test]
fn every_port_by_name_or_number_is_read_back() {
    let mut named = 0;
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        let it = forms(port, Some(port));
        let json = serde_json::to_value(&it).unwrap();
        assert_eq!(json["port"], json["maybe"]);
        assert_eq!(json["pair"], format!("{number}/udp"));
        let services: std::collections::BTreeSet<_> = Transport::ALL
            .iter()
            .flat_map(|transport| Service::candidates(port, *transport))
            .collect();
        match json["port"].as_str() {
            Some(name) => {
                named += 1;
                assert_eq!(services.len(), 1, "{number}");
                assert_eq!(services.first().unwrap().name(), name);
            }
            None => assert_eq!(json["port"], number),
        }
        assert_eq!(serde_json::from_value::<Forms>(json).unwrap(), it);
        let bytes = binary(&forms(port, None));
        assert!(bytes.starts_with(&postcard::to_stdvec(&number).unwrap()));
    }
    assert!(named > 600, "{named}");
    let name = |number| written(&forms(Port::new(number), None))["port"].clone();
    assert_eq!(name(443), "https");
    assert_eq!(name(514), 514, "shell under tcp, syslog under udp");
    assert_eq!(name(6001), 6001, "x11 is read as 6000");
    assert_eq!(name(8443), 8443, "several services");
}

#[test]
fn fields_that_are_missing_or_wrong() {
    let json = json!({"port": 1, "pair": "https"});
    let it: Forms = read(&json).unwrap();
    assert_eq!(it.maybe, None);
    assert_eq!(it.pair, (HTTPS, Transport::Tcp));
    assert_eq!(
        written(&it),
        json!({"port": "tcpmux", "maybe": null, "pair": "443/tcp"})
    );
    assert_eq!(
        read::<Forms>(&json!({"port": 1, "maybe": null, "pair": 443}))
            .unwrap()
            .maybe,
        None
    );
    assert_eq!(
        read::<Forms>(&json!({"port": "htps"})).unwrap_err(),
        "unknown service `htps`; did you mean `https`?"
    );
    assert_eq!(
        read::<Forms>(&json!({"port": 1, "pair": "1/tpc"})).unwrap_err(),
        "invalid port `1/tpc`: a transport is tcp, udp, sctp or dccp"
    );
}

#[test]
fn ports_and_services_as_keys() {
    let map = BTreeMap::from([(HTTPS, Service::Https)]);
    let json = serde_json::to_string(&map).unwrap();
    assert_eq!(json, r#"{"443":"https"}"#);
    assert_eq!(
        serde_json::from_str::<BTreeMap<Port, Service>>(&json).unwrap(),
        map
    );
    let map = BTreeMap::from([(Service::Https, TransportPort::from((HTTPS, Transport::Udp)))]);
    let toml = toml::to_string(&map).unwrap();
    assert_eq!(toml, "https = \"443/udp\"\n");
    assert_eq!(
        toml::from_str::<BTreeMap<Service, TransportPort>>(&toml).unwrap(),
        map
    );
    let by_name: BTreeMap<Port, u8> = toml::from_str("https = 1\n80 = 2").unwrap();
    assert_eq!(by_name, BTreeMap::from([(Port::new(80), 2), (HTTPS, 1)]));
}

/// Formats without a type for each number hand over others: `i64`, `u8`, `char`, `String`.
#[test]
fn numbers_and_texts_of_any_kind() {
    type Error = value::Error;
    let signed: value::I64Deserializer<Error> = 443_i64.into_deserializer();
    assert_eq!(Port::deserialize(signed), Ok(HTTPS));
    let small: value::U8Deserializer<Error> = 80_u8.into_deserializer();
    assert_eq!(Port::deserialize(small), Ok(Port::new(80)));
    let owned: value::StringDeserializer<Error> = "https".to_owned().into_deserializer();
    assert_eq!(Port::deserialize(owned), Ok(HTTPS));
    let one: value::CharDeserializer<Error> = '9'.into_deserializer();
    assert_eq!(Port::deserialize(one), Ok(Port::new(9)));
    let borrowed: value::BorrowedStrDeserializer<'_, Error> =
        value::BorrowedStrDeserializer::new("Postgres");
    assert_eq!(Service::deserialize(borrowed), Ok(Service::Postgresql));
}

#[derive(Debug, PartialEq, Deserialize)]
struct Config {
    listen: Port,
    metrics: Option<Port>,
    upstream: TransportPort,
    allow: Vec<Service>,
    plan: own::Plan,
}

const CONFIG: &str = r#"
listen = "https"
upstream = "53/udp"
allow = ["SSH", "postgres"]
plan = "metrics"
"#;

fn config() -> Config {
    Config {
        listen: HTTPS,
        metrics: None,
        upstream: TransportPort::new(Port::new(53), Transport::Udp),
        allow: vec![Service::Ssh, Service::Postgresql],
        plan: own::Plan::Telemetry,
    }
}

#[test]
fn a_config_in_toml() {
    assert_eq!(toml::from_str::<Config>(CONFIG).unwrap(), config());
    let error = toml::from_str::<Config>(&CONFIG.replace("SSH", "shh")).unwrap_err();
    assert_eq!(
        error.message(),
        "unknown service `shh`; did you mean `ssh`?"
    );
    let span = error.span().unwrap();
    assert_eq!(&CONFIG.replace("SSH", "shh")[span], "\"shh\"");
    assert!(error.to_string().contains("line 4, column 10"), "{error}");
}

#[test]
#[allow(clippy::result_large_err, reason = "figment's own error")]
fn a_config_of_a_file_and_the_environment() {
    use figment::{
        Figment, Jail,
        providers::{Env, Format, Toml},
    };

    Jail::expect_with(|jail| {
        jail.create_file("app.toml", CONFIG)?;
        jail.set_env("APP_METRICS", "9100");
        let load = || {
            let figment = Figment::from(Toml::file("app.toml"));
            figment.merge(Env::prefixed("APP_")).extract::<Config>()
        };
        let expected = Config {
            metrics: Some(Port::new(9100)),
            ..config()
        };
        assert_eq!(load()?, expected);

        jail.set_env("APP_LISTEN", "htps");
        let error = load().unwrap_err().to_string();
        assert!(
            error.contains("unknown service `htps`; did you mean `https`?"),
            "{error}"
        );
        assert!(
            error.contains("listen") || error.contains("LISTEN"),
            "{error}"
        );
        Ok(())
    });
}

#[test]
fn a_glob_import_goes_with_serde() {
    let json = json!({ "port": 443 });
    assert_eq!(read::<glob::Listener>(&json).unwrap(), glob::HTTPS_LISTENER);
    assert_eq!(serde_json::to_value(glob::HTTPS_LISTENER).unwrap(), json);
}
