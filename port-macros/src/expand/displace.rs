//! The search for a table without collisions: each bucket of keys gets a displacement
//! that sends its keys to free slots.

use crate::{args::Optimize, hash};

/// Which key is in which slot.
pub(super) struct Placement {
    pub(super) seed: u32,
    /// One for each bucket, below 65,536.
    pub(super) displacements: Vec<usize>,
    /// The index of a key, or nothing.
    pub(super) slots: Vec<Option<usize>>,
}

/// How many buckets there are. More keys in each make fewer displacements and a longer
/// search.
fn buckets(keys: usize, optimize: Optimize) -> usize {
    match optimize {
        // A power of two is found by a mask.
        Optimize::Speed => keys.div_ceil(4).next_power_of_two(),
        Optimize::Size => keys.div_ceil(5).max(1),
    }
}

/// Above this, there are too few displacements to choose from.
const MAX_KEYS: usize = 60_000;

/// Finds a place for each key by its hash, which depends on a seed. Nothing is found
/// where keys are equal, or where there are too many.
pub(super) fn place(
    keys: usize,
    optimize: Optimize,
    hash_of: impl Fn(usize, u32) -> u32,
) -> Option<Placement> {
    if keys > MAX_KEYS {
        return None;
    }
    (0..32).find_map(|seed| {
        let hashes: Vec<u32> = (0..keys).map(|key| hash_of(key, seed)).collect();
        let (displacements, slots) = try_place(&hashes, buckets(keys, optimize))?;
        Some(Placement {
            seed,
            displacements,
            slots,
        })
    })
}

fn try_place(hashes: &[u32], count: usize) -> Option<(Vec<usize>, Vec<Option<usize>>)> {
    let mut sorted = hashes.to_vec();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    // A few slots to spare: the last keys would search long for the last slots.
    let size = hashes.len() + hashes.len() / 128 + 1;
    let (buckets, slots_u32) = (u32::try_from(count).ok()?, u32::try_from(size).ok()?);
    let mut keys: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (key, hash) in hashes.iter().enumerate() {
        keys[hash::bucket(*hash, buckets) as usize].push(key);
    }
    // Large buckets first, while there is room.
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|bucket| std::cmp::Reverse(keys[*bucket].len()));
    let mut displacements = vec![0; count];
    let mut slots: Vec<Option<usize>> = vec![None; size];
    let mut taken: Vec<usize> = Vec::new();
    for bucket in order {
        if keys[bucket].is_empty() {
            break;
        }
        displacements[bucket] = (0..=0xFFFF_u32).find_map(|displacement| {
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
    use super::place;
    use crate::{args::Optimize, hash};

    #[test]
    fn every_key_has_a_slot_of_its_own() {
        let sizes = [0, 1, 2, 3, 17, 300, 6_000, 20_000];
        let both = |keys| [(keys, Optimize::Speed), (keys, Optimize::Size)];
        for (keys, optimize) in sizes.into_iter().flat_map(both) {
            let hash_of =
                |key: usize, seed| hash::of_port(u16::try_from(key * 3 % 65_536).unwrap(), seed);
            let placement = place(keys, optimize, hash_of).unwrap();
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
        }
    }

    #[test]
    fn equal_keys_have_none() {
        assert!(place(2, Optimize::Speed, |_, seed| seed).is_none());
        assert!(place(1_000_000, Optimize::Speed, |_, seed| seed).is_none());
    }
}
