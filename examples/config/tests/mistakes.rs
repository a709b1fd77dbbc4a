//! Its errors name file, line, value and suggestion.

#![forbid(unsafe_code)]

use std::path::Path;

use port_consts::{HTTPS, Port, Service, Transport, TransportPort};

const FILE: &str = include_str!("../gateway.toml");

fn mistake(text: &str) -> String {
    let path = Path::new("gateway.toml");
    config::parse(path, text).unwrap_err().to_string()
}

#[test]
fn the_file_beside_it_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = config::load(&folder.join("gateway.toml")).unwrap();
    assert_eq!(*config.listen.get_ref(), HTTPS);
    assert_eq!(
        config.metrics.map(|it| *it.get_ref()),
        Some(Port::new(9100))
    );
    assert_eq!(
        config.upstream,
        TransportPort::new(Port::new(8443), Transport::Tcp)
    );
    assert_eq!(config.allow, [Service::Ssh, Service::Dns, Service::Ntp]);

    let missing = config::load(&folder.join("none.toml"))
        .unwrap_err()
        .to_string();
    assert!(missing.contains("none.toml: "), "{missing}");
}

#[test]
fn mistakes_are_shown_where_they_are() {
    for (from, to, message) in [
        (
            "listen = \"https\"",
            "listen = \"htps\"",
            "gateway.toml:4:10: unknown service `htps`; did you mean `https`?",
        ),
        (
            "9100",
            "91000",
            "gateway.toml:5:11: invalid value: integer `91000`, \
             expected a port: a number from 0 to 65535",
        ),
        (
            "8443/tcp",
            "8443/tpc",
            "gateway.toml:6:12: unknown transport `tpc` in `8443/tpc`; \
             write tcp, udp, sctp or dccp",
        ),
        (
            "\"ntp\"",
            "\"npt\"",
            "gateway.toml:7:27: unknown service `npt`; did you mean `ntp`?",
        ),
        (
            "metrics =",
            "metric =",
            "gateway.toml:5:1: unknown field `metric`, \
             expected one of `listen`, `metrics`, `upstream`, `allow`",
        ),
        (
            "9100",
            "40000",
            "gateway.toml:5:11: `metrics`: Linux lends port 40000 to clients, \
             so that it may be taken; choose one outside 32768-60999",
        ),
        (
            "listen = \"https\"",
            "listen = \"x11\"",
            "gateway.toml:4:10: `listen`: browsers refuse port 6000; choose another one",
        ),
        (
            "9100",
            "\"443\"",
            "gateway.toml:5:11: `metrics`: port 443 is `listen`'s",
        ),
        (
            "9100",
            "\"https\"",
            "gateway.toml:5:11: `https` is not a number; write a number from 0 to 65535 \
             (`serde_forms::name_or_number` reads names)",
        ),
        (
            "9100",
            "0",
            "gateway.toml:5:11: `metrics`: port 0 is any free port, which nobody would find",
        ),
    ] {
        let text = FILE.replace(from, to);
        assert_ne!(text, FILE);
        assert_eq!(mistake(&text), message);
    }
}
