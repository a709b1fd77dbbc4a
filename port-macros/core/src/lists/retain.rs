//! Taking things out of lists.

/// Keeps the items that are wanted, as `retain_mut` does.
pub(crate) fn retain<T>(list: &mut Vec<T>, wanted: &mut dyn FnMut(&mut T) -> bool) {
    let mut kept = 0;
    for place in 0..list.len() {
        if wanted(&mut list[place]) {
            list.swap(kept, place);
            kept += 1;
        }
    }
    list.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::retain;

    #[test]
    fn what_is_kept_stays_in_order() {
        let mut list = vec![3, 1, 4, 1, 5, 9, 2, 6];
        retain(&mut list, &mut |it| {
            *it *= 10;
            *it > 20
        });
        assert_eq!(list, [30, 40, 50, 90, 60]);
    }
}
