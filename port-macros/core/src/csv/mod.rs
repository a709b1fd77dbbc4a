//! From text to records: RFC 4180, with the line that each record begins on, and with the
//! separator that the header shows.

mod quotes;
mod separator;

use std::ops::Range;

use crate::{args::Titles, source::line_of};
use quotes::quote_mistake;
pub(crate) use separator::Separator;

/// One record of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The line that it begins on, counted from 1.
    pub(crate) line: usize,
    pub(crate) fields: Fields,
}

/// The fields of a record, in one text: a file may have a million records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    text: Box<str>,
    /// Where each field ends in `text`.
    ends: Box<[usize]>,
}

impl Fields {
    /// These fields, in their order.
    pub fn of<'a>(fields: impl Iterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for field in fields {
            text.push_str(field);
            ends.push(text.len());
        }
        Self {
            text: text.into(),
            ends: ends.into(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field without white space around it; empty where there is none.
    pub(crate) fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else {
            return "";
        };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text[start..*end].trim()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Whether there is nothing in it, as in a spreadsheet's empty row.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What is wrong with a record.
#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// Reads the records of a text with this separator, each with the place where it is: from its
/// first byte, or from line breaks before it, to its end.
pub type Reader = for<'a> fn(&'a [u8], u8) -> Raw<'a>;

/// What a [`Reader`] reads, one by one. No record is left out but empty lines.
type Raw<'a> = Box<dyn Iterator<Item = (Fields, Range<usize>)> + 'a>;

/// The records of a text, one by one. Empty lines are skipped; a record with a bad quote is a
/// mistake.
pub(crate) struct Records<'a> {
    pub(crate) separator: Separator,
    /// The header's separator, if the line `sep=,` says another.
    pub(crate) contradicted: Option<Separator>,
    raw: Raw<'a>,
    bytes: &'a [u8],
    lines: Lines<'a>,
}

/// Splits `text` into records. `titles` help to see which line is the header.
pub(crate) fn parse<'a>(text: &'a str, titles: &Titles, reader: Reader) -> Records<'a> {
    let (separator, start) = separator::find(text, titles);
    let bytes = &text.as_bytes()[start..];
    Records {
        separator,
        contradicted: separator::contradicted(text, titles),
        raw: reader(bytes, separator.byte()),
        bytes,
        lines: Lines {
            bytes,
            offset: 0,
            line: line_of(text.as_bytes(), start),
        },
    }
}

impl Records<'_> {
    /// Whether the text begins as JSON does, whose quotes would be mistakes: with an object, or
    /// with an array of objects, arrays or texts.
    pub(crate) fn is_json(&self) -> bool {
        let mut bytes = self.bytes.iter().filter(|it| !it.is_ascii_whitespace());
        match bytes.next() {
            Some(b'{') => matches!(bytes.next(), Some(b'"' | b'}')),
            // `[[services]]` is TOML.
            Some(b'[') => matches!(bytes.find(|it| **it != b'['), Some(b'{' | b'"' | b']')),
            _ => false,
        }
    }

    /// Whether the first field is in quotes.
    pub(crate) fn is_in_quotes(&self) -> bool {
        self.bytes.trim_ascii_start().starts_with(b"\"")
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Mistake>;

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.bytes;
        let (fields, Range { start: before, end }) = self.raw.next()?;
        // A record's place begins where the one before it ended: with that one's line break, and
        // with empty lines.
        let breaks = bytes[before..end].iter();
        let start = before
            + breaks
                .take_while(|byte| matches!(byte, b'\n' | b'\r'))
                .count();
        let line = self.lines.at(start);
        let record = &bytes[start..end];
        Some(match quote_mistake(record, self.separator.byte()) {
            Some(mistake) => {
                let line_at = |offset| line + line_of(record, offset) - 1;
                Err(Mistake {
                    line: line_at(mistake.offset()),
                    text: mistake.text(line_at(mistake.opened())),
                })
            }
            None => Ok(Record { line, fields }),
        })
    }
}

