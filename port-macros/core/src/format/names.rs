// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

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
//! index of the cell among those for this length; or, in a small text, where the name ends.
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

/// Where the name in a cell ends: of those for its length, whose windows begin at `window`, the
/// cell with this index.
#[inline]
pub(crate) const fn end_of_name(
    window: usize,
    index: usize,
    length: usize,
    digits: usize,
) -> usize {
    let cell = cell_bytes(length, digits);
    let before = index.wrapping_mul(cell).wrapping_add(window);
    before.wrapping_add(cell + MARGIN - digits)
}

const EACH_BYTE: u64 = 0x0101_0101_0101_0101;

/// The bit in which capitals differ from small letters.
const CASE: u64 = 0x20 * EACH_BYTE;

/// A name in two words. From eight bytes on, they are the first eight and the last eight, which
/// overlap in a name of less than 16. Of a shorter name, both are its first four bytes and its
/// last four; a name of less than four has zeros before it for that.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) first: u64,
    pub(crate) last: u64,
}

/// What `split_last_chunk` returns. That has a path that panics, and at opt-level "z" the
/// compiler leaves it in.
#[inline]
const fn last<const N: usize>(bytes: &[u8]) -> Option<[u8; N]> {
    let Some(at) = bytes.len().checked_sub(N) else {
        return None;
    };
    let Some((_, last)) = bytes.split_at_checked(at) else {
        return None;
    };
    match last.first_chunk::<N>() {
        Some(last) => Some(*last),
        None => None,
    }
}

impl Words {
    /// The words of any name.
    #[inline]
    pub(crate) const fn of(name: &[u8]) -> Self {
        if let Some(words) = Self::of_eights(name) {
            return words;
        }
        if let Some(words) = Self::of_fours(name) {
            return words;
        }
        let bytes = match *name {
            [] => [0; 4],
            [a] => [0, 0, 0, a],
            [a, b] => [0, 0, a, b],
            [a, b, c, ..] => [0, a, b, c],
        };
        Self::twice(bytes, bytes)
    }

    /// The words of a name of eight bytes or more.
    #[inline]
    pub(crate) const fn of_eights(name: &[u8]) -> Option<Self> {
        let Some(first) = name.first_chunk::<8>() else {
            return None;
        };
        let Some(last) = last::<8>(name) else {
            return None;
        };
        Some(Self {
            first: u64::from_le_bytes(*first),
            last: u64::from_le_bytes(last),
        })
    }

    /// The words of a name of four to seven bytes.
    #[inline]
    pub(crate) const fn of_fours(name: &[u8]) -> Option<Self> {
        let Some(first) = name.first_chunk::<4>() else {
            return None;
        };
        let Some(last) = last::<4>(name) else {
            return None;
        };
        Some(Self::twice(*first, last))
    }

    #[inline]
    const fn twice(first: [u8; 4], last: [u8; 4]) -> Self {
        let word = word_of(first, last);
        Self {
            first: word,
            last: word,
        }
    }

    /// The same of a name of four bytes or more, up to [`TWO_WORDS`], in pieces of four bytes:
    /// more to read, but no length that a processor guesses wrong.
    #[inline]
    pub(crate) const fn of_pieces(name: &[u8]) -> Option<Self> {
        let Some(last) = name.len().checked_sub(4) else {
            return None;
        };
        let second = if last < 4 { last } else { 4 };
        let third = last.saturating_sub(4);
        Some(Self {
            first: word_of(at(name, 0), at(name, second)),
            last: word_of(at(name, third), at(name, last)),
        })
    }

    /// The words of a name of this length, at most [`TWO_WORDS`], in the window of its cell.
    #[inline]
    pub(crate) const fn of_cell(window: &[u8; WINDOW], length: usize) -> Self {
        let [_, _, _, _, name @ ..] = window;
        if length >= 8 {
            Self {
                first: u64::from_le_bytes(at::<8>(name, 0)),
                last: u64::from_le_bytes(at::<8>(name, length - 8)),
            }
        } else {
            Self::twice(at::<4>(name, 0), at::<4>(name, length.saturating_sub(4)))
        }
    }

