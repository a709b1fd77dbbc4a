//! What the curated registry's file promises to whoever edits it.

#![forbid(unsafe_code)]

use std::collections::{HashMap, HashSet};

use port_consts_tests::{Row, curated};

fn first_port(row: &Row) -> u16 {
    *row.ports().start()
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
fn services_are_sorted_by_their_first_port() {
    let rows = curated();
    let services = by_service(&rows);
    for pair in services.windows(2) {
        let (before, after) = (pair[0][0], pair[1][0]);
        assert!(
            first_port(before) <= first_port(after),
            "{} is to stand behind {}",
            before.name(),
            after.name()
        );
    }
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
