//! Files with the habits of IANA's: CRLF, fields of several lines, rows without name,
//! number or transport, legacy names, identifiers that collide.

use port_consts::{Port, Transport};
use port_consts_tests::{Row, assert_registry_equals_rows, every_port, rows};

mod registry {
    port_consts::ports! {
        #[ports(iana)]
        pub enum Iana = "fixtures/iana-shape.csv";
    }
}
mod older {
    port_consts::ports! {
        #[ports(iana, constants = false)]
        pub enum Older = "fixtures/iana-shape-older.csv";
    }
}

use older::Older;
use registry::Iana;

/// The rows that have a name and a number, each said once.
fn named() -> Vec<Row> {
    let mut seen = std::collections::HashSet::new();
    let rows = rows("tests/fixtures/iana-shape.csv").into_iter();
    rows.filter(|row| !row.name().is_empty() && !row.get("Port Number").is_empty())
        .filter(|row| {
            seen.insert(
                ["Service Name", "Port Number", "Transport Protocol"]
                    .map(|title| row.get(title).to_owned()),
            )
        })
        .collect()
}

#[test]
fn every_port_has_the_names_of_the_file_in_its_order() {
    assert_registry_equals_rows!(registry::Iana, named());
}

#[test]
fn column_names_of_older_files_are_read() {
    assert_eq!(Older::COUNT, Iana::COUNT);
    for (port, transport) in every_port() {
        let names = Iana::candidates(port, transport).iter().map(|it| it.name());
        assert!(
            names.eq(Older::candidates(port, transport)
                .iter()
                .map(|it| it.name()))
        );
    }
}

#[test]
fn identifiers_that_collide_are_numbered_in_the_order_of_the_file() {
    assert_eq!(Iana::NetQuery.name(), "net*query");
    assert_eq!(Iana::NetQuery2.name(), "net-query");
    assert_eq!(Iana::NetQuery3.name(), "net_query");
    assert_eq!(Iana::NetQuery4.name(), "NET.QUERY");
    assert_eq!(registry::NET_QUERY_2, 150);
    assert_eq!(Iana::Self2.name(), "self");
    assert_eq!(Iana::P7001.name(), "++");
    assert_eq!((Iana::All.name(), Iana::ALL2.name()), ("all", "a-l-l"));
    assert_eq!(Iana::P77xY.name(), "77x/y");
    assert_eq!(Iana::LampOldDock.name(), "Lamp (Old Dock)");
    assert_eq!(Iana::from_name("lamp (old dock)"), Some(Iana::LampOldDock));
}

#[test]
fn rows_without_name_or_number_are_passed_over() {
    assert_eq!(Iana::from_name("dns-sd-only"), None);
    assert_eq!(Iana::from_port(Port::new(4), Transport::Tcp), None);
    assert_eq!(Iana::BothWays.transports().to_string(), "tcp/udp");
    assert_eq!(Iana::HyperAlt.port(), 591);
    assert_eq!(Iana::HyperAlt.assignments().len(), 2);
    assert_eq!(Iana::Hyper.reference(), Some("[RFC9110]"));
}
