//! Which service of several a port answers, and which of several meanings a name has: what
//! `CONTRIBUTING.md` says of contested ports, and `docs/contested-names.csv` of names.

use std::collections::{BTreeSet, HashMap};

use port_consts::{Port, Service, Transport, iana};
use port_consts_tests::{curated, every_port, rows};

/// Names that hosts hardly have any more: they come after everything that people meet.
const RELICS: [&str; 17] = [
    "acr-nema",
    "bbs",
    "canna",
    "clc-build-daemon",
    "fax",
    "font-service",
    "influxdb-rpc",
    "iprop",
    "mesos-master",
    "omniorb",
    "parcel",
    "teradata",
    "tproxy",
    "uucp-rlogin",
    "xinetd",
    "xtel",
    "zope-ftp",
];

/// The services of which a program picks a port when it starts.
const POOLS: [&str; 10] = [
    "bittorrent",
    "ceph-osd",
    "consul-sidecar",
    "drbd",
    "glusterfs-brick",
    "ignite-comm",
    "ignite-discovery",
    "kdeconnect",
    "kube-nodeport",
    "mosh",
];

/// The candidates that have the port, but not as one of a pool.
fn answers(port: Port, transport: Transport) -> impl Iterator<Item = (Service, bool)> {
    let candidates = Service::candidates(port, transport).iter();
    candidates.filter_map(move |service| {
        let mut own = service.assignments().iter();
        let own = own.find(|it| it.contains(port, transport)).unwrap();
        (!own.is_pool()).then_some((*service, own.first() == own.last()))
    })
}

fn first(port: u16, transport: Transport) -> Option<&'static str> {
    Service::from_port(Port::new(port), transport).map(Service::name)
}

#[test]
fn a_relic_never_precedes_a_living_product() {
    for name in RELICS {
        assert!(Service::from_name(name).is_some(), "{name}");
    }
    for (port, transport) in every_port() {
        let mut living = answers(port, transport).map(|(it, _)| !RELICS.contains(&it.name()));
        let relics_are_last = living.by_ref().skip_while(|is_living| *is_living);
        assert!(
            relics_are_last.into_iter().all(|is_living| !is_living),
            "{port}/{transport}"
        );
    }
}

#[test]
fn an_exact_port_never_loses_to_a_range() {
    let mut both = 0;
    for (port, transport) in every_port() {
        let exact: Vec<bool> = answers(port, transport).map(|(_, exact)| exact).collect();
        assert!(
            exact.is_sorted_by(|one, next| one >= next),
            "{port}/{transport}: {:?}",
            Service::candidates(port, transport)
        );
        both += usize::from(exact.first() != exact.last());
    }
    assert!(both > 5, "{both}");
}

#[test]
fn pools_are_pools() {
    let with_pool = Service::ALL.iter().filter(|service| {
        let mut assignments = service.assignments().iter();
        assignments.any(|it| it.is_pool())
    });
    let names: BTreeSet<&str> = with_pool.map(|service| service.name()).collect();
    assert_eq!(names, BTreeSet::from(POOLS));
    // The first port is the one to start with, where there is one.
    assert_eq!(first(6881, Transport::Tcp), Some("bittorrent"));
    assert_eq!(first(1716, Transport::Udp), Some("kdeconnect"));
    assert_eq!(first(1724, Transport::Tcp), None);
    assert_eq!(first(1723, Transport::Tcp), Some("pptp"));
    assert_eq!(first(32400, Transport::Tcp), Some("plex"));
    assert_eq!(first(49152, Transport::Tcp), None);
    let last = Service::candidates(Port::new(32400), Transport::Tcp).last();
    assert_eq!(last.map(|it| it.name()), Some("kube-nodeport"));
}

/// Any program may have these ports: the answer says no more than is known, and the products
/// are the candidates.
#[test]
fn generic_web_ports_answer_with_a_generic_service() {
    for (port, generic) in [
        (3000, "http-dev"),
        (5000, "http-dev"),
        (8000, "http-dev"),
        (8008, "http-alt"),
        (8080, "http-alt"),
        (8081, "http-dev"),
        (8443, "https-alt"),
        (9000, "http-dev"),
    ] {
        assert_eq!(first(port, Transport::Tcp), Some(generic), "{port}");
        let candidates = Service::candidates(Port::new(port), Transport::Tcp);
        assert!(candidates.len() >= 5, "{port}: {candidates:?}");
    }
}

