//! The search for the perfect hash of names, which `format::names` describes: every bucket of
//! names gets a pilot that sends each of them to a slot of its own among those for its length.
//!
//! Large buckets are placed first. A bucket for which no pilot leads to free slots evicts the
//! buckets that cost least to place again.

use crate::{
    format::names::{self, Words},
    lists::{Listed as _, sort},
};

/// The slots of names.
pub(super) struct Placement {
    pub(super) seed: u32,
    /// One for each bucket.
    pub(super) pilots: Vec<u8>,
    /// For each length, the index of the name in each slot.
    pub(super) slots: Vec<Vec<Option<usize>>>,
}

/// How many names ten buckets have, at most on average. With more, there are fewer pilots, and
/// the search takes longer.
const NAMES_IN_TEN_BUCKETS: usize = 33;

/// So many buckets that evicted others are not evicted themselves: they would evict each other
/// in turns.
const RECENT: usize = 16;

/// Attempts get more slots and other hashes each, and finally more buckets than there are
/// names: one that fails is rare, and many in a row don't happen.
const ATTEMPTS: u32 = 64;

/// Finds a slot for each name, all in lower case. Returns `None` if names are equal.
pub(super) fn place(names: &[&[u8]], exact: bool) -> Option<Placement> {
    let longest = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let mut counts = vec![0; longest + 1];
    for name in names {
        counts[name.len()] += 1;
    }
    (0..ATTEMPTS).find_map(|attempt| {
        let ends = ends(&counts, attempt);
        let buckets = buckets(names.len(), attempt);
        let search = Search::new(names, exact, attempt, buckets, &ends);
        let (pilots, all) = search.run()?;
        let firsts = [0].into_iter().chain(ends.iter().copied());
        let slots = firsts
            .zip(&ends)
            .map(|(first, end)| all[first..*end].to_vec());
        Some(Placement {
            seed: attempt,
            pilots,
            slots: slots.listed(),
        })
    })
}

/// How many buckets an attempt has.
fn buckets(names: usize, attempt: u32) -> usize {
    (names * 10 / NAMES_IN_TEN_BUCKETS).next_power_of_two() << (attempt / 8).min(4)
}

/// For each length, the end of its slots. Some slots are spare: the search for the last free
/// ones takes long.
fn ends(counts: &[usize], attempt: u32) -> Vec<usize> {
    let mut end = 0;
    let mut ends = Vec::new();
    for count in counts {
        let attempt = attempt as usize;
        // Few names have none at first, and then one more with each attempt.
        let few = if *count > 1 { attempt } else { 0 };
        end += count + count * (attempt + 1) / 100 + few;
        ends.push(end);
    }
    ends
}

/// A name in the order of buckets.
#[derive(Clone, Copy)]
struct Entry {
    name: usize,
    hash: u64,
    bucket: usize,
    /// The first slot for its length.
    first: usize,
    /// How many slots there are for its length.
    slots: usize,
}

impl Entry {
    fn slot(&self, pilot: u8) -> usize {
        self.first + names::slot(self.hash, pilot, self.slots)
    }
}

struct Search {
    entries: Vec<Entry>,
    /// Where the entries of each bucket begin, and where the last ones end.
    starts: Vec<usize>,
    pilots: Vec<u8>,
    /// For each slot the index of its entry plus one, or 0.
    owners: Vec<usize>,
}

