//! Which end of a flow is the server: flows as they are met, and every rule of the order
//! for all pairs of ports, against what another reader of the file says.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use port_consts::{
    Port, Service,
    Side::{self, Destination, Source},
    Transport::{self, Dccp, Sctp, Tcp, Udp},
    iana,
};
use port_consts_tests::{Row, RowExt as _, curated, every_port};

/// A registry with the column `Status`, and one without.
mod plan {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Plan = "fixtures/flow.csv";
    }
}
mod plain {
    port_consts::ports! {
        #[ports(constants = false, columns(ignore = "Status"))]
        pub enum Plain = "fixtures/flow.csv";
    }
}
use plain::Plain;
use plan::Plan;

const HTTPS: Option<(Service, Side)> =
    Service::from_flow(Port::new(51234), Port::new(443), Transport::Tcp);
const _: () = assert!(matches!(HTTPS, Some((Service::Https, Side::Destination))));

const OWN: Option<(Plan, Side)> =
    Plan::from_flow(Port::new(47001), Port::new(47002), Transport::Tcp);
const _: () = assert!(matches!(OWN, Some((Plan::Control, Side::Destination))));

fn flow(source: u16, destination: u16, transport: Transport) -> Option<(Service, Side)> {
    Service::from_flow(Port::new(source), Port::new(destination), transport)
}

#[test]
fn flows_as_they_are_met() {
    for (source, destination, transport, service, side) in [
        // A client's port that is nobody's.
        (51234, 443, Tcp, Service::Https, Destination),
        (443, 51234, Tcp, Service::Https, Source),
        (40000, 53, Udp, Service::Dns, Destination),
        (53, 40000, Udp, Service::Dns, Source),
        (49152, 5432, Tcp, Service::Postgresql, Destination),
        (5672, 65535, Sctp, Service::Amqp, Source),
        // One that is in use for something, which the client does not care about.
        (51820, 443, Udp, Service::Https, Destination),
        (443, 51820, Udp, Service::Https, Source),
        (50000, 22, Tcp, Service::Ssh, Destination),
        (60500, 27015, Udp, Service::SteamGame, Destination),
        (49200, 9092, Tcp, Service::Kafka, Destination),
        // One that is assigned to something.
        (33060, 443, Tcp, Service::Https, Destination),
        (44818, 1883, Tcp, Service::Mqtt, Destination),
        (33060, 9092, Tcp, Service::Kafka, Destination),
        (9092, 33060, Tcp, Service::Kafka, Source),
        (3306, 47808, Udp, Service::Bacnet, Destination),
        (47808, 41641, Udp, Service::Bacnet, Source),
        (51000, 32400, Tcp, Service::Plex, Destination),
        // A port of a pool is nobody's.
        (51000, 44818, Tcp, Service::EthernetIp, Destination),
        (44818, 31234, Tcp, Service::EthernetIp, Source),
        (35357, 3306, Tcp, Service::Mysql, Destination),
        // Both ends are servers, or could be.
        (5353, 53, Udp, Service::Dns, Destination),
        (53, 5353, Udp, Service::Dns, Source),
        (80, 8080, Tcp, Service::Http, Source),
        (8080, 80, Tcp, Service::Http, Destination),
        (3128, 443, Tcp, Service::Https, Destination),
        (4500, 500, Udp, Service::Ike, Destination),
        (1701, 4500, Udp, Service::L2tp, Source),
        (51820, 51413, Udp, Service::TransmissionPeer, Destination),
        // NFS clients on reserved ports, whoever has them.
        (783, 2049, Tcp, Service::Nfs, Destination),
        (636, 2049, Tcp, Service::Nfs, Destination),
        (2049, 1023, Udp, Service::Nfs, Source),
        (993, 20048, Tcp, Service::Mountd, Destination),
        (873, 111, Udp, Service::Sunrpc, Destination),
        (749, 4045, Udp, Service::Nlockmgr, Destination),
        // The status is that of the port and the transport: imaps has 993 for TCP, and UDP
        // 993 is in use only.
        (993, 995, Tcp, Service::Imaps, Source),
        (993, 995, Udp, Service::Pop3s, Destination),
        (465, 993, Udp, Service::Igmpv3lite, Source),
        // Equals.
        (123, 123, Udp, Service::Ntp, Destination),
        (5353, 5353, Udp, Service::Mdns, Destination),
        (520, 520, Udp, Service::Rip, Destination),
        (500, 500, Udp, Service::Ike, Destination),
        (51820, 51820, Udp, Service::Wireguard, Destination),
        (179, 179, Tcp, Service::Bgp, Destination),
        // Ports for clients: right by luck in DHCP, and not in DHCPv6.
        (68, 67, Udp, Service::DhcpServer, Destination),
        (67, 68, Udp, Service::DhcpServer, Source),
        (546, 547, Udp, Service::Dhcpv6Client, Source),
    ] {
        assert_eq!(
            flow(source, destination, transport),
            Some((service, side)),
            "{source} -> {destination}/{transport}"
        );
    }
}

