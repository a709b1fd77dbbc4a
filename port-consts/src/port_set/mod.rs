//! [`PortSet`], any set of ports.

mod bits;
mod iter;
mod ops;
mod separators;
mod text;

pub use iter::{PortSetIntoIter, PortSetIter, PortSetRanges};
pub use text::ParsePortSetError;
pub(crate) use text::write_ranges;

use bits::{IN, WORDS, mask};

use crate::{Port, PortRange};

/// A set of ports: one bit for each of the 65,536, 8 KiB in all, without allocation.
///
/// It is for sets that change at run time: an allow-list from a config, a scanner's targets
/// without its exclusions. Asking it takes a nanosecond, whatever is in it.
/// [`PortRanges`](crate::PortRanges) is for sets that are known at compile time: four bytes a
/// range.
///
/// ```
/// use port_consts::{HTTPS, PortSet, SSH, port_set};
///
/// let mut open: PortSet = "80, 443, 8000-8100".parse()?;
/// open.insert(SSH);
/// open.remove(80);
/// assert!(open.contains(HTTPS));
/// assert_eq!(open.to_string(), "22,443,8000-8100");
///
/// // Set algebra, by methods in const contexts or by operators.
/// const TLS: PortSet = port_set!("443, 8443").to_set();
/// assert_eq!((open & TLS).to_string(), "443");
/// # Ok::<(), port_consts::ParsePortSetError>(())
/// ```
///
/// Two sets are equal if they have the same ports, however they were made. A set is not
/// `Copy`, because a copy moves 8 KiB: pass `&PortSet`, or clone.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PortSet {
    /// Bit `port % 64` of word `port / 64`.
    words: [u64; WORDS],
}

