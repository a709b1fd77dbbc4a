//! [`PortSet`] and [`PortRanges`]: a text or a list for people, pairs of numbers for
//! programs.

use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error, SeqAccess, Visitor},
};

use super::ranges::{signed, unsigned};
use crate::{PortRange, PortRanges, PortSet};

/// As `80,443,8000-8100`; in binary formats as a sequence of the maximal runs, four bytes
/// each where integers have a fixed size.
impl Serialize for PortSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        // `collect_seq` would not know the length, which binary formats want in front.
        serializer.collect_seq(Counted {
            count: self.range_count(),
            ranges: self.ranges(),
        })
    }
}

/// As the [`PortSet`] of the same ports, and read back as one.
impl<const N: usize> Serialize for PortRanges<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.collect_seq(self.as_slice())
        }
    }
}

/// From a text as by `FromStr`; from a list of ports and ranges, `[80, "8000-8100"]`; from a
/// number, which is one port. A list may be in any order, overlap and repeat.
impl<'de> Deserialize<'de> for PortSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(SetVisitor)
        } else {
            deserializer.deserialize_seq(RunsVisitor)
        }
    }
}

/// An iterator that knows how many are left.
struct Counted<I> {
    count: usize,
    ranges: I,
}

impl<I: Iterator> Iterator for Counted<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.count = self.count.saturating_sub(1);
        self.ranges.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.count, Some(self.count))
    }
}

struct SetVisitor;

impl<'de> Visitor<'de> for SetVisitor {
    type Value = PortSet;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ports such as `80,443,8000-8100`, or a list of ports and ranges")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<PortSet, E> {
        unsigned(number, &self).map(PortSet::from)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<PortSet, E> {
        signed(number, &self).map(PortSet::from)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PortSet, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<PortSet, A::Error> {
        let mut set = PortSet::new();
        let mut number = 1_usize;
        while let Some(range) = items.next_element_seed(Item { number })? {
            set.insert(range);
            number = number.saturating_add(1);
        }
        Ok(set)
    }
}

/// An item of a list, whose error says which.
struct Item {
    number: usize,
}

impl<'de> DeserializeSeed<'de> for Item {
    type Value = PortRange;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<PortRange, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Item {
    type Value = PortRange;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number } = self;
        write!(f, "a port or a range such as `8000-8100` as item {number}")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<PortRange, E> {
        unsigned(number, &self).map(PortRange::single)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<PortRange, E> {
        signed(number, &self).map(PortRange::single)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PortRange, E> {
        let Self { number } = self;
        let in_item = |error| E::custom(format_args!("item {number}: {error}"));
        text.parse().map_err(in_item)
    }
}

/// What binary formats have.
struct RunsVisitor;

impl<'de> Visitor<'de> for RunsVisitor {
    type Value = PortSet;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence of port ranges")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut runs: A) -> Result<PortSet, A::Error> {
        let mut set = PortSet::new();
        while let Some(run) = runs.next_element::<PortRange>()? {
            set.insert(run);
        }
        Ok(set)
    }
}
