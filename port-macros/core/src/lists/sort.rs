//! One `sort` for lists of everything.

use std::cmp::Ordering;

/// Sorts a list. Equal items keep their order.
pub(crate) fn sort<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut targets = targets(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut place = 0;
    while place < list.len() {
        let target = targets[place];
        if target == place {
            place += 1;
        } else {
            list.swap(place, target);
            targets.swap(place, target);
        }
    }
}

/// For each item, the place where it belongs.
fn targets(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut items: Vec<usize> = (0..count).collect();
    items.sort_by(|a, b| compare(*a, *b));
    let mut targets = vec![0; count];
    for (place, item) in items.iter().enumerate() {
        targets[*item] = place;
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn lists_are_sorted_as_std_sorts_them() {
        for count in [0, 1, 2, 3, 20, 1000] {
            // Few keys, so that many are equal, in no order.
            let key = |i: usize| i.wrapping_mul(0x9E37_79B1) >> 7 & 7;
            let mut ours: Vec<(usize, usize)> = (0..count).map(|i| (key(i), i)).collect();
            let mut theirs = ours.clone();
            sort(&mut ours, &|(a, _), (b, _)| b.cmp(a));
            theirs.sort_by(|(a, _), (b, _)| b.cmp(a));
            assert_eq!(ours, theirs);
        }
    }
}
