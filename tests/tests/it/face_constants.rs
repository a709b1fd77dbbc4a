//! Everything of the types that is `const`, as constants of the types that are promised.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use port_consts::{
    Os, Port, PortClass, PortRange, Service, Side, Transport, TransportPort, Transports,
    TransportsIter,
};

#[test]
fn ports_in_constants() {
    const PORT: Port = Port::new(443);
    const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
    const SOCKET: SocketAddr = PORT.socket_addr(ADDRESS);
    const NUMBER: u16 = PORT.get();
    const RANGE: PortClass = PORT.class();
    const FLAGS: [bool; 5] = [
        PORT.is_system(),
        PORT.is_user(),
        PORT.is_dynamic(),
        PORT.is_browser_blocked(),
        PORT.is_ephemeral_on(Os::FreeBsd),
    ];
    const ENDS: [Port; 2] = [Port::ANY, Port::MAX];
    const SUMS: [Option<Port>; 2] = [PORT.checked_add(1), PORT.checked_sub(444)];

    assert_eq!(SUMS, [Some(Port::new(444)), None]);
    assert_eq!(RANGE, PortClass::System);
    assert_eq!((NUMBER, SOCKET.port(), SOCKET.ip()), (443, 443, ADDRESS));
    assert_eq!(
        (FLAGS, ENDS),
        (
            [true, false, false, false, false],
            [Port::new(0), Port::new(65535)]
        )
    );
}

#[test]
fn ranges_in_constants() {
    const RANGES: &[PortClass] = PortClass::ALL;
    const OF: PortClass = PortClass::of(Port::new(443));
    const BOUNDS: PortRange = PortClass::User.ports();
    const CONTAINS: bool = PortClass::Dynamic.contains(Port::MAX);
    const RANGE_NAMES: (&str, Option<PortClass>) = (OF.name(), PortClass::from_name("USER"));
    assert_eq!(
        (OF, BOUNDS.count(), CONTAINS),
        (PortClass::System, 48128, true)
    );
    assert_eq!(RANGE_NAMES, ("system", Some(PortClass::User)));
    // A `match` without `_` compiles: there are three.
    for range in RANGES {
        match range {
            PortClass::System | PortClass::User | PortClass::Dynamic => {}
        }
    }
}

#[test]
fn systems_in_constants() {
    const SYSTEMS: &[Os] = Os::ALL;
    const EPHEMERAL: PortRange = Os::Linux.ephemeral();
    const OS_NAMES: (&str, Option<Os>) = (Os::MacOs.name(), Os::from_name("macos"));
    const TARGET: Option<Os> = Os::TARGET;
    assert!(TARGET.is_none_or(|os| SYSTEMS.contains(&os)));
    assert!(SYSTEMS.contains(&Os::Windows));
    assert_eq!(
        (EPHEMERAL.first().get(), OS_NAMES),
        (32768, ("macOS", Some(Os::MacOs)))
    );
}

#[test]
fn transports_in_constants() {
    const TRANSPORTS: &[Transport] = Transport::ALL;
    const NAMED: Option<Transport> = Transport::from_name("Sctp");
    const NAME: &str = Transport::Dccp.name();
    const NUMBER: u8 = Transport::Tcp.protocol_number();
    const NUMBERED: Option<Transport> = Transport::from_protocol_number(NUMBER);
    assert_eq!((NUMBER, NUMBERED), (6, Some(Transport::Tcp)));
    for transport in TRANSPORTS {
        match transport {
            Transport::Tcp | Transport::Udp | Transport::Sctp | Transport::Dccp => {}
        }
    }
    assert_eq!((NAMED, NAME), (Some(Transport::Sctp), "dccp"));
}

#[test]
fn sets_in_constants() {
    const SET: Transports = Transports::EMPTY.with(Transport::Tcp);
    const UNION: Transports = SET.union(Transport::Udp.only());
    const COMMON: Transports = UNION.intersection(SET);
    const OTHERS: [Transports; 3] = [
        UNION.difference(SET),
        UNION.symmetric_difference(SET),
        SET.complement().intersection(UNION),
    ];
    const NAMED: Option<Transports> = Transports::from_name("tcp/udp");
    const SIZE: (usize, bool, bool) = (UNION.len(), SET.is_empty(), SET.contains(Transport::Tcp));
    const ITER: TransportsIter = Transports::ALL.iter();
    assert_eq!((COMMON, SIZE, ITER.len()), (SET, (2, false, true), 4));
    assert_eq!(NAMED, Some(UNION));
    assert_eq!(OTHERS, [Transport::Udp.only(); 3]);
    assert_eq!(UNION.to_string(), "tcp/udp");
}

#[test]
fn ports_with_transports_in_constants() {
    const BOTH: TransportPort = TransportPort::new(Port::new(443), Transport::Tcp);
    const PARTS: (Port, Transport, Option<Service>) =
        (BOTH.port(), BOTH.transport(), BOTH.service());
    assert_eq!(
        PARTS,
        (Port::new(443), Transport::Tcp, Some(Service::Https))
    );
}

#[test]
fn sides_in_constants() {
    const NAMED: Option<Side> = Side::from_name("SOURCE");
    const SIDES: (&[Side], Side, &str) = (Side::ALL, Side::Source.opposite(), Side::Source.name());
    assert_eq!(SIDES.0.len(), 2);
    assert_eq!((SIDES.1, SIDES.2), (Side::Destination, "source"));
    assert_eq!(NAMED, Some(Side::Source));
    assert_eq!(Side::Source.of("a", "b"), "a");
    match SIDES.1 {
        Side::Source | Side::Destination => {}
    }
}
