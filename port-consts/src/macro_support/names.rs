//! From a name to the number of its service, and from a number to the name.

use super::Table;
use crate::format::names::{
    self, DIGIT_BITS, TWO_WORDS, WINDOW, Words, cell_bytes, end_of_name, is_lower_of,
};

/// The first `N` bytes of `name`, in lower case, for a `match` on them.
///
/// Callers match on the length first, so that `N` is the length of `name`.
#[inline]
#[must_use]
pub const fn lower<const N: usize>(name: &[u8]) -> [u8; N] {
    let mut lower = [0; N];
    let mut i = 0;
    while i < N && i < name.len() {
        lower[i] = name[i].to_ascii_lowercase();
        i += 1;
    }
    lower
}

/// The names of services, which `format::names` describes: places of `WIDTH` bytes, and windows
/// of `WINDOW_WIDTH`.
#[derive(Clone, Copy, Debug)]
pub struct Names<
    const WIDTH: usize,
    const LENGTH_BITS: u32,
    const DIGITS: usize,
    const PLACES: usize,
    const WINDOW_WIDTH: usize,
    const WINDOWS: usize,
> {
    /// The names, behind a reference to a static: a crate that this is inlined into gets no
    /// copy of them.
    pub text: &'static &'static str,
    /// The place of the name of each service.
    pub places: &'static Table<PLACES>,
    /// For each length, where the window of its first cell begins.
    pub windows: &'static Table<WINDOWS>,
}

impl<
    const WIDTH: usize,
    const LENGTH_BITS: u32,
    const DIGITS: usize,
    const PLACES: usize,
    const WINDOW_WIDTH: usize,
    const WINDOWS: usize,
> Names<WIDTH, LENGTH_BITS, DIGITS, PLACES, WINDOW_WIDTH, WINDOWS>
{
    /// The name of the service with this index; empty for an index beyond the last.
    #[inline]
    #[must_use]
    pub const fn get(self, index: usize) -> &'static str {
        let place = self.places.number::<WIDTH>(index);
        let length = (place & ((1 << LENGTH_BITS) - 1)) as usize;
        let index = (place >> LENGTH_BITS) as usize;
        let window = self.windows.number::<WINDOW_WIDTH>(length) as usize;
        let end = end_of_name(window, index, length, DIGITS);
        part(self.text, end.wrapping_sub(length), end)
    }
}

/// The name of the service with this index, where a place has the end of the name in the place
/// of the index of its cell; empty for an index beyond the last.
#[inline]
#[must_use]
pub const fn name_before<const WIDTH: usize, const LENGTH_BITS: u32, const PLACES: usize>(
    text: &'static &'static str,
    places: &Table<PLACES>,
    index: usize,
) -> &'static str {
    let place = places.number::<WIDTH>(index);
    let length = (place & ((1 << LENGTH_BITS) - 1)) as usize;
    let end = (place >> LENGTH_BITS) as usize;
    part(text, end.wrapping_sub(length), end)
}

/// The text at a place in one that has all, each behind the other; `ends` has one number more
/// than there are texts.
#[inline]
#[must_use]
pub const fn text_at<const WIDTH: usize, const ENDS: usize>(
    all: &'static &'static str,
    ends: &Table<ENDS>,
    place: usize,
) -> &'static str {
    let (first, end) = ends.pair::<WIDTH>(place);
    part(all, first as usize, end as usize)
}

