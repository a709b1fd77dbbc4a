//! Reads a config file with ports by number or name, and says what is wrong with it:
//! `cargo run -p port-consts-config -- gateway.toml`.

#![forbid(unsafe_code)]

#[path = "../../../port-consts/examples/terminal/mod.rs"]
mod terminal;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::Parser;

/// Checks the config of a gateway.
#[derive(Parser)]
struct Arguments {
    /// The file; without it, the one beside the program
    #[arg(default_value = concat!(
        env!("CARGO_MANIFEST_DIR"), "/gateway.toml"
    ))]
    path: PathBuf,
}

fn main() -> ExitCode {
    terminal::main(run)
}

fn run(arguments: &Arguments, output: &mut dyn Write) -> io::Result<ExitCode> {
    let config = match config::load(&arguments.path) {
        Ok(config) => config,
        Err(mistake) => {
            terminal::complain(&mistake.to_string());
            return Ok(ExitCode::FAILURE);
        }
    };
    writeln!(output, "listen    {}", config.listen.get_ref())?;
    if let Some(metrics) = &config.metrics {
        writeln!(output, "metrics   {}", metrics.get_ref())?;
    }
    writeln!(output, "upstream  {}", config.upstream)?;
    for service in &config.allow {
        writeln!(output, "allow     {service}: {}", service.assignments()[0])?;
    }
    Ok(ExitCode::SUCCESS)
}
