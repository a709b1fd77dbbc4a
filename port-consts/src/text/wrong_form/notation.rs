//! Numbers in another notation than digits, and numbers that are too large.

use super::{
    Reads,
    Remedy::{IsNumber, Say, Write, WriteNumber},
    WrongForm,
    ports::{Numbers, Ports::One, halves, is_above, is_digits, number},
    same, separators,
};

/// What is wrong with a number that is above 65535 in another notation.
pub(super) const IS_ABOVE: &str = "is above 65535";

/// What is wrong with a text that has such a number.
pub(super) const ABOVE: &str = "has a port above 65535";

pub(super) const ADDRESS_ALONE: WrongForm<'static> =
    WrongForm::new("is an address without a port", Say("write the port alone"));

pub(super) fn find(text: &str, reads: Reads) -> Option<WrongForm<'_>> {
    let form = |what, remedy| Some(WrongForm::new(what, remedy));
    let is_number = IsNumber(reads.number);

    if let Some(unsigned) = text.strip_prefix('+') {
        if is_above(unsigned) {
            return form(IS_ABOVE, is_number);
        }
        number(unsigned)?;
        return form("has a sign", Write(One(unsigned)));
    }
    let unsigned = text.strip_prefix(['-', '−']).filter(|_| !reads.ranges);
    if unsigned.is_some_and(is_digits) {
        return form("is negative", is_number);
    }
    if is_above(text) {
        return form(IS_ABOVE, is_number);
    }
    if let Some((what, number)) = prefixed(text) {
        return match u16::try_from(number) {
            Ok(number) => form(what, WriteNumber(Numbers::One(number))),
            Err(_) => form(IS_ABOVE, is_number),
        };
    }
    if let Some((first, last, _)) = halves(text) {
        let is_either = |it| is_above(it) || number(it).is_some();
        if is_either(first) && is_either(last) && (is_above(first) || is_above(last)) {
            return form(ABOVE, is_number);
        }
        if let Some(form) = prefixed_range(first, last, reads).filter(|_| reads.ranges) {
            return Some(form);
        }
    }
    if let Some(form) = separators::find(text, reads) {
        return Some(form);
    }
    if let Some((whole, fraction)) = text.split_once('.') {
        let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
        if zeros && is_above(whole) {
            return form(IS_ABOVE, is_number);
        }
        if zeros && number(whole).is_some() {
            return form("has a fraction", Write(One(whole)));
        }
        if text.split('.').count() == 4 && text.split('.').all(is_digits) {
            return Some(ADDRESS_ALONE);
        }
    }
    let foreign = |letter: char| !letter.is_ascii() && letter.is_numeric();
    if text
        .chars()
        .all(|letter| letter.is_ascii_digit() || foreign(letter))
    {
        return form("has digits that are not ASCII", Say("write 0 to 9"));
    }
    None
}

/// A number with a prefix that says how it is written, and the number up to `u32::MAX`.
fn prefixed(text: &str) -> Option<(&'static str, u32)> {
    let forms = [
        ("0x", 16, "is hexadecimal"),
        ("0o", 8, "is octal"),
        ("0b", 2, "is binary"),
    ];
    let (head, digits) = text.split_at_checked(2)?;
    let (_, radix, what) = *forms.iter().find(|(prefix, ..)| same(head, prefix))?;
    let is_digit = |it: char| it.to_digit(16).is_some_and(|digit| digit < radix);
    let is_number = !digits.is_empty() && digits.chars().all(is_digit);
    // What fails is too large.
    let number = || u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    is_number.then(|| (what, number()))
}

/// `0x50-0x60`
fn prefixed_range(first: &str, last: &str, reads: Reads) -> Option<WrongForm<'static>> {
    let ((what, first), (other, last)) = (prefixed(first)?, prefixed(last)?);
    let (Ok(first), Ok(last)) = (u16::try_from(first), u16::try_from(last)) else {
        return Some(WrongForm::new(ABOVE, IsNumber(reads.number)));
    };
    let range = WriteNumber(Numbers::Range(first, last));
    (what == other && first <= last).then_some(WrongForm::new(what, range))
}
