//! Flows in lines of text.

mod columns;
mod conntrack;
mod endpoint;
mod eve;
mod format;
mod json;
mod log;
mod netflow;
mod netstat;
mod plain;
mod quick;
mod ss;
mod vpc;
mod zeek;
mod zeek_json;

use std::io::{Read, Write};

use crate::{Mistake, Tally};

pub(crate) use format::Format;

/// The longest line. A longer one is none of a log.
const BUFFER: usize = 1 << 20;

/// As much is read at once: both the input and what comes of it stay in a core's cache.
const CHUNK: usize = 1 << 17;

/// What the person who started the program wants.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    pub(crate) explain: bool,
    /// The log's form; found by its first lines if it is not given.
    pub(crate) format: Option<Format>,
}

pub(crate) fn enrich(
    mut input: impl Read,
    output: &mut dyn Write,
    options: Options,
) -> Result<Tally, Mistake> {
    let mut tally = Tally::of_lines(options.explain);
    let mut log = options.format.map(Format::reader);
    // Comments and empty lines tell nothing of the form, and are the same in all.
    let mut undecided = Format::Plain.reader();
    let mut buffer = vec![0; BUFFER];
    let mut enriched = Vec::with_capacity(2 * CHUNK);
    let mut filled = 0;
    loop {
        let room = buffer.len().min(filled + CHUNK);
        let read = match input.read(&mut buffer[filled..room]) {
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Mistake::Read(error)),
        };
        filled += read;
        let text = &buffer[..filled];
        // The form is found once there is a whole line.
        let whole = read == 0 || memchr::memchr(b'\n', &text[filled - read..]).is_some();
        let mut done = 0;
        if whole {
            log = log.or_else(|| Format::find(text).map(Format::reader));
            let log = log.as_mut().unwrap_or(&mut undecided);
            done = log.lines(text, &mut enriched, &mut tally);
            if read == 0 && done < filled {
                log.last_line(&text[done..], &mut enriched, &mut tally);
            }
        }
        // All of what was read goes on at once: the input may be one that grows.
        output.write_all(&enriched).map_err(Mistake::Write)?;
        enriched.clear();
        if read == 0 {
            output.flush().map_err(Mistake::Write)?;
            return Ok(tally);
        }
        if done == 0 && filled == buffer.len() {
            let line = tally.all() + 1;
            return Err(Mistake::Input(format!(
                "line {line} is longer than {BUFFER} bytes; this is no list of flows, and no capture"
            )));
        }
        buffer.copy_within(done..filled, 0);
        filled -= done;
    }
}
