//! What `{:?}` shows of each type, for those who read it in a log or a failed assertion.

use std::fmt::Debug;

use port_consts::{
    Assignment, Port, PortRange, PortSet, Service, Transport, TransportPort, TransportPortRange,
    Transports, port_set,
};

fn range(first: u16, last: u16) -> PortRange {
    PortRange::new(Port::new(first), Port::new(last)).expect("a range that is not reversed")
}

fn shown(value: &dyn Debug) -> String {
    format!("{value:?}")
}

#[test]
fn values_are_shown_as_they_are_written() {
    let udp = Transport::Udp;
    let few = port_set!("80, 443, 8000-8100");
    let set: PortSet = few.ranges().collect();
    let two = PortSet::from(range(7, 8));
    let values: [(&dyn Debug, &str); 12] = [
        (&Port::new(443), "Port(443)"),
        (&range(80, 90), "PortRange(80-90)"),
        (
            &TransportPort::new(Port::new(53), udp),
            "TransportPort(53/udp)",
        ),
        (
            &TransportPortRange::new(range(8000, 8100), udp),
            "TransportPortRange(8000-8100/udp)",
        ),
        (&udp, "Udp"),
        (&Transports::EMPTY, "{}"),
        (&Transports::ALL, "{Tcp, Udp, Sctp, Dccp}"),
        (&few, "PortRanges(80,443,8000-8100)"),
        (&set, "PortSet(80,443,8000-8100)"),
        (&PortSet::new(), "PortSet()"),
        (&two.iter(), "[Port(7), Port(8)]"),
        (
            &set.ranges(),
            "[PortRange(80), PortRange(443), PortRange(8000-8100)]",
        ),
    ];
    for (value, expected) in values {
        assert_eq!(shown(value), expected);
    }
}

#[test]
fn assignments_are_shown_with_their_status() {
    let all = Service::ALL.iter().flat_map(|it| it.assignments());
    for it in all {
        let status = match (it.is_assigned(), it.is_pool()) {
            (true, _) => "",
            (false, true) => ", pool",
            (false, false) => ", unofficial",
        };
        let it: &Assignment = it;
        assert_eq!(shown(it), format!("Assignment({it}{status})"));
    }
    let https = &Service::Https.assignments()[0];
    assert_eq!(shown(https), "Assignment(443/tcp/udp)");
}

#[test]
fn errors_are_shown_with_what_was_read() {
    let port = "4x".parse::<Port>().unwrap_err();
    assert_eq!(shown(&port), r#"ParsePortError(NotDigits, "4x")"#);
    let port = "4x/tcp".parse::<TransportPort>().unwrap_err();
    assert_eq!(
        shown(&port),
        r#"ParseTransportPortError(Unknown, "4x/tcp")"#
    );
    let name = Port::from_name_or_number("htps").unwrap_err();
    assert_eq!(shown(&name), r#"ParseNameOrNumberError("htps")"#);
}
