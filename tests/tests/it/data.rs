//! What the curated registry's file promises to whoever edits it.

use std::collections::{HashMap, HashSet};

use port_consts::{Port, Service, Transport};
use port_consts_tests::{Row, RowExt as _, curated};

/// A range is behind the services that have one of its ports to themselves: Plex is to be
/// found on 32400, and not the range of Kubernetes.
fn place(row: &Row) -> u16 {
    *row.ports().end()
}

/// The rows of each service, in the file's order.
fn by_service(rows: &[Row]) -> Vec<Vec<&Row>> {
    let mut services: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        match services.last_mut() {
            Some(service) if service[0].name() == row.name() => service.push(row),
            _ => services.push(vec![row]),
        }
    }
    services
}

#[test]
fn services_are_sorted_by_the_last_port_of_their_first_row() {
    let rows = curated();
    let services = by_service(&rows);
    for pair in services.windows(2) {
        let (before, after) = (pair[0][0], pair[1][0]);
        assert!(
            place(before) <= place(after),
            "{} is to stand behind {}",
            before.name(),
            after.name()
        );
    }
}

/// Ports of which a range and a service of its own are: the range does not hide it.
#[test]
fn a_range_hides_no_service_with_a_port_of_its_own() {
    let rows = curated();
    let mut hidden = 0;
    for (i, range) in rows.iter().enumerate() {
        let ports = range.ports();
        for single in &rows[i + 1..] {
            let own = single.ports();
            let shared = single.transports();
            let shared = shared.iter().any(|it| range.transports().contains(it));
            let inside = ports.contains(own.start()) && own.end() != ports.end();
            hidden += usize::from(shared && inside && own.start() == own.end());
        }
    }
    assert_eq!(hidden, 0);
    let on = |port, transport| Service::from_port(Port::new(port), transport);
    assert_eq!(on(1723, Transport::Tcp), Some(Service::Pptp));
    assert_eq!(on(1724, Transport::Tcp), Some(Service::KdeConnect));
    assert_eq!(on(32400, Transport::Tcp), Some(Service::Plex));
}

#[test]
fn rows_of_a_service_stand_together() {
    let rows = curated();
    let mut seen = HashSet::new();
    for service in by_service(&rows) {
        assert!(
            seen.insert(service[0].name()),
            "{} stands in two places",
            service[0].name()
        );
    }
}

#[test]
fn names_and_aliases_are_unique_and_lower_case() {
    let rows = curated();
    let mut owners: HashMap<String, &str> = HashMap::new();
    for service in by_service(&rows) {
        let row = service[0];
        for name in std::iter::once(row.name()).chain(row.aliases()) {
            let other = owners.insert(name.to_ascii_lowercase(), row.name());
            assert_eq!(other, None, "`{name}` of {}", row.name());
        }
        assert_eq!(row.name(), row.name().to_ascii_lowercase());
    }
}

#[test]
fn no_row_stands_twice() {
    let rows = curated();
    let mut seen = HashSet::new();
    for row in &rows {
        for port in row.ports() {
            for transport in row.transports() {
                assert!(
                    seen.insert((row.name(), port, transport)),
                    "{} {port}",
                    row.name()
                );
            }
        }
    }
}

#[test]
fn every_service_is_described_and_sorted_in() {
    let rows = curated();
    for service in by_service(&rows) {
        let row = service[0];
        let description = row.get("Description");
        assert!(
            (10..=110).contains(&description.len()),
            "{}: {description:?}",
            row.name()
        );
        assert!(
            !description.ends_with('.'),
            "{}: the docs add the period",
            row.name()
        );
        assert!(
            !description.to_lowercase().contains("running on"),
            "{}",
            row.name()
        );
        assert!(!row.get("Category").is_empty(), "{}", row.name());
        assert!(
            ["assigned", "unofficial"].contains(&row.get("Status")),
            "{}",
            row.name()
        );
        for further in &service[1..] {
            for title in [
                "Constant",
                "Aliases",
                "Category",
                "TLS Of",
                "Reference",
                "Description",
            ] {
                assert_eq!(
                    further.get(title),
                    "",
                    "{}: {title} is for the first row",
                    row.name()
                );
            }
        }
    }
}

#[test]
fn transports_are_written_in_one_order() {
    for row in curated() {
        let transports = row.transports();
        assert!(
            transports.is_sorted() && !row.get("Transport Protocol").is_empty(),
            "{}",
            row.name()
        );
    }
}
