//! The ports that the rows of one service have taken, so that the next row adds what is new.

use std::collections::BTreeMap;

use super::claim::Claim;
use crate::lists::Listed as _;
use crate::words::transports;

/// For each transport, disjoint ranges. A row's range takes the place of the ranges in it, so
/// that each is looked at a few times only, however many rows there are.
#[derive(Default)]
pub(super) struct TakenPorts {
    /// The place in `ranges` by the first port.
    by_first: [BTreeMap<usize, usize>; transports::COUNT],
    ranges: Vec<Range>,
}

#[derive(Clone, Copy)]
struct Range {
    first: u16,
    last: u16,
    /// The row that it is of.
    row: Claim,
}

/// Ports that two rows have in common.
pub(super) struct Common {
    /// One of the ports.
    pub(super) port: u16,
    /// The row before.
    pub(super) other: Claim,
}

impl TakenPorts {
    /// What a row has in common with one before it.
    pub(super) fn common(&self, claim: &Claim) -> Option<Common> {
        let mut bits = bits_of(claim);
        bits.find_map(|bit| {
            // Ranges are disjoint, so the last one that begins in time ends last.
            let range = self.before(bit, usize::from(claim.last) + 1)?;
            (range.last >= claim.first).then_some(Common {
                port: claim.first.max(range.first),
                other: range.row,
            })
        })
    }

    /// Adds the parts of a row that no row before it has.
    pub(super) fn push_free(&self, claim: &Claim, claims: &mut Vec<Claim>) {
        let free: Vec<(u8, Vec<(u16, u16)>)> = bits_of(claim)
            .map(|bit| (1 << bit, self.free(bit, claim)))
            .listed();
        // Transports with the same free ports make one row again.
        let mut merged: Vec<(u8, Vec<(u16, u16)>)> = Vec::new();
        for (set, ranges) in free {
            match merged.iter_mut().find(|(_, other)| *other == ranges) {
                Some((all, _)) => *all |= set,
                None => merged.push((set, ranges)),
            }
        }
        for (transports, ranges) in merged {
            claims.extend(ranges.into_iter().map(|(first, last)| Claim {
                first,
                last,
                transports,
                ..*claim
            }));
        }
    }

    /// The parts of a row's range that are free under one transport.
    fn free(&self, bit: usize, claim: &Claim) -> Vec<(u16, u16)> {
        let mut free = Vec::new();
        let mut next = u32::from(claim.first);
        let mut until = |end: u32, next: u32| {
            if let (Ok(first), Some(Ok(last))) =
                (u16::try_from(next), end.checked_sub(1).map(u16::try_from))
            {
                if first <= last {
                    free.push((first, last));
                }
            }
        };
        for range in self.in_reach(bit, claim).iter().rev() {
            until(u32::from(range.first), next);
            next = next.max(u32::from(range.last) + 1);
        }
        until(u32::from(claim.last) + 1, next);
        free
    }

    /// The last range that begins before `end`.
    fn before(&self, bit: usize, end: usize) -> Option<Range> {
        let (_, place) = self.by_first[bit].range(..end).next_back()?;
        Some(self.ranges[*place])
    }

    /// The ranges that have a port of the row, from the last one on.
    fn in_reach(&self, bit: usize, claim: &Claim) -> Vec<Range> {
        let mut reached = Vec::new();
        let mut end = usize::from(claim.last) + 1;
        while let Some(range) = self.before(bit, end) {
            if range.last < claim.first {
                break;
            }
            reached.push(range);
            end = range.first.into();
        }
        reached
    }

    /// Takes all ports of a row.
    pub(super) fn take(&mut self, claim: &Claim) {
        for bit in bits_of(claim) {
            for range in &self.in_reach(bit, claim) {
                self.by_first[bit].remove(&range.first.into());
                if range.first < claim.first {
                    let last = claim.first - 1;
                    self.add(bit, Range { last, ..*range });
                }
                if range.last > claim.last {
                    let first = claim.last + 1;
                    self.add(bit, Range { first, ..*range });
                }
            }
            let (first, last) = (claim.first, claim.last);
            let row = *claim;
            self.add(bit, Range { first, last, row });
        }
    }

    fn add(&mut self, bit: usize, range: Range) {
        self.by_first[bit].insert(range.first.into(), self.ranges.len());
        self.ranges.push(range);
    }
}

