//! Services that have a port in common, where each port has one owner.

use super::{claim::Claim, registry::Service};
use crate::{
    format::assignments::Status,
    lists::{Listed as _, Places, key_of, sort},
    problem::Problems,
    words::transports,
};

/// The rows that are left out.
#[derive(Default)]
pub(super) struct Refused(Places);

impl Refused {
    fn add(&mut self, service: usize, claim: &Claim, transport: usize) {
        self.0.insert(row(service, claim, transport));
    }

    pub(super) fn has(&self, service: usize, claim: &Claim, transport: usize) -> bool {
        !self.0.is_empty() && self.0.has(row(service, claim, transport))
    }
}

fn row(service: usize, claim: &Claim, transport: usize) -> Vec<u8> {
    key_of(&[service, claim.first.into(), transport])
}

/// A service's index and one of its rows.
type Owned<'a> = (usize, &'a Claim);

/// Rows of two services, and what they have in common first.
struct Conflict<'a> {
    services: [usize; 2],
    port: u16,
    transports: u8,
    /// The rows of both.
    rows: [&'a Claim; 2],
}

/// Reports services that have a port in common, and returns the rows to leave out so that
/// no two have.
pub(super) fn refuse(services: &[Service], problems: &mut Problems) -> Refused {
    let mut refused = Refused::default();
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut places = Places::default();
    for bit in transports::bits() {
        let mut rows: Vec<Owned> = services
            .iter()
            .enumerate()
            .flat_map(|(index, service)| service.claims.iter().map(move |claim| (index, claim)))
            .filter(|(_, claim)| transports::contains(claim.transports, bit))
            .filter(|(_, claim)| claim.status != Status::Pool)
            .listed();
        let place = |(index, claim): &Owned| (claim.first, claim.line, *index);
        sort(&mut rows, &|a, b| place(a).cmp(&place(b)));
        // Of rows with no port in common, the last one ends last. Rows of one service have none.
        let mut last: Option<Owned> = None;
        // Of all rows, those that are left out, too, so that their conflicts show as well.
        let mut longest: Option<Owned> = None;
        for &(index, claim) in &rows {
            let reaches = |(_, row): &Owned| row.last >= claim.first;
            if last.as_ref().is_some_and(reaches) {
                refused.add(index, claim, bit);
            } else {
                last = Some((index, claim));
            }
            let before = longest;
            if before.is_none_or(|(_, row)| row.last <= claim.last) {
                longest = Some((index, claim));
            }
            let Some(other) = before.filter(reaches) else {
                continue;
            };
            let mut pair = [other, (index, claim)];
            sort(&mut pair, &|(a, row), (b, other)| {
                (row.line, a).cmp(&(other.line, b))
            });
            let [first, second] = pair;
            let services = [first.0, second.0];
            // Under each transport, the rows have the same port in common first.
            let place = [services[0], services[1], first.1.line, second.1.line];
            let place = key_of(&[&place[..], &[claim.first.into()]].concat());
            let place = places.find_or(place, conflicts.len());
            if place == conflicts.len() {
                conflicts.push(Conflict {
                    services,
                    port: claim.first,
                    transports: 0,
                    rows: [first.1, second.1],
                });
            }
            conflicts[place].transports |= 1 << bit;
        }
    }
    sort(&mut conflicts, &|a, b| {
        (a.services, a.port).cmp(&(b.services, b.port))
    });
    for conflict in &conflicts {
        let Conflict {
            services: [first, second],
            port,
            transports,
            rows,
        } = *conflict;
        problems.at_with(rows[1].line, || {
            let names: Vec<&str> = transports::names_of(transports).listed();
            format!(
                "`{}` has port {port}/{}, which `{}` has at line {}; give one of them another \
                 port, or let the first row win with `#[ports(conflicts = \"first\")]`",
                services[second].name,
                names.join("/"),
                services[first].name,
                rows[0].line,
            )
        });
    }
    refused
}
