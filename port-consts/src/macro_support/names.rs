//! From a name to the number of its service, and from a number to the name.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the macro makes no table, and no name, of 4 GB"
)]

use super::Table;
use crate::format::{
    hash::{self, DISPLACEMENT_BYTES},
    names::unpack,
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

/// All names in one text. `ends` says where each begins, and where the last one ends, in
/// numbers of `WIDTH` bytes.
#[derive(Clone, Copy, Debug)]
pub struct Names<const WIDTH: usize, const ENDS: usize> {
    /// The names, behind a reference to a static: a crate that this is inlined into gets no
    /// copy of them.
    pub text: &'static &'static str,
    /// One number more than there are names.
    pub ends: &'static Table<ENDS>,
}

impl<const WIDTH: usize, const ENDS: usize> Names<WIDTH, ENDS> {
    /// A name by its place; empty for a place beyond the last.
    #[inline]
    #[must_use]
    pub const fn get(self, place: usize) -> &'static str {
        let (first, end) = self.ends.pair::<WIDTH>(place);
        part(self.text, first as usize, end as usize)
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

/// The perfect hash of all names, of `WORDS` words of each. Slots are of `WIDTH` bytes; what
/// they hold says `format::names`.
#[derive(Clone, Copy, Debug)]
pub struct Slots<
    const WORDS: usize,
    const WIDTH: usize,
    const DISPLACEMENTS: usize,
    const SLOTS: usize,
> {
    /// The macro chooses it so that every name has a slot of its own.
    pub seed: u32,
    /// The length of the longest name.
    pub longest: usize,
    /// One for each bucket.
    pub displacements: &'static Table<DISPLACEMENTS>,
    /// One for each name, and some spare ones.
    pub slots: &'static Table<SLOTS>,
}

impl<const WORDS: usize, const WIDTH: usize, const DISPLACEMENTS: usize, const SLOTS: usize>
    Slots<WORDS, WIDTH, DISPLACEMENTS, SLOTS>
{
    /// The number of the service that `name` is a name of, or, if slots hold no numbers, the
    /// place of `name` plus one. 0 if there is no such name.
    #[inline]
    #[must_use]
    pub const fn find<const END: usize, const ENDS: usize>(
        self,
        names: Names<END, ENDS>,
        name: &str,
    ) -> u32 {
        let name = name.as_bytes();
        if name.is_empty() || name.len() > self.longest {
            return 0;
        }
        let words = hash::Words::of(name);
        let key = hash::of_name::<WORDS>(name, words, self.seed);
        let bucket = hash::bucket(key, (DISPLACEMENTS / DISPLACEMENT_BYTES) as u32);
        let displacement = self
            .displacements
            .number::<DISPLACEMENT_BYTES>(bucket as usize);
        let slot = hash::slot(key, displacement, (SLOTS / WIDTH) as u32);
        let found = self.slots.number::<WIDTH>(slot as usize);
        let (place, number) = unpack::<WIDTH>(found);
        // For an empty slot, this is a place without a name.
        let (first, end) = names.ends.pair::<END>((place as usize).wrapping_sub(1));
        if end.wrapping_sub(first) as usize != name.len() {
            return 0;
        }
        // The end and the length are quicker to check than the beginning.
        let end = end as usize;
        let Some((head, _)) = names.text.as_bytes().split_at_checked(end) else {
            return 0;
        };
        let Some((_, candidate)) = head.split_at_checked(end.wrapping_sub(name.len())) else {
            return 0;
        };
        if hash::same(name, candidate, words) {
            number
        } else {
            0
        }
    }
}

/// The number of the service whose name was found. Numbers up to `services` are those of
/// services; larger ones are aliases, whose services are in `owners`.
#[inline]
#[must_use]
pub const fn owner<const OWNERS: usize>(
    found: u32,
    services: usize,
    owners: &Table<OWNERS>,
) -> u32 {
    let found_at = found as usize;
    if found_at <= services {
        return found;
    }
    owners.number::<2>(found_at.wrapping_sub(services + 1))
}
