// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/src/format.

//! The table of names: one text, and a perfect hash that selects a name in it.
//!
//! The text has a *cell* for each name and each alias: the number of its service in digits of
//! seven bits, then the name in lower case. Cells of names of the same length are side by
//! side, so that a length and a slot give the place of a cell, without another table, and
//! whatever is found has the length that was asked for. A name of less than [`SHORT`] bytes
//! has zeros before it. An empty cell is all zeros, and 0 is the number of no service.
//!
//! A name that is not in lower case has a second cell, behind those that the hash selects, as
//! it is written. The *place* of the name of a service is its length, in the low bits, and the
//! index of the cell among those for this length.
//!
//! The hash of a name selects a *pilot*, a byte, and hash and pilot together select the slot.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table, and no name, of 4 GB"
)]

/// Zeros before the first cell: an absent length has its cell there.
pub(crate) const MARGIN: usize = 4;

/// A name of less bytes fills its cell up to so many.
pub(crate) const SHORT: usize = 4;

/// The longest name that two words of eight bytes hold.
pub(crate) const TWO_WORDS: usize = 16;

/// What is read of a cell at once: [`MARGIN`] bytes, the last ones of which are the number,
/// and the name.
pub(crate) const WINDOW: usize = MARGIN + TWO_WORDS;

/// The bits of a number in one byte: with seven, the text is UTF-8.
pub(crate) const DIGIT_BITS: u32 = 7;

/// The bytes of a cell for names of a length.
#[inline]
pub(crate) const fn cell_bytes(length: usize, digits: usize) -> usize {
    let name = if length < SHORT { SHORT } else { length };
    name + digits
}

const EACH_BYTE: u64 = 0x0101_0101_0101_0101;

/// The bit in which capitals differ from small letters.
const CASE: u64 = 0x20 * EACH_BYTE;

/// The first and the last eight bytes of a name, which overlap in a name of less than 16. Of a
/// name of less than eight, both are that name in the high bytes, with zeros below.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) first: u64,
    pub(crate) last: u64,
    /// Where these words are in the [`WINDOW`] of a cell.
    pub(crate) at: (usize, usize),
    /// How many low bits in such words of the window are not of the name.
    pub(crate) other_bits: u32,
}

/// What `split_last_chunk` returns. That has a path that panics, and at opt-level "z" the
/// compiler leaves it in.
#[inline]
const fn split_last<const N: usize>(bytes: &[u8]) -> Option<(&[u8], &[u8; N])> {
    let Some(at) = bytes.len().checked_sub(N) else {
        return None;
    };
    let Some((before, last)) = bytes.split_at_checked(at) else {
        return None;
    };
    match last.first_chunk::<N>() {
        Some(last) => Some((before, last)),
        None => None,
    }
}

impl Words {
    /// The words of any name.
    #[inline]
    pub(crate) const fn of(name: &[u8]) -> Self {
        let (Some((first, behind)), Some((before, last))) =
            (name.split_first_chunk::<4>(), split_last::<4>(name))
        else {
            return Self::of_short(name);
        };
        // Places instead of branches: lengths are mixed, and a branch on them would often be
        // predicted wrongly.
        let second = match behind.first_chunk::<4>() {
            Some(chunk) => chunk,
            None => last,
        };
        let third = match split_last::<4>(before) {
            Some((_, chunk)) => chunk,
            None => first,
        };
        let at = if before.len() < 4 { before.len() } else { 4 };
        let other_bits = 32 - 8 * at as u32;
        Self {
            first: low(first) << other_bits | low(second) << 32,
            last: low(third) << other_bits | low(last) << 32,
            at: (at, before.len()),
            other_bits,
        }
    }

    const fn of_short(name: &[u8]) -> Self {
        let (bytes, other_bits) = match *name {
            [] => ([0; 4], 0),
            [a] => ([0, 0, 0, a], 56),
            [a, b] => ([0, 0, a, b], 48),
            [a, b, c, ..] => ([0, a, b, c], 40),
        };
        let word = low(&bytes) << 32;
        Self {
            first: word,
            last: word,
            at: (0, 0),
            other_bits,
        }
    }

    /// The words of the name in lower case.
    #[inline]
    pub(crate) const fn lower<const EXACT: bool>(self) -> Self {
        Self {
            first: lower::<EXACT>(self.first),
            last: lower::<EXACT>(self.last),
            ..self
        }
    }
}

#[inline]
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the compiler chooses between addresses without a branch"
)]
const fn low(bytes: &[u8; 4]) -> u64 {
    u32::from_le_bytes(*bytes) as u64
}