    /// Whether they are the words of the cell in this window, for a name of this length, at most
    /// [`TWO_WORDS`]. Where shifts of 64 bits are cheap, there is no branch on the length.
    #[inline]
    pub(crate) const fn are_in(self, window: &[u8; WINDOW], length: usize) -> bool {
        if !cfg!(target_pointer_width = "64") {
            let cell = Self::of_cell(window, length);
            return (self.first ^ cell.first) | (self.last ^ cell.last) == 0;
        }
        // The eight bytes from its beginning on, and those up to its end. A name of less than
        // eight bytes is in the first half of these, and in the second half of those.
        let end = MARGIN + length;
        let first = self.first ^ u64::from_le_bytes(at(window, MARGIN));
        let last = self.last ^ u64::from_le_bytes(at(window, end.saturating_sub(8)));
        let half = if length < 8 { 32 } else { 0 };
        first.wrapping_shl(half) | last.wrapping_shr(half) == 0
    }

    /// The words in lower case.
    #[inline]
    pub(crate) const fn lower<const EXACT: bool>(self) -> Self {
        Self {
            first: lower::<EXACT>(self.first),
            last: lower::<EXACT>(self.last),
        }
    }
}

/// The word of two pieces.
#[inline]
const fn word_of(first: [u8; 4], last: [u8; 4]) -> u64 {
    u32::from_le_bytes(first) as u64 | (u32::from_le_bytes(last) as u64) << 32
}

/// The bytes at a place, which are there.
#[inline]
const fn at<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    match bytes.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk::<N>() {
            Some(bytes) => *bytes,
            None => [0; N],
        },
        None => [0; N],
    }
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

/// The factor of a seed. It is even so that one more is odd: a product with an odd number keeps
/// all bits, and with twice an odd number all but the highest, in which names cannot differ
/// alone.
pub(crate) const fn factor(seed: u32) -> u64 {
    let mut bits = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (bits ^ (bits >> 31)) & !3 | 2
}

/// The hash of a name in lower case. `words` are its words in lower case.
#[inline]
pub(crate) const fn hash<const EXACT: bool>(name: &[u8], words: Words, factor: u64) -> u64 {
    let mut sum = words.first.wrapping_add(words.last.wrapping_mul(factor));
    if name.len() > TWO_WORDS {
        sum = sum_of_all::<EXACT>(name, sum, factor);
    }
    // The one product that all processors have.
    (sum as u32 as u64) * (sum >> 32)
}

/// Adds what is between the first word and the last one.
const fn sum_of_all<const EXACT: bool>(name: &[u8], mut sum: u64, factor: u64) -> u64 {
    let Some((_, mut rest)) = name.split_first_chunk::<8>() else {
        return sum;
    };
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let word = lower::<EXACT>(u64::from_le_bytes(*chunk));
        sum = sum
            .wrapping_mul(factor + 1)
            .wrapping_add(word)
            .rotate_left(32);
        rest = behind;
    }
    sum
}

/// The bucket that a hash falls into, which has a pilot. There is a power of two of buckets. These
/// bits are in the middle of a product, which all bits of both factors change.
#[inline]
pub(crate) const fn bucket(hash: u64, buckets: usize) -> usize {
    (hash >> 32) as usize & (buckets - 1)
}

/// The slot of a hash under a pilot.
#[inline]
pub(crate) const fn slot(hash: u64, pilot: u8, slots: usize) -> usize {
    let product = (hash as u32).wrapping_mul(pilot as u32);
    ((product as u64 * slots as u64) >> 32) as usize
}

/// Whether a name of more than eight bytes, whose words in lower case these are, is what a cell
/// holds. `cell` begins where its window does.
pub(crate) const fn is_lower_of<const EXACT: bool>(cell: &[u8], name: &[u8], words: Words) -> bool {
    let Some((_, cell)) = cell.split_at_checked(MARGIN) else {
        return false;
    };
    let Some((cell, _)) = cell.split_at_checked(name.len()) else {
        return false;
    };
    let Some(others) = Words::of_eights(cell) else {
        return false;
    };
    let mut different = (words.first ^ others.first) | (words.last ^ others.last);
    let (Some((_, mut cell)), Some((_, mut rest))) =
        (cell.split_at_checked(8), name.split_at_checked(8))
    else {
        return false;
    };
    while let (Some((x, behind_x)), Some((y, behind_y))) =
        (cell.split_first_chunk::<8>(), rest.split_first_chunk::<8>())
    {
        different |= u64::from_le_bytes(*x) ^ lower::<EXACT>(u64::from_le_bytes(*y));
        (cell, rest) = (behind_x, behind_y);
    }
    different == 0
}

