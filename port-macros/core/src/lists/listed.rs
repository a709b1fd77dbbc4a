//! Lists of what iterators have.

/// An iterator as a list.
pub(crate) trait Listed: Iterator + Sized {
    /// As `collect`, which is compiled for each iterator; this is compiled for each kind of item.
    fn listed(mut self) -> Vec<Self::Item> {
        list(&mut || self.next())
    }
}

impl<I: Iterator> Listed for I {}

fn list<T>(next: &mut dyn FnMut() -> Option<T>) -> Vec<T> {
    let mut list = Vec::new();
    while let Some(item) = next() {
        list.push(item);
    }
    list
}
