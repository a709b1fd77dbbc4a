//! Registries that `ports!` makes of people's own files.

use port_consts::{Port, PortClass, Transport, Transports, port};
use port_consts_tests::every_port;

mod plan {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Plan = "fixtures/plan.csv";
    }
}

mod short {
    port_consts::ports!("../port-consts/examples/plan.csv");
}

port_consts::ports! {
    /// Without constants, for this file alone.
    #[ports(constants = false)]
    enum Private = "../port-consts/examples/plan.csv";
}

/// One service with two forms over TLS.
mod tls {
    port_consts::ports! {
        #[ports(constants = false)]
        pub enum Tls = "fixtures/tls.csv";
    }
}

use plan::{Category, Plan};
use tls::Tls;

/// The services of the fixture by port, written out by hand.
fn expected(port: u16, transport: Transport) -> &'static [Plan] {
    match (port, transport) {
        (43, Transport::Tcp) => &[Plan::Whois],
        (63, Transport::Tcp) => &[Plan::WhoisPp],
        (210, Transport::Tcp | Transport::Udp) => &[Plan::Z3950],
        (211, Transport::Tcp) => &[Plan::P914cG],
        (6001, Transport::Tcp) => &[Plan::X11, Plan::WindowOne],
        (6000..=6063, Transport::Tcp) => &[Plan::X11],
        (47000 | 47010..=47013, Transport::Udp) | (47000, Transport::Tcp) => &[Plan::Telemetry],
        (47001, Transport::Tcp) => &[Plan::Ctl],
        (47002, Transport::Tcp | Transport::Sctp) => &[Plan::ControlTls],
        (_, Transport::Dccp) => &[Plan::Everything],
        _ => &[],
    }
}

#[test]
fn every_port_under_every_transport() {
    for (port, transport) in every_port() {
        let services = expected(port.get(), transport);
        assert_eq!(Plan::from_port(port, transport), services.first().copied());
        assert_eq!(
            Plan::candidates(port, transport),
            services,
            "{port}/{transport}"
        );
    }
}

#[test]
fn rows_of_a_name_are_merged() {
    let telemetry = Plan::Telemetry;
    assert_eq!(telemetry.name(), "telemetry");
    assert_eq!(telemetry.aliases(), ["metrics", "readings"]);
    assert_eq!(telemetry.port(), plan::TELEMETRY);
    assert_eq!(telemetry.transports().to_string(), "tcp/udp");
    let [both, run] = telemetry.assignments() else {
        panic!("{:?}", telemetry.assignments())
    };
    assert_eq!(both.to_string(), "47000/tcp/udp");
    assert_eq!(run.to_string(), "47010-47013/udp");
    assert_eq!(
        run.ports().map(Port::get).collect::<Vec<_>>(),
        [47010, 47011, 47012, 47013]
    );
    assert_eq!(run.ports().rev().len(), 4);
    assert_eq!(format!("{both:?}"), "Assignment(47000/tcp/udp, unofficial)");
    let everything = Plan::Everything.assignments()[0];
    assert_eq!(
        (everything.ports().len(), everything.ports().last()),
        (65536, Some(Port::MAX))
    );
}

#[test]
fn optional_columns_are_methods() {
    assert_eq!(Plan::ControlTls.tls_of(), Some(Plan::Ctl));
    assert_eq!(Plan::Ctl.over_tls(), Some(Plan::ControlTls));
    assert_eq!(Plan::ControlTls.category(), Category::RemoteControl);
    assert_eq!(Category::ALL, [Category::Data, Category::RemoteControl]);
    assert_eq!(Category::RemoteControl.to_string(), "Remote Control");
    assert_eq!(Plan::Ctl.reference(), Some("[RFC9110]"));
    assert_eq!(Plan::Whois.reference(), None);
    assert!(Plan::ControlTls.is_assigned() && !Plan::Telemetry.is_assigned());
    assert_eq!(Plan::Telemetry.description(), "Readings, \"raw\"");
    assert!(Plan::Ctl.description().starts_with("*Bold* <b>html</b>"));
    assert_eq!(Plan::Whois.description(), "");
}

#[test]
fn identifiers_follow_the_rule() {
    assert_eq!(plan::P914C_G, 211);
    assert_eq!(plan::Z39_50, 210);
    assert_eq!(plan::WHOIS_PP, 63);
    assert_eq!(plan::WHOIS, 43);
    assert_eq!(plan::CTL, 47001);
    assert_eq!(Plan::from_name("914C/G"), Some(Plan::P914cG));
    assert_eq!(Plan::from_name("WHOIS++"), Some(Plan::WhoisPp));
}

#[test]
fn an_empty_transport_is_tcp_and_udp() {
    let both = Transports::EMPTY.with(Transport::Tcp).with(Transport::Udp);
    assert_eq!(Plan::Z3950.transports(), both);
}

