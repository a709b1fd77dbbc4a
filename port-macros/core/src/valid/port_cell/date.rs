//! Dates that spreadsheets make of ranges.

use crate::words::looks::number;

/// The months as spreadsheets shorten them: in English, and where other than there in German,
/// French, Spanish, Italian and Dutch.
const MONTHS: [&[&str]; 12] = [
    &["jan", "j\u{e4}n", "janv", "ene", "gen"],
    &["feb", "f\u{e9}vr", "febr"],
    &["mar", "m\u{e4}r", "m\u{e4}rz", "mrz", "mars", "mrt"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag", "mei"],
    &["jun", "juin", "giu", "juni"],
    &["jul", "juil", "lug", "juli"],
    &["aug", "ao\u{fb}t", "ago"],
    &["sep", "sept", "set"],
    &["oct", "okt", "ott"],
    &["nov"],
    &["dec", "dez", "d\u{e9}c", "dic"],
];

/// What is wrong with `2-Jan`, `Jan-80`, `20. Nov`.
pub(super) fn find(text: &str) -> Option<String> {
    let (a, b) = text.split_once(['-', ' ', '.'])?;
    let (a, b) = (part(a), part(b));
    let (a, b) = match (month(a), month(b)) {
        (Some(month), None) => (month, number(b)?),
        (None, Some(month)) => (number(a)?, month),
        _ => return None,
    };
    let (first, last) = (a.min(b), a.max(b));
    Some(format!(
        "is a date that a spreadsheet made of a range; \
         write `{first}-{last}`, and give the column the format Text"
    ))
}

fn part(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

fn month(text: &str) -> Option<u16> {
    // No more than the longest.
    let lower = (text.len() <= 5).then(|| text.to_lowercase())?;
    let place = MONTHS
        .iter()
        .position(|names| names.contains(&lower.as_str()))?;
    u16::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn months_of_other_languages_are_known() {
        for text in ["20-Nov", "Nov-20", "20. Nov", "20. Nov.", "20 NOV", "11-20"] {
            let mistake = find(text).unwrap_or_default();
            assert_eq!(mistake.contains("write `11-20`"), text != "11-20", "{text}");
        }
        for text in ["20-d\u{e9}c", "20-D\u{c9}C.", "20. Dez", "dic-20"] {
            let mistake = find(text).unwrap_or_default();
            assert!(mistake.contains("write `12-20`"), "{text}");
        }
        for text in ["20-xyz", "Nov-Dec", "20.5", "nov", "20-novembers-and-more"] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
