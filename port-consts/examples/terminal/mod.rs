//! What the examples have in common: they read arguments, write to standard output, and say
//! what is wrong, without a panic wherever their output goes.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    process::ExitCode,
};

use clap::Parser;

/// Runs an example: `run` gets the arguments, and writes to standard output.
pub(crate) fn main<A: Parser>(
    run: impl FnOnce(&A, &mut dyn io::Write) -> io::Result<ExitCode>,
) -> ExitCode {
    let mut output = io::stdout().lock();
    let result = match A::try_parse() {
        Ok(arguments) => run(&arguments, &mut output),
        Err(error) if error.use_stderr() => {
            complain(&error.to_string());
            return ExitCode::from(2);
        }
        // Help is no error.
        Err(help) => write!(output, "{help}").map(|()| ExitCode::SUCCESS),
    };
    let result = result.and_then(|code| output.flush().map(|()| code));
    result.unwrap_or_else(|error| {
        // The reader has enough: `lookup https | head -n 1`.
        if error.kind() == io::ErrorKind::BrokenPipe {
            return ExitCode::SUCCESS;
        }
        complain(&format!("standard output: {error}\n"));
        ExitCode::FAILURE
    })
}

/// Writes lines to standard error. If that fails, there is nowhere to say so.
pub(crate) fn complain(lines: &str) {
    let lines: Vec<String> = lines.lines().map(visible).collect();
    let _ = writeln!(io::stderr(), "{}", lines.join("\n"));
}

/// The text without control characters, which could move the cursor or change colors.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.chars() {
        // Characters that turn the direction of writing aren't control characters.
        let turns = matches!(letter, '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if letter.is_control() || turns {
            let _ = write!(shown, "{}", letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    shown
}
