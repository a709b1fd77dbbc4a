//! The feature `serde`, value by value, in JSON and postcard. Config files are in
//! `serde_configs.rs`.

use std::{collections::BTreeMap, fmt::Debug};

use port_consts::{
    Category, HTTPS, Os, Port, PortClass, Service, Side, Transport, TransportPort, Transports, iana,
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
        let name = json!({"port": service.name(), "pair": 1});
        let port = read::<Forms>(&name).map(|it| it.port);
        assert_eq!(port, Ok(service.port()));
        assert!(read::<Port>(&json!(service.name())).is_err());
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
    for (os, name) in Os::ALL.iter().zip(["Linux", "Windows", "macOS", "FreeBSD"]) {
        assert_eq!(written(os), json!(name));
        assert_eq!(read(&json!(name.to_ascii_lowercase())), Ok(*os));
        assert_eq!(binary(os), text(name));
    }
    for (side, name) in Side::ALL.iter().zip(["source", "destination"]) {
        assert_eq!(written(side), json!(name));
        assert_eq!(read(&json!(name.to_ascii_uppercase())), Ok(*side));
        assert_eq!(binary(side), text(name));
    }
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

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Forms {
    #[serde(with = "port_consts::serde_forms::name_or_number")]
    port: Port,
    #[serde(default, with = "port_consts::serde_forms::name_or_number")]
    maybe: Option<Port>,
    #[serde(with = "port_consts::serde_forms::with_transport")]
    pair: (Port, Transport),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct NonZero(#[serde(with = "port_consts::serde_forms::non_zero")] Port);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct MaybeNonZero {
    #[serde(default, with = "port_consts::serde_forms::non_zero")]
    port: Option<Port>,
}

#[test]
fn every_port_but_zero_is_not_zero() {
    for number in 1..=u16::MAX {
        let it = NonZero(Port::new(number));
        assert_eq!(serde_json::to_value(&it).unwrap(), json!(number));
        for json in [json!(number), json!(number.to_string())] {
            assert_eq!(serde_json::from_value::<NonZero>(json).unwrap(), it);
        }
        assert_eq!(binary(&it), postcard::to_stdvec(&number).unwrap());
    }
    let zero = NonZero(Port::ANY);
    let error = serde_json::to_value(&zero).unwrap_err().to_string();
    assert_eq!(
        error,
        "port `0` is reserved; write a number from 1 to 65535"
    );
    assert!(postcard::to_stdvec(&zero).is_err());
    assert!(postcard::from_bytes::<NonZero>(&[0]).is_err());

    let maybe = |port| MaybeNonZero { port };
    assert_eq!(read(&json!({})), Ok(maybe(None)));
    assert_eq!(read(&json!({"port": null})), Ok(maybe(None)));
    assert_eq!(read(&json!({"port": "80"})), Ok(maybe(Some(Port::new(80)))));
    assert!(read::<MaybeNonZero>(&json!({"port": 0})).is_err());
    assert_eq!(written(&maybe(None)), json!({"port": null}));
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
        "unknown transport `tpc` in `1/tpc`; write tcp, udp, sctp or dccp"
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
    let by_number: BTreeMap<Port, u8> = toml::from_str("443 = 1\n80 = 2").unwrap();
    assert_eq!(by_number, BTreeMap::from([(Port::new(80), 2), (HTTPS, 1)]));
}

/// Formats without a type for each number hand over others: `i64`, `u8`, `char`, `String`.
#[test]
fn numbers_and_texts_of_any_kind() {
    type Error = value::Error;
    let signed: value::I64Deserializer<Error> = 443_i64.into_deserializer();
    assert_eq!(Port::deserialize(signed), Ok(HTTPS));
    let small: value::U8Deserializer<Error> = 80_u8.into_deserializer();
    assert_eq!(Port::deserialize(small), Ok(Port::new(80)));
    let owned: value::StringDeserializer<Error> = "443".to_owned().into_deserializer();
    assert_eq!(Port::deserialize(owned), Ok(HTTPS));
    let one: value::CharDeserializer<Error> = '9'.into_deserializer();
    assert_eq!(Port::deserialize(one), Ok(Port::new(9)));
    let borrowed: value::BorrowedStrDeserializer<'_, Error> =
        value::BorrowedStrDeserializer::new("Postgres");
    assert_eq!(Service::deserialize(borrowed), Ok(Service::Postgresql));
}

#[test]
fn a_glob_import_goes_with_serde() {
    let json = json!({ "port": 443 });
    assert_eq!(read::<glob::Listener>(&json).unwrap(), glob::HTTPS_LISTENER);
    assert_eq!(serde_json::to_value(glob::HTTPS_LISTENER).unwrap(), json);
}
