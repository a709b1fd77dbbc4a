// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

//! The hash of ports, and how its perfect hash table is laid out.
//!
//! Every key has a slot of its own. The hash of a key selects a bucket; the bucket has a
//! displacement, which the macro chose, and hash and displacement together select the slot.
//! A table is two lists of numbers: a displacement of [`DISPLACEMENT_BYTES`] for each bucket,
//! and what is found in each slot. All arithmetic is in 32 bits.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table of 4 GB"
)]

/// The bytes of a displacement.
pub(crate) const DISPLACEMENT_BYTES: usize = 2;

/// The largest displacement.
pub(crate) const MOST_DISPLACEMENT: u32 = 0xFFFF;

/// More keys leave too few displacements to choose from. [`bucket`] and [`slot`] need their
/// counts below 65,536.
pub(crate) const MOST_KEYS: usize = 60_000;

/// Numbers without a pattern in their bits.
const MIX: [u32; 3] = [0x9E37_79B1, 0x85EB_CA77, 0x1656_67B0];

/// The hash of a port.
#[inline]
pub(crate) const fn of_port(port: u16, seed: u32) -> u32 {
    let hash = (port as u32).wrapping_mul(MIX[0].wrapping_add(seed.wrapping_mul(MIX[2])));
    hash ^ (hash >> 15)
}

/// The bucket that a hash falls into; `buckets` is below 65,536, and best a power of two.
#[inline]
pub(crate) const fn bucket(hash: u32, buckets: u32) -> u32 {
    if buckets.is_power_of_two() {
        hash & (buckets - 1)
    } else {
        ((hash & 0xFFFF) * buckets) >> 16
    }
}

/// The slot that a hash has under its bucket's displacement; both numbers are below
/// 65,536. The product carries what the displacement changes in the low bits to the high
/// ones, differently for each key.
#[inline]
pub(crate) const fn slot(hash: u32, displacement: u32, slots: u32) -> u32 {
    (((hash ^ displacement).wrapping_mul(MIX[1]) >> 16) * slots) >> 16
}

/// Whether two names are the same, in any case.
#[cold]
#[inline(never)]
pub(crate) const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let (mut a, mut b) = (a, b);
    while let ([x, behind_x @ ..], [y, behind_y @ ..]) = (a, b) {
        if !x.eq_ignore_ascii_case(y) {
            return false;
        }
        (a, b) = (behind_x, behind_y);
    }
    a.is_empty() && b.is_empty()
}

#[cfg(test)]
mod tests {
    use super::bucket;

    /// Any number of buckets gets its share of all hashes.
    #[test]
    fn hashes_are_shared_out_among_buckets() {
        let hashes = [0, 0x5555, 0x5556, 0xAAAA, 0xAAAB, 0xFFFF, 0x0001_0000];
        assert_eq!(hashes.map(|it| bucket(it, 3)), [0, 0, 1, 1, 2, 2, 0]);
        assert_eq!(hashes.map(|it| bucket(it, 4)), [0, 1, 2, 2, 3, 3, 0]);
    }
}
