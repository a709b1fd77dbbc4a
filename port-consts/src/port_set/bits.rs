//! The bits of a set: which of them a range is, and where the next one is.

use super::PortSet;
use crate::{Port, PortRange};

/// 65,536 ports in words of 64 bits.
pub(super) const WORDS: usize = 1024;

/// How many ports there are, which is the number behind the last.
const END: u32 = 65_536;

/// For what is looked for: bits as they are, or flipped.
pub(super) const IN: u64 = 0;
pub(super) const NOT_IN: u64 = u64::MAX;

/// The bits of `word` that are ports of `range`, whose first and last port are not in
/// words behind or before it.
#[inline]
pub(super) const fn mask(range: PortRange, word: usize) -> u64 {
    let (first, last) = (range.first().get(), range.last().get());
    let mut mask = u64::MAX;
    if (first >> 6) as usize == word {
        mask &= u64::MAX << (first & 63);
    }
    if (last >> 6) as usize == word {
        mask &= u64::MAX >> (63 - (last & 63));
    }
    mask
}

impl PortSet {
    /// Replaces each word that has ports of `range` by what `change` makes of it and of the
    /// bits of these ports.
    pub(super) fn apply(&mut self, range: PortRange, change: impl Fn(u64, u64) -> u64) {
        let first = (range.first().get() >> 6) as usize;
        let last = (range.last().get() >> 6) as usize;
        for (word, bits) in self.words.iter_mut().enumerate().skip(first) {
            if word > last {
                break;
            }
            *bits = change(*bits, mask(range, word));
        }
    }

    /// The first port from `from` on that is [`IN`] the set, or [`NOT_IN`] it.
    pub(super) const fn first_at(&self, from: u32, side: u64) -> Option<Port> {
        if from >= END {
            return None;
        }
        let mut word = (from >> 6) as usize;
        let mut wanted = u64::MAX << (from & 63);
        while word < WORDS {
            let bits = (self.words[word] ^ side) & wanted;
            if bits != 0 {
                return Some(port(word, bits.trailing_zeros()));
            }
            wanted = u64::MAX;
            word += 1;
        }
        None
    }

    /// The first run that begins at `from` or behind it; if `from` is within a run, the rest
    /// of that.
    pub(crate) const fn run_at(&self, from: u32) -> Option<PortRange> {
        let Some(first) = self.first_at(from, IN) else {
            return None;
        };
        let end = match self.first_at(first.get() as u32, NOT_IN) {
            Some(behind) => behind.get() as u32,
            None => END,
        };
        match self.last_before(end, IN) {
            Some(last) => PortRange::new(first, last),
            None => None,
        }
    }

    #[allow(clippy::manual_ilog2, reason = "`ilog2` has a path that panics")]
    /// The last port below `end` that is [`IN`] the set, or [`NOT_IN`] it.
    pub(super) const fn last_before(&self, end: u32, side: u64) -> Option<Port> {
        if end == 0 || end > END {
            return None;
        }
        let from = end - 1;
        let mut word = (from >> 6) as usize;
        let mut wanted = u64::MAX >> (63 - (from & 63));
        while word < WORDS {
            let bits = (self.words[word] ^ side) & wanted;
            if bits != 0 {
                return Some(port(word, 63 - bits.leading_zeros()));
            }
            wanted = u64::MAX;
            // Below word 0 there is none: the loop ends.
            word = word.wrapping_sub(1);
        }
        None
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "there are 1024 words of 64 bits, so the number is below 65536"
)]
const fn port(word: usize, bit: u32) -> Port {
    Port::new(((word as u32) << 6 | bit) as u16)
}
