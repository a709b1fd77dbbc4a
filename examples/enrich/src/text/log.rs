//! What all forms of logs have in common: a line is read, and its answer appended.

use crate::{
    Tally,
    flow::{Flow, Malformed},
};

/// A column that is added to logs that name their columns.
pub(super) const TITLE: &[u8] = b"port_service";

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Flow(Flow),
    /// A flow of a protocol that has no ports.
    Portless,
    /// A line that names the columns, or their types, and this for the one that is added.
    Title(&'static [u8]),
    /// An empty line, a comment, or one about something else.
    Kept,
}

/// How an answer is added to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Behind this separator.
    Column(u8),
    /// As the last member of a JSON object.
    Member,
}

/// The reader of one form of log.
pub(super) trait Log {
    /// Returns how an answer is added to a line.
    fn style(&self) -> Style;

    /// Reads a line, which comes without its end.
    ///
    /// # Errors
    ///
    /// Says why if the line is none of this form.
    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed>;

    /// Appends all whole lines of `text`, each with its answer, and returns how long they are.
    fn lines(&mut self, text: &[u8], output: &mut Vec<u8>, tally: &mut Tally) -> usize {
        let mut done = 0;
        for end in memchr::memchr_iter(b'\n', text) {
            write_line(self, &text[done..end], output, tally);
            output.push(b'\n');
            done = end + 1;
        }
        done
    }

    /// Appends the last line, which has no end and gets none.
    fn last_line(&mut self, line: &[u8], output: &mut Vec<u8>, tally: &mut Tally) {
        write_line(self, line, output, tally);
    }
}

/// Appends a line without its end, and what is known of it.
pub(super) fn write_line<L: Log + ?Sized>(
    log: &mut L,
    line: &[u8],
    output: &mut Vec<u8>,
    tally: &mut Tally,
) {
    let (line, end) = match line {
        [line @ .., b'\r'] => (line, &b"\r"[..]),
        line => (line, &b""[..]),
    };
    tally.count();
    match log.read(line) {
        Ok(read) => log.style().add(line, read, output),
        Err(reason) => {
            output.extend_from_slice(line);
            tally.malformed(line, reason);
        }
    }
    output.extend_from_slice(end);
}

impl Style {
    fn add(self, line: &[u8], read: Line, output: &mut Vec<u8>) {
        match self {
            Self::Column(separator) => {
                output.extend_from_slice(line);
                if read != Line::Kept {
                    output.push(separator);
                }
                match read {
                    Line::Flow(flow) => {
                        if !flow.label(output) {
                            output.push(b'-');
                        }
                    }
                    Line::Portless => output.push(b'-'),
                    Line::Title(title) => output.extend_from_slice(title),
                    Line::Kept => {}
                }
            }
            Self::Member => {
                // The line is an object: its last byte but spaces is a brace.
                let whole = line.trim_ascii_end();
                let (Line::Flow(_) | Line::Portless, [members @ .., b'}']) = (read, whole) else {
                    output.extend_from_slice(line);
                    return;
                };
                output.extend_from_slice(members);
                output.extend_from_slice(b",\"");
                output.extend_from_slice(TITLE);
                output.extend_from_slice(b"\":");
                let start = output.len();
                output.push(b'"');
                // No service's name has a character that JSON escapes.
                if matches!(read, Line::Flow(flow) if flow.label(output)) {
                    output.push(b'"');
                } else {
                    output.truncate(start);
                    output.extend_from_slice(b"null");
                }
                output.push(b'}');
            }
        }
    }
}
