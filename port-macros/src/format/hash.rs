// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/src/format.

//! The hashes of names and ports, and how a perfect hash table is laid out.
//!
//! Every key has a slot of its own. The hash of a key selects a bucket; the bucket has a
//! displacement, which the macro chose, and hash and displacement together select the slot.
//! A table is two lists of numbers: a displacement of [`DISPLACEMENT_BYTES`] for each bucket,
//! and what is found in each slot. All arithmetic is in 32 bits.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table, and no name, of 4 GB"
)]

/// The bytes of a displacement.
pub(crate) const DISPLACEMENT_BYTES: usize = 2;

/// The largest displacement.
pub(crate) const MOST_DISPLACEMENT: u32 = 0xFFFF;

/// More keys leave too few displacements to choose from. [`bucket`] and [`slot`] need their
/// counts below 65,536.
pub(crate) const MOST_KEYS: usize = 60_000;

/// Numbers without a pattern in their bits.
const MIX: [u32; 8] = [
    0x9E37_79B1,
    0x85EB_CA77,
    0xC2B2_AE3D,
    0x27D4_EB2F,
    0x1656_67B1,
    0x7FEB_352D,
    0x846C_A68B,
    0x2C1B_3C6D,
];

/// Makes letters lower case, in each byte of a word; changes other bytes, too.
pub(crate) const CASE: u32 = 0x2020_2020;

/// Four words of a name that hold all of its bytes, if these are 4 to 16: they overlap. Of
/// a longer name, they are the first and the last ones.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words(pub(crate) [u32; 4]);

impl Words {
    /// A name of less than four bytes is one word.
    #[inline]
    pub(crate) const fn of(name: &[u8]) -> Self {
        let length = name.len();
        if length < 4 {
            return Self::of_short(name);
        }
        // Places instead of branches: lengths are mixed, and a branch on them would be
        // guessed wrong. They are below the length, which the compiler sees.
        let last = length - 4;
        let second = if last < 4 { last } else { 4 };
        Self([
            word(name, 0),
            word(name, second),
            word(name, last.saturating_sub(4)),
            word(name, last),
        ])
    }

    /// The first byte, the middle one and the last: no branch on the length, and all of
    /// the name is in the word.
    #[inline]
    const fn of_short(name: &[u8]) -> Self {
        let length = name.len();
        if length == 0 {
            return Self([0; 4]);
        }
        let word = [name[0], name[length / 2], name[length - 1], 0];
        Self([u32::from_le_bytes(word), 0, 0, 0])
    }
}

/// The four bytes at a place.
#[inline]
const fn word(name: &[u8], at: usize) -> u32 {
    match name.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk::<4>() {
            Some(bytes) => u32::from_le_bytes(*bytes),
            None => 0,
        },
        None => 0,
    }
}

/// The hash of a name, the same for every case of its letters. Of `WORDS` words, 3 or 4:
/// three hold all bytes of names up to 12, and tell most longer ones apart, too.
#[inline]
pub(crate) const fn of_name<const WORDS: usize>(name: &[u8], words: Words, seed: u32) -> u32 {
    let Words([first, second, third, last]) = words;
    let mut hash = name.len() as u32;
    hash = hash.wrapping_add(times(first, 0, seed));
    if WORDS > 3 {
        hash = hash.wrapping_add(times(second, 1, seed));
    }
    hash = hash.wrapping_add(times(third, 2, seed));
    hash = hash.wrapping_add(times(last, 3, seed));
    if name.len() > 16 {
        hash = of_middle(name, hash);
    }
    hash ^ (hash >> 15)
}

#[inline]
const fn times(word: u32, factor: usize, seed: u32) -> u32 {
    let factor = MIX[factor].wrapping_add(seed.wrapping_mul(MIX[factor + 4] | 1));
    (word | CASE).wrapping_mul(factor | 1)
}

/// What the four words leave out of a long name.
const fn of_middle(name: &[u8], mut hash: u32) -> u32 {
    let mut rest = name;
    while let Some((chunk, behind)) = rest.split_first_chunk::<4>() {
        hash = mix(hash ^ (u32::from_le_bytes(*chunk) | CASE));
        rest = behind;
    }
    hash
}

/// The hash of a port.
#[inline]
pub(crate) const fn of_port(port: u16, seed: u32) -> u32 {
    let hash = (port as u32).wrapping_mul(MIX[0].wrapping_add(seed.wrapping_mul(MIX[4] & !1)));
    hash ^ (hash >> 15)
}

const fn mix(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).wrapping_mul(MIX[5])
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

/// Whether two names of one length are the same, in any case. `in_a` are the words of `a`.
#[inline]
pub(crate) const fn same(a: &[u8], b: &[u8], in_a: Words) -> bool {
    if a.len() > 16 {
        return same_bytes(a, b);
    }
    let (Words(x), Words(y)) = (in_a, Words::of(b));
    let different = (x[0] ^ y[0]) | (x[1] ^ y[1]) | (x[2] ^ y[2]) | (x[3] ^ y[3]);
    // Case is rarely another one, and what looks like it may be no letter.
    different == 0 || different & !CASE == 0 && same_bytes(a, b)
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
