//! What errors say to write: it is what was meant, and nothing is lost on the way.

use std::{fmt::Display, str::FromStr};

use port_consts::{
    Port, PortRange, PortSet, Service, TransportPort, TransportPortRange, services_file,
};

#[track_caller]
fn check<T: FromStr<Err: Display>>(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let message = text.parse::<T>().err().expect(text).to_string();
        assert_eq!(message, format!("`{text}` {expected}"));
    }
}

const ABOVE: &str = "is above 65535; a port is a number from 0 to 65535";
const HAS_ABOVE: &str = "has a port above 65535; a port is a number from 0 to 65535";

/// Docker writes so which port leads to which, and a range opens all ports between.
#[test]
fn two_ports_with_a_colon_may_be_a_mapping() {
    let mapping = "may be a range, or one port that leads to another; \
                   write `80-8080` for all of them, or the one port that is meant";
    let same = "is the same port twice; write `22`";
    let two = "is two numbers; write one port";
    check::<PortRange>(&[("80:8080", mapping), ("22:22", same), ("8080:80", two)]);
    check::<TransportPortRange>(&[
        ("80:8080", mapping),
        (
            "80:8080/udp",
            "may be a range, or one port that leads to another; \
             write `80-8080/udp` for all of them, or the one port that is meant",
        ),
        ("22:22", same),
        ("22:22/udp", "is the same port twice; write `22/udp`"),
        ("8080:80", two),
    ]);
    check::<Port>(&[("80:8080", two), ("22:22", same)]);
    for (text, expected) in [("443,80:8080", mapping), ("443,22:22", same)] {
        let message = text.parse::<PortSet>().unwrap_err().to_string();
        let item = text.strip_prefix("443,").unwrap();
        assert_eq!(message, format!("item 2: `{item}` {expected}"));
    }
}

#[test]
fn a_name_with_other_separators_is_the_nearest() {
    for text in ["my-sql", "my_sql", "my sql", "My.SQL"] {
        let error = text.parse::<Service>().unwrap_err();
        assert_eq!(error.suggestion(), Some("mysql"), "{text}");
    }
}

#[test]
fn a_transport_is_no_slip_for_a_service() {
    let write = "write a port such as `443/tcp` or `443`, or a service's name";
    for (text, what) in [
        ("tcp", "is a transport without a port"),
        ("UDP/", "is a transport without a port"),
        ("tcp/udp", "has transports and no port"),
    ] {
        check::<TransportPort>(&[(text, &format!("{what}; {write}"))]);
        let error = text.parse::<TransportPort>().unwrap_err();
        assert_eq!(error.suggestion(), None, "{text}");
    }
    check::<Port>(&[(
        "tcp",
        "is a transport without a port; write a number from 0 to 65535",
    )]);
    let error = Port::from_name_or_number("tcp").unwrap_err();
    assert_eq!(error.suggestion(), None);
}

#[test]
fn a_slash_too_many() {
    let both = [
        ("443//tcp", "has a slash too many; write `443/tcp`"),
        ("443/udp/", "has a slash too many; write `443/udp`"),
        ("https//udp", "has a slash too many; take it out"),
        (
            "443//",
            "ends in a slash; write the transport behind it: tcp, udp, sctp or dccp",
        ),
    ];
    check::<TransportPort>(&both);
    check::<TransportPortRange>(&both);
    check::<TransportPortRange>(&[("80-90//udp", "has a slash too many; write `80-90/udp`")]);
    check::<TransportPort>(&[("80-90//udp", "is a range; write one port, such as `80/udp`")]);
}

#[test]
fn the_transport_stays_in_the_remedy() {
    let both = [
        ("+80/udp", "has a sign; write `80/udp`"),
        ("0x50/udp", "is hexadecimal; write `80/udp`"),
        ("80.0/udp", "has a fraction; write `80/udp`"),
        (
            "1,000/udp",
            "has a separator; if it is one number, write `1000/udp`",
        ),
        ("８０/udp", "has digits that are not ASCII; write 0 to 9"),
        (
            "localhost:443/udp",
            "has an address in front of the port; write `443/udp`",
        ),
        ("localhost:99999/udp", HAS_ABOVE),
        ("0xFFFFF/udp", HAS_ABOVE),
    ];
    check::<TransportPort>(&both);
    check::<TransportPortRange>(&both);
    check::<TransportPort>(&[
        ("-1/udp", "is negative; a port is a number from 0 to 65535"),
        ("80,443/udp", "is a list; write one port"),
        ("udp:80-90", "is a range; write one port, such as `80/udp`"),
        (
            "10.0.0.1/udp",
            "is an address without a port; \
             write a port such as `443/tcp` or `443`, or a service's name",
        ),
    ]);
    check::<TransportPortRange>(&[
        ("udp:80-90", "has a colon; write `80-90/udp`"),
        ("80–90:udp", "has a colon; write `80-90/udp`"),
        ("0x50-0x60/udp", "is hexadecimal; write `80-96/udp`"),
    ]);
    // Where none is read, none is written.
    check::<Port>(&[
        ("0x50/tcp", "is hexadecimal; write `80`"),
        ("65536/tcp", HAS_ABOVE),
    ]);
    let line = services_file::entries("r 0x10/tcp").next().unwrap();
    assert_eq!(
        line.unwrap_err().to_string(),
        "line 1: `0x10/tcp` is hexadecimal; write `16/tcp`"
    );
}

#[test]
fn ranges_in_other_notations() {
    check::<PortRange>(&[
        (
            "8100-8000/tcp",
            "is a reversed range, and has a transport, which is not read here; \
             write `8000-8100`",
        ),
        (
            "6881-89/tcp",
            "is a reversed range, and has a transport, which is not read here; \
             write `6881-6889` if the end is shortened, or `89-6881`",
        ),
        ("80-99999/tcp", HAS_ABOVE),
        ("99999/tcp", HAS_ABOVE),
        ("0x50-0x60", "is hexadecimal; write `80-96`"),
        ("0x50-0x1FFFF", HAS_ABOVE),
        ("80_000-81_000", HAS_ABOVE),
    ]);
}

#[test]
fn only_an_address_is_dropped() {
    let write = "has a colon; write a number from 0 to 65535";
    check::<Port>(&[
        ("8000-8100:80", write),
        ("https:443", write),
        ("T:80", write),
        ("8.000:80", write),
    ]);
    check::<PortRange>(&[(
        "8000-8100:80",
        "has a colon; write a port such as `443`, or a range such as `8000-8100`",
    )]);
    for host in ["10.0.0.1", "[::1]", "localhost", "db.example.org", "*"] {
        let text = format!("{host}:80");
        check::<Port>(&[(&text, "has an address in front of the port; write `80`")]);
    }
    check::<PortRange>(&[(
        "localhost:80-90",
        "has an address in front of the port; write `80-90`",
    )]);
}

#[test]
fn numbers_above_65535_in_other_forms() {
    check::<Port>(&[
        ("0xFFFFF", ABOVE),
        ("0xFFFFFFFFF", ABOVE),
        ("+99999", ABOVE),
        ("99999.0", ABOVE),
        ("99_999", ABOVE),
        ("localhost:99999", HAS_ABOVE),
        ("[::1]:65536", HAS_ABOVE),
        ("tcp:65536", HAS_ABOVE),
    ]);
}
