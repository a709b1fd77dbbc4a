//! Numbers and ranges in the form that needs no remedy.

use crate::words::looks::number;

/// What stands in a range between its ends: the dash of keyboards, and those that word
/// processors and other keyboards make of it.
pub(crate) const DASHES: [char; 10] = [
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}',
    '\u{301C}', '\u{FF5E}',
];

/// A number, or two with a dash between, if that is all and the ends are in order.
pub(crate) fn plain(text: &str) -> Option<(u16, u16)> {
    let Some((first, last)) = text.split_once(DASHES) else {
        return number(text).map(|port| (port, port));
    };
    let (first, last) = number(first.trim_end()).zip(number(last.trim_start()))?;
    (first <= last).then_some((first, last))
}

/// A port or a range, as it is read.
pub(crate) fn written((first, last): (u16, u16)) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}
