//! The feature `defmt`: what goes over the wire, byte by byte.

use defmt::Format;
use port_consts::{
    Assignment, Category, HTTPS, Os, ParseCategoryError, ParseNameOrNumberError, ParseOsError,
    ParsePortClassError, ParsePortError, ParseServiceError, ParseSideError, ParseTransportError,
    ParseTransportPortError, Port, PortClass, PortOutOfRangeError, Service, Side, Transport,
    TransportPort, Transports, iana,
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

#[test]
fn everything_else_is_there_too() {
    fn formats<T: Format>() {}
    formats::<Assignment>();
    formats::<Option<Service>>();
    formats::<ParsePortError>();
    formats::<ParsePortClassError>();
    formats::<ParseTransportError>();
    formats::<PortOutOfRangeError>();
    formats::<ParseOsError>();
    formats::<ParseSideError>();
    formats::<ParseTransportPortError>();
    formats::<ParseCategoryError>();
    formats::<ParseServiceError>();
    formats::<ParseServiceError<own::Service>>();
    formats::<ParseNameOrNumberError<iana::Service>>();
    formats::<LineError>();
    formats::<LineErrorKind>();

    // An error sends the text that was kept, and 38 bytes of it at the most.
    let error = "htps".parse::<Service>().unwrap_err();
    assert!(contains(&sent(&error), b"htps"));
    let long = "x".repeat(1000).parse::<TransportPort>().unwrap_err();
    assert!(contains(&sent(&long), &[b'x'; 38]) && !contains(&sent(&long), &[b'x'; 39]));

    let mut entries = services_file::entries("\nweb 8x/tcp");
    let error = entries.next().unwrap().unwrap_err();
    let bytes = sent(&error);
    assert_eq!(bytes[..4], 2_u32.to_le_bytes(), "the line");
    assert!(contains(&bytes, b"8x"));

    let https = sent(&Service::Https.assignments()[0]);
    // The first port and the last.
    let ports = https.windows(2).filter(|pair| *pair == [0xBB, 0x01]);
    assert_eq!(ports.count(), 2, "{https:?}");
    assert_eq!(https.last(), Some(&0), "assigned");
}
