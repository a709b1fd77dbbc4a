//! Ranges and sets in files, messages, flags, schemas, logs and fuzzers: serde, clap, schemars,
//! defmt and arbitrary.

use std::{collections::BTreeSet, fmt::Debug};

use arbitrary::{Arbitrary, Unstructured};
use clap::Parser;
use port_consts::{
    Flow, Port, PortRange, PortRanges, PortSet, Transport, TransportPortRange, port_set,
};
use proptest::{collection::vec, prelude::any, prop_assert, prop_assert_eq, proptest};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn range(first: u16, last: u16) -> PortRange {
    PortRange::new(Port::new(first), Port::new(last)).unwrap()
}

fn read<T: DeserializeOwned>(json: &Value) -> Result<T, String> {
    serde_json::from_value(json.clone()).map_err(|error| error.to_string())
}

/// What postcard makes of `value` and reads back.
fn binary<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Vec<u8> {
    let bytes = postcard::to_stdvec(value).unwrap();
    assert_eq!(postcard::from_bytes::<T>(&bytes).as_ref(), Ok(value));
    bytes
}

#[test]
fn ranges_are_a_text_for_people_and_numbers_for_programs() {
    for (first, last) in [(0, 0), (80, 80), (8000, 8100), (0, 65535), (65534, 65535)] {
        let it = range(first, last);
        let json = json!(it.to_string());
        assert_eq!(serde_json::to_value(it).unwrap(), json);
        assert_eq!(read(&json), Ok(it));
        assert_eq!(binary(&it), postcard::to_stdvec(&(first, last)).unwrap());
        for transport in Transport::ALL {
            let it = TransportPortRange::new(it, *transport);
            let json = json!(it.to_string());
            assert_eq!(serde_json::to_value(it).unwrap(), json);
            assert_eq!(read(&json), Ok(it));
            let number = transport.protocol_number();
            let numbers = postcard::to_stdvec(&(first, last, number)).unwrap();
            assert_eq!(binary(&it), numbers);
        }
    }
    // What an environment variable is to figment: a number.
    assert_eq!(read(&json!(443)), Ok(range(443, 443)));
    let tcp = TransportPortRange::new(range(443, 443), Transport::Tcp);
    assert_eq!(read(&json!(443)), Ok(tcp));

    for (json, message) in [
        (
            json!("90-80"),
            "the range `90-80` is reversed; write `80-90`",
        ),
        (
            json!("80-"),
            "the range `80-` has no last port; write `80-65535`",
        ),
        (
            json!(65536),
            "invalid value: integer `65536`, \
             expected a port such as `443`, or a range such as `8000-8100`",
        ),
        (
            json!(-1),
            "invalid value: integer `-1`, \
             expected a port such as `443`, or a range such as `8000-8100`",
        ),
        (
            json!(["80", "90"]),
            "invalid type: sequence, \
             expected a port such as `443`, or a range such as `8000-8100`",
        ),
    ] {
        assert_eq!(read::<PortRange>(&json), Err(message.to_owned()));
    }
    let reversed = postcard::to_stdvec(&(90_u16, 80_u16)).unwrap();
    assert!(postcard::from_bytes::<PortRange>(&reversed).is_err());
    let icmp = postcard::to_stdvec(&(80_u16, 90_u16, 1_u8)).unwrap();
    assert!(postcard::from_bytes::<TransportPortRange>(&icmp).is_err());
}

