//! Iterators whose items ascend.

/// What such an iterator answers without going through all items: it knows how many they are, and
/// both ends. For the block of its `Iterator`.
macro_rules! ends {
    () => {
        #[inline]
        fn count(self) -> usize {
            self.size_hint().0
        }

        #[inline]
        fn last(mut self) -> Option<Self::Item> {
            self.next_back()
        }

        #[inline]
        fn min(mut self) -> Option<Self::Item> {
            self.next()
        }

        #[inline]
        fn max(mut self) -> Option<Self::Item> {
            self.next_back()
        }
    };
}

pub(crate) use ends;
