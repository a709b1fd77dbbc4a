//! The services of every port under every transport.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    claim::Claim,
    registry::{Owners, Segment, Service},
};
use crate::{format::assignments::Status, problem::Problems, words::transports};

/// The segments of each transport. Two services on one port are reported, unless the first
/// one wins.
pub(super) fn by_port(services: &[Service], first_wins: bool, problems: &mut Problems) -> Owners {
    let owners = std::array::from_fn(|bit| segments(services, bit, Pools::LeftOut));
    if !first_wins {
        refuse_conflicts(services, &owners, problems);
    }
    owners
}

/// The segments with pools, if there are any. A program that picks one port of many has it
/// only by chance, so pools conflict with nothing, and come last.
pub(super) fn with_pools(services: &[Service]) -> Option<Owners> {
    let mut claims = services.iter().flat_map(|service| &service.claims);
    claims
        .any(|claim| claim.status == Status::Pool)
        .then(|| std::array::from_fn(|bit| segments(services, bit, Pools::Last)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pools {
    LeftOut,
    Last,
}

/// Whether a row is of a pool, which is last, its line, and its service: rows come in the
/// file's order.
type Owner = (bool, usize, usize);

/// Sweeps over the ports: a service comes at the first port of a row and goes after its
/// last.
fn segments(services: &[Service], transport: usize, pools: Pools) -> Vec<Segment> {
    let mut changes: BTreeMap<u32, Vec<(Owner, bool)>> = BTreeMap::new();
    for (index, service) in services.iter().enumerate() {
        for claim in service
            .claims
            .iter()
            .filter(|claim| transports::contains(claim.transports, transport))
            .filter(|claim| pools == Pools::Last || claim.status != Status::Pool)
        {
            let owner = (claim.status == Status::Pool, claim.line, index);
            let after = u32::from(claim.last) + 1;
            changes
                .entry(claim.first.into())
                .or_default()
                .push((owner, true));
            changes.entry(after).or_default().push((owner, false));
        }
    }
    let mut segments: Vec<Segment> = Vec::new();
    let mut present: BTreeSet<Owner> = BTreeSet::new();
    let mut starts = changes.into_iter().peekable();
    while let Some((start, changes)) = starts.next() {
        for (owner, comes) in changes {
            if comes {
                present.insert(owner);
            } else {
                present.remove(&owner);
            }
        }
        let Some((after, _)) = starts.peek() else {
            break;
        };
        let (Ok(first), Ok(last)) = (u16::try_from(start), u16::try_from(after - 1)) else {
            break;
        };
        if present.is_empty() {
            continue;
        }
        let services: Vec<usize> = present.iter().map(|(.., index)| *index).collect();
        let pools = present.iter().filter(|(is_pool, ..)| *is_pool).count();
        match segments.last_mut() {
            Some(before)
                if before.last.checked_add(1) == Some(first)
                    && before.services == services
                    && before.pools == pools =>
            {
                before.last = last;
            }
            _ => segments.push(Segment {
                first,
                last,
                services,
                pools,
            }),
        }
    }
    segments
}

/// Reports every two services that have a port in common, once, with all their
/// transports.
fn refuse_conflicts(services: &[Service], owners: &[Vec<Segment>], problems: &mut Problems) {
    let mut conflicts: BTreeMap<(usize, usize), (u16, Vec<usize>)> = BTreeMap::new();
    for (bit, segments) in owners.iter().enumerate() {
        for segment in segments {
            let Some((first, others)) = segment.services.split_first() else {
                continue;
            };
            for other in others {
                let (_, bits) = conflicts
                    .entry((*first, *other))
                    .or_insert_with(|| (segment.first, Vec::new()));
                if !bits.contains(&bit) {
                    bits.push(bit);
                }
            }
        }
    }
    for ((first, other), (port, bits)) in conflicts {
        let (first, other) = (&services[first], &services[other]);
        let names: Vec<&str> = bits.iter().map(|bit| transports::name(*bit)).collect();
        let line_of = |service: &Service| {
            let has = |claim: &&Claim| {
                let mut bits = bits.iter();
                let common = bits.any(|bit| transports::contains(claim.transports, *bit));
                claim.contains(port) && common
            };
            service
                .claims
                .iter()
                .find(has)
                .map_or(service.line, |claim| claim.line)
        };
        problems.at(
            line_of(other),
            format!(
                "`{}` has port {port}/{}, which `{}` has at line {}; give one of them another port, \
                 or let the first row win with `#[ports(conflicts = \"first\")]`",
                other.name,
                names.join("/"),
                first.name,
                line_of(first),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{Claim, Pools, Segment, Service, Status, segments};
    use crate::words::columns::ByColumn;

    fn service(rows: &[(usize, u16, u16)]) -> Service {
        let claim = |&(line, first, last): &(usize, u16, u16)| Claim {
            line,
            first,
            last,
            transports: 1,
            status: Status::Assigned,
        };
        Service {
            line: 0,
            name: String::new(),
            aliases: Vec::new(),
            schemes: Vec::new(),
            constant: String::new(),
            variant: String::new(),
            assignments: Vec::new(),
            claims: rows.iter().map(claim).collect(),
            category: None,
            tls_of: None,
            texts: ByColumn::default(),
        }
    }

    #[test]
    fn overlaps_are_cut_into_segments() {
        // The third service's second row comes before the first service's.
        let services = [
            service(&[(2, 10, 20), (9, 65535, 65535)]),
            service(&[(3, 0, 65534)]),
            service(&[(4, 21, 21), (5, 22, 23), (6, 65535, 65535)]),
        ];
        let segment = |first, last, services: &[usize]| Segment {
            first,
            last,
            services: services.to_vec(),
            pools: 0,
        };
        assert_eq!(
            segments(&services, 0, Pools::Last),
            [
                segment(0, 9, &[1]),
                segment(10, 20, &[0, 1]),
                segment(21, 23, &[1, 2]),
                segment(24, 65534, &[1]),
                segment(65535, 65535, &[2, 0]),
            ]
        );
        assert_eq!(segments(&services, 1, Pools::Last), []);
    }
}