#[test]
fn several_registries_in_one_crate() {
    mod inner {
        // In a function body, too.
        port_consts::ports!("../port-consts/examples/plan.csv");
    }
    assert_eq!(short::Service::ALL.len(), Private::COUNT);
    assert_eq!(short::FIRMWARE_UPDATE, Private::FirmwareUpdate.port());
    assert_eq!(
        Private::from_port(Port::new(47114), Transport::Tcp),
        Some(Private::FirmwareUpdate)
    );
    assert_eq!(inner::Service::COUNT, Private::COUNT);
}

#[test]
fn port_macro_in_all_its_forms() {
    const LISTEN: Port = port!(8443 in User);
    assert_eq!(LISTEN, 8443);
    assert_eq!(port!(0x1BB), port_consts::HTTPS);
    assert_eq!(port!("HTTPS" in System), 443);
    assert_eq!(port!(51_820u16 in Dynamic).class(), PortClass::Dynamic);
    assert_eq!(port!(short::Service, "telemetry"), 47111);
    assert_eq!(port!(Plan, "ctls" in User), 47002);
}

#[test]
fn port_macro_beside_a_name_of_its_own() {
    const PORT: u8 = 1;
    assert_eq!(u16::from(PORT) + port!("ssh").get(), 23);
}

mod mapped {
    port_consts::ports! {
        #[ports(columns(
            name = "サービス", port = "番号", transport = "プロトコル", description = "説明",
            ignore = "節",
        ))]
        pub enum Mapped = "fixtures/mapped.csv";
    }
}

#[test]
fn columns_may_be_called_anything() {
    use mapped::Mapped;
    assert_eq!(mapped::DNS, 53);
    assert_eq!(Mapped::Https.description(), "暗号化したHTTP");
    assert_eq!(Mapped::from_name("温度計"), Some(Mapped::温度計));
    assert_eq!(mapped::温度計, 50_000);
}

mod selected {
    port_consts::ports! {
        #[ports(conflicts = "first", select(category = ["mail", "Web"], transport = "tcp"))]
        pub enum ByCategory = "../port-data.csv";
    }
    pub(super) mod by_name {
        port_consts::ports! {
            #[ports(select(name = ["mqtts", "dns", "HTTPS"]), avoid())]
            pub enum ByName = "../port-data.csv";
        }
    }
    pub(super) mod by_port {
        port_consts::ports! {
            #[ports(select(port = [53, 6000..=6063, "8000-8100"]), within = 53..=8100, conflicts = "first")]
            pub enum ByPort = "../port-data.csv";
        }
    }
}

#[test]
fn select_keeps_what_matches() {
    use port_consts::{Category, Service};
    use selected::{ByCategory, by_name::ByName, by_port::ByPort};
    let wanted = |service: &&Service| {
        let category = matches!(service.category(), Category::Mail | Category::Web);
        category && service.transports().contains(Transport::Tcp)
    };
    let names = Service::ALL
        .iter()
        .filter(wanted)
        .map(|service| service.name());
    assert!(names.eq(ByCategory::ALL.iter().map(|service| service.name())));
    assert!(
        ByCategory::ALL
            .iter()
            .all(|it| it.transports() == Transport::Tcp.only())
    );
    assert_eq!(ByCategory::Https.tls_of(), Some(ByCategory::Http));

    let names: Vec<&str> = ByName::ALL.iter().map(|service| service.name()).collect();
    assert_eq!(names, ["domain", "https", "secure-mqtt"]);
    // What it wraps was not selected.
    assert_eq!(ByName::Https.tls_of(), None);

    assert!(ByPort::ALL.len() > 10);
    for service in ByPort::ALL {
        for assignment in service.assignments() {
            let (first, last) = (assignment.first().get(), assignment.last().get());
            let inside = |low, high| low <= first && last <= high;
            assert!(
                inside(53, 53) || inside(6000, 6063) || inside(8000, 8100),
                "{service}"
            );
        }
    }
    assert_eq!(
        ByPort::from_port(Port::new(6010), Transport::Tcp),
        Some(ByPort::X11)
    );
}

mod bounded {
    port_consts::ports! {
        #[ports(within = User, avoid = port_consts::Service)]
        pub enum Bounded = "../port-consts/examples/plan.csv";
    }
}

#[test]
fn what_keeps_the_rules_compiles() {
    assert_eq!(bounded::Bounded::COUNT, 3);
}

#[test]
fn the_first_form_over_tls_is_the_one_that_is_told() {
    assert_eq!(Tls::Talk.over_tls(), Some(Tls::TalkTls));
    assert_eq!(Tls::TalkTls.tls_of(), Some(Tls::Talk));
    assert_eq!(Tls::TalkDtls.tls_of(), Some(Tls::Talk));
    assert_eq!(Tls::TalkDtls.over_tls(), None);
    let is_tls: Vec<bool> = Tls::ALL.iter().map(|it| it.is_tls()).collect();
    assert_eq!(is_tls, [true, false, true]);
}
