//! `Port`, its ranges and classifiers, transports: over their whole domain.

use std::{
    collections::HashSet,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    num::NonZeroU16,
};

use port_consts::{
    HTTPS, Os, ParsePortErrorKind, Port, PortClass, Service, Side, Transport, TransportPort,
    Transports, port,
};

#[test]
fn every_number_is_a_port() {
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        assert_eq!(port.get(), number);
        assert_eq!(port, number);
        assert_eq!(number, port);
        assert!(port != number ^ 1 && number ^ 0x8000 != port);
        assert_eq!(Port::from(number), port);
        assert_eq!(u16::from(port), number);
        assert_eq!(u32::from(port), u32::from(number));
        assert_eq!(Port::try_from(i64::from(number)), Ok(port));
        let text = number.to_string();
        assert_eq!(port.to_string(), text);
        assert_eq!(text.parse(), Ok(port));
    }
}

#[test]
fn every_port_is_in_one_range() {
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        // RFC 6335, section 6.
        let expected = match number {
            ..1024 => PortClass::System,
            1024..49152 => PortClass::User,
            49152.. => PortClass::Dynamic,
        };
        assert_eq!(port.class(), expected);
        assert_eq!(PortClass::of(port), expected);
        for range in PortClass::ALL {
            assert_eq!(range.contains(port), *range == expected);
            assert_eq!(range.ports().contains(port), *range == expected);
        }
        let flags = [port.is_system(), port.is_user(), port.is_dynamic()];
        assert_eq!(flags, [0, 1, 2].map(|i| PortClass::ALL[i] == expected));
    }
}

#[test]
fn range_names() {
    for range in PortClass::ALL {
        assert_eq!(range.to_string().to_uppercase().parse(), Ok(*range));
    }
    assert_eq!("Well-Known".parse(), Ok(PortClass::System));
    assert_eq!("registered".parse(), Ok(PortClass::User));
    assert_eq!("ephemeral".parse(), Ok(PortClass::Dynamic));
    assert!("reserved".parse::<PortClass>().is_err());
    assert!("syste".parse::<PortClass>().is_err());
    assert!("systems".parse::<PortClass>().is_err());
    assert!("".parse::<PortClass>().is_err());
}

#[test]
fn names_of_systems_and_sides() {
    for os in Os::ALL {
        assert_eq!(os.to_string().to_uppercase().parse(), Ok(*os));
        assert_eq!(Os::from_name(&os.name().to_lowercase()), Some(*os));
    }
    assert!(Os::from_name(std::env::consts::OS).is_some() || cfg!(not(target_os = "linux")));
    let error = "Win".parse::<Os>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "unknown system `Win`; write Linux, Windows, macOS or FreeBSD"
    );
    for side in Side::ALL {
        assert_eq!(side.to_string().to_uppercase().parse(), Ok(*side));
        assert_eq!(Side::try_from(side.name()), Ok(*side));
    }
    for (error, expected) in [
        ("src", "unknown side `src`; write source or destination"),
        ("", "a side is missing; write source or destination"),
        (" source", "` source` has white space around it; remove it"),
    ] {
        assert_eq!(error.parse::<Side>().unwrap_err().to_string(), expected);
    }
    let target = if cfg!(any(target_os = "linux", target_os = "android")) {
        Some(Os::Linux)
    } else {
        Os::from_name(std::env::consts::OS)
    };
    assert_eq!(Os::TARGET, target);
    assert_eq!(Side::ALL, [Side::Source, Side::Destination]);
    assert_eq!(
        Side::ALL
            .iter()
            .map(|it| it.opposite())
            .rev()
            .collect::<Vec<_>>(),
        Side::ALL
    );
}

#[test]
fn names_are_borrowed() {
    fn compare<T: AsRef<str> + ToString>(all: &[T]) {
        for it in all {
            assert_eq!(it.as_ref(), it.to_string());
        }
    }

    compare(Transport::ALL);
    compare(PortClass::ALL);
    compare(Os::ALL);
    compare(Side::ALL);
    assert_eq!(Os::MacOs.as_ref(), "macOS");
}

