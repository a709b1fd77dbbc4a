//! What a registry can be asked besides its ports and names: `Registry`, labels, schemes of
//! URLs, pools, ports under a transport; with a file of our own and the bundled ones.

use std::collections::BTreeMap;

use port_consts::{
    Assignment, Port, Registry, Service, Side,
    Transport::{self, Dccp, Sctp, Tcp, Udp},
    TransportPort, iana,
};
use port_consts_tests::every_port;

mod own {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Own = "fixtures/questions.csv";
    }
}
use own::Own;

mod plain {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Plain = "../port-consts/examples/plan.csv";
    }
}
use plain::Plain;

const WEB: Option<Own> = Own::from_scheme("HTTP+Web");
const _: () = assert!(matches!(WEB, Some(Own::Web)));
const LABEL: &str = Own::Clock.label();
const UNDER: Option<Port> = Own::Clock.port_under(Transport::Tcp);
const ANY: Option<Own> = Own::from_port_any(Port::new(47123));
const _: () = assert!(matches!(ANY, Some(Own::Clock)));

#[test]
fn labels() {
    let labels: Vec<&str> = Own::ALL.iter().map(|it| it.label()).collect();
    assert_eq!(
        labels,
        [
            "Web Server",
            "web-tls",
            "Clock, precise",
            "Stream",
            "Workers",
            "boss"
        ]
    );
    assert_eq!(LABEL, "Clock, precise");
    // Without the column, the name.
    assert!(Plain::ALL.iter().all(|it| it.label() == it.name()));
    assert!(iana::Service::ALL.iter().all(|it| it.label() == it.name()));
}

#[test]
fn schemes() {
    for (scheme, service) in [
        ("web", Some(Own::Web)),
        ("http+web", Some(Own::Web)),
        ("WEBS", Some(Own::WebTls)),
        ("clock", Some(Own::Clock)),
        ("", None),
        ("webss", None),
        ("web ", None),
        ("http", None),
        // A name or an alias is no scheme.
        ("web-tls", None),
        ("stream", None),
    ] {
        assert_eq!(Own::from_scheme(scheme), service, "{scheme}");
    }
    assert_eq!(Own::Web.schemes(), ["web", "http+web"]);
    assert!(Own::Stream.schemes().is_empty());
    for service in Own::ALL {
        for scheme in service.schemes() {
            assert_eq!(Own::from_scheme(scheme), Some(*service));
            assert_eq!(Own::from_scheme(&scheme.to_uppercase()), Some(*service));
        }
    }
}

#[test]
fn ports_under_a_transport() {
    let port = |it: Own, transport| it.port_under(transport).map(Port::get);
    assert_eq!(UNDER, Some(Port::new(47124)));
    assert_eq!(port(Own::Clock, Udp), Some(47123));
    assert_eq!(port(Own::Clock, Sctp), None);
    assert_eq!(port(Own::Stream, Sctp), Some(47200));
    assert_eq!(
        [Tcp, Dccp].map(|it| port(Own::Stream, it)),
        [Some(47201); 2]
    );
    assert_eq!(Service::Syslog.port_under(Udp), Some(Port::new(514)));
}

#[test]
fn pools_come_last_and_never_answer() {
    for number in 47300..=47399 {
        let port = Port::new(number);
        for transport in [Tcp, Udp] {
            let boss = number == 47310 && transport == Tcp;
            let expected: &[Own] = if boss {
                &[Own::Boss, Own::Workers]
            } else {
                &[Own::Workers]
            };
            assert_eq!(
                Own::candidates(port, transport),
                expected,
                "{port}/{transport}"
            );
            let answer = boss.then_some(Own::Boss);
            assert_eq!(Own::from_port(port, transport), answer);
            let flow = Own::from_flow(port, Port::new(60000), transport);
            assert_eq!(flow, answer.map(|it| (it, Side::Source)));
        }
        assert_eq!(
            Own::from_port_any(port),
            (number == 47310).then_some(Own::Boss)
        );
    }
    // By name it is there, like any other.
    assert_eq!(Own::from_name("pool"), Some(Own::Workers));
    assert_eq!(Own::Workers.port(), 47300);
    let pools: Vec<&str> = Own::ALL
        .iter()
        .filter(|it| it.assignments().iter().any(|it| it.is_pool()))
        .map(|it| it.name())
        .collect();
    assert_eq!(pools, ["workers"]);
    assert!(!Own::Workers.assignments()[0].is_assigned());
}

#[test]
fn names_or_numbers_of_any_registry() {
    assert_eq!(Own::from_name_or_number("webs"), Ok(Port::new(47443)));
    assert_eq!(Own::from_name_or_number("47443"), Ok(Port::new(47443)));
    assert_eq!(Own::from_name_or_number("9"), Ok(Port::new(9)));
    let error = Own::from_name_or_number("wbe").unwrap_err();
    assert_eq!(
        error.to_string(),
        "unknown service `wbe`; did you mean `web`?"
    );
    let error = Own::from_name_or_number("65536").unwrap_err();
    assert_eq!(error.to_string(), "port `65536` is above 65535");
    assert!(Own::from_name_or_number("https").is_err());
}

