//! Which end of a flow is the server, where the caller knows more than two numbers: who opened
//! it, which end is local. And how often numbers alone are wrong.

use std::collections::BTreeSet;

use arbitrary::{Arbitrary, Unstructured};
use port_consts::{
    Flow, Os, Port, PortRange, Registry, Service,
    Side::{self, Destination, Source},
    Transport::{self, Tcp, Udp},
    iana,
};

mod plan {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Plan = "fixtures/flow.csv";
    }
}
mod pools {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Pools = "../port-consts/examples/pools.csv";
    }
}
use plan::Plan;
use pools::Pools;

const SEEN: Option<(Service, Side)> = Service::of_flow(
    Flow::new(Port::new(33060), Port::new(9092), Transport::Tcp)
        .opened_by(Side::Destination)
        .local(Side::Source, Os::Linux.ephemeral()),
);
const _: () = assert!(matches!(SEEN, Some((Service::Mysqlx, Side::Source))));

fn flow(source: u16, destination: u16, transport: Transport) -> Flow {
    Flow::new(Port::new(source), Port::new(destination), transport)
}

/// The reserved ports that clients of ONC RPC bind, and the servers' ports.
#[test]
fn nfs_clients_on_reserved_ports() {
    for transport in [Tcp, Udp] {
        for server in [111, 2049, 4045, 20048].map(Port::new) {
            for client in (600..=1023).map(Port::new) {
                let curated = Service::from_port(server, transport).unwrap();
                let iana = iana::Service::from_port(server, transport).unwrap();
                let to = (client, server, transport);
                let answer = Service::from_flow(to.0, to.1, to.2);
                assert_eq!(answer, Some((curated, Destination)), "{client} {server}");
                let answer = iana::Service::from_flow(to.0, to.1, to.2);
                assert_eq!(answer, Some((iana, Destination)), "{client} {server}");
                let back = Service::from_flow(server, client, transport);
                assert_eq!(back, Some((curated, Source)), "{server} {client}");
                let back = iana::Service::from_flow(server, client, transport);
                assert_eq!(back, Some((iana, Source)), "{server} {client}");
            }
        }
    }
    // IANA has 636 for ldaps, and 2049 for two services.
    let answer = iana::Service::from_flow(Port::new(636), Port::new(2049), Tcp);
    assert_eq!(answer.map(|(_, side)| side), Some(Destination));
    let names = iana::Service::candidates(Port::new(2049), Tcp);
    assert!(names.iter().any(|it| it.name() == "nfs"));
    // A client of LDAPS whose own system has picked 20048.
    let ldaps = flow(20048, 636, Tcp).local(Source, Os::FreeBsd.ephemeral());
    assert_eq!(Service::of_flow(ldaps), Some((Service::Ldaps, Destination)));
}

#[test]
fn without_knowledge_both_are_the_same() {
    let bytes: Vec<u8> = (0..60_000_u32)
        .map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let mut bytes = Unstructured::new(&bytes);
    let mut answers = 0;
    for _ in 0..10_000 {
        let (source, destination, transport) = Arbitrary::arbitrary(&mut bytes).unwrap();
        let flow = Flow::new(source, destination, transport);
        let expected = Service::from_flow(source, destination, transport);
        assert_eq!(Service::of_flow(flow), expected);
        assert_eq!(<Service as Registry>::of_flow(flow), expected);
        answers += usize::from(expected.is_some());
    }
    assert!(answers > 100, "{answers}");
}

