//! The iterators over ports, sets and ranges, from either end, against those of a slice.

use std::fmt::Debug;

use port_consts::{
    Port, PortRange, PortRanges, PortSet, Transport, TransportPort, TransportPortRange, Transports,
    port_set,
};

fn range(first: u16, last: u16) -> PortRange {
    PortRange::new(Port::new(first), Port::new(last)).expect("a range that is not reversed")
}

/// Every part of what an iterator returns, cut off at both ends: every method returns what that
/// of a slice returns, and bounds of what is left hold.
fn compare<I>(iterator: &I, expected: &[I::Item])
where
    I: DoubleEndedIterator + Clone,
    I::Item: Copy + Debug + Ord,
{
    for front in 0..=expected.len() {
        for back in 0..=expected.len() - front {
            let mut rest = iterator.clone();
            let mut slice = expected.iter().copied();
            for _ in 0..front {
                assert_eq!(rest.next(), slice.next());
            }
            for _ in 0..back {
                assert_eq!(rest.next_back(), slice.next_back());
            }
            let (least, most) = rest.size_hint();
            assert!(least <= slice.len() && most.is_none_or(|most| slice.len() <= most));
            assert!(rest.clone().eq(slice.clone()));
            assert!(rest.clone().rev().eq(slice.clone().rev()));
            assert_eq!(rest.clone().count(), slice.len());
            assert_eq!(rest.clone().last(), slice.clone().last());
            assert_eq!(rest.clone().min(), slice.clone().min());
            assert_eq!(rest.clone().max(), slice.clone().max());
            for n in 0..=slice.len() {
                let (mut rest, mut slice) = (rest.clone(), slice.clone());
                assert_eq!(rest.nth(n), slice.nth(n));
                assert_eq!(rest.next(), slice.next());
                assert_eq!(rest.nth_back(n), slice.nth_back(n));
                assert_eq!(rest.next_back(), slice.next_back());
            }
        }
    }
}

/// An iterator that knows how many are left.
fn compare_exact<I>(iterator: &I, expected: &[I::Item])
where
    I: DoubleEndedIterator + ExactSizeIterator + Clone,
    I::Item: Copy + Debug + Ord,
{
    compare(iterator, expected);
    let mut rest = iterator.clone();
    for left in (0..=expected.len()).rev() {
        assert_eq!((rest.len(), rest.size_hint()), (left, (left, Some(left))));
        rest.next();
    }
    assert_eq!((rest.len(), rest.next_back()), (0, None));
}

#[test]
fn ports_of_a_range() {
    for (first, last) in [(0, 0), (0, 5), (1023, 1025), (65_531, 65_535)] {
        let expected: Vec<Port> = (first..=last).map(Port::new).collect();
        compare_exact(&range(first, last).ports(), &expected);
    }
    let mut all = PortRange::ALL.ports();
    assert_eq!(all.len(), 65_536);
    assert_eq!(all.nth_back(65_535), Some(Port::new(0)));
    assert_eq!((all.len(), all.next(), all.next_back()), (0, None, None));
}

#[test]
fn ports_and_runs_of_a_set() {
    for runs in [
        &[][..],
        &[(0, 0)],
        &[(65_535, 65_535)],
        &[(0, 1), (63, 64), (66, 66), (65_534, 65_535)],
        &[(62, 63), (127, 128)],
    ] {
        let ranges: Vec<PortRange> = runs.iter().map(|it| range(it.0, it.1)).collect();
        let ports: Vec<Port> = ranges.iter().flat_map(|it| it.ports()).collect();
        let set: PortSet = ranges.iter().copied().collect();
        compare_exact(&set.iter(), &ports);
        compare_exact(&set.clone().into_iter(), &ports);
        compare(&set.ranges(), &ranges);
    }
}

/// `usize` may be of 32 bits.
#[test]
fn any_number_of_ports_may_be_skipped() {
    for skipped in [10, 11, u32::MAX as usize, usize::MAX] {
        let ports = || {
            let mut ports = PortRange::ALL.ports();
            assert_eq!(ports.nth(65_524), Some(Port::new(65_524)));
            assert_eq!(ports.nth_back(0), Some(Port::MAX));
            assert_eq!(ports.len(), 10);
            ports
        };
        let mut from_before = ports();
        assert_eq!(from_before.nth(skipped), None, "{skipped}");
        assert_eq!(from_before.len(), 0, "{skipped}");
        let mut from_behind = ports();
        assert_eq!(from_behind.nth_back(skipped), None, "{skipped}");
        assert_eq!(from_behind.len(), 0, "{skipped}");
    }
}

#[test]
fn ports_of_a_few_ranges() {
    let set = port_set!("0-2, 80, 65534-65535");
    let ports: Vec<Port> = set.ranges().flat_map(PortRange::ports).collect();
    assert_eq!(ports.len(), 6);
    compare_exact(&set.iter(), &ports);
    compare_exact(&set.into_iter(), &ports);
    compare_exact(&port_set!("7").iter(), &[Port::new(7)]);
    compare_exact(&port_set!("7").into_iter(), &[Port::new(7)]);
    let empty = PortRanges::new([]).expect("no range is out of order");
    compare_exact(&empty.iter(), &[]);
    compare_exact(&empty.into_iter(), &[]);
    // What is left is known in every range.
    let mut last = port_set!("80, 90-99").iter();
    assert_eq!(last.len(), 11);
    assert_eq!(last.nth(3), Some(Port::new(92)));
    assert_eq!(last.size_hint(), (7, Some(7)));
    assert_eq!(last.nth(7), None);
    assert_eq!(last.size_hint(), (0, Some(0)));
    let all = port_set!("0-65535");
    assert_eq!((all.iter().len(), all.into_iter().len()), (65_536, 65_536));
}

#[test]
fn ports_of_a_range_under_a_transport() {
    for &transport in Transport::ALL {
        for (first, last) in [(0, 0), (0, 5), (65_531, 65_535)] {
            let under = |number| TransportPort::new(Port::new(number), transport);
            let expected: Vec<TransportPort> = (first..=last).map(under).collect();
            let made = TransportPortRange::new(range(first, last), transport);
            compare_exact(&made.ports(), &expected);
            assert!(made.into_iter().eq(expected));
        }
    }
    let all = TransportPortRange::new(PortRange::ALL, Transport::Sctp);
    assert_eq!(all.ports().len(), 65_536);
    assert_eq!(all.ports().nth_back(65_536), None);
    assert!(all.into_iter().all(|port| all.contains(port)));
}

#[test]
fn transports_of_a_set() {
    for bits in 0..16_u8 {
        let is_in = |it: &Transport| bits & (1 << *it as u8) != 0;
        let members: Vec<Transport> = Transport::ALL.iter().copied().filter(is_in).collect();
        let set: Transports = members.iter().copied().collect();
        compare_exact(&set.iter(), &members);
    }
}
