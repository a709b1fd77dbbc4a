//! Makes the table of Debian's services anew, and tells what differs from the curated
//! registry: `cargo run -p port-consts-tests --example debian -- --help`.

#![forbid(unsafe_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;
use port_consts_tests::debian;

/// Makes tests/fixtures/debian-services.csv anew from Debian's /etc/services, and prints
/// what differs from the curated registry.
#[derive(Parser)]
struct Arguments {
    /// The file: etc/services of the package netbase
    #[arg(default_value = "/etc/services")]
    file: PathBuf,
    /// Write nothing, and fail if the table has other facts than the file
    #[arg(long)]
    check: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistake) => {
            eprintln!("{mistake}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let lines = debian::from_services(&fs::read_to_string(&arguments.file)?)?;
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/debian-services.csv");
    let csv = debian::to_csv(&lines)?;
    if arguments.check {
        if fs::read_to_string(&table)? != csv {
            let file = arguments.file.display();
            return Err(format!("{file} has other facts than {}", table.display()).into());
        }
        println!("{} lines, as in the table", lines.len());
        return Ok(());
    }
    fs::write(table, csv)?;
    println!("{} lines", lines.len());
    for difference in debian::differences(&lines) {
        println!("{difference:?}");
    }
    Ok(())
}