/// Eight bytes in lower case. Without `EXACT`, that is quicker and also changes what
/// [`is_plain`] excludes: no name of the registry equals the result then.
#[inline]
pub(crate) const fn lower<const EXACT: bool>(word: u64) -> u64 {
    if EXACT {
        let ascii = word & (0x7F * EACH_BYTE);
        let from_a = ascii + (0x80 - b'A' as u64) * EACH_BYTE;
        let behind_z = ascii + (0x80 - b'Z' as u64 - 1) * EACH_BYTE;
        word | ((from_a & !behind_z & !word) >> 2 & CASE)
    } else {
        // From 0x40 on, bytes have bit 6, and those up to 0x5E plus one lack bit 5. No byte of
        // UTF-8 is 0xFF, so that nothing is carried.
        word | ((word >> 1) & !word.wrapping_add(EACH_BYTE) & CASE)
    }
}

/// Whether a byte of a name needs no exact [`lower`].
pub(crate) const fn is_plain(byte: u8) -> bool {
    byte < 0x40 || byte == b'_' || byte.is_ascii_alphabetic()
}

/// What the seed of a table adds to words before they are hashed.
#[derive(Clone, Copy)]
pub(crate) struct Keys(u64, u64);

impl Keys {
    pub(crate) const fn of(seed: u32) -> Self {
        let mut bits = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        let other = bits.rotate_left(32).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        // No byte of UTF-8 is 0xFF: words are not equal to these, which would make a product
        // zero.
        Self(bits | 0xFF, other | 0xFF)
    }
}

/// The hash of a name in lower case. `words` are its words in lower case.
#[inline]
pub(crate) const fn hash<const EXACT: bool>(name: &[u8], words: Words, keys: Keys) -> u64 {
    let hash = fold(words.first ^ keys.0, words.last ^ keys.1);
    if name.len() > TWO_WORDS {
        return hash_all::<EXACT>(name, hash, keys);
    }
    hash
}

const fn hash_all<const EXACT: bool>(name: &[u8], mut hash: u64, keys: Keys) -> u64 {
    let mut rest = name;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let word = lower::<EXACT>(u64::from_le_bytes(*chunk));
        hash = fold(hash ^ keys.0, word ^ keys.1);
        rest = behind;
    }
    hash
}

/// Both halves of a product, one over the other.
#[inline]
const fn fold(a: u64, b: u64) -> u64 {
    if cfg!(target_pointer_width = "64") {
        let product = a as u128 * b as u128;
        product as u64 ^ (product >> 64) as u64
    } else {
        fold_by_halves(a, b)
    }
}

/// The same, in products that processors of 32 bits have.
#[inline]
pub(crate) const fn fold_by_halves(a: u64, b: u64) -> u64 {
    const LOW: u64 = u32::MAX as u64;
    let (a, a_high, b, b_high) = (a & LOW, a >> 32, b & LOW, b >> 32);
    let low = a * b;
    let middle = a_high * b + (low >> 32);
    let other = a * b_high + (middle & LOW);
    let high = a_high * b_high + (middle >> 32) + (other >> 32);
    ((low & LOW) | (other << 32)) ^ high
}

/// The bucket that a hash falls into, which has a pilot.
#[inline]
pub(crate) const fn bucket(hash: u64, buckets: usize) -> usize {
    ((hash as u32 as u64 * buckets as u64) >> 32) as usize
}

/// The slot of a hash under a pilot.
#[inline]
pub(crate) const fn slot(hash: u64, pilot: u8, slots: usize) -> usize {
    high(hash.wrapping_mul(pilot as u64), slots)
}

/// The high half of a product: a number below `slots`.
#[inline]
const fn high(hash: u64, slots: usize) -> usize {
    if cfg!(target_pointer_width = "64") {
        ((hash as u128 * slots as u128) >> 64) as usize
    } else {
        high_by_halves(hash, slots as u64) as usize
    }
}

#[inline]
pub(crate) const fn high_by_halves(hash: u64, slots: u64) -> u64 {
    let low = (hash as u32 as u64 * slots) >> 32;
    ((hash >> 32) * slots + low) >> 32
}

/// Whether a name of more than eight bytes, in lower case, is what a cell holds.
pub(crate) const fn is_lower_of<const EXACT: bool>(cell: &[u8], name: &[u8]) -> bool {
    let (mut a, mut b) = (cell, name);
    while let (Some((x, behind_x)), Some((y, behind_y))) =
        (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*x) != lower::<EXACT>(u64::from_le_bytes(*y)) {
            return false;
        }
        (a, b) = (behind_x, behind_y);
    }
    match (split_last::<8>(cell), split_last::<8>(name)) {
        (Some((_, x)), Some((_, y))) => {
            u64::from_le_bytes(*x) == lower::<EXACT>(u64::from_le_bytes(*y))
        }
        _ => false,
    }
}
