//! Flows in lines of text.

use std::io::{Read, Write};

use crate::{Mistake, Tally, flow::Flow};

/// As much is read at once. A longer line is none of a log.
const BUFFER: usize = 1 << 20;

pub(crate) fn enrich(
    mut input: impl Read,
    output: &mut impl Write,
    explain: bool,
) -> Result<Tally, Mistake> {
    let mut tally = Tally::of_lines(explain);
    let mut buffer = vec![0; BUFFER];
    let mut enriched = Vec::with_capacity(2 * BUFFER);
    let mut filled = 0;
    loop {
        let read = match input.read(&mut buffer[filled..]) {
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        filled += read;
        let mut done = 0;
        for end in memchr::memchr_iter(b'\n', &buffer[..filled]) {
            write_line(&buffer[done..end], &mut enriched, &mut tally);
            enriched.push(b'\n');
            done = end + 1;
        }
        if read == 0 && done < filled {
            // The last line has no end, and gets none.
            write_line(&buffer[done..filled], &mut enriched, &mut tally);
        }
        // All of what was read goes on at once: the input may be one that grows.
        output.write_all(&enriched)?;
        enriched.clear();
        if read == 0 {
            output.flush()?;
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

/// A line without its end, and what is known of it.
fn write_line(line: &[u8], enriched: &mut Vec<u8>, tally: &mut Tally) {
    let (line, end) = match line {
        [line @ .., b'\r'] => (line, &b"\r"[..]),
        line => (line, &b""[..]),
    };
    enriched.extend_from_slice(line);
    let flow = Flow::of_line(line);
    if let Ok(Some(flow)) = flow {
        flow.label(enriched);
    }
    tally.count_line(line, flow.err());
    enriched.extend_from_slice(end);
}
