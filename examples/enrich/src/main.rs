//! Adds to each flow of a log or a capture the service that it is about:
//! `cargo run --release -p port-consts-enrich -- flows.txt`.
//!
//! ```text
//! $ echo '10.0.0.7:51234 192.0.2.1:443 tcp' | enrich
//! 10.0.0.7:51234 192.0.2.1:443 tcp 443/tcp (https)
//! ```
//!
//! Which end of a flow has the service is what `Service::from_flow` tells. A line takes no
//! allocation: it is cut and looked up in the buffer that it was read into.

#![forbid(unsafe_code)]

mod capture;
mod flow;
mod generate;
mod progress;
mod tally;
#[path = "../../../port-consts/examples/terminal/mod.rs"]
mod terminal;
mod text;

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, IsTerminal as _, Read},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::Parser;

use progress::Watched;
use tally::Tally;

/// Adds to each flow the port and the service that it is about: `443/tcp (https)`.
#[derive(Parser)]
#[command(after_help = "\
Input is a capture (pcap or pcapng), or lines of source, destination and transport, with
white space or commas between:
  51234 443 tcp
  10.0.0.7:51234,[2001:db8::1]:443,6,and,more
A source or destination is a port, or an address with a port behind its last colon. A
transport is tcp, udp, sctp or dccp, or its protocol number in IP: 6, 17, 132 or 33. What
follows is kept. Empty lines and those that begin with # are kept as they are.

A flow whose ports have no service gets a - instead. Of a capture, each packet that has
ports makes a line.

Exit status: 0 if everything was understood, 1 if some lines were malformed, and passed
through as they were, or if a capture ends within a packet, 2 if the input can't be read.")]
struct Arguments {
    /// A log or a capture; standard input without it
    file: Option<PathBuf>,
    /// Say of each malformed line what is wrong with it
    #[arg(long)]
    explain: bool,
    /// Say how long it took
    #[arg(long)]
    rate: bool,
    /// Write so many lines of made-up flows instead, to measure with
    #[arg(long, value_name = "LINES", conflicts_with_all = ["file", "explain", "rate"])]
    generate: Option<u64>,
}

fn main() -> ExitCode {
    terminal::main(|arguments, _| match run(arguments) {
        Ok(code) => Ok(code),
        // The reader has enough: `enrich flows.txt | head`.
        Err(Mistake::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            Ok(ExitCode::SUCCESS)
        }
        Err(mistake) => {
            terminal::complain(&mistake.to_string());
            Ok(ExitCode::from(2))
        }
    })
}

/// Why there is nothing more to read or to write.
enum Mistake {
    /// Of standard input or output.
    Io(io::Error),
    /// Of the input, in words.
    Input(String),
}

impl From<io::Error> for Mistake {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Input(words) => f.write_str(words),
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Mistake> {
    if let Some(lines) = arguments.generate {
        generate::write(lines, &mut io::stdout().lock())?;
        return Ok(ExitCode::SUCCESS);
    }
    let start = Instant::now();
    let (input, length) = open(arguments.file.as_deref())?;
    // On a terminal, the lines themselves show how far it is.
    let input = Watched::new(input, length, !io::stdout().is_terminal());
    let tally = enrich(input, arguments.explain)?;
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

fn enrich(input: impl Read + Send, explain: bool) -> Result<Tally, Mistake> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let output = &mut io::stdout().lock();
    if capture::is_one(input.fill_buf()?) {
        capture::enrich(input, output)
    } else {
        text::enrich(input, output, explain)
    }
}