#[test]
fn contested_ports_are_settled() {
    use Transport::{Tcp, Udp};
    for (port, transport, name) in [
        (104, Tcp, "dicom"),
        (465, Tcp, "submissions"),
        (465, Udp, "igmpv3lite"),
        (541, Tcp, "fgfm"),
        (1025, Tcp, "mailhog-smtp"),
        (1234, Tcp, "gdb-remote"),
        (1313, Tcp, "hugo"),
        (2121, Tcp, "ftp-alt"),
        (3001, Tcp, "uptime-kuma"),
        (3389, Udp, "ms-wbt-server"),
        (5050, Tcp, "pgadmin"),
        (5319, Udp, "roughtime"),
        (5433, Tcp, "postgresql-2"),
        (5678, Tcp, "n8n"),
        (6001, Tcp, "soketi"),
        (6052, Tcp, "esphome-dashboard"),
        (6060, Tcp, "crowdsec-metrics"),
        (6667, Tcp, "ircu"),
        (7443, Tcp, "openfire-https"),
        (7447, Tcp, "zenoh"),
        (7777, Udp, "ark"),
        (8021, Tcp, "freeswitch-esl"),
        (8088, Tcp, "yarn-resourcemanager"),
        (8123, Tcp, "home-assistant"),
        (8501, Tcp, "streamlit"),
        (8787, Tcp, "rstudio-server"),
        (9080, Tcp, "websphere"),
        (9091, Tcp, "transmission-rpc"),
        (9093, Tcp, "alertmanager"),
        (9098, Tcp, "kafka-msk-iam"),
        (15000, Tcp, "istio-envoy-admin"),
        (30490, Udp, "someip-sd"),
    ] {
        assert_eq!(first(port, transport), Some(name), "{port}/{transport}");
    }
    // Syslog over TCP has no port of its own, RFC 6587; where it has this one, it is found.
    let on_514: Vec<&str> = Service::candidates(Port::new(514), Tcp)
        .iter()
        .map(|service| service.name())
        .collect();
    assert_eq!(on_514[..2], ["shell", "syslog"]);
}

/// A decision of `docs/contested-names.csv`: the service, if the name has one.
fn decisions() -> HashMap<String, String> {
    let rows = rows("docs/contested-names.csv");
    let decision = |row: &port_consts_tests::Row| {
        let [name, service, port, iana, why] =
            ["Name", "Service", "Port", "IANA", "Why"].map(|title| row.get(title).to_owned());
        assert!(why.len() > 20, "{name}");
        let found = Service::from_name(&name);
        assert_eq!(found.map_or("", Service::name), service, "{name}");
        let number = |port: Port| port.to_string();
        assert_eq!(found.map_or_else(String::new, |it| number(it.port())), port);
        let theirs = iana::Service::from_name(&name);
        let theirs = theirs.map_or_else(String::new, |it| number(it.port()));
        assert_eq!(theirs, iana, "{name}");
        (name, service)
    };
    rows.iter().map(decision).collect()
}

/// What IANA calls so is here on IANA's port, or it is decided otherwise.
#[test]
fn no_name_contradicts_iana() {
    let decisions = decisions();
    let mut contested = BTreeSet::new();
    for row in curated() {
        let service = Service::from_name(row.name()).unwrap();
        let constant = row.get("Constant").to_ascii_lowercase();
        let with_hyphens = constant.replace('_', "-");
        let names = [row.name(), &constant, &with_hyphens];
        for name in names.into_iter().chain(row.aliases()) {
            let Some(theirs) = iana::Service::from_name(name) else {
                continue;
            };
            let mut both = theirs.assignments().iter().filter(|their| {
                let mut own = service.assignments().iter();
                own.any(|own| own.first() <= their.last() && their.first() <= own.last())
            });
            if both.next().is_none() {
                let decision = decisions.get(name).map(String::as_str);
                assert_eq!(decision, Some(row.name()), "`{name}` is IANA's: {theirs:?}");
                contested.insert(name.to_owned());
            }
        }
    }
    assert!((5..15).contains(&contested.len()), "{contested:?}");
}
