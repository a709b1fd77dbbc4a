//! Sets of ports, compared with sets of the standard library.

use std::collections::BTreeSet;

use port_consts::{Port, PortRange, PortSet};

type Slow = BTreeSet<u16>;

/// Does what the bytes say to two sets, and compares them.
pub fn check(bytes: &[u8]) {
    let mut fast = [PortSet::new(), PortSet::new()];
    let mut slow = [Slow::new(), Slow::new()];
    for step in bytes.chunks_exact(4).take(24) {
        let first = u16::from_le_bytes([step[1], step[2]]);
        let last = first.saturating_add(u16::from(step[3]));
        let range = PortRange::new(Port::new(first), Port::new(last)).expect("in order");
        let it = usize::from(step[0] & 1);
        let (a, b) = (fast[it].clone(), fast[1 - it].clone());
        let (c, d) = (slow[it].clone(), slow[1 - it].clone());
        match step[0] >> 1 & 7 {
            0 | 1 => {
                fast[it].insert(range);
                slow[it].extend(first..=last);
            }
            2 => {
                fast[it].remove(range);
                slow[it].retain(|port| !(first..=last).contains(port));
            }
            3 => {
                assert_eq!(fast[it].contains(range.first()), slow[it].contains(&first));
                let all = (first..=last).all(|port| slow[it].contains(&port));
                assert_eq!(fast[it].contains_range(range), all);
            }
            4 => {
                fast[it] = &a | &b;
                slow[it] = &c | &d;
            }
            5 => {
                fast[it] = &a & &b;
                slow[it] = &c & &d;
            }
            6 => {
                fast[it] = &a - &b;
                slow[it] = &c - &d;
            }
            _ => {
                fast[it] = a.symmetric_difference(&b);
                slow[it] = &c ^ &d;
            }
        }
    }
    assert_eq!(fast[0].is_subset(&fast[1]), slow[0].is_subset(&slow[1]));
    assert_eq!(fast[0].is_superset(&fast[1]), slow[0].is_superset(&slow[1]));
    assert_eq!(fast[0].is_disjoint(&fast[1]), slow[0].is_disjoint(&slow[1]));
    assert_eq!(fast[0] == fast[1], slow[0] == slow[1]);
    for (fast, slow) in fast.iter().zip(&slow) {
        same(fast, slow);
    }
}

fn same(fast: &PortSet, slow: &Slow) {
    assert!(fast.iter().map(Port::get).eq(slow.iter().copied()));
    assert!(
        fast.iter()
            .rev()
            .map(Port::get)
            .eq(slow.iter().rev().copied())
    );
    assert_eq!(fast.len() as usize, slow.len());
    assert_eq!(fast.is_empty(), slow.is_empty());
    assert_eq!(fast.first().map(Port::get), slow.first().copied());
    assert_eq!(fast.last().map(Port::get), slow.last().copied());
    // Runs that touch are one.
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for port in slow {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*port) => *last = *port,
            _ => runs.push((*port, *port)),
        }
    }
    let ranges = fast.ranges().map(|it| (it.first().get(), it.last().get()));
    assert!(ranges.eq(runs.iter().copied()));
    assert_eq!(fast.range_count(), runs.len());
    assert_eq!(fast.complement().complement(), *fast);
    assert_eq!(fast.complement().len() as usize, 65_536 - slow.len());
    if !fast.is_empty() {
        assert_eq!(fast.to_string().parse::<PortSet>().as_ref(), Ok(fast));
    }
}
