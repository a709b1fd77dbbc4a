//! The feature `serde` in config files: TOML, YAML and JSON, and an environment on top.

use port_consts::{HTTPS, Port, Service, Transport, TransportPort};
use serde::Deserialize;

mod own {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Plan = "fixtures/plan.csv";
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Config {
    #[serde(with = "port_consts::serde_forms::name_or_number")]
    listen: Port,
    metrics: Option<Port>,
    #[serde(default, with = "port_consts::serde_forms::non_zero")]
    admin: Option<Port>,
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
        admin: None,
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
        jail.set_env("APP_ADMIN", "8443");
        let load = || {
            let figment = Figment::from(Toml::file("app.toml"));
            figment.merge(Env::prefixed("APP_")).extract::<Config>()
        };
        let expected = Config {
            metrics: Some(Port::new(9100)),
            admin: Some(Port::new(8443)),
            ..config()
        };
        assert_eq!(load()?, expected);
        // In quotation marks it is a text, and not in them a number.
        jail.set_env("APP_METRICS", "\"9100\"");
        jail.set_env("APP_ADMIN", "08443");
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
#[allow(clippy::result_large_err, reason = "figment's own error")]
fn mistakes_in_the_environment_are_explained() {
    use figment::{
        Figment, Jail,
        providers::{Env, Format, Toml},
    };

    for (name, text, message) in [
        (
            "APP_METRICS",
            "https",
            "(`serde_forms::name_or_number` reads names)",
        ),
        (
            "APP_METRICS",
            "65536",
            "expected a port: a number from 0 to 65535",
        ),
        (
            "APP_METRICS",
            "tcp://10.0.0.1:9120",
            "is a URL; write `9120`",
        ),
        (
            "APP_ADMIN",
            "0",
            "port `0` is reserved; write a number from 1 to 65535",
        ),
        ("APP_LISTEN", "0x50", "is hexadecimal; write `80`"),
        ("APP_LISTEN", "none", "`none` is not a port; write"),
        (
            "APP_UPSTREAM",
            "udp/53",
            "has the transport first; write `53/udp`",
        ),
    ] {
        Jail::expect_with(|jail| {
            jail.set_env(name, text);
            let figment = Figment::from(Toml::string(CONFIG)).merge(Env::prefixed("APP_"));
            let error = figment.extract::<Config>().unwrap_err().to_string();
            assert!(error.contains(message), "{name}={text}: {error}");
            Ok(())
        });
    }
}

const YAML: &str = "
listen: https
upstream: 53/udp
allow: [SSH, postgres]
plan: metrics
";

#[test]
fn a_config_in_yaml() {
    let read = |text: &str| serde_norway::from_str::<Config>(text).map_err(|it| it.to_string());
    assert_eq!(read(YAML), Ok(config()));
    for (metrics, expected) in [
        ("9100", Some(9100)),
        ("'9100'", Some(9100)),
        ("\"09100\"", Some(9100)),
        // YAML's own notation is a number before this crate sees it.
        ("0x238c", Some(9100)),
        ("null", None),
        ("~", None),
        ("", None),
    ] {
        let found = read(&format!("{YAML}metrics: {metrics}"));
        let found = found.map(|it| it.metrics.map(Port::get));
        assert_eq!(found, Ok(expected), "{metrics}");
    }
    for (metrics, message) in [
        ("https", "(`serde_forms::name_or_number` reads names)"),
        ("80-99", "`80-99` is a range; write one port, such as `80`"),
        (
            "9_100",
            "`9_100` has a separator; if it is one number, write `9100`",
        ),
        (
            "9100.0",
            "invalid type: floating point `9100.0`, expected a port",
        ),
        ("no", "`no` is not a number"),
        ("true", "invalid type: boolean `true`, expected a port"),
        (
            "10.0.0.1:80",
            "has an address in front of the port; write `80`",
        ),
    ] {
        let error = read(&format!("{YAML}metrics: {metrics}")).unwrap_err();
        assert!(error.contains(message), "{metrics}: {error}");
    }
}

#[test]
fn a_config_in_json() {
    let json = r#"{
        "listen": "https", "upstream": "53/udp", "allow": ["SSH", "postgres"], "plan": "metrics"
    }"#;
    assert_eq!(serde_json::from_str::<Config>(json).unwrap(), config());
    let wrong = json.replace("53/udp", "udp/53");
    let error = serde_json::from_str::<Config>(&wrong)
        .unwrap_err()
        .to_string();
    let message = "`udp/53` has the transport first; write `53/udp` at line 2 column ";
    assert!(error.starts_with(message), "{error}");
}