#[test]
fn sets_are_read_from_a_text_a_list_or_a_number() {
    let set: PortSet = "80,443,8000-8100".parse().unwrap();
    for json in [
        json!("80,443,8000-8100"),
        json!(" 8000-8100, 80, 443, "),
        json!([80, "443", "8000-8100"]),
        json!(["8000 - 8050", "8051-8100", 443, 80, 80]),
    ] {
        assert_eq!(read::<PortSet>(&json), Ok(set.clone()), "{json}");
    }
    assert_eq!(read::<PortSet>(&json!(443)), Ok(range(443, 443).into()));
    for empty in [json!(""), json!([])] {
        assert_eq!(read(&empty), Ok(PortSet::new()));
    }
    assert_eq!(serde_json::to_string(&set).unwrap(), "\"80,443,8000-8100\"");

    for (json, message) in [
        (
            json!("80,x"),
            "item 2: `x` is not a port or a range; write a port such as `443`, or a range such as `8000-8100`",
        ),
        (
            json!([80, "90-85"]),
            "item 2: the range `90-85` is reversed; write `85-90`",
        ),
        (
            json!([80, "90,91"]),
            "item 2: `90,91` is a list; write one range",
        ),
        (
            json!("80,10,000-20,000"),
            "item 2: `10,000-20,000` has a separator of thousands; write `10000-20000`",
        ),
        (
            json!([80, "10,000-20,000"]),
            "item 2: `10,000-20,000` has a separator; if it is one range, write `10000-20000`",
        ),
        (
            json!([""]),
            "item 1: the ports are missing; write a port such as `443`, or a range such as `8000-8100`",
        ),
        (
            json!([80, 443, 65536]),
            "invalid value: integer `65536`, expected a port or a range such as `8000-8100` as item 3",
        ),
        (
            json!([80, [443]]),
            "invalid type: sequence, expected a port or a range such as `8000-8100` as item 2",
        ),
        (
            json!([80, null]),
            "invalid type: null, expected a port or a range such as `8000-8100` as item 2",
        ),
        (
            json!(null),
            "invalid type: null, expected ports such as `80,443,8000-8100`, or a list of ports and ranges",
        ),
        (
            json!(70000),
            "invalid value: integer `70000`, expected ports such as `80,443,8000-8100`, or a list of ports and ranges",
        ),
    ] {
        assert_eq!(read::<PortSet>(&json).unwrap_err(), message, "{json}");
    }
}

#[test]
fn sets_are_runs_in_binary_formats() {
    let set: PortSet = "80,443,8000-8100".parse().unwrap();
    let runs = [(80_u16, 80_u16), (443, 443), (8000, 8100)];
    assert_eq!(binary(&set), postcard::to_stdvec(runs.as_slice()).unwrap());
    // The constant set is written as the other, and read as it.
    let ranges: PortRanges<3> = port_set!("80, 443, 8000-8100");
    assert_eq!(
        serde_json::to_value(ranges).unwrap(),
        json!("80,443,8000-8100")
    );
    assert_eq!(postcard::to_stdvec(&ranges).unwrap(), binary(&set));

    assert_eq!(binary(&PortSet::new()), [0]);
    assert_eq!(binary(&PortSet::full()).len(), 1 + 1 + 3);
    let odd: PortSet = (0..=u16::MAX).step_by(2).map(Port::new).collect();
    let text = serde_json::to_string(&odd).unwrap();
    assert_eq!(serde_json::from_str::<PortSet>(&text).unwrap(), odd);
    binary(&odd);
}

