//! Numbers in bytes.

/// A table of numbers as the bytes of a literal, which the compiler reads faster than a
/// literal for each number. Aligned, so that a number is one load.
#[derive(Debug)]
#[repr(C, align(4))]
pub struct Table<const BYTES: usize>(pub [u8; BYTES]);

impl<const BYTES: usize> Table<BYTES> {
    /// The number at `index`, of `WIDTH` bytes, little-endian; 0 beyond the end, so that
    /// nothing here can panic. (With an index so large that its place in bytes wraps around,
    /// it is the number there. No caller has such an index.)
    #[inline]
    #[must_use]
    pub const fn number<const WIDTH: usize>(&self, index: usize) -> u32 {
        let Self(bytes) = self;
        let at = index.wrapping_mul(WIDTH);
        // In this form, the compiler does not check an index again below.
        if at >= BYTES.saturating_sub(WIDTH - 1) {
            return 0;
        }
        match WIDTH {
            1 => bytes[at] as u32,
            2 => u16::from_le_bytes([bytes[at], bytes[at + 1]]) as u32,
            _ => u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]),
        }
    }

    /// The number at `index` and the next one; 0 for both if they are not in the table.
    #[inline]
    pub(super) const fn pair<const WIDTH: usize>(&self, index: usize) -> (u32, u32) {
        if WIDTH != 2 {
            let next = index.wrapping_add(1);
            return (self.number::<WIDTH>(index), self.number::<WIDTH>(next));
        }
        let Self(bytes) = self;
        let at = index.wrapping_mul(2);
        if at >= BYTES.saturating_sub(3) {
            return (0, 0);
        }
        let both = u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        (both & 0xFFFF, both >> 16)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn numbers_of_every_width() {
        let table = Table([1, 0, 2, 3, 0, 0, 0, 0x80, 9]);
        assert_eq!([0, 3, 8, 9].map(|i| table.number::<1>(i)), [1, 3, 9, 0]);
        assert_eq!(
            [0, 1, 3, 4].map(|i| table.number::<2>(i)),
            [1, 0x302, 0x8000, 0]
        );
        assert_eq!(
            [0, 1, 2].map(|i| table.number::<4>(i)),
            [0x302_0001, 0x8000_0000, 0]
        );
        assert_eq!(table.number::<2>(usize::MAX), 0);
        assert_eq!(
            [2, 3, 9].map(|i| table.pair::<2>(i)),
            [(0, 0x8000), (0, 0), (0, 0)]
        );
        assert_eq!(table.pair::<1>(2), (2, 3));
    }
}