#[test]
fn flows_that_nobody_knows() {
    for (source, destination, transport) in [
        (0, 0, Tcp),
        (0, 65535, Udp),
        (40001, 40002, Tcp),
        // HTTP is not found on UDP 80, nor anything under DCCP.
        (80, 40000, Udp),
        (443, 53, Dccp),
        // A port of a pool has its service only by chance.
        (31000, 30, Tcp),
    ] {
        assert_eq!(flow(source, destination, transport), None);
    }
}

/// What the file says of a port: its first service, and whether the row says `assigned`.
type Owners<'a> = HashMap<(u16, Transport), (&'a str, bool)>;

fn owners(rows: &[Row]) -> Owners<'_> {
    let mut owners = HashMap::new();
    for row in rows.iter().filter(|row| !row.is_pool()) {
        let owner = (row.name(), row.get("Status") != "unofficial");
        for port in row.ports() {
            for transport in row.transports() {
                owners.entry((port, transport)).or_insert(owner);
            }
        }
    }
    owners
}

/// Whether the port is one that clients of ONC RPC bind, and the other their servers'.
fn is_reserved_client(port: u16, other: u16) -> bool {
    (600..=1023).contains(&port) && [111, 2049, 4045, 20048].contains(&other)
}

/// The rules, in other words than the library's: the greatest wins, the last of equals.
fn expected<'a>(
    owners: &Owners<'a>,
    ends: [(u16, Side); 2],
    transport: Transport,
) -> Option<(&'a str, Side)> {
    let known = ends.into_iter().filter_map(|(port, side)| {
        let (name, assigned) = owners.get(&(port, transport))?;
        let other = ends[usize::from(side == Source)].0;
        let is_server = !is_reserved_client(port, other);
        let rank = (is_server, port < 32768, *assigned, Reverse(port));
        Some((rank, (*name, side)))
    });
    known
        .max_by_key(|(rank, _)| *rank)
        .map(|(_, answer)| answer)
}

/// Ports of which every kind is there: all that are somebody's, of runs the ends, and their
/// neighbours.
fn interesting(rows: &[Row]) -> Vec<u16> {
    let ends = rows.iter().flat_map(|row| {
        let (first, last) = row.ports().into_inner();
        [first, last]
    });
    let ports: BTreeSet<u16> = ends
        .flat_map(|port| [port.saturating_sub(1), port, port.saturating_add(1)])
        .chain([0, 1023, 1024, 49151, 49152, u16::MAX])
        .collect();
    ports.into_iter().collect()
}

/// Compares one flow, and the flow back, with what is expected.
macro_rules! compare {
    ($registry:ty, $owners:expr, $source:expr, $destination:expr, $transport:expr) => {{
        let (source, destination, transport) = ($source, $destination, $transport);
        let found = <$registry>::from_flow(Port::new(source), Port::new(destination), transport);
        let found = found.map(|(service, side)| (service.name(), side));
        let ends = [(source, Source), (destination, Destination)];
        assert_eq!(
            found,
            expected(&$owners, ends, transport),
            "{source} -> {destination}/{transport}"
        );
        let back = <$registry>::from_flow(Port::new(destination), Port::new(source), transport);
        let back = back.map(|(service, side)| (service.name(), side));
        let turned = found.map(|(name, side)| {
            let tie = source == destination;
            (name, if tie { side } else { side.opposite() })
        });
        assert_eq!(back, turned, "{source} <-> {destination}/{transport}");
        if source == destination {
            assert_ne!(found.map(|(_, side)| side), Some(Source));
        }
    }};
}

