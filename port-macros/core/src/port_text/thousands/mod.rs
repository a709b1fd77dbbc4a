//! Commas that separate thousands: `8,000`, `1,024-65,535`.
//!
//! A comma stands between two ports, so `80,443` is a list, and so is `22,443,8080`. A number
//! with a separator would be read as two others without a word. It is refused where its digits
//! make no list, and in a cell also where they make both.

use super::{DASHES, Place, plain};
use crate::words::looks::number;

/// What is wrong with a text that has such commas.
pub(crate) fn find(text: &str, place: Place) -> Option<String> {
    if !text.contains(',') {
        return None;
    }
    let text = text.trim();
    let (list, end) = numbers(text);
    let text = Text { list, end, place };
    let mut joined = Vec::new();
    let mut pairs = Pairs::default();
    let mut i = 0;
    while i < text.list.len() {
        match text.pair(i) {
            None => {
                joined.push(text.list[i].clone());
                i += 1;
            }
            Some(Err(large)) => {
                return Some(format!(
                    "has a separator of thousands, and `{large}` is above 65535; \
                     a port is a 16-bit number, 0 to 65535"
                ));
            }
            Some(Ok(pair)) => {
                let is_zero = text.list[i + 1].digits.starts_with('0');
                pairs.note(&pair, is_zero, text.gap(i + 2));
                joined.push(pair);
                i += 2;
            }
        }
    }
    text.judge(&Joined {
        list: &joined,
        pairs,
    })
}

/// Ports as a list that is read as these.
pub(crate) fn list(ports: &[String], place: Place) -> String {
    let commas = ports.join(",");
    // `443,0` may have a fraction.
    let has_zero = ports.iter().skip(1).any(|port| port.starts_with('0'));
    if place == Place::Cell && !has_zero && find(&commas, place).is_none() {
        return commas;
    }
    ports.join(place.separator())
}

/// Whether two neighbours may be one number that has white space between its thousands.
pub(crate) fn may_be_fewer(ports: &[&str]) -> bool {
    let may_be_one = |two: &[&str]| matches!(joined(two[0], two[1]), Some(Ok(_)));
    ports.windows(2).any(may_be_one)
}

/// Digits, and what stands between them and those before.
#[derive(Clone)]
struct Number<'a> {
    between: &'a str,
    digits: String,
}

impl Number<'_> {
    fn gap(&self) -> Gap {
        Gap::of(self.between)
    }
}

/// What stands between two numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing: the text's beginning or end.
    Edge,
    /// A comma alone.
    Comma,
    /// A comma with a space, or a semicolon.
    List,
    /// White space alone.
    Blank,
    /// Names between commas.
    Names,
    /// What is between the ends of a range.
    Range,
    Other,
}

impl Gap {
    fn of(between: &str) -> Self {
        let inner = between.trim();
        let is_name = inner.starts_with(',') && inner.ends_with(',');
        match inner {
            "" if between.is_empty() => Gap::Edge,
            "" => Gap::Blank,
            "," if between == "," => Gap::Comma,
            "," | ";" => Gap::List,
            _ if is_name => Gap::Names,
            ":" | ".." | "..=" | "to" | "bis" => Gap::Range,
            _ if inner.chars().count() == 1 && inner.contains(DASHES) => Gap::Range,
            _ => Gap::Other,
        }
    }
}

/// The numbers with such commas.
#[derive(Default)]
struct Pairs {
    count: usize,
    /// One has a zero behind the comma, which no port begins with: `8,080`.
    has_zero: bool,
    /// One is neither such, nor the end of a range.
    has_open: bool,
    /// One begins a range, or is the last port of a class: `8,443-9443`, `1-65,535`.
    is_end: bool,
}

impl Pairs {
    fn note(&mut self, pair: &Number, is_zero: bool, next: Gap) {
        self.count += 1;
        self.has_zero |= is_zero;
        let is_last = pair.gap() == Gap::Range;
        self.has_open |= !is_zero && !is_last && next != Gap::Range;
        let is_limit = matches!(pair.digits.as_str(), "49151" | "65535");
        self.is_end |= next == Gap::Range || is_last && is_limit;
    }
}

/// A text, as numbers without separators.
struct Text<'a> {
    list: Vec<Number<'a>>,
    end: &'a str,
    place: Place,
}

/// The same text, with separators.
struct Joined<'a> {
    list: &'a [Number<'a>],
    pairs: Pairs,
}