#[cfg(test)]
mod tests {
    use super::{MARGIN, TWO_WORDS, Words, factor, is_lower_of, is_plain, lower};

    /// What becomes of a byte, whatever stands beside it.
    fn lower_byte<const EXACT: bool>(byte: u8) -> u8 {
        let [first, others @ ..] = lower::<EXACT>(u64::from_le_bytes([byte; 8])).to_le_bytes();
        assert_eq!(others, [first; 7], "{byte}");
        let beside = lower::<EXACT>(u64::from_le_bytes(*b"@AZ[`az{")).to_le_bytes();
        for at in 0..8 {
            let mut bytes = *b"@AZ[`az{";
            bytes[at] = byte;
            let mut expected = beside;
            expected[at] = first;
            let word = lower::<EXACT>(u64::from_le_bytes(bytes));
            assert_eq!(word.to_le_bytes(), expected, "{byte}");
        }
        first
    }

    #[test]
    fn capitals_are_made_small() {
        for byte in 0..=u8::MAX {
            assert_eq!(lower_byte::<true>(byte), byte.to_ascii_lowercase());
        }
    }

    #[test]
    fn pieces_are_the_same_words() {
        let name = b"abcdefghijklmnop";
        for length in 4..=TWO_WORDS {
            let [pieces, words] = [
                Words::of_pieces(&name[..length]),
                Some(Words::of(&name[..length])),
            ]
            .map(|words| words.map(|it| (it.first, it.last)));
            assert_eq!(pieces, words, "{length}");
        }
        assert!(Words::of_pieces(b"abc").is_none());
    }

    #[test]
    fn a_cell_has_the_words_of_its_name() {
        let window = b"zzzzabcdefghijklmnop";
        for length in 4..=TWO_WORDS {
            let name = &window[MARGIN..MARGIN + length];
            for at in 0..=length {
                let mut other = name.to_vec();
                if let Some(byte) = other.get_mut(at) {
                    *byte = b'-';
                }
                let words = Words::of(&other);
                let cell = Words::of_cell(window, length);
                let is_same = (words.first, words.last) == (cell.first, cell.last);
                assert_eq!(is_same, at == length, "{length} {at}");
                assert_eq!(words.are_in(window, length), is_same, "{length} {at}");
            }
        }
        // Shorter ones have zeros before them.
        let window = b"z\x02\x01\x01\0abczzzzzzzzzzzz";
        assert!(Words::of(b"abc").are_in(window, 3));
        assert!(
            ![&b"bc"[..], b"abd", b"ab"]
                .iter()
                .any(|name| Words::of(name).are_in(window, name.len()))
        );
    }

    /// 0xFF is in no text.
    #[test]
    fn what_is_not_plain_becomes_nothing_that_is() {
        for byte in 0..u8::MAX {
            let small = lower_byte::<false>(byte);
            let plain = matches!(byte, 0..=0x3F | b'A'..=b'Z' | b'_' | b'a'..=b'z');
            assert_eq!(is_plain(byte), plain, "{byte}");
            if plain {
                assert_eq!(small, byte.to_ascii_lowercase());
            } else {
                assert!(!is_plain(small), "{byte}");
            }
        }
    }

    /// But for the last two bits, they are what splitmix64 returns first: the values of its
    /// reference implementation with the seed 0.
    #[test]
    fn factors_are_random_and_even() {
        assert_eq!(factor(0), 0xE220_A839_7B1D_CDAF & !3 | 2);
        assert_eq!(factor(1), 0x6E78_9E6A_A1B9_65F4 & !3 | 2);
        assert_eq!(factor(2), 0x06C4_5D18_8009_454F & !3 | 2);
    }

    #[test]
    fn a_long_name_is_compared_in_all_its_bytes() {
        let cell = b"\0\0\0\x01ab3defgh-ab3defgh";
        let is_same = |name: &[u8]| {
            let words = Words::of_eights(name).unwrap().lower::<true>();
            is_lower_of::<true>(cell, name, words)
        };
        let name = b"Ab3defgh-ab3DefgH";
        assert!(is_same(name));
        for at in 0..name.len() {
            let mut other = *name;
            other[at] = b'x';
            assert!(!is_same(&other), "{at}");
        }
        // The same is wrong in both words.
        assert!(!is_same(b"xb3defgh-xb3defgh"));
    }
}