#[test]
fn numbers_that_are_no_ports() {
    assert!(Port::try_from(65_536_u32).is_err());
    assert!(Port::try_from(-1_i8).is_err());
    assert!(Port::try_from(i128::MIN).is_err());
    assert!(Port::try_from(usize::MAX).is_err());
    for (text, kind) in [
        ("", ParsePortErrorKind::Empty),
        ("+80", ParsePortErrorKind::NotDigits),
        ("-80", ParsePortErrorKind::NotDigits),
        (" 80", ParsePortErrorKind::NotDigits),
        ("80 ", ParsePortErrorKind::NotDigits),
        ("80/tcp", ParsePortErrorKind::NotDigits),
        ("9pfs", ParsePortErrorKind::NotDigits),
        ("0x50", ParsePortErrorKind::NotDigits),
        ("８０", ParsePortErrorKind::NotDigits),
        ("65536", ParsePortErrorKind::TooLarge),
        ("99999999999999999999999999", ParsePortErrorKind::TooLarge),
    ] {
        let error = text.parse::<Port>().unwrap_err();
        assert_eq!(error.kind(), kind, "{text:?}");
        assert_eq!(Port::try_from(text), Err(error));
    }
}

#[test]
fn integers_that_are_no_ports_stand_in_the_message() {
    for (error, expected) in [
        (Port::try_from(65_536_u32), "port `65536` is above 65535"),
        (
            Port::try_from(-1_i8),
            "port `-1` is negative; a port is 0 to 65535",
        ),
        (
            Port::try_from(u128::MAX),
            "a port is a number from 0 to 65535",
        ),
    ] {
        assert_eq!(error.unwrap_err().to_string(), expected);
    }
}

#[test]
fn ports_and_numbers_that_are_not_zero() {
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        let non_zero = NonZeroU16::new(number);
        assert_eq!(NonZeroU16::try_from(port).ok(), non_zero);
        assert_eq!(non_zero.map_or(Port::ANY, Port::from), port);
    }
}

#[test]
fn sums_end_with_the_ports() {
    for number in 0..=u16::MAX {
        for count in [0, 1, 2, 255, 1024, 32768, u16::MAX] {
            let port = Port::new(number);
            let (sum, difference) = (number.checked_add(count), number.checked_sub(count));
            assert_eq!(port.checked_add(count), sum.map(Port::new));
            assert_eq!(port.checked_sub(count), difference.map(Port::new));
        }
    }
}

#[test]
fn ports_are_as_small_as_their_number() {
    assert_eq!(size_of::<Port>(), 2);
    assert_eq!(size_of::<Transports>(), 1);
    assert_eq!(size_of::<Service>(), size_of::<Option<Service>>());
}

#[test]
fn formats() {
    assert_eq!(
        format!("{HTTPS:>6}|{HTTPS:<6}|{HTTPS:06}"),
        "   443|443   |000443"
    );
    assert_eq!(format!("{HTTPS:?} {HTTPS:#?}"), "Port(443) Port(443)");
    assert!(Port::new(80) < HTTPS && HTTPS > 80);
    assert!(80 < HTTPS);
    assert_eq!(
        format!("{HTTPS:x} {HTTPS:#06X} {HTTPS:o} {HTTPS:b}"),
        "1bb 0x01BB 673 110111011"
    );
    assert_eq!(Port::default(), Port::ANY);
    assert_eq!(Port::MAX, 65535);
}

/// Fetch standard, "port blocking", as of 2026-07-02.
const BLOCKED: &str = "0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 \
    103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 \
    526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 \
    4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080";

#[test]
fn browsers_block_these_and_no_others() {
    let blocked: HashSet<u16> = BLOCKED
        .split(' ')
        .map(|text| text.parse().unwrap())
        .collect();
    assert_eq!(blocked.len(), 83);
    for number in 0..=u16::MAX {
        assert_eq!(
            Port::new(number).is_browser_blocked(),
            blocked.contains(&number),
            "{number}"
        );
    }
}

