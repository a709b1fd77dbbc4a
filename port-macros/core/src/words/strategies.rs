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
    },
];
