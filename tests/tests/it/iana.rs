//! The whole IANA registry against its file, read by another reader, and against the
//! curated registry.

use std::collections::HashSet;

use port_consts::{Port, Service, Transport, iana, port};
use port_consts_tests::{RowExt as _, assert_registry_equals_rows, curated, rows as rows_of};

fn rows() -> Vec<port_consts_tests::Row> {
    rows_of("iana-data.csv")
}

#[test]
fn every_port_under_every_transport() {
    assert_registry_equals_rows!(port_consts::iana::Service, rows());
}

#[test]
fn names_in_any_case() {
    for service in iana::Service::ALL {
        let name = service.name();
        for name in [
            name.to_owned(),
            name.to_ascii_uppercase(),
            name.to_ascii_lowercase(),
        ] {
            assert_eq!(iana::Service::from_name(&name), Some(*service), "{name}");
            assert_eq!(name.parse(), Ok(*service));
        }
        assert!(service.aliases().is_empty());
        assert_eq!(service.to_string(), name);
    }
    let names: HashSet<String> = rows()
        .iter()
        .map(|row| row.name().to_ascii_lowercase())
        .collect();
    assert_eq!(iana::Service::COUNT, names.len());
    // What is near a name is one only if the file has it.
    for name in &names {
        let mut near = vec![
            format!("{name}x"),
            format!("x{name}"),
            name[..name.len() - 1].to_owned(),
        ];
        for (at, letter) in name.char_indices() {
            for other in ['-', 'e', '@', '[', '\u{7f}', '\0'] {
                let mut text = name.clone();
                text.replace_range(at..at + letter.len_utf8(), other.encode_utf8(&mut [0; 4]));
                near.push(text);
            }
        }
        for text in near {
            let found = iana::Service::from_name(&text).is_some();
            assert_eq!(found, names.contains(&text), "{text}");
        }
    }
}

#[test]
fn what_is_known_of_services() {
    use iana::Service;
    assert_eq!(Service::Https.port(), 443);
    assert_eq!(port!(iana::Service, "submissions"), 465);
    assert_eq!(
        Service::X11.assignments()[0].to_string(),
        "6000-6063/tcp/udp"
    );
    assert_eq!(Service::Https.transports().to_string(), "tcp/udp/sctp");
    let names = |port, transport| -> Vec<&str> {
        let services = Service::candidates(Port::new(port), transport).iter();
        services.map(|service| service.name()).collect()
    };
    assert_eq!(names(80, Transport::Tcp), ["http", "www", "www-http"]);
    assert_eq!(names(465, Transport::Tcp), ["urd", "submissions"]);
    assert_eq!(names(631, Transport::Tcp), ["ipp", "ipps"]);
    assert_eq!(names(514, Transport::Udp), ["syslog"]);
    let mut first = HashSet::new();
    for row in rows() {
        if first.insert(row.name().to_ascii_lowercase()) {
            let service = Service::from_name(row.name()).unwrap();
            assert_eq!(service.port(), *row.ports().start());
        }
    }
}

#[test]
fn debug_is_the_variant() {
    use iana::Service;
    assert_eq!(format!("{:?}", Service::Https), "Https");
    assert_eq!(format!("{:?}", Service::P3comTsmux), "P3comTsmux");
    assert_eq!(format!("{:?}", Service::FtpData), "FtpData");
    let debugs: HashSet<String> = Service::ALL.iter().map(|it| format!("{it:?}")).collect();
    assert_eq!(debugs.len(), Service::COUNT);
}

/// Whether IANA has assigned this port to a service of this name, by the port's services
/// and by the service's ports, which have to say the same.
fn assigned(name: &str, port: Port, transport: Transport) -> bool {
    let mut services = iana::Service::candidates(port, transport).iter();
    let by_port = services.any(|it| it.name().eq_ignore_ascii_case(name));
    let by_name = iana::Service::ALL
        .iter()
        .find(|it| it.name().eq_ignore_ascii_case(name))
        .is_some_and(|it| {
            it.assignments()
                .iter()
                .any(|it| it.contains(port, transport))
        });
    assert_eq!(by_port, by_name, "{name} {port}/{transport}");
    by_port
}

/// What the curated registry says is assigned, IANA has; and what it says is only in use,
/// IANA has not. Of the transports that IANA has, the curated registry lists those that
/// services use: HTTP is not found on UDP 80.
#[test]
fn curated_statuses_are_iana_s() {
    let mut compared = [0, 0];
    for row in curated() {
        let status = row.get("Status") == "assigned";
        for port in [*row.ports().start(), *row.ports().end()] {
            for transport in row.transports() {
                assert_eq!(
                    assigned(row.name(), Port::new(port), transport),
                    status,
                    "{} {port}/{transport}",
                    row.name()
                );
                compared[usize::from(status)] += 1;
            }
        }
    }
    assert!(compared[0] > 2800 && compared[1] > 1500, "{compared:?}");
}

/// Where both registries have a service, the first port that it was assigned is there, too.
#[test]
fn numbers_of_iana_s_services_are_those_of_the_curated_ones() {
    let mut compared = 0;
    for service in Service::ALL.iter().filter(|it| it.is_assigned()) {
        let Some(other) = iana::Service::from_name(service.name()) else {
            panic!("{service} is not IANA's");
        };
        let mut own = service.assignments().iter();
        let first = own.find(|it| it.is_assigned()).unwrap().first();
        let mut assignments = other.assignments().iter();
        let is_there = assignments.any(|it| it.first() <= first && first <= it.last());
        assert!(is_there, "{service}");
        compared += 1;
    }
    assert!(compared > 550, "{compared}");
}
