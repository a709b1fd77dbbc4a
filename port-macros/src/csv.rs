//! From text to records: RFC 4180, with the line that each record begins on.

use crate::{problem::Problems, source::line_of};

/// One record of the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The line that it begins on, counted from 1.
    pub(crate) line: usize,
    pub(crate) fields: Vec<String>,
}

/// Splits `text` into records. Empty lines are skipped; a record with a bad quote is
/// reported and left out.
pub(crate) fn parse(text: &str, problems: &mut Problems) -> Vec<Record> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let bytes = text.as_bytes();
    let mut records = Vec::new();
    let mut lines = Lines {
        bytes,
        offset: 0,
        line: 1,
    };
    let mut fields = ::csv::StringRecord::new();
    // Reading UTF-8 from memory, with any number of fields, cannot fail. If it did, the rest
    // could not be read.
    while let Ok(true) = reader.read_record(&mut fields) {
        let before = fields.position().map_or(0, |at| offset(at.byte()));
        let end = offset(reader.position().byte()).min(bytes.len());
        // The reader stops before the line break of the record and before empty lines, and its
        // line number is the one there.
        let breaks = bytes[before..end].iter();
        let start = before
            + breaks
                .take_while(|byte| matches!(byte, b'\n' | b'\r'))
                .count();
        let line = lines.at(start);
        match quote_mistake(&bytes[start..end]) {
            Some(mistake) => {
                let at = line + line_of(&bytes[start..end], mistake.offset()) - 1;
                problems.at(
                    at,
                    mistake.text(line + line_of(&bytes[start..end], mistake.opened()) - 1),
                );
            }
            None => records.push(Record {
                line,
                fields: fields.iter().map(str::to_owned).collect(),
            }),
        }
    }
    records
}

fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}

/// Counts lines up to offsets that only grow: the text is read once.
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

/// A quote that RFC 4180 does not allow, and the `csv` crate does.
enum QuoteMistake {
    /// No quote ends the field that begins here.
    Unclosed { opened: usize },
    /// White space comes before the quote, which is then a part of the text.
    SpaceBefore { opened: usize },
    /// Something follows the quote that ends a field.
    TextAfter { opened: usize, at: usize },
}

impl QuoteMistake {
    fn opened(&self) -> usize {
        match self {
            Self::Unclosed { opened }
            | Self::SpaceBefore { opened }
            | Self::TextAfter { opened, .. } => *opened,
        }
    }

    /// Where the mistake is shown.
    fn offset(&self) -> usize {
        match self {
            Self::Unclosed { opened } | Self::SpaceBefore { opened } => *opened,
            Self::TextAfter { at, .. } => *at,
        }
    }

    fn text(&self, opened_on: usize) -> String {
        match self {
            Self::Unclosed { .. } => "the quote that opens here is never closed; \
                 a field in quotes ends with `\"`, and a quote inside it is doubled: `\"\"`"
                .to_owned(),
            Self::SpaceBefore { .. } => {
                "white space before a quote makes the quote a part of the text; \
                 take the white space out: `a,\"b\"`"
                    .to_owned()
            }
            Self::TextAfter { .. } => format!(
                "text follows the quote that closes a field (opened on line {opened_on}); \
                 write a comma after it, and double a quote that belongs to the text: `\"\"`"
            ),
        }
    }
}

/// Looks for a bad quote in the bytes of one record.
fn quote_mistake(record: &[u8]) -> Option<QuoteMistake> {
    enum State {
        FieldStart,
        Space,
        Plain,
        Quoted,
        QuoteInQuoted,
    }
    let mut state = State::FieldStart;
    let mut opened = 0;
    for (at, byte) in record.iter().enumerate() {
        state = match state {
            State::FieldStart if *byte == b'"' => {
                opened = at;
                State::Quoted
            }
            State::Space if *byte == b'"' => {
                return Some(QuoteMistake::SpaceBefore { opened: at });
            }
            State::FieldStart | State::Space if matches!(byte, b' ' | b'\t') => State::Space,
            State::Quoted if *byte == b'"' => State::QuoteInQuoted,
            State::Quoted => State::Quoted,
            State::QuoteInQuoted => match byte {
                b'"' => State::Quoted,
                b',' => State::FieldStart,
                b'\r' | b'\n' => State::QuoteInQuoted,
                _ => return Some(QuoteMistake::TextAfter { opened, at }),
            },
            _ if *byte == b',' => State::FieldStart,
            State::FieldStart | State::Space | State::Plain => State::Plain,
        };
    }
    matches!(state, State::Quoted).then_some(QuoteMistake::Unclosed { opened })
}

#[cfg(test)]
mod tests {
    use super::{Record, parse};
    use crate::problem::tests::texts_of;

    fn records(text: &str) -> Vec<(usize, Vec<String>)> {
        let mut records = Vec::new();
        let texts = texts_of(|problems| records = parse(text, problems));
        assert_eq!(texts, [""; 0]);
        let pair = |record: Record| (record.line, record.fields);
        records.into_iter().map(pair).collect()
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
        let texts = texts_of(|problems| {
            assert_eq!(parse("a,b\nc,\"d\ne,f\n", problems).len(), 1);
        });
        assert_eq!(texts.len(), 1);
        assert!(texts[0].starts_with("ports.csv:2: the quote that opens here is never closed"));
        let texts = texts_of(|problems| {
            assert_eq!(parse("a,b\nc,\"d\ne,\"f\"\ng,h\n", problems).len(), 2);
        });
        assert_eq!(texts.len(), 1);
        assert!(
            texts[0].starts_with(
                "ports.csv:3: text follows the quote that closes a field (opened on line 2)"
            ),
            "{texts:?}"
        );
        let texts = texts_of(|problems| {
            assert_eq!(parse("a,b\nc, \"d\"\ne, f \"g\"\n", problems).len(), 2);
        });
        assert_eq!(texts.len(), 1);
        assert!(
            texts[0].starts_with("ports.csv:2: white space before a quote"),
            "{texts:?}"
        );
    }
}
