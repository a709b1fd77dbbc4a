//! The feature `arbitrary`: every value can come, and a derive takes the types.

use std::collections::BTreeSet;

use arbitrary::{Arbitrary, Unstructured};
use port_consts::{
    Category, Os, Port, PortClass, PortRange, PortSet, Service, Side, Transport, TransportPort,
    TransportPortRange, Transports, iana,
};

mod own {
    port_consts::ports! {
        #[ports(conflicts = "first")]
        pub enum Plan = "fixtures/plan.csv";
    }
}

/// All values that two bytes make.
fn values<T: for<'a> Arbitrary<'a> + Ord>() -> BTreeSet<T> {
    (0..=u16::MAX)
        .map(|seed| {
            let bytes = seed.to_le_bytes();
            T::arbitrary(&mut Unstructured::new(&bytes)).unwrap()
        })
        .collect()
}

#[test]
fn every_value_comes() {
    assert_eq!(values::<Port>().len(), 1 << 16);
    assert_eq!(values::<Transports>().len(), 16);
    assert!(values::<PortClass>().iter().eq(PortClass::ALL));
    assert!(values::<Transport>().iter().eq(Transport::ALL));
    assert!(values::<Os>().iter().eq(Os::ALL));
    assert!(values::<Side>().iter().eq(Side::ALL));
    assert!(values::<Service>().iter().eq(Service::ALL));
    assert!(values::<iana::Service>().iter().eq(iana::Service::ALL));
    assert!(values::<own::Plan>().iter().eq(own::Plan::ALL));
    assert!(values::<Category>().iter().eq(Category::ALL));
}

#[test]
fn services_come_as_often_as_each_other() {
    let mut counts = vec![0_usize; Service::COUNT];
    for seed in 0..=u16::MAX {
        let bytes = seed.to_le_bytes();
        let service = Service::arbitrary(&mut Unstructured::new(&bytes)).unwrap();
        counts[Service::ALL.binary_search(&service).unwrap()] += 1;
    }
    let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
    assert!(most - least <= 1, "{least} {most}");
}

/// Of nothing comes no port, and of many bytes any number of ranges.
#[test]
fn sets_have_any_number_of_ranges() {
    let numbers = std::iter::successors(Some(6335_u32), |it| {
        Some(it.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
    });
    let bytes: Vec<u8> = numbers.map(|it| it.to_be_bytes()[0]).take(300).collect();
    let from = |start: usize| {
        let bytes = &bytes[start..];
        let set = PortSet::arbitrary(&mut Unstructured::new(bytes)).unwrap();
        let rest = PortSet::arbitrary_take_rest(Unstructured::new(bytes)).unwrap();
        (set, rest)
    };
    assert_eq!(from(bytes.len()), (PortSet::new(), PortSet::new()));
    let sets: Vec<(PortSet, PortSet)> = (0..bytes.len()).map(from).collect();
    assert!(sets.iter().any(|(set, _)| set.range_count() > 1));
    assert!(sets.iter().any(|(_, rest)| rest.range_count() > 1));
}

#[derive(Arbitrary, Debug, PartialEq)]
struct Packet {
    source: TransportPort,
    service: Option<Service>,
    allowed: Transports,
}

#[test]
fn a_derive_takes_them_and_knows_their_size() {
    assert_eq!(TransportPort::size_hint(0), (3, Some(3)));
    assert_eq!(Transports::size_hint(0), (1, Some(1)));
    assert_eq!(PortRange::size_hint(0), (4, Some(4)));
    assert_eq!(TransportPortRange::size_hint(0), (5, Some(5)));
    let bytes: Vec<u8> = (0..=255).collect();
    let mut bytes = Unstructured::new(&bytes);
    let packet = Packet::arbitrary(&mut bytes).unwrap();
    assert_eq!(packet.source.port(), 0x0100);
    assert_ne!(packet, Packet::arbitrary(&mut bytes).unwrap());
}
