//! Numbers with separators of thousands.

use super::{
    Remedy::{Perhaps, Say, WriteNumber},
    WrongForm,
    ports::{Numbers, halves, is_digits, number},
    reads::Reads,
};

/// `8,000`, `8.000`, `8 000`, `8_000` and `8'000`, and ranges of them.
pub(super) fn find(text: &str, reads: Reads) -> Option<WrongForm<'static>> {
    let numbers = numbers(text, reads);
    // An item has no comma. So these are more than one, and are no list.
    if reads.lists && text.contains(',') {
        return Some(match numbers {
            Some((numbers, is_certain)) => {
                let remedy = if is_certain {
                    WriteNumber(numbers)
                } else {
                    Perhaps(numbers)
                };
                WrongForm::new("has a separator of thousands", remedy)
            }
            None => WrongForm::new(
                "may have a separator of thousands",
                Say("write ports without separators, and without zeros in front"),
            ),
        });
    }
    numbers.map(|(numbers, _)| WrongForm::new("has a separator", Perhaps(numbers)))
}

/// The numbers, and whether they can be no others in a list.
fn numbers(text: &str, reads: Reads) -> Option<(Numbers, bool)> {
    let Some((first, last, _)) = halves(text).filter(|_| reads.ranges) else {
        return Some((Numbers::One(grouped(text, reads)?.0), true));
    };
    let plain = |text| number(text).map(|number| (number, ""));
    let one = |text| plain(text).or_else(|| grouped(text, reads));
    let ((low, low_group), (high, high_group)) = (one(first)?, one(last)?);
    let is_grouped = !low_group.is_empty() || !high_group.is_empty();
    // `22,100-30,000` may begin with 100, and `90-8,443` may end with 8. But behind `1,024`
    // comes no end below 1000.
    let is_item = |group: &str| group.is_empty() || group.starts_with('0');
    let is_certain = is_item(low_group) && (is_item(high_group) || !low_group.is_empty());
    (is_grouped && low <= high).then_some((Numbers::Range(low, high), is_certain))
}

/// A number of groups of three digits, and the second group.
fn grouped(text: &str, reads: Reads) -> Option<(u16, &str)> {
    let separator = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let is_known = matches!(separator, ',' | '.' | '_' | '\'' | '’') || separator.is_whitespace();
    // Blanks stand between the items of a list.
    if !is_known || reads.lists && separator.is_whitespace() {
        return None;
    }
    let mut number: u32 = 0;
    let mut second = "";
    for (index, group) in text.split(separator).enumerate() {
        let is_group = match index {
            0 => (1..=3).contains(&group.len()) && !group.starts_with('0'),
            _ => group.len() == 3,
        };
        if !is_group || !is_digits(group) {
            return None;
        }
        if index == 1 {
            second = group;
        }
        number = number.checked_mul(1000)?.checked_add(group.parse().ok()?)?;
    }
    Some((u16::try_from(number).ok()?, second))
}
