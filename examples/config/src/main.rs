//! Reads a config file with ports by number or name, and says what is wrong with it:
//! `cargo run -p port-consts-config -- gateway.toml`.

#![forbid(unsafe_code)]

use std::{path::PathBuf, process::ExitCode};

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
    let config = match config::load(&Arguments::parse().path) {
        Ok(config) => config,
        Err(mistake) => {
            eprintln!("{mistake}");
            return ExitCode::FAILURE;
        }
    };
    println!("listen    {}", config.listen.get_ref());
    if let Some(metrics) = &config.metrics {
        println!("metrics   {}", metrics.get_ref());
    }
    println!("upstream  {}", config.upstream);
    for service in &config.allow {
        println!("allow     {service}: {}", service.assignments()[0]);
    }
    ExitCode::SUCCESS
}
