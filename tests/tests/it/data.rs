//! What the curated registry's file promises to whoever edits it.

use std::collections::{HashMap, HashSet};

use port_consts::Service;
use port_consts_tests::{Row, RowExt as _, curated};

/// The place of a row: a range is behind the services that have one of its ports to
/// themselves.
fn place(row: &Row) -> u16 {
    *row.ports().end()
}

/// The place of a service: that of its lowest row, so that it stands where each of its ports
/// wants it. A pool counts only where there is nothing else.
fn place_of(service: &[&Row]) -> u16 {
    let rows = || service.iter().copied();
    let answers = rows().filter(|row| !row.is_pool()).map(place).min();
    let all = || rows().map(place).min();
    answers.or_else(all).unwrap()
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

/// What is told once, in a service's first row.
const OF_THE_FIRST_ROW: [&str; 8] = [
    "Constant",
    "Aliases",
    "Label",
    "Category",
    "TLS Of",
    "Schemes",
    "Reference",
    "Description",
];

#[test]
fn services_are_sorted_by_their_lowest_port() {
    let rows = curated();
    let services = by_service(&rows);
    for pair in services.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        assert!(
            place_of(before) <= place_of(after),
            "{} is to stand behind {}",
            before[0].name(),
            after[0].name()
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
            let is_plain = |byte: u8| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._+/".contains(&byte)
            };
            assert!(name.bytes().all(is_plain), "`{name}` of {}", row.name());
            assert!(name.contains(|letter: char| letter.is_ascii_lowercase()));
        }
    }
}

/// Words that stand for no value in files and languages: as names, they would turn a port that
/// is missing into one.
#[test]
fn words_for_no_value_are_no_names() {
    for word in ["null", "none", "nil", "nan", "true", "false", "undefined"] {
        assert_eq!(Service::from_name(word), None, "{word}");
        assert_eq!(Service::from_scheme(word), None, "{word}");
    }
}

/// Who reads `POSTGRES` in the code writes `postgres` in a file.
#[test]
fn constants_are_names() {
    let rows = curated();
    for service in by_service(&rows) {
        let row = service[0];
        let constant = match row.get("Constant") {
            "" => row
                .name()
                .to_ascii_uppercase()
                .replace(|letter: char| !letter.is_ascii_alphanumeric(), "_"),
            constant => constant.to_owned(),
        };
        let names = [constant.clone(), constant.replace('_', "-")];
        let own = Service::from_name(row.name());
        assert!(
            names.iter().any(|name| Service::from_name(name) == own),
            "{constant} of {} is no name",
            row.name()
        );
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
        let name = row.name();
        let description = row.get("Description");
        assert!(
            (10..=110).contains(&description.len()),
            "{name}: {description:?}"
        );
        assert!(
            !description.ends_with('.'),
            "{name}: the docs add the period"
        );
        assert!(
            !description.to_lowercase().contains("running on"),
            "{name}: a registry does not know what runs"
        );
        assert!(!row.get("Category").is_empty(), "{name}");
        for further in &service[1..] {
            for title in OF_THE_FIRST_ROW {
                assert_eq!(
                    further.get(title),
                    "",
                    "{name}: {title} is for the first row"
                );
            }
        }
        for row in service {
            assert!(
                ["assigned", "unofficial", "pool"].contains(&row.get("Status")),
                "{name}"
            );
        }
    }
}

#[test]
fn every_text_is_trimmed_and_plain() {
    for row in curated() {
        for title in OF_THE_FIRST_ROW {
            let text = row.get(title);
            assert_eq!(text, text.trim(), "{}", row.name());
            assert!(text.is_ascii(), "{}: {text}", row.name());
            assert!(!text.contains("  "), "{}: {text}", row.name());
        }
    }
}

/// A label names one service: who picks from a list of labels knows what is picked.
#[test]
fn every_service_has_a_label_of_its_own() {
    let rows = curated();
    let mut owners: HashMap<String, &str> = HashMap::new();
    for service in by_service(&rows) {
        let row = service[0];
        let label = row.get("Label");
        assert!((1..=32).contains(&label.len()), "{}: {label:?}", row.name());
        let other = owners.insert(label.to_lowercase(), row.name());
        assert_eq!(other, None, "label `{label}` of {}", row.name());
    }
}

/// Lists whose licences are others, and sites that do not stay or name no ports themselves.
const NO_SOURCES: [&str; 8] = [
    "nmap.org",
    "wireshark.org",
    "wikipedia.org",
    "speedguide.net",
    "crates.io",
    "npmjs.com",
    "pypi.org",
    "hub.docker.com",
];

#[test]
fn every_service_has_a_reference() {
    let rows = curated();
    for service in by_service(&rows) {
        let (name, reference) = (service[0].name(), service[0].get("Reference"));
        let is_rfc = reference
            .strip_prefix("RFC ")
            .is_some_and(|number| number.parse::<u16>().is_ok());
        let is_url = reference
            .strip_prefix("https://")
            .is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace));
        assert!(is_rfc || is_url, "{name}: {reference:?}");
        for host in NO_SOURCES {
            assert!(!reference.contains(host), "{name}: {reference}");
        }
    }
}

#[test]
fn schemes_are_unique_and_as_urls_write_them() {
    let rows = curated();
    let mut owners: HashMap<&str, &str> = HashMap::new();
    for row in &rows {
        for scheme in row.get("Schemes").split_whitespace() {
            let other = owners.insert(scheme, row.name());
            assert_eq!(other, None, "scheme {scheme} of {}", row.name());
            assert!(scheme.starts_with(|first: char| first.is_ascii_lowercase()));
            let fits = |byte: u8| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+-.".contains(&byte)
            };
            assert!(scheme.bytes().all(fits), "{scheme}");
        }
    }
    assert!(owners.len() > 100, "{}", owners.len());
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