fn bits_of(claim: &Claim) -> impl Iterator<Item = usize> + use<> {
    let set = claim.transports;
    transports::bits().filter(move |bit| transports::contains(set, *bit))
}

#[cfg(test)]
mod tests {
    use super::{Claim, TakenPorts};
    use crate::format::assignments::Status;

    fn claim(line: usize, first: u16, last: u16, transports: u8) -> Claim {
        Claim {
            line,
            first,
            last,
            transports,
            status: Status::Assigned,
        }
    }

    /// What is left of the second row, as text.
    fn left(rows: &[Claim], claim: &Claim) -> Vec<(u16, u16, u8)> {
        let mut taken = TakenPorts::default();
        for row in rows {
            taken.take(row);
        }
        for ranges in &taken.by_first {
            let ranges: Vec<_> = ranges.values().map(|it| taken.ranges[*it]).collect();
            assert!(ranges.iter().all(|it| it.first <= it.last));
            let are_apart = ranges.windows(2).all(|pair| pair[0].last < pair[1].first);
            assert!(are_apart);
        }
        let mut claims = Vec::new();
        taken.push_free(claim, &mut claims);
        claims
            .iter()
            .map(|it| (it.first, it.last, it.transports))
            .collect()
    }

    #[test]
    fn what_is_new_is_kept() {
        let one = [claim(2, 80, 80, 1)];
        assert_eq!(left(&one, &claim(3, 79, 82, 1)), [(79, 79, 1), (81, 82, 1)]);
        assert_eq!(left(&one, &claim(3, 80, 80, 1)), []);
        // Another transport has all of it.
        assert_eq!(
            left(&one, &claim(3, 79, 82, 3)),
            [(79, 79, 1), (81, 82, 1), (79, 82, 2)]
        );
        assert_eq!(left(&one, &claim(3, 81, 82, 3)), [(81, 82, 3)]);
        let ends = [
            claim(2, 0, 10, 1),
            claim(3, 65530, 65535, 1),
            claim(4, 5, 20, 1),
        ];
        assert_eq!(left(&ends, &claim(5, 0, 65535, 1)), [(21, 65529, 1)]);
        // The first port and the last have no neighbour.
        let twice = [
            claim(2, 0, 5, 1),
            claim(3, 0, 0, 1),
            claim(4, 65535, 65535, 1),
        ];
        assert_eq!(left(&twice, &claim(5, 0, 65535, 1)), [(6, 65534, 1)]);
        let end = [claim(2, 70, 65535, 1), claim(3, 80, 65535, 1)];
        assert_eq!(left(&end, &claim(4, 60, 90, 1)), [(60, 69, 1)]);
        // A row in another one leaves both ends of it taken.
        let inside = [claim(2, 70, 90, 1), claim(3, 80, 80, 1)];
        assert_eq!(
            left(&inside, &claim(4, 60, 100, 1)),
            [(60, 69, 1), (91, 100, 1)]
        );
    }

    #[test]
    fn a_port_is_found_at_the_line_that_has_it() {
        let mut taken = TakenPorts::default();
        for row in [
            claim(2, 80, 80, 1),
            claim(3, 70, 90, 1),
            claim(4, 85, 100, 2),
        ] {
            taken.take(&row);
        }
        let common = |first, last, set| {
            let common = taken.common(&claim(9, first, last, set))?;
            Some((common.other.line, common.port))
        };
        assert_eq!(common(80, 80, 1), Some((3, 80)));
        assert_eq!(common(85, 95, 2), Some((4, 85)));
        assert_eq!(common(60, 75, 3), Some((3, 70)));
        assert_eq!((common(91, 99, 1), common(0, 69, 3)), (None, None));
    }

    /// As a row takes the place of those in it, their number stays small.
    #[test]
    fn wide_rows_leave_few_ranges() {
        let mut taken = TakenPorts::default();
        for port in (0..20_000).step_by(2) {
            taken.take(&claim(2, port, port, 1));
        }
        assert_eq!(taken.by_first[0].len(), 10_000);
        for i in 0..20_000 {
            let mut claims = Vec::new();
            taken.push_free(&claim(3, 0, 65535 - i, 1), &mut claims);
            taken.take(&claim(3, 0, 65535 - i, 1));
            assert_eq!(claims.len(), if i == 0 { 10_000 } else { 0 });
        }
        assert!(taken.by_first[0].len() <= 20_001);
    }
}
