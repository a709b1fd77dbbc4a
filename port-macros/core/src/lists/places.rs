//! Places of things by their keys: texts, or a few numbers.

use std::collections::HashMap;

/// A place for each key.
#[derive(Default)]
pub(crate) struct Places(HashMap<Vec<u8>, usize>);

impl Places {
    /// The place of a key, if it has one.
    pub(crate) fn find(&self, key: impl AsRef<[u8]>) -> Option<usize> {
        self.0.get(key.as_ref()).copied()
    }

    /// The place of a key. A key that has none gets `new`.
    pub(crate) fn find_or(&mut self, key: impl Into<Vec<u8>>, new: usize) -> usize {
        *self.0.entry(key.into()).or_insert(new)
    }

    /// Adds a key to a set of keys. Returns whether it is new.
    pub(crate) fn insert(&mut self, key: impl Into<Vec<u8>>) -> bool {
        let next = self.0.len();
        self.find_or(key, next) == next
    }

    pub(crate) fn has(&self, key: impl AsRef<[u8]>) -> bool {
        self.find(key).is_some()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The key of some numbers.
pub(crate) fn key_of(numbers: &[usize]) -> Vec<u8> {
    let mut key = Vec::with_capacity(size_of_val(numbers));
    for number in numbers {
        key.extend_from_slice(&number.to_ne_bytes());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::{Places, key_of};

    #[test]
    fn a_key_keeps_its_first_place() {
        let mut places = Places::default();
        assert!(places.is_empty() && !places.has("a"));
        assert_eq!(places.find_or("a", 7), 7);
        assert_eq!(places.find_or("a", 8), 7);
        assert_eq!((places.find("a"), places.find("b")), (Some(7), None));
        assert!(!places.is_empty());
    }

    #[test]
    fn a_key_is_new_once() {
        let mut places = Places::default();
        let new = [[1, 2], [2, 1], [1, 2], [513, 0]].map(|it| places.insert(key_of(&it)));
        assert_eq!(new, [true, true, false, true]);
    }
}
