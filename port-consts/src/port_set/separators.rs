//! Separators of thousands in a list of ports: `10,000-20,000`.
//!
//! Read as a list, that is 0 to 20. So a list is refused where a separator is certain: `80,443`
//! and `22,443,8080` are lists.

use crate::text::halves;

/// Returns the number or range with separators that begins at an item, and how many items in
/// front of it the number begins.
///
/// `rest` is the text from the item on, `before` the text from the item before.
pub(super) fn number<'a>(rest: &'a str, before: Option<&'a str>) -> Option<(&'a str, usize)> {
    let (item, behind) = halves(rest, b',')?;
    let (next, others) = halves(behind, b',').unwrap_or((behind, ""));
    if !continues(item, next) || !(next.starts_with('0') || is_reversed(item, next)) {
        return None;
    }
    let mut end = item.len() + 1 + next.len();
    let last = halves(others, b',').map_or(others, |(item, _)| item);
    // The end of a range: `10,000-20,535`.
    if !is_digits(next.trim()) && continues(next, last) {
        end += 1 + last.len();
    }
    // The beginning of one: `20,100-30,000` may be 20100-30000.
    let previous = before.filter(|before| {
        let item_before = halves(before, b',').map_or(*before, |(item, _)| item);
        !is_digits(item.trim()) && continues(item_before, item)
    });
    Some(match previous {
        Some(before) => {
            let skipped = before.len().checked_sub(rest.len())?;
            (before.get(..skipped + end)?, 1)
        }
        None => (rest.get(..end)?, 0),
    })
}

/// Whether `next` may be three digits behind a separator at the end of `item`.
fn continues(item: &str, next: &str) -> bool {
    let head = item.bytes().rev().take_while(u8::is_ascii_digit).count();
    let group = next.bytes().take_while(u8::is_ascii_digit).count();
    let first = item.len().checked_sub(head);
    let first = first.and_then(|at| item.as_bytes().get(at));
    // A number doesn't begin with a zero, but in a list each port may: `022,080`.
    matches!(head, 1..=3) && first != Some(&b'0') && group == 3 && !is_list(item, head, next)
}

/// Whether the number would be no port, and each part is one: `443,080`. Of `80,090` it isn't
/// clear, and nobody writes port 0 as `000`.
fn is_list(item: &str, head: usize, next: &str) -> bool {
    let number = || {
        let head: u32 = item.get(item.len().checked_sub(head)?..)?.parse().ok()?;
        let group: u32 = next.get(..3)?.parse().ok()?;
        (group != 0).then_some(head * 1000 + group)
    };
    head == 3 && number().is_some_and(|it| it > 65535)
}

/// Whether `item` is a range that is reversed, and is not with the digits of `next`:
/// `1024-65` in front of `535`.
fn is_reversed(item: &str, next: &str) -> bool {
    let ends = || {
        let (first, last) = halves(item, b'-')?;
        let first: u32 = first.trim().parse().ok()?;
        let last: u32 = last.trim_start().parse().ok()?;
        let group: u32 = next.get(..3)?.parse().ok()?;
        let long = last.checked_mul(1000)?.checked_add(group)?;
        Some(last < first && first <= long && long <= 65535)
    };
    ends().unwrap_or(false)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
