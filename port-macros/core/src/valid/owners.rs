//! The services of every port under every transport.

use std::collections::BTreeMap;

use super::{
    conflicts::{self, Refused},
    registry::{Owners, Segment, Service},
};
use crate::{format::assignments::Status, lists::sort, problem::Problems, words::transports};

/// So many services may be listed for ports that several share. Tables number them with two
/// bytes.
const MOST_SHARED: usize = 65_535;

/// The segments of each transport. Two services on one port are reported, unless the first
/// one wins.
pub(super) fn by_port(services: &[Service], first_wins: bool, problems: &mut Problems) -> Owners {
    let refused = if first_wins {
        Refused::default()
    } else {
        conflicts::refuse(services, problems)
    };
    let shared = &mut Shared::default();
    let owners =
        std::array::from_fn(|bit| segments(services, bit, Pools::LeftOut, &refused, shared));
    shared.refuse(problems);
    owners
}

/// How many services are listed for ports that several share.
#[derive(Default)]
struct Shared {
    count: usize,
    /// The line of the row that is one too many.
    line: Option<usize>,
}

impl Shared {
    /// Whether the services of one more segment may be listed.
    fn allows(&mut self, services: usize, line: usize) -> bool {
        if services > 1 {
            self.count += services;
        }
        if self.count > MOST_SHARED {
            self.line.get_or_insert(line);
        }
        self.line.is_none()
    }

    fn refuse(&self, problems: &mut Problems) {
        if let Some(line) = self.line {
            problems.at(
                line,
                format!(
                    "the ranges overlap so often that more than {MOST_SHARED} services would be \
                     listed for shared ports; write shorter ranges, or fewer rows"
                ),
            );
        }
    }
}

/// The segments with pools, if there are any. A program that picks one port of many has it
/// only by chance, so pools conflict with nothing, and come last.
pub(super) fn with_pools(services: &[Service], problems: &mut Problems) -> Option<Owners> {
    let mut claims = services.iter().flat_map(|service| &service.claims);
    if !claims.any(|claim| claim.status == Status::Pool) {
        return None;
    }
    let none = Refused::default();
    let shared = &mut Shared::default();
    let owners = std::array::from_fn(|bit| segments(services, bit, Pools::Last, &none, shared));
    shared.refuse(problems);
    Some(owners)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pools {
    LeftOut,
    Last,
}

/// Ports of a row. Those of pools are last, and others in the file's order.
struct Owned {
    is_pool: bool,
    line: usize,
    service: usize,
    first: u16,
    last: u16,
}

/// Sweeps over the ports: a service comes at the first port of a row and goes after its
/// last.
///
/// `refused` are rows that are left out.
fn segments(
    services: &[Service],
    transport: usize,
    pools: Pools,
    refused: &Refused,
    shared: &mut Shared,
) -> Vec<Segment> {
    let mut rows: Vec<Owned> = Vec::new();
    for (index, service) in services.iter().enumerate() {
        for claim in &service.claims {
            let left_out = !transports::contains(claim.transports, transport)
                || (pools == Pools::LeftOut && claim.status == Status::Pool)
                || refused.has(index, claim, transport);
            if !left_out {
                rows.push(Owned {
                    is_pool: claim.status == Status::Pool,
                    line: claim.line,
                    service: index,
                    first: claim.first,
                    last: claim.last,
                });
            }
        }
    }
    let order = |it: &Owned| (it.is_pool, it.line, it.service);
    sort(&mut rows, &|a, b| order(a).cmp(&order(b)));
    // Where a row comes, and where it goes.
    let mut changes: Vec<(u32, bool, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        changes.push((row.first.into(), true, place));
        changes.push((u32::from(row.last) + 1, false, place));
    }
    // A row of several ranges goes before it comes again.
    sort(&mut changes, &|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let mut segments: Vec<Segment> = Vec::new();
    // The services of the rows that have the port, by the rows' places.
    let mut present: BTreeMap<usize, usize> = BTreeMap::new();
    let mut changes = changes.as_slice();
    while let [(start, ..), ..] = changes {
        let start = *start;
        while let [(port, comes, place), rest @ ..] = changes {
            if *port != start {
                break;
            }
            if *comes {
                present.insert(*place, rows[*place].service);
            } else {
                present.remove(place);
            }
            changes = rest;
        }
        let [(after, ..), ..] = changes else {
            break;
        };
        let (Ok(first), Ok(last)) = (u16::try_from(start), u16::try_from(after - 1)) else {
            break;
        };
        let Some((newest, _)) = present.last_key_value() else {
            continue;
        };
        let line = rows[*newest].line;
        if !shared.allows(present.len(), line) {
            // It is refused, and each further one would take as long.
            break;
        }
        let (mut services, mut pools) = (Vec::with_capacity(present.len()), 0);
        for (place, service) in &present {
            services.push(*service);
            pools += usize::from(rows[*place].is_pool);
        }
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

#[cfg(test)]
mod tests {
    use super::{MOST_SHARED, Pools, Refused, Segment, Service, Shared, Status};
    use crate::{problem::tests::texts_of, valid::claim::Claim, words::columns::ByColumn};

    fn service(rows: &[(usize, u16, u16)]) -> Service {
        let claim = |&(line, first, last): &(usize, u16, u16)| Claim {
            line,
            first,
            last,
            transports: 1,
            status: Status::Assigned,
        };
        Service {
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

    fn segments(services: &[Service], bit: usize) -> Vec<Segment> {
        super::segments(
            services,
            bit,
            Pools::Last,
            &Refused::default(),
            &mut Shared::default(),
        )
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
            segments(&services, 0),
            [
                segment(0, 9, &[1]),
                segment(10, 20, &[0, 1]),
                segment(21, 23, &[1, 2]),
                segment(24, 65534, &[1]),
                segment(65535, 65535, &[2, 0]),
            ]
        );
        assert_eq!(segments(&services, 1), []);
    }

    #[test]
    fn services_on_shared_ports_are_counted() {
        let mut shared = Shared::default();
        // Ports of one service are not shared.
        assert!((0..10).all(|line| shared.allows(1, line)));
        assert!(shared.allows(MOST_SHARED - 2, 2) && shared.allows(2, 3));
        assert_eq!(texts_of(|problems| shared.refuse(problems)), [""; 0]);
        assert!(!shared.allows(2, 4) && !shared.allows(1, 5));
        let texts = texts_of(|problems| shared.refuse(problems));
        assert_eq!(texts.len(), 1);
        assert!(texts[0].starts_with("ports.csv:4: the ranges overlap so often"));
    }

    #[test]
    fn the_ports_of_one_row_may_be_in_any_order() {
        let whole = [Segment {
            first: 7,
            last: 10,
            services: vec![0],
            pools: 0,
        }];
        assert_eq!(
            segments(&[service(&[(2, 10, 10), (2, 9, 9), (2, 7, 8)])], 0),
            whole
        );
        assert_eq!(
            segments(&[service(&[(2, 7, 8), (2, 10, 10), (2, 9, 9)])], 0),
            whole
        );
    }
}