/// What every answer keeps to, whatever is known; for the trait's method too.
fn check<R: Registry>(of_flow: fn(Flow) -> Option<(R, Side)>, flow: Flow) {
    let answer = of_flow(flow);
    assert_eq!(R::of_flow(flow), answer, "{flow:?}");
    if let Some((service, side)) = answer {
        let at_side = R::from_port(flow.port(side), flow.transport());
        assert_eq!(at_side, Some(service), "{flow:?}");
    }
    let back = of_flow(flow.reversed());
    let same = flow.source() == flow.destination() && flow.opener().is_none();
    if !same {
        let turned = answer.map(|(service, side)| (service, side.opposite()));
        assert_eq!(back, turned, "{flow:?}");
    }
    let ftp =
        flow.transport() == Tcp && [flow.source(), flow.destination()].contains(&Port::new(20));
    if let (Some(opener), false) = (flow.opener(), ftp) {
        let server = opener.opposite();
        let expected = R::from_port(flow.port(server), flow.transport());
        assert_eq!(answer, expected.map(|it| (it, server)), "{flow:?}");
    }
    // What is known of the local end chooses between two services, and hides none.
    if flow.opener().is_none() {
        let plain = Flow::new(flow.source(), flow.destination(), flow.transport());
        assert_eq!(of_flow(plain).is_some(), answer.is_some(), "{flow:?}");
    }
}

#[test]
fn answers_keep_to_the_rules_whatever_is_known() {
    let ports: Vec<u16> = [
        0, 20, 21, 53, 80, 111, 443, 599, 600, 636, 783, 993, 1023, 1024, 2049, 3306, 4045, 4500,
        8080, 9092, 10050, 11211, 20048, 32767, 32768, 33060, 47001, 47002, 47305, 47808, 51820,
        60001, 65535,
    ]
    .into();
    let systems = [None, Some(Os::Linux), Some(Os::Windows), Some(Os::FreeBsd)];
    let sides = [None, Some(Source), Some(Destination)];
    for source in &ports {
        for destination in &ports {
            for transport in [Tcp, Udp] {
                for opener in sides {
                    for (local, os) in sides.into_iter().flat_map(|it| systems.map(|os| (it, os))) {
                        let mut flow = flow(*source, *destination, transport);
                        if let Some(opener) = opener {
                            flow = flow.opened_by(opener);
                        }
                        if let (Some(local), Some(os)) = (local, os) {
                            flow = flow.local(local, os.ephemeral());
                        }
                        check(Service::of_flow, flow);
                        check(iana::Service::of_flow, flow);
                        check(Plan::of_flow, flow);
                        check(Pools::of_flow, flow);
                    }
                }
            }
        }
    }
}

#[test]
fn flows_with_a_local_end() {
    for (flow, local, os, expected) in [
        // Ours is a client: its system gave it the port.
        (flow(10050, 11211, Tcp), Source, Os::FreeBsd, Destination),
        (flow(11211, 10050, Tcp), Destination, Os::FreeBsd, Source),
        // Ours is a server: its system gives no such ports; the other is behind a router.
        (flow(3306, 8080, Tcp), Destination, Os::Linux, Destination),
        (flow(8080, 3306, Tcp), Source, Os::Linux, Source),
        (flow(33060, 51820, Tcp), Source, Os::Windows, Source),
        // Ours may be either, so numbers decide.
        (flow(51820, 443, Udp), Source, Os::Linux, Destination),
        (flow(47808, 41641, Udp), Destination, Os::Linux, Source),
        // Neither is a client's.
        (flow(5353, 53, Udp), Source, Os::Linux, Destination),
        (flow(123, 123, Udp), Source, Os::Linux, Destination),
    ] {
        let flow = flow.local(local, os.ephemeral());
        let side = Service::of_flow(flow).map(|(_, side)| side);
        assert_eq!(side, Some(expected), "{flow:?}");
    }
}

#[test]
fn flows_that_somebody_saw_open() {
    let opened = |source, destination| flow(source, destination, Tcp).opened_by(Source);
    let names = |flow| Service::of_flow(flow).map(|(it, side)| (it.name(), side));
    assert_eq!(names(opened(443, 8080)), Some(("http-alt", Destination)));
    // Nothing is known of the server, and the client's port says nothing.
    assert_eq!(names(opened(33060, 40001)), None);
    // FTP in active mode: the server opens the data connection.
    assert_eq!(names(opened(20, 50001)), Some(("ftp-data", Source)));
    assert_eq!(names(opened(20, 33060)), Some(("ftp-data", Source)));
    assert_eq!(names(opened(50001, 20)), Some(("ftp-data", Destination)));
    // A registry without it has nothing to say about port 20.
    assert_eq!(
        Plan::of_flow(opened(20, 47002)),
        Some((Plan::Control, Destination))
    );
    // A stateless probe from the server's own port.
    let equals = flow(123, 123, Udp).opened_by(Destination);
    assert_eq!(names(equals), Some(("ntp", Source)));
}

