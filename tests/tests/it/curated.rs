//! The curated registry against its file, read by another reader.

use std::collections::{HashMap, HashSet};

use port_consts::{Category, Port, Service, Transport};
use port_consts_tests::{RowExt as _, assert_registry_equals_rows, curated};

#[test]
fn every_port_under_every_transport() {
    assert_registry_equals_rows!(port_consts::Service, curated());
}

#[test]
fn names_and_aliases_in_any_case() {
    let mut names = 0;
    for row in curated() {
        let service = Service::from_name(row.name()).unwrap();
        for name in std::iter::once(row.name()).chain(row.aliases()) {
            for name in [name.to_owned(), name.to_ascii_uppercase(), mixed(name)] {
                assert_eq!(Service::from_name(&name), Some(service), "{name}");
                assert_eq!(name.parse(), Ok(service));
                assert_eq!(Service::try_from(name.as_str()), Ok(service));
            }
            names += 1;
        }
    }
    assert!(names > 3700, "{names}");
}

fn mixed(name: &str) -> String {
    let letters = name.chars().enumerate();
    letters
        .map(|(i, letter)| {
            if i % 2 == 0 {
                letter.to_ascii_uppercase()
            } else {
                letter
            }
        })
        .collect()
}

#[test]
fn names_that_are_none() {
    let rows = curated();
    let names: HashSet<&str> = rows
        .iter()
        .flat_map(|row| row.aliases().into_iter().chain([row.name()]))
        .collect();
    for name in &names {
        // One letter less, one more, one other: each is a name only if the file has it.
        let shorter = &name[..name.len() - 1];
        for other in [
            shorter.to_owned(),
            format!("{name}x"),
            format!("{shorter}~"),
        ] {
            let found = Service::from_name(&other).is_some();
            assert_eq!(found, names.contains(other.as_str()), "{other}");
        }
    }
    for none in [
        "",
        " ",
        "https ",
        " https",
        "443",
        "ht\u{212A}",
        "\0",
        "ſsh",
        &"x".repeat(1000),
    ] {
        assert_eq!(Service::from_name(none), None, "{none:?}");
        assert!(none.parse::<Service>().is_err());
    }
}

#[test]
fn services_and_what_is_known_of_them() {
    let rows = curated();
    let mut first: HashMap<&str, &port_consts_tests::Row> = HashMap::new();
    for row in &rows {
        first.entry(row.name()).or_insert(row);
    }
    assert_eq!(Service::COUNT, first.len());
    assert_eq!(Service::ALL.len(), Service::COUNT);
    const { assert!(Service::COUNT >= 1600) };
    for service in Service::ALL {
        let row = first[service.name()];
        assert_eq!(service.port(), *row.ports().start());
        assert_eq!(Port::from(*service), service.port());
        assert_eq!(service.aliases(), row.aliases());
        assert_eq!(service.label(), row.get("Label"));
        let schemes: Vec<&str> = row.get("Schemes").split_whitespace().collect();
        assert_eq!(service.schemes(), schemes);
        for scheme in schemes {
            assert_eq!(Service::from_scheme(scheme), Some(*service), "{scheme}");
        }
        assert_eq!(service.category().name(), row.get("Category"));
        assert_eq!(service.description(), row.get("Description"));
        assert_eq!(service.reference().unwrap_or(""), row.get("Reference"));
        assert_eq!(
            service.tls_of().map_or("", Service::name),
            row.get("TLS Of")
        );
        assert_eq!(service.to_string(), service.name());
        assert_eq!(service.as_ref() as &str, service.name());
        assert_eq!(service.name().parse(), Ok(*service));
        let own: Vec<_> = rows
            .iter()
            .filter(|row| row.name() == service.name())
            .collect();
        let assigned = own.iter().any(|row| row.get("Status") == "assigned");
        assert_eq!(service.is_assigned(), assigned, "{service}");
        for row in own {
            let (port, transport) = (Port::new(*row.ports().start()), row.transports()[0]);
            let mut assignments = service.assignments().iter();
            let assignment = assignments.find(|it| it.contains(port, transport)).unwrap();
            assert_eq!(assignment.is_assigned(), row.get("Status") == "assigned");
            assert_eq!(assignment.is_pool(), row.is_pool());
            assert_eq!(assignment.last(), *row.ports().end());
        }
    }
}

#[test]
fn tls_relations_go_both_ways() {
    let mut pairs = 0;
    for service in Service::ALL {
        assert_eq!(service.is_tls(), service.tls_of().is_some());
        if let Some(plain) = service.tls_of() {
            let first = plain.over_tls().unwrap();
            assert_eq!(first.tls_of(), Some(plain));
            assert_ne!(plain, *service);
            pairs += 1;
        }
        if let Some(wrapped) = service.over_tls() {
            assert_eq!(wrapped.tls_of(), Some(*service));
        }
    }
    assert!(pairs > 100, "{pairs}");
}

#[test]
fn categories_are_all_used_and_round_trip() {
    let used: HashSet<Category> = Service::ALL
        .iter()
        .map(|service| service.category())
        .collect();
    assert_eq!(used.len(), Category::COUNT);
    let mut services = 0;
    for category in Category::ALL {
        assert!(used.contains(category), "{category}");
        assert_eq!(Category::from_name(category.name()), Some(*category));
        assert_eq!(category.name().to_uppercase().parse(), Ok(*category));
        assert_eq!(Category::try_from(category.name()), Ok(*category));
        assert_eq!(category.as_ref() as &str, category.name());
        assert_eq!(category.to_string(), category.name());
        services += category.services().count();
    }
    assert_eq!(services, Service::COUNT);
    assert_eq!(Category::from_name("spam"), None);
    let error = Category::try_from("wbe").unwrap_err();
    assert_eq!(error.suggestion(), Some("web"));
    assert_eq!(Service::Https.category(), Category::Web);
    assert_eq!(Service::Imaps.category(), Category::Mail);
}

#[test]
fn transport_counts() {
    let port = Port::new(514);
    assert_eq!(
        Service::from_port(port, Transport::Tcp),
        Some(Service::Shell)
    );
    assert_eq!(
        Service::from_port(port, Transport::Udp),
        Some(Service::Syslog)
    );
    assert_eq!(Service::from_port(port, Transport::Sctp), None);
    assert_eq!(Service::from_port(Port::new(80), Transport::Udp), None);
}

#[test]
fn debug_is_the_variant() {
    assert_eq!(format!("{:?}", Service::FtpData), "FtpData");
    assert_eq!(format!("{:>12}|", Service::Https), "       https|");
    assert_eq!(format!("{:?}", Category::RemoteAccess), "RemoteAccess");
}
