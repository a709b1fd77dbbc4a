//! Adds to each flow of a log or a capture the service that it is about:
//! `cargo run --release -p port-consts-enrich -- flows.txt`.
//!
//! ```text
//! $ echo '10.0.0.7:51234 192.0.2.1:443 tcp' | enrich
//! 10.0.0.7:51234 192.0.2.1:443 tcp 443/tcp (https)
//! ```
//!
//! `--help` lists the logs and captures that it reads. Whoever opened a TCP connection is the
//! client, where the input tells it; otherwise `Service::from_flow` tells which end has the
//! service. A new form of log is a module in `text` and a row in `text/format.rs`, a new link
//! a row in `capture/link.rs`.

#![forbid(unsafe_code)]

mod capture;
mod flow;
mod generate;
mod help;
#[cfg(test)]
mod hostile;
mod message;
mod progress;
mod tally;
#[path = "../../../port-consts/examples/terminal/mod.rs"]
mod terminal;
mod text;

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Parser;

use message::say;
use progress::Watched;
use tally::Tally;

/// Adds to each flow the port and the service that it is about: `443/tcp (https)`.
#[derive(Parser)]
#[command(after_help = help::FORMATS)]
struct Arguments {
    /// A log or a capture; standard input without it
    file: Option<PathBuf>,
    /// The log's format; found by its first lines without it
    #[arg(long, value_enum, hide_possible_values = true)]
    format: Option<text::Format>,
    /// Say of each malformed line what is wrong with it
    #[arg(long)]
    explain: bool,
    /// Say how long it took
    #[arg(long)]
    rate: bool,
    /// Write so many lines of made-up flows instead, to measure with
    #[arg(long, value_name = "LINES", conflicts_with_all = ["file", "format", "explain", "rate"])]
    generate: Option<u64>,
}

/// The program.
#[must_use]
pub fn main() -> ExitCode {
    terminal::main(|arguments, output| match run(arguments, output) {
        Ok(code) => Ok(code),
        // The reader has enough: `enrich flows.txt | head`.
        Err(Mistake::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            Ok(ExitCode::SUCCESS)
        }
        Err(mistake) => {
            say(mistake);
            Ok(ExitCode::from(2))
        }
    })
}

/// Adds services to a log or a capture that is in memory, without standard output: for the fuzz
/// targets.
///
/// # Errors
///
/// If the input is a capture that can't be read on, in words.
pub fn enrich_bytes(input: &[u8], explain: bool) -> Result<Vec<u8>, String> {
    let mut output = Vec::new();
    let options = text::Options {
        explain,
        format: None,
    };
    match enrich(input, &mut output, options) {
        Ok(_) => Ok(output),
        Err(mistake) => Err(mistake.to_string()),
    }
}

/// Why there is nothing more to read or to write.
enum Mistake {
    Read(io::Error),
    Write(io::Error),
    /// Of the input, in words.
    Input(String),
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(error) => write!(f, "reading failed: {error}"),
            Self::Write(error) => write!(f, "writing failed: {error}"),
            Self::Input(words) => f.write_str(words),
        }
    }
}

fn run(arguments: &Arguments, output: &mut dyn Write) -> Result<ExitCode, Mistake> {
    if let Some(lines) = arguments.generate {
        generate::write(lines, output).map_err(Mistake::Write)?;
        return Ok(ExitCode::SUCCESS);
    }
    let start = Instant::now();
    let (input, length) = open(arguments.file.as_deref())?;
    // On a terminal, the lines themselves show how far it is.
    let input = Watched::new(input, length, !io::stdout().is_terminal());
    let options = text::Options {
        explain: arguments.explain,
        format: arguments.format,
    };
    let tally = enrich(input, output, options)?;
    tally.report(arguments.rate.then(|| start.elapsed()));
    Ok(tally.exit_code())
}

/// The input, and its length if that is known.
fn open(path: Option<&Path>) -> Result<(Box<dyn Read + Send>, Option<u64>), Mistake> {
    let Some(path) = path else {
        return Ok((Box::new(io::stdin()), None));
    };
    let refuse = |error: io::Error| Mistake::Input(format!("{}: {error}", path.display()));
    let file = File::open(path).map_err(refuse)?;
    let metadata = file.metadata().map_err(refuse)?;
    if metadata.is_dir() {
        return Err(Mistake::Input(format!("{}: a folder", path.display())));
    }
    let length = metadata.is_file().then_some(metadata.len());
    Ok((Box::new(file), length))
}

fn enrich(
    input: impl Read + Send,
    output: &mut dyn Write,
    options: text::Options,
) -> Result<Tally, Mistake> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let capture = capture::is_one(input.fill_buf().map_err(Mistake::Read)?);
    if capture && options.format.is_none() {
        capture::enrich(input, output)
    } else {
        text::enrich(input, output, options)
    }
}
