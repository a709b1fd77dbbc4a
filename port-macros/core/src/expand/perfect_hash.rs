//! The search for a perfect hash of ports: every bucket of keys gets a displacement that sends its
//! keys to free slots. `format::hash` describes the table.

use crate::{
    format::hash::{self, MOST_DISPLACEMENT, MOST_KEYS},
    lists::{Listed as _, sort},
};

/// Keys in a bucket, at most on average. With more, there are fewer displacements, and the
/// search for them takes longer.
const KEYS_A_BUCKET: usize = 4;

/// The slots of keys.
pub(super) struct Placement {
    pub(super) seed: u32,
    /// One for each bucket, at most [`MOST_DISPLACEMENT`].
    pub(super) displacements: Vec<usize>,
    /// For each slot the index of its key.
    pub(super) slots: Vec<Option<usize>>,
}

/// Finds a slot for each key by its hash, which depends on a seed. Returns `None` if keys
/// are equal, or if there are too many.
pub(super) fn place(keys: usize, hash_of: impl Fn(usize, u32) -> u32) -> Option<Placement> {
    if keys > MOST_KEYS {
        return None;
    }
    (0..32).find_map(|seed| {
        let hashes: Vec<u32> = (0..keys).map(|key| hash_of(key, seed)).listed();
        // A mask finds one of a power of two.
        let buckets = keys.div_ceil(KEYS_A_BUCKET).next_power_of_two();
        let (displacements, slots) = try_place(&hashes, buckets)?;
        Some(Placement {
            seed,
            displacements,
            slots,
        })
    })
}

fn try_place(hashes: &[u32], count: usize) -> Option<(Vec<usize>, Vec<Option<usize>>)> {
    let mut sorted = hashes.to_vec();
    sort(&mut sorted, &Ord::cmp);
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    // Some slots are spare: the search for the last free slots would take long.
    let size = hashes.len() + hashes.len() / 128 + 1;
    let (buckets, slots_u32) = (u32::try_from(count).ok()?, u32::try_from(size).ok()?);
    let mut keys: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (key, hash) in hashes.iter().enumerate() {
        keys[hash::bucket(*hash, buckets) as usize].push(key);
    }
    // Large buckets first, while there is room.
    let mut order: Vec<usize> = (0..count).listed();
    sort(&mut order, &|a, b| keys[*b].len().cmp(&keys[*a].len()));
    let mut displacements = vec![0; count];
    let mut slots: Vec<Option<usize>> = vec![None; size];
    let mut taken: Vec<usize> = Vec::new();
    for &bucket in &order {
        if keys[bucket].is_empty() {
            break;
        }
        displacements[bucket] = (0..=MOST_DISPLACEMENT).find_map(|displacement| {
            taken.clear();
            for key in &keys[bucket] {
                let slot = hash::slot(hashes[*key], displacement, slots_u32) as usize;
                if slots[slot].is_some() || taken.contains(&slot) {
                    return None;
                }
                taken.push(slot);
            }
            Some(displacement as usize)
        })?;
        for (key, slot) in keys[bucket].iter().zip(&taken) {
            slots[*slot] = Some(*key);
        }
    }
    Some((displacements, slots))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{MOST_KEYS, place};
    use crate::format::hash;

    #[test]
    fn every_key_has_a_slot_of_its_own() {
        for keys in [0, 1, 2, 3, 17, 300, 6_000, 20_000] {
            let hash_of =
                |key: usize, seed| hash::of_port(u16::try_from(key * 3 % 65_536).unwrap(), seed);
            let placement = place(keys, hash_of).unwrap();
            let (buckets, slots) = (placement.displacements.len(), placement.slots.len());
            for key in 0..keys {
                let hash = hash_of(key, placement.seed);
                let bucket = hash::bucket(hash, u32::try_from(buckets).unwrap());
                let displacement = placement.displacements[bucket as usize];
                let slot = hash::slot(
                    hash,
                    u32::try_from(displacement).unwrap(),
                    u32::try_from(slots).unwrap(),
                );
                assert_eq!(placement.slots[slot as usize], Some(key));
            }
            assert_eq!(placement.slots.iter().flatten().count(), keys);
            assert_eq!(slots, keys + keys / 128 + 1);
        }
    }

    #[test]
    fn more_keys_than_displacements_serve_are_not_tried() {
        let place = place(MOST_KEYS + 1, |_, _| panic!("a hash is asked for"));
        assert!(place.is_none());
        let asked = Cell::new(false);
        let place = super::place(MOST_KEYS, |_, seed| {
            asked.set(true);
            seed
        });
        assert!(place.is_none() && asked.get());
    }

    #[test]
    fn equal_keys_have_none() {
        assert!(place(2, |_, seed| seed).is_none());
        assert!(place(1_000_000, |_, seed| seed).is_none());
    }
}