#[test]
fn ephemeral_ranges() {
    for (os, first, last) in [
        (Os::Linux, 32768, 60999),
        (Os::Windows, 49152, 65535),
        (Os::MacOs, 49152, 65535),
        (Os::FreeBsd, 10000, 65535),
    ] {
        for number in 0..=u16::MAX {
            let expected = first <= number && number <= last;
            assert_eq!(
                Port::new(number).is_ephemeral_on(os),
                expected,
                "{number} {os}"
            );
        }
    }
}

#[test]
fn socket_addresses() {
    let v4 = HTTPS.socket_addr(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let v6 = HTTPS.socket_addr(IpAddr::V6(Ipv6Addr::LOCALHOST));
    assert_eq!(
        (v4.to_string(), v6.to_string()),
        ("127.0.0.1:443".into(), "[::1]:443".into())
    );
}

#[test]
fn transports_are_sets() {
    for bits in 0..16_u8 {
        let has = |transport: &Transport| bits & (1 << *transport as u8) != 0;
        let list: Vec<Transport> = Transport::ALL.iter().copied().filter(has).collect();
        let set: Transports = list.iter().copied().collect();
        assert!(set.iter().eq(list.iter().copied()));
        assert_eq!(set.len(), list.len());
        let mut rest = set.iter();
        for left in (0..=list.len()).rev() {
            assert_eq!((rest.len(), rest.size_hint()), (left, (left, Some(left))));
            rest.next();
        }
        assert_eq!(set.is_empty(), list.is_empty());
        assert!(
            Transport::ALL
                .iter()
                .all(|it| set.contains(*it) == list.contains(it))
        );
        let names: Vec<&str> = list.iter().map(|transport| transport.name()).collect();
        assert_eq!(set.to_string(), names.join("/"));
        if !set.is_empty() {
            assert_eq!(set.to_string().to_uppercase().parse(), Ok(set));
            assert_eq!(Transports::from_name(&set.to_string()), Some(set));
        }
        assert_eq!(set.union(Transports::ALL), Transports::ALL);
        assert_eq!(set | Transports::EMPTY, set);
        assert_eq!(set.intersection(Transports::ALL), set);
        for other in (&set).into_iter().map(Transport::only) {
            let mut both = set;
            both &= other;
            assert_eq!((set & other, both), (other, other));
        }
        assert_eq!(set & Transports::EMPTY, Transports::EMPTY);
    }
    assert_eq!(format!("{:?}", Transport::Tcp.only()), "{Tcp}");
    assert_eq!(
        format!(
            "{:>9}",
            Transports::from_iter([Transport::Udp, Transport::Tcp])
        ),
        "  tcp/udp"
    );
    for (text, expected) in [
        ("", "a transport is missing"),
        ("tcp/", "a transport is missing"),
        ("tcp/quic", "unknown transport `quic`"),
        ("tcp//udp", "a transport is missing"),
        ("tcp,udp", "unknown transport `tcp,udp`"),
        ("tcp+udp", "unknown transport `tcp+udp`"),
        ("tcp & udp", "unknown transport `tcp & udp`"),
        ("both", "unknown transport `both`"),
    ] {
        let error = text.parse::<Transports>().unwrap_err();
        let remedy = "write tcp, udp, sctp or dccp, \
                      or several with a slash between, such as `tcp/udp`";
        assert_eq!(error.to_string(), format!("{expected}; {remedy}"), "{text}");
        assert_eq!(Transports::try_from(text), Err(error));
        assert_eq!(Transports::from_name(text), None);
    }
    assert_eq!(Transport::from_name("DcCp"), Some(Transport::Dccp));
    assert_eq!(Transport::from_name("tcp "), None);
}

/// IANA, "Assigned Internet Protocol Numbers".
#[test]
fn transports_have_protocol_numbers() {
    let numbers = [6, 17, 33, 132];
    for number in 0..=u8::MAX {
        let transport = Transport::from_protocol_number(number);
        assert_eq!(transport.is_some(), numbers.contains(&number), "{number}");
        assert!(transport.is_none_or(|it| it.protocol_number() == number));
    }
    assert_eq!(Transport::from_protocol_number(132), Some(Transport::Sctp));
    assert_eq!(Transport::Dccp.protocol_number(), 33);
}

#[test]
fn everything_is_const() {
    const PORT: Port = Port::new(514);
    const SYSLOG: Option<Service> = Service::from_port(PORT, Transport::Udp);
    const ALL: &[Service] = Service::candidates(PORT, Transport::Tcp);
    const NAMED: Option<Service> = Service::from_name("SysLog");
    const NAME: &str = match NAMED {
        Some(service) => service.name(),
        None => "",
    };
    const ALIASES: &[&str] = Service::Dns.aliases();
    const UDP: bool = Service::Syslog.transports().contains(Transport::Udp);
    const RANGE: PortClass = port_consts::SYSLOG.class();
    const BLOCKED: bool = port_consts::SYSLOG.is_browser_blocked();
    const EPHEMERAL: bool = Port::MAX.is_ephemeral_on(Os::Windows);
    const TLS: Option<Service> = Service::Https.tls_of();
    const OVER: Option<Service> = Service::Http.over_tls();
    static ARRAY: [u8; port_consts::SSH.get() as usize] = [0; port!("ssh").get() as usize];
    assert_eq!(
        (SYSLOG, NAMED),
        (Some(Service::Syslog), Some(Service::Syslog))
    );
    assert_eq!(ALL, [Service::Shell, Service::Syslog, Service::Oftp]);
    assert_eq!(NAME, "syslog");
    assert!(ALIASES.contains(&"dns") && UDP && BLOCKED && EPHEMERAL);
    assert_eq!((RANGE, ARRAY.len()), (PortClass::System, 22));
    assert_eq!((TLS, OVER), (Some(Service::Http), Some(Service::Https)));
    // A constant is a pattern, too.
    assert!(matches!(Port::new(443), port_consts::HTTPS));
}

/// `as` counts variants, and `From` is the port.
#[test]
fn services_are_turned_into_numbers_by_from() {
    fn check<E: Copy + Into<u16> + Into<Port>>(all: &[E], port: fn(E) -> Port) {
        for service in all {
            let (number, of): (u16, Port) = ((*service).into(), (*service).into());
            assert_eq!((number, of), (port(*service).get(), port(*service)));
        }
    }
    check(Service::ALL, Service::port);
    check(
        port_consts::iana::Service::ALL,
        port_consts::iana::Service::port,
    );
    assert_eq!(u16::from(Service::Https), 443);
}

/// `tcp, udp, sctp or dccp`
fn all_transports() -> String {
    let names: Vec<&str> = Transport::ALL.iter().map(|it| it.name()).collect();
    let (last, others) = names.split_last().unwrap();
    format!("{} or {last}", others.join(", "))
}

#[test]
fn messages_name_all_transports() {
    let sentence = all_transports();
    for message in [
        "".parse::<Transport>().unwrap_err().to_string(),
        "quic".parse::<Transport>().unwrap_err().to_string(),
        "tcp/".parse::<Transports>().unwrap_err().to_string(),
        "443/".parse::<TransportPort>().unwrap_err().to_string(),
        "443/quic".parse::<TransportPort>().unwrap_err().to_string(),
    ] {
        assert!(message.contains(&sentence), "{message}");
    }
}

#[cfg(feature = "formats")]
#[test]
fn messages_of_serde_name_all_transports() {
    let sentence = all_transports();
    for json in ["3", "\"quic\""] {
        let error = serde_json::from_str::<Transport>(json).unwrap_err();
        assert!(error.to_string().contains(&sentence), "{error}");
    }
}