#[test]
fn all_pairs_of_ports_that_matter() {
    let rows = curated();
    let owners = owners(&rows);
    let ports = interesting(&rows);
    let mut pairs = 0_u32;
    for (i, &source) in ports.iter().enumerate() {
        // Of all pairs there are too many for one test: each port meets each fifth one.
        for &destination in ports[i..].iter().step_by(5) {
            for transport in [Tcp, Udp] {
                compare!(Service, owners, source, destination, transport);
                pairs += 1;
            }
        }
    }
    assert!(pairs > 2_000_000, "{pairs}");
}

/// Numbers without a pattern, the same in every run.
fn numbers() -> impl Iterator<Item = u16> {
    let mut state = 6_u64;
    std::iter::repeat_with(move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 48) as u16
    })
}

#[test]
fn pairs_of_any_ports() {
    let (curated, iana_rows) = (curated(), port_consts_tests::rows("iana-data.csv"));
    let (owners, all) = (owners(&curated), owners_of_iana(&iana_rows));
    let mut numbers = numbers();
    let mut number = || numbers.next().unwrap_or_default();
    for _ in 0..200_000 {
        let (source, destination) = (number(), number());
        for transport in Transport::ALL {
            compare!(Service, owners, source, destination, *transport);
            compare!(iana::Service, all, source, destination, *transport);
        }
    }
}

fn owners_of_iana(rows: &[Row]) -> Owners<'_> {
    let owners = owners(rows);
    assert!(owners.values().all(|(_, assigned)| *assigned));
    owners
}

#[test]
fn all_pairs_of_iana_s_system_ports() {
    let rows = port_consts_tests::rows("iana-data.csv");
    let owners = owners_of_iana(&rows);
    for source in 0..1024 {
        for destination in source..1024 {
            compare!(iana::Service, owners, source, destination, Tcp);
        }
    }
}

/// A port against itself, for every port there is.
#[test]
fn nobody_is_the_server_where_no_port_has_a_service() {
    for (port, transport) in every_port() {
        let both = Service::from_flow(port, port, transport);
        let alone = Service::from_flow(Port::ANY, port, transport);
        let service = Service::from_port(port, transport);
        assert_eq!(both, service.map(|service| (service, Destination)));
        assert_eq!(alone, both, "port 0 is nobody's");
    }
}

#[test]
fn registries_of_one_s_own() {
    let plan = |source, destination, transport| {
        Plan::from_flow(Port::new(source), Port::new(destination), transport)
    };
    let without_status = |source, destination, transport| {
        Plain::from_flow(Port::new(source), Port::new(destination), transport)
    };
    // 47001 is in use for telemetry, 47002 assigned to control.
    assert_eq!(plan(47001, 47002, Tcp), Some((Plan::Control, Destination)));
    assert_eq!(
        without_status(47001, 47002, Tcp),
        Some((Plain::Telemetry, Source))
    );
    // Under UDP both are assigned.
    assert_eq!(plan(47001, 47002, Udp), Some((Plan::Telemetry, Source)));
    // Of one service, some ports are assigned and some are not.
    assert_eq!(
        plan(60001, 47001, Tcp),
        Some((Plan::Telemetry, Destination))
    );
    assert_eq!(plan(60005, 47001, Tcp), Some((Plan::Camera, Source)));
    assert_eq!(plan(443, 22, Tcp), None);
    assert_eq!(without_status(47002, 1, Sctp), None);

    let rows = port_consts_tests::rows("tests/fixtures/flow.csv");
    let owners = owners(&rows);
    let ports = interesting(&rows);
    for &source in &ports {
        for &destination in &ports {
            for transport in Transport::ALL {
                compare!(Plan, owners, source, destination, *transport);
            }
        }
    }
}

#[test]
fn sides_have_names() {
    for (side, name) in [(Source, "source"), (Destination, "destination")] {
        assert_eq!((side.name(), side.to_string().as_str()), (name, name));
        assert_eq!(side.opposite().opposite(), side);
        assert_ne!(side.opposite(), side);
        assert_eq!(format!("{side:>12}").len(), 12);
    }
    assert_eq!(Source.of('s', 'd'), 's');
    assert_eq!(Destination.of('s', 'd'), 'd');
}
