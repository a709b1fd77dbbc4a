//! `Transports` against the set of bits that it is.

use port_consts::{Transport, Transports};

/// All sixteen sets, with what is in each.
fn sets() -> impl Iterator<Item = (Transports, Vec<Transport>)> {
    (0..16_u8).map(|bits| {
        let is_in = |it: &Transport| bits & (1 << *it as u8) != 0;
        let members: Vec<Transport> = Transport::ALL.iter().copied().filter(is_in).collect();
        (members.iter().copied().collect(), members)
    })
}

#[test]
fn a_set_has_what_went_in() {
    for (set, members) in sets() {
        assert!(set.iter().eq(members.iter().copied()));
        assert_eq!(
            (set.len(), set.is_empty()),
            (members.len(), members.is_empty())
        );
        for &transport in Transport::ALL {
            assert_eq!(set.contains(transport), members.contains(&transport));
            // What is there already is added, too.
            let mut more = members.clone();
            more.push(transport);
            more.sort_unstable();
            more.dedup();
            assert!(set.with(transport).iter().eq(more.iter().copied()));
            let mut extended = set;
            extended.extend([transport]);
            assert_eq!(extended, set.with(transport));
        }
    }
}

#[test]
fn operators_are_those_of_sets() {
    for (a, of_a) in sets() {
        for (b, of_b) in sets() {
            let either = Transport::ALL
                .iter()
                .copied()
                .filter(|it| of_a.contains(it) || of_b.contains(it));
            let both = Transport::ALL
                .iter()
                .copied()
                .filter(|it| of_a.contains(it) && of_b.contains(it));
            let (either, both): (Transports, Transports) = (either.collect(), both.collect());
            assert_eq!((a | b, a.union(b)), (either, either));
            assert_eq!((a & b, a.intersection(b)), (both, both));
            let (mut joined, mut shared) = (a, a);
            joined |= b;
            shared &= b;
            assert_eq!((joined, shared), (either, both));

            let of = |is_in: &dyn Fn(bool, bool) -> bool| -> Transports {
                let all = Transport::ALL.iter().copied();
                all.filter(|it| is_in(of_a.contains(it), of_b.contains(it)))
                    .collect()
            };
            let (less, one) = (of(&|a, b| a && !b), of(&|a, b| a != b));
            assert_eq!((a - b, a.difference(b)), (less, less));
            assert_eq!((a ^ b, a.symmetric_difference(b)), (one, one));
            let (mut removed, mut flipped) = (a, a);
            removed -= b;
            flipped ^= b;
            assert_eq!((removed, flipped), (less, one));
        }
    }
}

#[test]
fn one_transport_is_a_set_of_one() {
    for &transport in Transport::ALL {
        let set = Transports::from(transport);
        assert!(set.iter().eq([transport]));
        assert_eq!(set, transport.only());
    }
}

#[test]
fn complements_have_all_others() {
    for (set, members) in sets() {
        let all = Transport::ALL.iter().copied();
        let others: Transports = all.filter(|it| !members.contains(it)).collect();
        assert_eq!((!set, set.complement()), (others, others));
        assert_eq!(
            (set & !set, set | !set),
            (Transports::EMPTY, Transports::ALL)
        );
    }
}

#[test]
fn arrays_are_sets() {
    let [tcp, udp] = [Transport::Tcp, Transport::Udp];
    assert_eq!(Transports::from([udp, tcp, udp]).to_string(), "tcp/udp");
    assert_eq!(Transports::from([]), Transports::EMPTY);
}