/// A port of a pool has the service by chance, and is no answer.
#[test]
fn pools_never_answer() {
    let in_pool = Port::new(47305);
    assert_eq!(Pools::candidates(in_pool, Tcp), [Pools::Worker]);
    assert_eq!(Pools::from_port(in_pool, Tcp), None);
    assert_eq!(Pools::from_port_any(in_pool), None);
    for other in (0..=u16::MAX).map(Port::new) {
        for flow in [
            Flow::new(in_pool, other, Tcp),
            Flow::new(in_pool, other, Tcp).opened_by(Destination),
            Flow::new(in_pool, other, Tcp).local(Source, PortRange::ALL),
        ] {
            let answer = Pools::of_flow(flow);
            assert_ne!(answer.map(|(it, _)| it), Some(Pools::Worker), "{other}");
            assert_ne!(answer.map(|(_, side)| side), Some(Source), "{other}");
        }
    }
}

/// What is known of the flow between a client and a server.
#[derive(Clone, Copy, Debug)]
enum Known {
    Nothing,
    ClientIsLocal,
    /// And its system is Linux.
    ServerIsLocal,
    Opener,
}

/// How many flows there are whose client has picked its port as this system does, and in how
/// many the client is taken for the server: every port that the system picks from, against
/// every single port of the curated registry.
fn mistakes(os: Os, known: Known) -> (u64, u64) {
    let (mut wrong, mut all) = (0_u64, 0_u64);
    for transport in [Tcp, Udp] {
        let clients = os.ephemeral();
        // One that no service has is never taken for the server.
        let odd: Vec<Port> = clients
            .ports()
            .filter(|port| Service::from_port(*port, transport).is_some())
            .collect();
        let assignments = Service::ALL.iter().flat_map(|it| it.assignments());
        let servers: BTreeSet<Port> = assignments
            .filter(|it| it.first() == it.last() && !it.is_pool())
            .filter(|it| it.transports().contains(transport))
            .map(|it| it.first())
            .collect();
        for server in servers {
            all += u64::from(clients.count());
            for client in &odd {
                let flow = Flow::new(*client, server, transport);
                let flow = match known {
                    Known::Nothing => flow,
                    Known::ClientIsLocal => flow.local(Source, clients),
                    Known::ServerIsLocal => flow.local(Destination, Os::Linux.ephemeral()),
                    Known::Opener => flow.opened_by(Source),
                };
                let side = Service::of_flow(flow).map(|(_, side)| side);
                wrong += u64::from(side != Some(Destination));
            }
        }
    }
    (wrong, all)
}

/// The numbers in the docs of `Side`.
#[test]
fn how_often_a_client_is_taken_for_the_server() {
    for (os, known, one_in) in [
        (Os::Linux, Known::Nothing, 7_000),
        (Os::Windows, Known::Nothing, 5_000),
        (Os::MacOs, Known::Nothing, 5_000),
        (Os::FreeBsd, Known::Nothing, 350),
        (Os::Linux, Known::ClientIsLocal, 7_000),
        (Os::Windows, Known::ClientIsLocal, 5_000),
        (Os::MacOs, Known::ClientIsLocal, 5_000),
        (Os::FreeBsd, Known::ClientIsLocal, 500),
        (Os::Linux, Known::ServerIsLocal, 15_000),
        (Os::Windows, Known::ServerIsLocal, 10_000),
        (Os::MacOs, Known::ServerIsLocal, 10_000),
        (Os::FreeBsd, Known::ServerIsLocal, 500),
    ] {
        let (wrong, all) = mistakes(os, known);
        assert!(wrong * one_in < all, "{os}, {known:?}: {wrong} of {all}");
        assert!(wrong > 0, "some numbers are both: {os}");
    }
    for os in Os::ALL {
        assert_eq!(mistakes(*os, Known::Opener).0, 0);
    }
}
