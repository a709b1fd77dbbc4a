//! Quotes that RFC 4180 does not allow.

/// A quote that RFC 4180 does not allow, and the `csv` crate does.
pub(super) enum QuoteMistake {
    /// No quote ends the field that begins here.
    Unclosed { opened: usize },
    /// White space stands before the quote, which is text of the field then.
    SpaceBefore { opened: usize },
    /// Something follows the quote that ends a field.
    TextAfter { opened: usize, at: usize },
}

impl QuoteMistake {
    pub(super) fn opened(&self) -> usize {
        match self {
            Self::Unclosed { opened }
            | Self::SpaceBefore { opened }
            | Self::TextAfter { opened, .. } => *opened,
        }
    }

    /// Where the mistake is shown.
    pub(super) fn offset(&self) -> usize {
        match self {
            Self::Unclosed { opened } | Self::SpaceBefore { opened } => *opened,
            Self::TextAfter { at, .. } => *at,
        }
    }

    pub(super) fn text(&self, opened_on: usize) -> String {
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
pub(super) fn quote_mistake(record: &[u8], separator: u8) -> Option<QuoteMistake> {
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
            State::FieldStart | State::Space
                if *byte != separator && matches!(byte, b' ' | b'\t') =>
            {
                State::Space
            }
            State::Quoted if *byte == b'"' => State::QuoteInQuoted,
            State::Quoted => State::Quoted,
            State::QuoteInQuoted => match byte {
                b'"' => State::Quoted,
                _ if *byte == separator => State::FieldStart,
                b'\r' | b'\n' => State::QuoteInQuoted,
                _ => return Some(QuoteMistake::TextAfter { opened, at }),
            },
            _ if *byte == separator => State::FieldStart,
            State::FieldStart | State::Space | State::Plain => State::Plain,
        };
    }
    matches!(state, State::Quoted).then_some(QuoteMistake::Unclosed { opened })
}
