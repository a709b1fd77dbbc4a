//! The hashes by which names and ports are found. `port-macros` builds tables with this
//! very file, so that both sides agree.
//!
//! A table has one entry a slot, and no two keys in one slot: keys are put into buckets
//! by their hash, and each bucket has a displacement, chosen by the macro, that sends
//! its keys to slots of their own. All arithmetic is of 32 bits.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table, and no name, of 4 GB"
)]

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
const CASE: u32 = 0x2020_2020;

/// Four words of a name that hold all of its bytes, if it has 16 at the most.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words(pub(crate) [u32; 4]);

impl Words {
    /// Overlapping words; for names longer than 16 bytes the first and the last ones.
    #[inline]
    pub(crate) const fn of(name: &[u8]) -> Self {
        let length = name.len();
        if length < 4 {
            return Self::of_short(name);
        }
        // Places instead of branches: lengths are mixed, and a branch on them would be
        // guessed wrong.
        let last = length - 4;
        let second = if last < 4 { last } else { 4 };
        Self([
            word(name, 0),
            word(name, second),
            word(name, last.saturating_sub(4)),
            word(name, last),
        ])
    }

    #[inline]
    const fn of_short(name: &[u8]) -> Self {
        let word = match *name {
            [a] => [a, 0, 0, 0],
            [a, b] => [a, b, 0, 0],
            [a, b, c] => [a, b, c, 0],
            _ => [0; 4],
        };
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

/// The hash of a name, the same for every case of its letters.
#[inline]
pub(crate) const fn of_name(name: &[u8], words: Words, seed: u32) -> u32 {
    let Words(words) = words;
    let mut hash = (name.len() as u32).wrapping_mul(MIX[4]);
    let mut i = 0;
    while i < 4 {
        let factor = MIX[i].wrapping_add(seed.wrapping_mul(MIX[i + 4] | 1));
        hash = hash.wrapping_add((words[i] | CASE).wrapping_mul(factor | 1));
        i += 1;
    }
    if name.len() > 16 {
        hash = of_middle(name, hash);
    }
    mix(hash)
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
    mix((port as u32).wrapping_add(seed).wrapping_mul(MIX[0]))
}

#[inline]
const fn mix(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).wrapping_mul(MIX[5])
}

/// The bucket that a hash falls into; `buckets` is below 65,536.
#[inline]
pub(crate) const fn bucket(hash: u32, buckets: u32) -> u32 {
    ((hash & 0xFFFF) * buckets) >> 16
}

/// The slot that a hash has under its bucket's displacement; both numbers are below
/// 65,536. The product carries what the displacement changes in the low bits to the high
/// ones, differently for each key.
#[inline]
pub(crate) const fn slot(hash: u32, displacement: u32, slots: u32) -> u32 {
    (((hash ^ displacement).wrapping_mul(MIX[1]) >> 16) * slots) >> 16
}

/// Whether two names of one length have the same letters, in any case.
#[inline]
pub(crate) const fn same_words(a: Words, b: Words) -> bool {
    let (Words(a), Words(b)) = (a, b);
    let differences = [a[0] ^ b[0], a[1] ^ b[1], a[2] ^ b[2], a[3] ^ b[3]];
    let all = differences[0] | differences[1] | differences[2] | differences[3];
    all == 0 || all & !CASE == 0 && case_alone_differs(differences, a)
}

#[cold]
#[inline(never)]
const fn case_alone_differs(differences: [u32; 4], words: [u32; 4]) -> bool {
    case_alone(differences[0], words[0])
        && case_alone(differences[1], words[1])
        && case_alone(differences[2], words[2])
        && case_alone(differences[3], words[3])
}

/// Whether the bytes of `word` that a difference of case is at are letters.
#[inline]
const fn case_alone(difference: u32, word: u32) -> bool {
    // 0x80 in each byte that is a letter: from `a` on, and not behind `z`.
    let low = (word | CASE) & 0x7F7F_7F7F;
    let from_a = low + 0x1F1F_1F1F;
    let behind_z = low + 0x0505_0505;
    let letters = from_a & !behind_z & !word & 0x8080_8080;
    (difference << 2) & !letters == 0
}

/// Whether two names are the same, in any case.
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    let (mut a, mut b) = (a, b);
    while let ([x, behind_x @ ..], [y, behind_y @ ..]) = (a, b) {
        if !x.eq_ignore_ascii_case(y) {
            return false;
        }
        (a, b) = (behind_x, behind_y);
    }
    a.is_empty() && b.is_empty()
}
