//! What sets of ports are made of, and that they are iterated.

use port_consts::{Port, PortClass, PortRange, PortSet, port_set};

fn range(first: u16, last: u16) -> PortRange {
    PortRange::new(Port::new(first), Port::new(last)).unwrap()
}

#[test]
fn sets_are_made_of_ports_and_ranges() {
    let (one, two) = (range(80, 90), range(443, 443));
    let [first, last] = [80, 443].map(Port::new);
    assert_eq!(PortSet::from(one).to_string(), "80-90");
    assert_eq!(PortSet::from([one, two]).to_string(), "80-90,443");
    assert_eq!(PortSet::from([last, first]).to_string(), "80,443");
    assert_eq!(PortSet::from(PortClass::System).to_string(), "0-1023");
    assert_eq!(
        [two, one].into_iter().collect::<PortSet>().to_string(),
        "80-90,443"
    );
    assert_eq!([last].into_iter().collect::<PortSet>().to_string(), "443");
    let mut set = PortSet::from(first);
    set.extend([two]);
    set.extend([Port::new(82)]);
    assert_eq!(set.to_string(), "80,82,443");
}

#[test]
fn sets_are_made_of_numbers_and_references() {
    let ports = [0, 443, 65_535].map(Port::new);
    let runs = [range(0, 0), range(443, 443), range(65_535, 65_535)];
    let expected = PortSet::from(ports);
    assert_eq!(expected.to_string(), "0,443,65535");
    assert_eq!(PortSet::from([443, 65_535, 0, 0]), expected);
    assert_eq!(PortSet::from(443), PortSet::from(Port::new(443)));
    assert_eq!(PortSet::from([0_u16; 0]), PortSet::new());
    assert_eq!([443, 65_535, 0].into_iter().collect::<PortSet>(), expected);
    assert_eq!([443, 65_535, 0].iter().collect::<PortSet>(), expected);
    assert_eq!(ports.iter().collect::<PortSet>(), expected);
    assert_eq!(runs.iter().collect::<PortSet>(), expected);
    assert_eq!(
        [PortRange::ALL].iter().collect::<PortSet>(),
        PortSet::full()
    );

    let mut extended = PortSet::new();
    extended.extend(&ports[..1]);
    extended.extend(&runs[1..2]);
    extended.extend([65_535]);
    assert_eq!(extended, expected);
    extended.extend(&[443_u16]);
    assert_eq!(extended, expected);
    extended.extend(&expected);
    extended.extend(expected.clone());
    assert_eq!(extended, expected);
    extended.insert(..);
    assert_eq!(extended, PortSet::full());
}

#[test]
fn sets_are_iterated_by_value() {
    let mut seen = Vec::new();
    for port in PortSet::from([443, 0, 65_535]) {
        seen.push(port.get());
    }
    for port in port_set!("80-81, 443") {
        seen.push(port.get());
    }
    assert_eq!(seen, [0, 443, 65_535, 80, 81, 443]);
    assert_eq!(PortSet::full().into_iter().len(), 65_536);
    assert_eq!(port_set!("0-65535").into_iter().len(), 65_536);
    assert_eq!(PortSet::new().into_iter().next_back(), None);
    // What is left.
    let mut ports = PortSet::from([443, 0, 65_535]).into_iter();
    assert_eq!(ports.next(), Some(Port::new(0)));
    assert_eq!(format!("{ports:?}"), "[Port(443), Port(65535)]");
}