impl Text<'_> {
    fn gap(&self, i: usize) -> Gap {
        self.list.get(i).map_or(Gap::of(self.end), Number::gap)
    }

    /// The number that two make with a separator between, or its digits if it is too large.
    fn pair(&self, i: usize) -> Option<Result<Number<'_>, String>> {
        let (whole, group) = (&self.list[i], self.list.get(i + 1)?);
        let is_word = |letter: char| letter.is_alphanumeric();
        let behind = self.list.get(i + 2).map_or(self.end, |it| it.between);
        if group.between != "," || whole.between.ends_with(is_word) || behind.starts_with(is_word) {
            return None;
        }
        joined(&whole.digits, &group.digits).map(|joined| {
            joined.map(|digits| Number {
                between: whole.between,
                digits,
            })
        })
    }

    fn judge(&self, joined: &Joined) -> Option<String> {
        let pairs = &joined.pairs;
        if pairs.count == 0 {
            return None;
        }
        let (what, alone) = if pairs.count == 1 {
            ("a separator of thousands", "the number without it")
        } else {
            ("separators of thousands", "the numbers without them")
        };
        let without = |ports: Option<String>| match ports {
            Some(ports) => format!("has {what}; write `{ports}`"),
            None => format!("has {what}; write {alone}"),
        };
        // The other commas have a space behind, or there are semicolons.
        let has_blank = has_gap(&self.list, Gap::Blank);
        let has_list = has_blank || has_gap(&self.list, Gap::List);
        let is_mixed = has_list && !has_gap(joined.list, Gap::Comma);
        let is_settled = !pairs.has_open || is_mixed;
        if pairs.has_zero || run_backwards(&self.list) && !run_backwards(joined.list) {
            return Some(without(self.write(joined.list).filter(|_| is_settled)));
        }
        let is_clean = |gap: Gap| gap != Gap::Other;
        let is_all = self.list.iter().map(Number::gap).all(is_clean);
        // `389.00` of `3,389.00` is no port by itself, and neither is `433/1` of `1,433/1,434`.
        let is_within = self.list.iter().any(|it| matches!(it.between, "." | "/"));
        let is_clean = is_all && is_clean(Gap::of(self.end)) && !run_backwards(joined.list);
        if !is_clean && !is_within {
            return None;
        }
        let are_all_pairs = joined.list.len() == pairs.count;
        let is_list = !has_gap(&self.list, Gap::Range);
        if is_list && has_twice(&self.list) && !has_twice(joined.list) {
            return Some(without(self.write(joined.list).filter(|_| are_all_pairs)));
        }
        // In a macro call, whoever writes a list without spaces knows what a comma is.
        let is_either = are_all_pairs && is_list && self.place == Place::Cell;
        if !is_either && !is_mixed && !has_blank && !is_within && !pairs.is_end {
            return None;
        }
        let both = self.write(joined.list).zip(self.write(&self.list));
        let Some((one, two)) = both else {
            return Some(format!(
                "may have {what}; write {alone}, \
                 or a space behind each comma between ports"
            ));
        };
        Some(if joined.list.len() == 1 {
            format!("may be one port or two; write `{one}`, or `{two}` for two ports")
        } else {
            format!("may have {what}; write `{one}`, or `{two}` if each number is a port")
        })
    }

    /// Numbers as a text that is read as these, if it can be.
    fn write(&self, list: &[Number]) -> Option<String> {
        // `443,0` may be a fraction.
        let could_pair = |two: &[Number]| {
            two[1].gap() != Gap::Range
                && (matches!(joined(&two[0].digits, &two[1].digits), Some(Ok(_)))
                    || two[1].digits.bytes().all(|it| it == b'0'))
        };
        let is_pair = list.windows(2).any(could_pair);
        // `2 443` may be one number, too.
        let is_blank = |two: &[Number]| two[1].gap() == Gap::Blank && could_pair(two);
        if list.windows(2).any(is_blank) {
            return None;
        }
        let separator = match self.place {
            Place::Cell if !is_pair => ",",
            place => place.separator(),
        };
        let mut text = String::new();
        for number in list {
            match number.gap() {
                Gap::Comma | Gap::List | Gap::Blank => text.push_str(separator),
                // Two numbers with a colon may be no range.
                Gap::Range if number.between.trim() != ":" => text.push('-'),
                _ => text.push_str(number.between),
            }
            text.push_str(&number.digits);
        }
        text.push_str(self.end.trim_end_matches([',', ';', ' ']));
        let is_name = |part: &str| self.place == Place::Set && is_name(part.trim());
        let is_read = |part: &str| plain(part.trim()).is_some() || is_name(part);
        let is_rest = |it: &Number| it.gap() == Gap::Comma && it.digits.starts_with('0');
        // A longer one would be cut where it is shown.
        let is_good = text.len() <= 200 && !list.iter().any(is_rest);
        (is_good && text.split([',', ';']).all(is_read)).then_some(text)
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && text
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '-')
}

/// The digits of `8` and `000` as one number; an error if it can be nothing else and is too large.
fn joined(whole: &str, group: &str) -> Option<Result<String, String>> {
    if whole.len() > 3 || whole.starts_with('0') || group.len() != 3 {
        return None;
    }
    let digits = format!("{whole}{group}");
    if number(&digits).is_some() {
        return Some(Ok(digits));
    }
    let is_number = group == "000" || whole.len() < 3 && group.starts_with('0');
    is_number.then_some(Err(digits))
}

/// The numbers in a text, and what is behind the last.
fn numbers(text: &str) -> (Vec<Number<'_>>, &str) {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let (between, behind) = rest.split_at(start);
        let end = behind.find(|letter| !is_digit(letter));
        let (digits, behind) = behind.split_at(end.unwrap_or(behind.len()));
        let digits = digits.to_owned();
        numbers.push(Number { between, digits });
        rest = behind;
    }
    (numbers, rest)
}

fn has_gap(list: &[Number], gap: Gap) -> bool {
    list.iter().skip(1).any(|it| it.gap() == gap)
}

/// Whether a range runs backwards, or has more than two ends.
fn run_backwards(list: &[Number]) -> bool {
    list.windows(2).any(|two| {
        let ends = (number(&two[0].digits), number(&two[1].digits));
        let is_good = matches!(ends, (Some(a), Some(b)) if a <= b);
        two[1].gap() == Gap::Range && (!is_good || two[0].gap() == Gap::Range)
    })
}

/// Whether a list has a port more than once.
fn has_twice(list: &[Number]) -> bool {
    let mut seen = vec![false; 1 << 16];
    let mut ports = list.iter().filter_map(|it| number(&it.digits));
    ports.any(|port| std::mem::replace(&mut seen[usize::from(port)], true))
}

#[cfg(test)]
mod tests;
