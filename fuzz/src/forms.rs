//! The forms of serde: what is read is written so that it is read again.

use std::fmt::Debug;

use port_consts::{
    Category, Port, PortClass, PortRange, PortSet, Service, Transport, TransportPort,
    TransportPortRange, Transports, serde_forms,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Fields with forms of their own.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Fields {
    #[serde(with = "serde_forms::name_or_number")]
    either: Port,
    #[serde(with = "serde_forms::non_zero")]
    listen: Port,
    #[serde(default)]
    more: Vec<TransportPortRange>,
}

/// Reads bytes as all types, in JSON and in a binary format.
pub fn check(bytes: &[u8]) {
    again::<Port>(bytes);
    again::<PortRange>(bytes);
    again::<PortSet>(bytes);
    again::<TransportPort>(bytes);
    again::<TransportPortRange>(bytes);
    again::<Transport>(bytes);
    again::<Transports>(bytes);
    again::<PortClass>(bytes);
    again::<Service>(bytes);
    again::<Category>(bytes);
    again::<Fields>(bytes);
}

fn again<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    match serde_json::from_slice::<T>(bytes) {
        Ok(value) => {
            let written = serde_json::to_string(&value).expect("written");
            let read: T = serde_json::from_str(&written).expect(&written);
            assert_eq!(read, value, "{written}");
            binary(&value);
        }
        // serde's own part repeats a key or a variant as it is.
        Err(error) => assert!(error.to_string().len() < 2000 + bytes.len() * 10, "{error}"),
    }
    if let Ok(value) = postcard::from_bytes::<T>(bytes) {
        binary(&value);
        let written = serde_json::to_string(&value).expect("written");
        assert_eq!(serde_json::from_str::<T>(&written).expect(&written), value);
    }
}

fn binary<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let written = postcard::to_stdvec(value).expect("written");
    assert_eq!(&postcard::from_bytes::<T>(&written).expect("read"), value);
}
