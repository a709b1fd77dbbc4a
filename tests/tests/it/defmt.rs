//! The feature `defmt`: what goes over the wire, byte by byte.

use std::{fmt::Debug, str::FromStr};

use defmt::Format;
use port_consts::{
    Category, HTTPS, Os, Port, PortClass, PortOutOfRangeError, PortRange, PortSet, Service, Side,
    Transport, TransportPort, TransportPortRange, Transports, iana,
    services_file::{self, LineError, LineErrorKind},
};

mod own {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Service = "fixtures/plan.csv";
    }
}

/// What `value` sends, without the index of its type.
fn sent(value: &impl Format) -> Vec<u8> {
    defmt::export::fetch_bytes();
    value._format_data();
    defmt::export::fetch_bytes()
}

#[test]
fn a_service_is_the_number_of_its_variant() {
    fn check<E: Copy + Format>(all: &[E]) {
        for (index, service) in (0_u16..).zip(all) {
            let expected = match all.len() {
                0..=255 => vec![u8::try_from(index).unwrap()],
                _ => index.to_le_bytes().to_vec(),
            };
            assert_eq!(sent(service), expected);
        }
    }
    check(Service::ALL);
    check(iana::Service::ALL);
    check(own::Service::ALL);
    check(Category::ALL);
    check(PortClass::ALL);
    check(Transport::ALL);
    check(Os::ALL);
    check(&[Side::Source, Side::Destination]);
}

#[test]
fn ports_are_two_bytes_and_sets_one() {
    assert_eq!(sent(&HTTPS), [0xBB, 0x01]);
    for number in 0..=u16::MAX {
        assert_eq!(sent(&Port::new(number)), number.to_le_bytes());
    }
    let both = Transport::Tcp.only().with(Transport::Sctp);
    let bytes = sent(&both);
    // Behind the index of the text, and before the mark of the end.
    assert_eq!(bytes[2..], [0b101, 0, 0]);
    assert_eq!(sent(&Transports::EMPTY)[2], 0);
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Errors of every type send the text that was kept.
#[test]
fn errors_send_their_texts() {
    fn of<T: Debug, E: Format>(text: &str, read: Result<T, E>) -> (String, Vec<u8>) {
        (text.to_owned(), sent(&read.unwrap_err()))
    }
    fn parsed<T: FromStr<Err: Format> + Debug>(text: &str) -> (String, Vec<u8>) {
        of(text, text.parse::<T>())
    }
    for (text, bytes) in [
        parsed::<Port>("8x"),
        parsed::<PortRange>("8x-9"),
        parsed::<PortSet>("8x"),
        parsed::<TransportPort>("8x/tcp"),
        parsed::<TransportPortRange>("8x/tcp"),
        parsed::<TransportPortRange>("tpc"),
        parsed::<Transport>("tpc"),
        parsed::<PortClass>("usr"),
        parsed::<Os>("os2"),
        parsed::<Side>("middle"),
        parsed::<Service>("htps"),
        parsed::<own::Service>("telemerty"),
        parsed::<Category>("mial"),
        of("htps", Port::from_name_or_number("htps")),
        of("htps", iana::Service::from_name_or_number("htps")),
    ] {
        assert!(contains(&bytes, text.as_bytes()), "{text} {bytes:?}");
    }
    // And 38 bytes of it at the most.
    let long = "x".repeat(1000).parse::<TransportPort>().unwrap_err();
    assert!(contains(&sent(&long), &[b'x'; 38]) && !contains(&sent(&long), &[b'x'; 39]));

    let mut entries = services_file::entries("\nweb 8x/tcp");
    let error: LineError = entries.next().unwrap().unwrap_err();
    let bytes = sent(&error);
    assert_eq!(bytes[..4], 2_u32.to_le_bytes(), "the line");
    assert!(contains(&bytes, b"8x"));
    let LineErrorKind::Port(_) = error.kind() else {
        panic!("{error}");
    };
    assert!(contains(&sent(&error.kind()), b"8x"));

    let error: PortOutOfRangeError = Port::try_from(70_000).unwrap_err();
    assert!(contains(&sent(&error), &70_000_i64.to_le_bytes()));
}

#[test]
fn an_assignment_sends_its_ports_and_its_status() {
    let https = sent(&Service::Https.assignments()[0]);
    // The first port and the last.
    let ports = https.windows(2).filter(|pair| *pair == [0xBB, 0x01]);
    assert_eq!(ports.count(), 2, "{https:?}");
    assert_eq!(https.last(), Some(&0), "assigned");
}