/// What code over any registry sees: everything that the trait has, service by service and
/// port by port.
fn check<R: Registry>() {
    let mut owners: BTreeMap<TransportPort, Vec<R>> = BTreeMap::new();
    for service in R::ALL.iter().copied() {
        assert_eq!(R::from_name(service.name()), Some(service));
        assert_eq!(service.to_string(), service.name());
        for alias in service.aliases() {
            assert_eq!(R::from_name(&alias.to_ascii_uppercase()), Some(service));
            assert_eq!(R::from_name_or_number(alias).ok(), Some(service.port()));
        }
        assert!(!service.label().is_empty());
        let assignments: &[Assignment] = service.assignments();
        assert_eq!(
            assignments.first().map(|it| it.first()),
            Some(service.port())
        );
        for transport in Transport::ALL.iter().copied() {
            let mut under = assignments
                .iter()
                .filter(|it| it.transports().contains(transport));
            assert_eq!(
                service.port_under(transport),
                under.next().map(|it| it.first())
            );
            let has = service.transports().contains(transport);
            assert_eq!(service.port_under(transport).is_some(), has);
        }
        for assignment in assignments {
            for port in assignment.ports() {
                for transport in assignment.transports() {
                    owners
                        .entry(TransportPort::new(port, transport))
                        .or_default()
                        .push(service);
                }
            }
        }
    }
    let is_pool = |service: R, at: TransportPort| {
        let mut assignments = service.assignments().iter();
        assignments.any(|it| it.is_pool() && it.contains(at.port(), at.transport()))
    };
    let mut any: BTreeMap<Port, R> = BTreeMap::new();
    for (port, transport) in every_port() {
        let at = TransportPort::new(port, transport);
        let answer = R::from_port(port, transport);
        let candidates = R::candidates(port, transport);
        let owners = owners.get(&at).map(Vec::as_slice).unwrap_or_default();
        assert_eq!(candidates.len(), owners.len(), "{at}");
        assert!(owners.iter().all(|it| candidates.contains(it)), "{at}");
        match answer {
            Some(service) => assert_eq!(candidates.first(), Some(&service)),
            None => assert!(candidates.iter().all(|it| is_pool(*it, at)), "{at}"),
        }
        // Behind the first pool there is nothing but pools.
        assert!(candidates.is_sorted_by_key(|it| is_pool(*it, at)), "{at}");
        if let Some(service) = answer {
            assert!(!is_pool(service, at), "{at}");
            let rank = |it| Transport::ALL.iter().position(|of| *of == it);
            let first = Transport::ALL
                .iter()
                .find(|it| R::from_port(port, **it).is_some());
            if rank(transport) == first.and_then(|it| rank(*it)) {
                any.insert(port, service);
            }
        }
    }
    for port in (0..=u16::MAX).map(Port::new) {
        assert_eq!(R::from_port_any(port), any.get(&port).copied(), "{port}");
    }
}

#[test]
fn code_over_any_registry() {
    check::<Service>();
    check::<iana::Service>();
    check::<Own>();
    check::<Plain>();
}

/// The methods of the enum, which are `const`, and those of the trait are the same.
#[test]
fn the_trait_and_the_enum_agree() {
    macro_rules! agree {
        ($($registry:ty)*) => {$(
            for (port, transport) in every_port() {
                assert_eq!(
                    <$registry>::from_port(port, transport),
                    <$registry as Registry>::from_port(port, transport),
                );
            }
            for port in (0..=u16::MAX).map(Port::new) {
                assert_eq!(
                    <$registry>::from_port_any(port),
                    <$registry as Registry>::from_port_any(port),
                );
            }
            for it in <$registry>::ALL.iter().copied() {
                assert_eq!(it.port(), Registry::port(it));
                assert_eq!(it.label(), Registry::label(it));
                assert_eq!(it.transports(), Registry::transports(it));
                for transport in Transport::ALL.iter().copied() {
                    assert_eq!(it.port_under(transport), Registry::port_under(it, transport));
                }
            }
        )*};
    }
    agree!(Service iana::Service Own Plain);
}

/// Two registries in one function, without a word about which.
#[test]
fn one_registry_before_another() {
    fn label<A: Registry, B: Registry>(port: u16, transport: Transport) -> Option<&'static str> {
        let port = Port::new(port);
        let first = A::from_port(port, transport).map(A::label);
        first.or_else(|| B::from_port(port, transport).map(B::label))
    }
    assert_eq!(label::<Own, Service>(47123, Udp), Some("Clock, precise"));
    assert_eq!(label::<Own, iana::Service>(443, Tcp), Some("https"));
    assert_eq!(label::<Own, Plain>(47112, Tcp), Some("firmware-update"));
    assert_eq!(label::<Plain, Own>(443, Tcp), None);
}