/// Counts lines up to offsets that only grow, in one pass over the text.
struct Lines<'a> {
    bytes: &'a [u8],
    offset: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, offset: usize) -> usize {
        // One byte more than is counted, so that a CR and its LF are one break.
        let part = &self.bytes[self.offset..];
        self.line += line_of(part, offset - self.offset) - 1;
        self.offset = offset;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::Records;
    use crate::{args::Titles, tests::records::read};

    fn parse<'a>(text: &'a str, titles: &Titles) -> Records<'a> {
        super::parse(text, titles, read)
    }

    fn records(text: &str) -> Vec<(usize, Vec<String>)> {
        let records = parse(text, &Titles::default()).map(|record| {
            let record = record.unwrap();
            let fields = record.fields.iter().map(str::to_owned);
            (record.line, fields.collect())
        });
        records.collect()
    }

    /// The mistakes as `LINE: TEXT`, and how many records have none.
    fn mistakes(text: &str) -> (Vec<String>, usize) {
        let (good, bad): (Vec<_>, Vec<_>) =
            parse(text, &Titles::default()).partition(Result::is_ok);
        let bad = bad.into_iter().filter_map(Result::err);
        let bad = bad.map(|it| format!("{}: {}", it.line, it.text));
        (bad.collect(), good.len())
    }

    fn lines(text: &str) -> Vec<usize> {
        records(text).into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn line_numbers_are_those_of_an_editor() {
        assert_eq!(lines("a\nb\nc\n"), [1, 2, 3]);
        assert_eq!(lines("a\r\nb\r\nc"), [1, 2, 3]);
        assert_eq!(lines("a\rb\rc"), [1, 2, 3]);
        assert_eq!(lines("\n\na\n\n\nb\n"), [3, 6]);
        assert_eq!(lines("\r\na\r\n\r\nb\r\n"), [2, 4]);
        assert_eq!(lines("a\n\"x\ny\nz\",q\nb\n"), [1, 2, 5]);
        assert_eq!(lines("a\r\n\"x\r\ny\",\"z\r\n\"\r\nb\r\n"), [1, 2, 5]);
        assert_eq!(lines(""), [0; 0]);
    }

    #[test]
    fn quotes_are_read() {
        assert_eq!(
            records("a,\"b \"\"c\"\", d\",\"\"\n"),
            [(1, vec!["a".into(), "b \"c\", d".into(), String::new()])]
        );
    }

    #[test]
    fn bad_quotes_are_named_with_their_line() {
        for (text, start, good) in [
            (
                "a,b\nc,\"d\ne,f\n",
                "2: the quote that opens here is never closed",
                1,
            ),
            (
                "a,b\nc,\"d\ne,\"f\"\ng,h\n",
                "3: text follows the quote that closes a field (opened on line 2)",
                2,
            ),
            (
                // The quote opens on the second line of its record.
                "a,b\n\"c\nd\",\"e\nf\"g\n",
                "4: text follows the quote that closes a field (opened on line 3)",
                1,
            ),
            (
                "a,b\nc, \"d\"\ne, f \"g\"\n",
                "2: white space before a quote",
                2,
            ),
            ("port;name\n1;\"b\",c\n", "2: text follows the quote", 1),
            (
                "port\tname\n\t\"b\"\n\t \"c\"\n",
                "3: white space before a quote",
                2,
            ),
        ] {
            let (texts, records) = mistakes(text);
            assert!(texts.len() == 1 && texts[0].starts_with(start), "{texts:?}");
            assert_eq!(records, good, "{text}");
        }
    }

    #[test]
    fn fields_are_in_one_text() {
        let fields = super::Fields::of([" a ", "", "bc"].into_iter());
        assert_eq!(fields.iter().collect::<Vec<_>>(), ["a", "", "bc"]);
        assert_eq!(
            (fields.len(), fields.get(3), fields.is_blank()),
            (3, "", false)
        );
        assert!(super::Fields::of([" ", ""].into_iter()).is_blank());
    }
}
