//! What lookups may be good at, `optimize = ".."`: one table, with all thresholds.
//!
//! Every strategy gives the same answers; it decides which form the lookups have.

/// What one strategy decides.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Strategy {
    /// As it is written in `optimize = ".."`.
    pub(crate) word: &'static str,
    /// What it means, for messages.
    pub(crate) means: &'static str,
    /// Up to so many runs of ports are matched directly.
    pub(crate) ports_matched: usize,
    /// Up to so many names are matched directly.
    pub(crate) names_matched: usize,
    pub(crate) two_level: TwoLevel,
    pub(crate) name_buckets: Buckets,
    /// Whether the slots of names hold the service's number, so that an alias needs no
    /// second table.
    pub(crate) number_in_slot: bool,
}

/// The size up to which the two-level table of ports, the fastest one, is taken without a
/// comparison of sizes: the larger of two limits.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TwoLevel {
    /// So many bytes.
    pub(crate) bytes: usize,
    /// So many bytes for every service.
    pub(crate) bytes_a_service: usize,
}

impl TwoLevel {
    /// Whether a table of so many bytes is taken.
    pub(crate) fn allows(&self, bytes: usize, services: usize) -> bool {
        bytes <= self.bytes.max(self.bytes_a_service * services)
    }
}

/// How a perfect hash is divided into buckets. With more keys in a bucket, there are fewer
/// displacements, and the search for them takes longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Buckets {
    /// Keys in a bucket, on average.
    pub(crate) keys: usize,
    /// Whether their number is a power of two: a mask finds the bucket.
    pub(crate) power_of_two: bool,
}

impl Buckets {
    /// Buckets that are found fastest. Tables of ports have these for every strategy.
    pub(crate) const FAST: Self = Self {
        keys: 4,
        power_of_two: true,
    };

    /// The number of buckets for so many keys.
    pub(crate) fn count(self, keys: usize) -> usize {
        let count = keys.div_ceil(self.keys).max(1);
        if self.power_of_two {
            count.next_power_of_two()
        } else {
            count
        }
    }
}

/// All strategies; the first is the default.
///
/// `cargo bench -p port-consts-benches --bench sizes` measures how many ports and names are
/// matched as fast as a table finds them. For size, more names are matched: that takes less
/// than the code that reads a table.
pub(crate) const STRATEGIES: [Strategy; 2] = [
    Strategy {
        word: "speed",
        means: "the fastest lookups",
        ports_matched: 16,
        names_matched: 6,
        // 4 KiB are small wherever the compiler is `std`'s.
        two_level: TwoLevel {
            bytes: 4 << 10,
            bytes_a_service: 64,
        },
        name_buckets: Buckets::FAST,
        number_in_slot: true,
    },
    Strategy {
        word: "size",
        means: "the least memory",
        ports_matched: 16,
        names_matched: 16,
        two_level: TwoLevel {
            bytes: 0,
            bytes_a_service: 0,
        },
        name_buckets: Buckets {
            keys: 5,
            power_of_two: false,
        },
        number_in_slot: false,
    },
];
