//! Numbers without a pattern, the same in every run.

/// `SplitMix64`.
pub(crate) struct Random(u64);

impl Random {
    /// The numbers of one registry.
    pub(crate) fn new(seed: u64, index: u64) -> Self {
        let mut first = Self(seed ^ index.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        Self(first.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).expect("as large as `count`")
    }

    /// True once in `count` times.
    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// Any port.
    pub(crate) fn port(&mut self) -> u16 {
        u16::try_from(self.below(1 << 16)).expect("a port")
    }

    /// One of these.
    pub(crate) fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// Some of these transports, as bits; at least one.
    pub(crate) fn transports(&mut self) -> u8 {
        [1, 1, 1, 2, 2, 3, 3, 4, 8, 5, 10, 15][self.below(12)]
    }

    /// The text with some of its letters in the other case.
    pub(crate) fn in_any_case(&mut self, text: &str) -> String {
        match self.below(4) {
            0 => text.to_ascii_uppercase(),
            1 => text.to_ascii_lowercase(),
            2 => {
                let mut other = text.to_ascii_lowercase();
                if let Some(first) = other.get_mut(..1) {
                    first.make_ascii_uppercase();
                }
                other
            }
            _ => {
                let mut mixed = |letter: char| {
                    if self.one_in(2) {
                        letter.to_ascii_uppercase()
                    } else {
                        letter.to_ascii_lowercase()
                    }
                };
                text.chars().map(&mut mixed).collect()
            }
        }
    }
}