proptest! {
    #[test]
    fn every_set_comes_back(runs in vec((any::<u16>(), any::<u16>()), 0..20)) {
        let set: PortSet = runs.iter().map(|(a, b)| range(*a.min(b), *a.max(b))).collect();
        let text = serde_json::to_string(&set).unwrap();
        prop_assert_eq!(&serde_json::from_str::<PortSet>(&text).unwrap(), &set);
        let list: Vec<PortRange> = set.ranges().collect();
        let text = serde_json::to_string(&list).unwrap();
        prop_assert_eq!(&serde_json::from_str::<PortSet>(&text).unwrap(), &set);
        prop_assert!(binary(&set).len() <= 1 + 6 * set.range_count());
    }

    #[test]
    fn no_text_panics(text in "[-0-9, /a-z]{0,20}") {
        let json = json!(text);
        prop_assert_eq!(read::<PortSet>(&json).ok(), text.parse().ok());
        prop_assert_eq!(read::<PortRange>(&json).ok(), text.parse().ok());
        prop_assert_eq!(read::<TransportPortRange>(&json).ok(), text.parse().ok());
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
struct Firewall {
    allow: PortSet,
    deny: Option<PortSet>,
    passive: PortRange,
    forward: Vec<TransportPortRange>,
}

fn firewall() -> Firewall {
    Firewall {
        allow: port_set!("22, 443, 8000-8100").into(),
        deny: None,
        passive: range(50000, 50100),
        forward: vec!["27015-27030/udp".parse().unwrap()],
    }
}

const TOML: &str = r#"
allow = ["8000-8100", 443, 22]
passive = "50000-50100"
forward = ["27015-27030/udp"]
"#;

#[test]
fn config_files() {
    assert_eq!(toml::from_str::<Firewall>(TOML).unwrap(), firewall());
    let yaml = "allow: [22, 443, 8000-8100]\npassive: 50000-50100\nforward:\n- 27015-27030/udp\n";
    assert_eq!(
        serde_norway::from_str::<Firewall>(yaml).unwrap(),
        firewall()
    );
    let written = toml::to_string(&firewall()).unwrap();
    assert_eq!(toml::from_str::<Firewall>(&written).unwrap(), firewall());
    let written = serde_norway::to_string(&firewall()).unwrap();
    assert_eq!(
        serde_norway::from_str::<Firewall>(&written).unwrap(),
        firewall()
    );
    let wrong = TOML.replace("8000-8100", "8100-8000");
    let error = toml::from_str::<Firewall>(&wrong).unwrap_err();
    assert_eq!(
        error.message(),
        "item 1: the range `8100-8000` is reversed; write `8000-8100`"
    );
    assert_eq!(&wrong[error.span().unwrap()], "\"8100-8000\"");
}

#[test]
#[allow(clippy::result_large_err, reason = "figment's own error")]
fn a_set_in_the_environment() {
    use figment::{
        Figment, Jail,
        providers::{Env, Format, Toml},
    };

    Jail::expect_with(|jail| {
        jail.create_file("app.toml", TOML)?;
        for (text, expected) in [
            ("22,443,8000-8100", "22,443,8000-8100"),
            ("[22, \"8000-8100\"]", "22,8000-8100"),
            ("443", "443"),
            ("8000-8100", "8000-8100"),
            ("\"443\"", "443"),
            ("", ""),
        ] {
            jail.set_env("APP_ALLOW", text);
            let figment = Figment::from(Toml::file("app.toml"));
            let it: Firewall = figment.merge(Env::prefixed("APP_")).extract()?;
            assert_eq!(it.allow.to_string(), expected, "{text}");
        }
        Ok(())
    });
}

#[derive(Debug, Parser)]
struct Flags {
    #[arg(long, default_value = "1-1024")]
    ports: PortSet,
    #[arg(long)]
    skip: Option<PortSet>,
    #[arg(long)]
    passive: Option<PortRange>,
    #[arg(long)]
    open: Vec<TransportPortRange>,
}

#[test]
fn flags() {
    let parse = |text: &str| {
        let arguments = std::iter::once("app").chain(text.split_whitespace());
        Flags::try_parse_from(arguments).map_err(|error| {
            let text = error.to_string();
            text.lines().next().unwrap().to_owned()
        })
    };
    let flags = parse("--skip 22,80-90 --passive 5000-5010 --open 53/udp --open 80-90").unwrap();
    assert_eq!(flags.ports.difference(&flags.skip.unwrap()).len(), 1012);
    assert_eq!(flags.passive, Some(range(5000, 5010)));
    let open: Vec<String> = flags.open.iter().map(ToString::to_string).collect();
    assert_eq!(open, ["53/udp", "80-90/tcp"]);
    assert_eq!(
        parse("--ports 80,90-85").unwrap_err(),
        "error: invalid value '80,90-85' for '--ports <PORTS>': \
         item 2: the range `90-85` is reversed; write `85-90`"
    );
}

#[test]
fn schemas_are_texts_with_a_pattern() {
    fn check<T: JsonSchema + DeserializeOwned>(texts: &[(&str, bool)]) {
        for settings in [
            SchemaSettings::openapi3().for_deserialize(),
            SchemaSettings::openapi3().for_serialize(),
        ] {
            let writes = settings.contract.is_serialize();
            let settings = settings.with(|it| {
                it.inline_subschemas = true;
                // No draft of JSON Schema, and `jsonschema` wants one.
                it.meta_schema = None;
            });
            let schema = settings.into_generator().into_root_schema_for::<T>();
            let fields: BTreeSet<&str> = schema
                .as_value()
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .filter(|key| !["$schema", "title", "description"].contains(key))
                .collect();
            assert_eq!(fields, BTreeSet::from(["pattern", "type"]));
            assert_eq!(schema.as_value()["type"], "string");
            let validator = jsonschema::validator_for(schema.as_value()).unwrap();
            for (text, is_written) in texts {
                let json = json!(text);
                assert!(read::<T>(&json).is_ok(), "{text}");
                assert_eq!(validator.is_valid(&json), !writes || *is_written, "{text}");
            }
            for wrong in [
                "65536", "80-65536", "80-", "-80", "x", "80--90", "80;90", "80,,90", ",", "80/",
                "80/tpc", "https", "+1", "80.0", ",80", "80 90", "655350",
            ] {
                assert!(read::<T>(&json!(wrong)).is_err(), "{wrong}");
                assert!(!validator.is_valid(&json!(wrong)), "{wrong}");
            }
            assert!(!validator.is_valid(&json!(443)), "one type");
        }
    }
    check::<PortRange>(&[
        ("80", true),
        ("80-90", true),
        ("0-65535", true),
        ("80 - 90", false),
        ("0080-000090", false),
    ]);
    check::<TransportPortRange>(&[
        ("80/tcp", true),
        ("80-90/udp", true),
        ("80 - 90/udp", false),
        ("80", false),
    ]);
    check::<PortSet>(&[
        ("", true),
        ("80", true),
        ("80,443,8000-8100", true),
        ("80, 443", false),
        ("80,", false),
        (" 80 , 90 - 91 , ", false),
    ]);
    let name = <PortRanges<2> as JsonSchema>::schema_name();
    assert_eq!(name, PortSet::schema_name());
}

/// What `value` sends by defmt, without the index of its type.
fn sent(value: &impl defmt::Format) -> Vec<u8> {
    defmt::export::fetch_bytes();
    value._format_data();
    defmt::export::fetch_bytes()
}

#[test]
fn logs_of_firmware_hold_no_more_than_the_runs() {
    let set: PortSet = "80,8000-8100".parse().unwrap();
    let bytes = sent(&set);
    // Indices of texts are two bytes each: one for the count, one for each run, one for the
    // bracket, one for the end.
    assert_eq!(bytes[2..6], 102_u32.to_le_bytes());
    let run = [8000_u16.to_le_bytes(), 8100_u16.to_le_bytes()].concat();
    assert!(bytes.windows(4).any(|it| it == run));
    assert_eq!(bytes.len(), (2 + 4) + 2 * (2 + 4) + 2 + 2);
    let odd: PortSet = [80, 443].map(Port::new).into();
    assert_eq!(sent(&PortSet::full()).len() + 6, sent(&odd).len());

    assert_eq!(sent(&range(80, 90)).len(), 8, "two ports, and their types");
    assert!(sent(&TransportPortRange::new(range(80, 90), Transport::Udp)).len() <= 14);
    let constant = port_set!("80, 443, 8000-8100");
    assert!(sent(&constant).len() <= 40, "{:?}", sent(&constant));
}

#[test]
fn fuzzers_get_every_kind() {
    let bytes: Vec<u8> = (0..4096_u32)
        .map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let mut bytes = Unstructured::new(&bytes);
    let mut ranges = BTreeSet::new();
    let mut sets = vec![PortSet::arbitrary(&mut Unstructured::new(&[])).unwrap()];
    for _ in 0..100 {
        ranges.insert(PortRange::arbitrary(&mut bytes).unwrap());
        ranges.insert(TransportPortRange::arbitrary(&mut bytes).unwrap().range());
        let few: PortRanges<3> = bytes.arbitrary().unwrap();
        assert_eq!(
            PortRanges::new(few.ranges().collect::<Vec<_>>().try_into().unwrap()),
            Some(few)
        );
        let flow: Flow = bytes.arbitrary().unwrap();
        assert_eq!(flow.reversed().reversed(), flow);
    }
    for seed in 0..=255_u8 {
        let rest: Vec<u8> = (0..=seed)
            .map(|it| (it ^ 1).wrapping_mul(seed | 1))
            .collect();
        sets.push(PortSet::arbitrary(&mut Unstructured::new(&rest)).unwrap());
        sets.push(PortSet::arbitrary_take_rest(Unstructured::new(&rest)).unwrap());
    }
    assert!(ranges.len() > 100, "{}", ranges.len());
    let texts: BTreeSet<String> = sets.iter().map(ToString::to_string).collect();
    assert!(texts.len() > 100 && texts.contains(""), "{}", texts.len());
    // Without bytes, the least: every port followed by a gap.
    let mut nothing = Unstructured::new(&[]);
    let most = PortRanges::<32_768>::arbitrary(&mut nothing).unwrap();
    assert_eq!(most.len(), 32_768);
    assert!(PortRanges::<32_769>::arbitrary(&mut nothing).is_err());
}