impl PortSet {
    /// Returns the set without a port.
    ///
    /// ```
    /// assert!(port_consts::PortSet::new().is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { words: [0; WORDS] }
    }

    /// Returns the set of all ports, 0 to 65535.
    ///
    /// ```
    /// assert_eq!(port_consts::PortSet::full().len(), 65536);
    /// ```
    #[inline]
    #[must_use]
    pub const fn full() -> Self {
        Self {
            words: [u64::MAX; WORDS],
        }
    }

    /// Returns this set and the ports of `range`.
    ///
    /// This is [`insert`](Self::insert) for const contexts.
    ///
    /// ```
    /// use port_consts::{Os, PortRange, PortSet, SSH};
    ///
    /// const AVOID: PortSet =
    ///     PortSet::new().with(Os::Linux.ephemeral()).with(PortRange::single(SSH));
    /// assert_eq!(AVOID.to_string(), "22,32768-60999");
    /// ```
    #[must_use]
    pub const fn with(mut self, range: PortRange) -> Self {
        let mut word = (range.first().get() >> 6) as usize;
        let last = (range.last().get() >> 6) as usize;
        while word <= last && word < WORDS {
            self.words[word] |= mask(range, word);
            word += 1;
        }
        self
    }

    /// Returns this set without the ports of `range`.
    ///
    /// ```
    /// use port_consts::{PortClass, PortSet};
    /// const UNPRIVILEGED: PortSet = PortSet::full().without(PortClass::System.ports());
    /// assert_eq!(UNPRIVILEGED.to_string(), "1024-65535");
    /// ```
    #[must_use]
    pub const fn without(mut self, range: PortRange) -> Self {
        let mut word = (range.first().get() >> 6) as usize;
        let last = (range.last().get() >> 6) as usize;
        while word <= last && word < WORDS {
            self.words[word] &= !mask(range, word);
            word += 1;
        }
        self
    }

    /// Returns whether `port` is in the set.
    ///
    /// ```
    /// use port_consts::{HTTP, HTTPS, PortSet};
    /// let set: PortSet = [HTTPS].into_iter().collect();
    /// assert!(set.contains(HTTPS) && !set.contains(HTTP));
    /// ```
    #[inline]
    #[must_use]
    pub const fn contains(&self, port: Port) -> bool {
        let number = port.get();
        self.words[(number >> 6) as usize] & (1 << (number & 63)) != 0
    }

    /// Returns whether all ports of `range` are in the set.
    ///
    /// ```
    /// use port_consts::{PortRange, PortSet};
    /// let set: PortSet = "8000-8100".parse()?;
    /// assert!(set.contains_range("8010-8020".parse()?));
    /// assert!(!set.contains_range("8090-8110".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn contains_range(&self, range: PortRange) -> bool {
        let mut word = (range.first().get() >> 6) as usize;
        let last = (range.last().get() >> 6) as usize;
        while word <= last && word < WORDS {
            let mask = mask(range, word);
            if self.words[word] & mask != mask {
                return false;
            }
            word += 1;
        }
        true
    }

    /// Returns how many ports the set has, 0 to 65536.
    ///
    /// ```
    /// use port_consts::{PortClass, PortSet};
    /// assert_eq!(PortSet::from(PortClass::Dynamic.ports()).len(), 16384);
    /// ```
    #[must_use]
    pub const fn len(&self) -> u32 {
        let (mut count, mut word) = (0_u32, 0);
        while word < WORDS {
            // 1024 words of 64 bits are 65536 at most.
            count = count.wrapping_add(self.words[word].count_ones());
            word += 1;
        }
        count
    }

    /// Returns whether the set has no port.
    ///
    /// ```
    /// use port_consts::PortSet;
    /// assert!(PortSet::new().is_empty());
    /// assert!(!PortSet::full().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first_at(0, IN).is_none()
    }

    /// Returns the lowest port, or `None` if the set is empty.
    ///
    /// ```
    /// use port_consts::{Port, PortSet};
    /// let set: PortSet = "8000-8100,443".parse()?;
    /// assert_eq!(set.first(), Some(Port::new(443)));
    /// # Ok::<(), port_consts::ParsePortSetError>(())
    /// ```
    #[must_use]
    pub const fn first(&self) -> Option<Port> {
        self.first_at(0, IN)
    }

    /// Returns the highest port, or `None` if the set is empty.
    ///
    /// ```
    /// use port_consts::{Port, PortSet};
    /// let set: PortSet = "8000-8100,443".parse()?;
    /// assert_eq!(set.last(), Some(Port::new(8100)));
    /// # Ok::<(), port_consts::ParsePortSetError>(())
    /// ```
    #[must_use]
    pub const fn last(&self) -> Option<Port> {
        self.last_before(65_536, IN)
    }

    /// Returns the ports that are in this set, in `other`, or in both; also `a | b`.
    ///
    /// ```
    /// use port_consts::{PortClass, PortSet};
    /// let [low, high] = [PortClass::System, PortClass::User].map(PortSet::from);
    /// assert_eq!(low.union(&high).to_string(), "0-49151");
    /// ```
    #[must_use]
    pub const fn union(&self, other: &Self) -> Self {
        let (mut result, mut word) = (Self::new(), 0);
        while word < WORDS {
            result.words[word] = self.words[word] | other.words[word];
            word += 1;
        }
        result
    }

    /// Returns the ports that are in both sets; also `a & b`.
    ///
    /// ```
    /// use port_consts::{Os, PortClass, PortSet};
    /// let ephemeral = PortSet::from(Os::Linux.ephemeral());
    /// let both = ephemeral.intersection(&PortClass::User.into());
    /// assert_eq!(both.to_string(), "32768-49151");
    /// ```
    #[must_use]
    pub const fn intersection(&self, other: &Self) -> Self {
        let (mut result, mut word) = (Self::new(), 0);
        while word < WORDS {
            result.words[word] = self.words[word] & other.words[word];
            word += 1;
        }
        result
    }

    /// Returns the ports of this set that are not in `other`; also `a - b`.
    ///
    /// ```
    /// use port_consts::PortSet;
    /// let (scan, skip): (PortSet, PortSet) = ("1-1000".parse()?, "22,25".parse()?);
    /// assert_eq!(scan.difference(&skip).to_string(), "1-21,23-24,26-1000");
    /// # Ok::<(), port_consts::ParsePortSetError>(())
    /// ```
    #[must_use]
    pub const fn difference(&self, other: &Self) -> Self {
        let (mut result, mut word) = (Self::new(), 0);
        while word < WORDS {
            result.words[word] = self.words[word] & !other.words[word];
            word += 1;
        }
        result
    }

    /// Returns the ports that are in one of the two sets and not in both; also `a ^ b`.
    ///
    /// ```
    /// use port_consts::PortSet;
    /// let (before, after): (PortSet, PortSet) = ("80-90".parse()?, "85-95".parse()?);
    /// assert_eq!(before.symmetric_difference(&after).to_string(), "80-84,91-95");
    /// # Ok::<(), port_consts::ParsePortSetError>(())
    /// ```
    #[must_use]
    pub const fn symmetric_difference(&self, other: &Self) -> Self {
        let (mut result, mut word) = (Self::new(), 0);
        while word < WORDS {
            result.words[word] = self.words[word] ^ other.words[word];
            word += 1;
        }
        result
    }

    /// Returns all ports that are not in this set; also `!a`.
    ///
    /// ```
    /// use port_consts::{PortClass, PortSet};
    /// let system = PortSet::from(PortClass::System);
    /// assert_eq!(system.complement().to_string(), "1024-65535");
    /// ```
    #[must_use]
    pub const fn complement(&self) -> Self {
        Self::full().difference(self)
    }

    /// Returns whether every port of this set is in `other`.
    ///
    /// ```
    /// use port_consts::{PortClass, PortSet};
    /// assert!(PortSet::new().is_subset(&PortClass::User.into()));
    /// assert!(!PortSet::full().is_subset(&PortClass::User.into()));
    /// ```
    #[must_use]
    pub const fn is_subset(&self, other: &Self) -> bool {
        let mut word = 0;
        while word < WORDS {
            if self.words[word] & !other.words[word] != 0 {
                return false;
            }
            word += 1;
        }
        true
    }

    /// Returns whether every port of `other` is in this set.
    ///
    /// ```
    /// use port_consts::PortSet;
    /// assert!(PortSet::full().is_superset(&PortSet::new()));
    /// ```
    #[must_use]
    pub const fn is_superset(&self, other: &Self) -> bool {
        other.is_subset(self)
    }

    /// Returns whether the two sets have no port in common.
    ///
    /// ```
    /// use port_consts::{PortClass, PortSet};
    /// assert!(PortSet::from(PortClass::User).is_disjoint(&PortClass::Dynamic.into()));
    /// ```
    #[must_use]
    pub const fn is_disjoint(&self, other: &Self) -> bool {
        let mut word = 0;
        while word < WORDS {
            if self.words[word] & other.words[word] != 0 {
                return false;
            }
            word += 1;
        }
        true
    }

    /// Adds a port, a range or a class of ports.
    ///
    /// ```
    /// use port_consts::{Os, PortSet};
    /// let mut set = PortSet::new();
    /// set.insert(443);
    /// set.insert(Os::Linux.ephemeral());
    /// assert_eq!(set.to_string(), "443,32768-60999");
    /// ```
    pub fn insert(&mut self, range: impl Into<PortRange>) {
        let range = range.into();
        self.apply(range, |word, mask| word | mask);
    }

    /// Removes a port, a range or a class of ports.
    ///
    /// ```
    /// use port_consts::{HTTPS, PortSet};
    /// let mut set = PortSet::full();
    /// set.remove(HTTPS);
    /// assert_eq!(set.to_string(), "0-442,444-65535");
    /// ```
    pub fn remove(&mut self, range: impl Into<PortRange>) {
        let range = range.into();
        self.apply(range, |word, mask| word & !mask);
    }

    /// Removes all ports.
    ///
    /// ```
    /// use port_consts::PortSet;
    /// let mut set = PortSet::full();
    /// set.clear();
    /// assert!(set.is_empty());
    /// ```
    pub fn clear(&mut self) {
        self.words = [0; WORDS];
    }

    /// Returns an iterator over the maximal runs of ports, ascending; from the back,
    /// descending.
    ///
    /// ```
    /// use port_consts::{PortRange, PortSet};
    /// let set: PortSet = "8000-8049, 22, 8050-8100".parse()?;
    /// let runs: Vec<String> = set.ranges().map(|run| run.to_string()).collect();
    /// assert_eq!(runs, ["22", "8000-8100"]);
    /// assert_eq!(set.ranges().next_back().map(PortRange::count), Some(101));
    /// # Ok::<(), port_consts::ParsePortSetError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn ranges(&self) -> PortSetRanges<'_> {
        PortSetRanges::of(self)
    }

    /// Returns how many maximal runs of ports the set has: the `N` of the
    /// [`PortRanges`](crate::PortRanges) with the same ports.
    ///
    /// ```
    /// use port_consts::{PortSet, port_set};
    /// const SET: PortSet = port_set!("22, 8000-8100").to_set();
    /// const RUNS: usize = SET.range_count();
    /// assert_eq!(RUNS, 2);
    /// ```
    #[must_use]
    pub const fn range_count(&self) -> usize {
        let (mut count, mut from) = (0_usize, 0);
        while let Some(run) = self.run_at(from) {
            // There are 32,768 runs at most.
            count = count.wrapping_add(1);
            from = run.last().get() as u32 + 1;
        }
        count
    }

    /// Returns an iterator over the ports, ascending; from the back, descending.
    ///
    /// ```
    /// use port_consts::{Port, PortSet};
    /// let set: PortSet = "443, 80-82".parse()?;
    /// let numbers: Vec<u16> = set.iter().map(Port::get).collect();
    /// assert_eq!(numbers, [80, 81, 82, 443]);
    /// # Ok::<(), port_consts::ParsePortSetError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn iter(&self) -> PortSetIter<'_> {
        PortSetIter::of(self)
    }
}

impl Default for PortSet {
    /// The set without a port.
    fn default() -> Self {
        Self::new()
    }
}
