//! Numbers in bytes.

/// A table of numbers as the bytes of a literal, which the compiler reads faster than a
/// literal for each number. Aligned, so that a number is one load.
#[derive(Debug)]
#[repr(C, align(4))]
pub struct Table<const BYTES: usize>(pub [u8; BYTES]);

impl<const BYTES: usize> Table<BYTES> {
    /// The number at `index`, of `WIDTH` bytes, little-endian; 0 behind the end, so that
    /// nothing here can panic.
    #[inline]
    #[must_use]
    pub const fn number<const WIDTH: usize>(&self, index: usize) -> u32 {
        let Self(bytes) = self;
        match WIDTH {
            1 => {
                if index < BYTES {
                    bytes[index] as u32
                } else {
                    0
                }
            }
            2 => {
                let at = index.wrapping_mul(2);
                if index < BYTES / 2 {
                    u16::from_le_bytes([bytes[at], bytes[at + 1]]) as u32
                } else {
                    0
                }
            }
            _ => {
                let at = index.wrapping_mul(4);
                if index < BYTES / 4 {
                    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
                } else {
                    0
                }
            }
        }
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
        assert_eq!(table.number::<4>(usize::MAX / 4 + 1), 0);
    }
}