impl Search {
    fn new(names: &[&[u8]], exact: bool, seed: u32, buckets: usize, ends: &[usize]) -> Self {
        let factor = names::factor(seed);
        let mut entries = Vec::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            // They are in lower case already.
            let hash = if exact {
                names::hash::<true>(name, Words::of(name), factor)
            } else {
                names::hash::<false>(name, Words::of(name), factor)
            };
            let first = if name.is_empty() {
                0
            } else {
                ends[name.len() - 1]
            };
            entries.push(Entry {
                name: index,
                hash,
                bucket: names::bucket(hash, buckets),
                first,
                slots: ends[name.len()] - first,
            });
        }
        // They are in the order of names already.
        sort(&mut entries, &|a, b| a.bucket.cmp(&b.bucket));
        let mut starts = vec![0; buckets + 1];
        for entry in &entries {
            starts[entry.bucket + 1] += 1;
        }
        for bucket in 0..buckets {
            starts[bucket + 1] += starts[bucket];
        }
        Self {
            owners: vec![0; ends.last().copied().unwrap_or(0)],
            entries,
            starts,
            pilots: vec![0; buckets],
        }
    }

    fn size(&self, bucket: usize) -> usize {
        self.starts[bucket + 1] - self.starts[bucket]
    }

    /// The pilots, and the index of the name in each slot.
    fn run(mut self) -> Option<(Vec<u8>, Vec<Option<usize>>)> {
        let mut waiting: Vec<usize> = (0..self.pilots.len()).listed();
        sort(&mut waiting, &|a, b| self.size(*a).cmp(&self.size(*b)));
        let (mut evictions, mut turn) = (0, 0);
        let mut recent = [usize::MAX; RECENT];
        while let Some(bucket) = waiting.pop() {
            let pilot = if let Some(pilot) = self.free_pilot(bucket) {
                pilot
            } else {
                let pilot = self.cheapest_pilot(bucket, evictions, &recent)?;
                evictions += self.evict(bucket, pilot, &mut waiting);
                recent[turn % RECENT] = bucket;
                turn += 1;
                if evictions > 64 + self.entries.len() / 4 {
                    return None;
                }
                pilot
            };
            self.pilots[bucket] = pilot;
            for index in self.starts[bucket]..self.starts[bucket + 1] {
                self.owners[self.entries[index].slot(pilot)] = index + 1;
            }
        }
        let owner = |owner: &usize| owner.checked_sub(1).map(|index| self.entries[index].name);
        let slots = self.owners.iter().map(owner).listed();
        Some((self.pilots, slots))
    }

    /// The first pilot under which all slots are free.
    fn free_pilot(&self, bucket: usize) -> Option<u8> {
        let entries = &self.entries[self.starts[bucket]..self.starts[bucket + 1]];
        'pilots: for pilot in 1..=u8::MAX {
            for (index, entry) in entries.iter().enumerate() {
                let slot = entry.slot(pilot);
                if self.owners[slot] != 0 {
                    continue 'pilots;
                }
                for other in &entries[..index] {
                    if other.slot(pilot) == slot {
                        continue 'pilots;
                    }
                }
            }
            return Some(pilot);
        }
        None
    }

    /// The pilot whose slots hold the smallest buckets, none of them recent. The first one that
    /// is tried differs.
    fn cheapest_pilot(&self, bucket: usize, evictions: usize, recent: &[usize]) -> Option<u8> {
        let entries = &self.entries[self.starts[bucket]..self.starts[bucket + 1]];
        let mut best: Option<(usize, u8)> = None;
        'pilots: for step in 0..255_usize {
            let pilot = u8::try_from((evictions * 89 + step) % 255 + 1).ok()?;
            let mut cost = 0;
            for (index, entry) in entries.iter().enumerate() {
                let slot = entry.slot(pilot);
                for other in &entries[..index] {
                    if other.slot(pilot) == slot {
                        continue 'pilots;
                    }
                }
                if let Some(owner) = self.owners[slot].checked_sub(1) {
                    let other = self.entries[owner].bucket;
                    cost += self.size(other).pow(2);
                    if best.is_some_and(|(least, _)| cost >= least) || recent.contains(&other) {
                        continue 'pilots;
                    }
                }
            }
            best = Some((cost, pilot));
            if cost <= 1 {
                break;
            }
        }
        best.map(|(_, pilot)| pilot)
    }

    /// Frees the slots of a bucket under a pilot; returns how many buckets that evicts.
    fn evict(&mut self, bucket: usize, pilot: u8, waiting: &mut Vec<usize>) -> usize {
        let mut evicted = 0;
        for index in self.starts[bucket]..self.starts[bucket + 1] {
            let slot = self.entries[index].slot(pilot);
            let Some(owner) = self.owners[slot].checked_sub(1) else {
                continue;
            };
            let other = self.entries[owner].bucket;
            for index in self.starts[other]..self.starts[other + 1] {
                let slot = self.entries[index].slot(self.pilots[other]);
                self.owners[slot] = 0;
            }
            waiting.push(other);
            evicted += 1;
        }
        evicted
    }
}

#[cfg(test)]
mod tests {
    use super::{Search, buckets, ends, place};

    #[test]
    fn buckets_grow_with_every_eighth_attempt() {
        let first = buckets(1000, 0);
        let [seventh, eighth, last] = [7, 8, 63].map(|attempt| buckets(1000, attempt));
        assert_eq!((seventh, eighth, last), (first, first * 2, first * 16));
        // A mask finds one of a power of two.
        assert!(first.is_power_of_two() && first < 1000);
    }

    /// A search that can't succeed ends.
    #[test]
    fn names_without_slots_are_given_up() {
        let names: Vec<String> = (0..100).map(|i| format!("{i:03}")).collect();
        let names: Vec<&[u8]> = names.iter().map(String::as_bytes).collect();
        let search = |slots: usize| {
            let search = Search::new(&names, false, 0, 32, &[0, 0, 0, slots]);
            search.run().is_some()
        };
        assert!(search(101) && search(100));
        assert!(!(70..100).any(search));
    }

    /// Up to 99 names of one length have no spare slot, so buckets evict others. The first
    /// attempt serves nearly always.
    #[test]
    fn the_last_slot_is_found() {
        for (counts, attempts) in [(29..=46, 1), (55..=99, 1), (28..=28, 3), (47..=48, 2)] {
            for count in counts {
                let names: Vec<String> = (0..count).map(|i| format!("name-{i:02}")).collect();
                let names: Vec<&[u8]> = names.iter().map(String::as_bytes).collect();
                let placement = place(&names, false).unwrap();
                assert_eq!(placement.seed + 1, attempts, "{count}");
                let slots = &placement.slots["name-00".len()];
                let mut placed: Vec<usize> = slots.iter().copied().flatten().collect();
                placed.sort_unstable();
                assert!(placed.into_iter().eq(0..count), "{count}");
            }
        }
    }

    #[test]
    fn one_slot_in_a_hundred_is_spare_and_more_with_each_attempt() {
        assert_eq!(ends(&[0, 1, 2, 99, 100, 250], 0), [0, 1, 3, 102, 203, 455]);
        // A name that is alone of its length needs no other slot.
        assert_eq!(ends(&[0, 1, 2, 99, 100], 3), [0, 1, 6, 111, 218]);
    }
}