/// The bytes of the text of all names.
#[must_use]
pub const fn bytes_of<const N: usize>(text: &'static str) -> &'static [u8; N] {
    match text.as_bytes().first_chunk() {
        Some(bytes) => bytes,
        None => &[0; N],
    }
}

/// The text between two offsets; empty if there is none.
#[cfg(const_str_split)]
#[inline]
#[allow(
    clippy::incompatible_msrv,
    reason = "the build script has seen a compiler that has it"
)]
const fn part(text: &'static str, first: usize, end: usize) -> &'static str {
    let Some((head, _)) = text.split_at_checked(end) else {
        return "";
    };
    match head.split_at_checked(first) {
        Some((_, part)) => part,
        None => "",
    }
}

/// Up to Rust 1.85, a constant function can only take a part of bytes, and turning them into
/// text reads them all.
#[cfg(not(const_str_split))]
#[inline]
const fn part(text: &'static str, first: usize, end: usize) -> &'static str {
    let Some((head, _)) = text.as_bytes().split_at_checked(end) else {
        return "";
    };
    let Some((_, part)) = head.split_at_checked(first) else {
        return "";
    };
    match core::str::from_utf8(part) {
        Ok(part) => part,
        Err(_) => "",
    }
}

/// For each length, where the window of its first cell begins. Where addresses are short, the
/// table of names shares the static with [`Names`]; elsewhere it has a copy beside what else it
/// reads.
#[cfg(target_pointer_width = "64")]
pub type Windows<const BYTES: usize> = Table<BYTES>;
/// A reference to the only copy.
#[cfg(not(target_pointer_width = "64"))]
pub type Windows<const BYTES: usize> = &'static Table<BYTES>;

/// Makes [`Windows`] of a static.
#[cfg(target_pointer_width = "64")]
#[must_use]
pub const fn windows<const BYTES: usize>(windows: &'static Table<BYTES>) -> Windows<BYTES> {
    Table(windows.0)
}
/// Returns the reference.
#[cfg(not(target_pointer_width = "64"))]
#[must_use]
pub const fn windows<const BYTES: usize>(windows: &'static Table<BYTES>) -> Windows<BYTES> {
    windows
}

/// The table of names, which `format::names` describes. It is one static, so that one address
/// is enough to read it. Its numbers for each length have `WIDTH` bytes.
#[derive(Debug)]
pub struct NameTable<
    const SEED: u32,
    const EXACT: bool,
    const DIGITS: usize,
    const WIDTH: usize,
    const BYTES: usize,
    const PILOTS: usize,
    const TEXT: usize,
> {
    /// For each length, how many slots there are.
    pub slots: Table<BYTES>,
    /// For each length, where the window of its first cell begins.
    pub windows: Windows<BYTES>,
    /// All cells.
    pub text: &'static [u8; TEXT],
    /// One for each bucket.
    pub pilots: [u8; PILOTS],
}

impl<
    const SEED: u32,
    const EXACT: bool,
    const DIGITS: usize,
    const WIDTH: usize,
    const BYTES: usize,
    const PILOTS: usize,
    const TEXT: usize,
> NameTable<SEED, EXACT, DIGITS, WIDTH, BYTES, PILOTS, TEXT>
{
    const FACTOR: u64 = names::factor(SEED);
    const LENGTHS: usize = BYTES / WIDTH;

    /// The number of the service that `name` is a name of; 0 if there is none. Returns `None`
    /// for a name that is unusually short or long. Where words have 64 bits, it is worth a path
    /// for each of the lengths that are usual; elsewhere no name is.
    #[inline]
    #[must_use]
    pub const fn find_usual(&self, name: &str) -> Option<u32> {
        if !cfg!(target_pointer_width = "64") {
            return None;
        }
        let name = name.as_bytes();
        if name.len() > TWO_WORDS || name.len() >= Self::LENGTHS {
            return None;
        }
        match Words::of_pieces(name) {
            Some(words) => Some(self.number_of_words(name, words)),
            None => None,
        }
    }

    /// The number of the service that `name` is a name of; 0 if there is none.
    #[inline]
    #[must_use]
    pub const fn find(&self, name: &str) -> u32 {
        let name = name.as_bytes();
        if name.len() >= Self::LENGTHS {
            return 0;
        }
        self.number_of_words(name, Words::of(name))
    }

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "the paths for usual names are to have nothing of the others"
    )]
    const fn number_of_words(&self, name: &[u8], words: Words) -> u32 {
        let words = words.lower::<EXACT>();
        let hash = names::hash::<EXACT>(name, words, Self::FACTOR);
        let bucket = names::bucket(hash, PILOTS);
        if bucket >= PILOTS || name.len() >= Self::LENGTHS {
            return 0;
        }
        let slots = self.slots.number::<WIDTH>(name.len()) as usize;
        let slot = names::slot(hash, self.pilots[bucket], slots);
        let cell = slot.wrapping_mul(cell_bytes(name.len(), DIGITS));
        let window = self.windows.number::<WIDTH>(name.len()) as usize;
        let at = window.wrapping_add(cell);
        // One comparison is enough for all bytes of the window.
        if at > TEXT.saturating_sub(WINDOW) {
            return 0;
        }
        let Some((_, rest)) = self.text.split_at_checked(at) else {
            return 0;
        };
        let Some(window) = rest.first_chunk::<WINDOW>() else {
            return 0;
        };
        // Read before the comparison, it is chosen without a branch.
        let number = number::<DIGITS>(window);
        let is_same = if name.len() > TWO_WORDS {
            is_lower_of::<EXACT>(rest, name, words)
        } else {
            words.are_in(window, name.len())
        };
        if is_same { number } else { 0 }
    }
}

/// The number before a name.
#[inline]
const fn number<const DIGITS: usize>(window: &[u8; WINDOW]) -> u32 {
    let [_, first, second, third, ..] = *window;
    let high = second as u32 | (third as u32) << DIGIT_BITS;
    match DIGITS {
        1 => third as u32,
        2 => high,
        _ => first as u32 | high << DIGIT_BITS,
    }
}

#[cfg(test)]
mod tests {
    use super::{lower, number};

    #[test]
    fn names_are_small_letters() {
        assert_eq!(lower(b"Ab-9"), *b"ab-9");
        assert_eq!((lower(b"ABC"), lower(b"A")), (*b"ab", *b"a\0"));
    }

    #[test]
    fn a_number_has_up_to_three_digits_of_seven_bits() {
        let window = core::array::from_fn(|i| u8::try_from(i).unwrap());
        let low = 2 | 3 << 7;
        assert_eq!(number::<1>(&window), 3);
        assert_eq!(number::<2>(&window), low);
        assert_eq!(number::<3>(&window), 1 | low << 7);
    }
}
