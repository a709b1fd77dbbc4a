//! Makes `iana-data.csv` anew and tells what changed:
//! `cargo run -p port-consts-tests --example iana -- --help`.

#![forbid(unsafe_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use port_consts_tests::snapshot::{self, Difference, Row};

/// Makes iana-data.csv anew, and prints which services were added, removed, renamed or
/// moved.
#[derive(Parser)]
struct Arguments {
    /// The day of the registry, such as 2026-09-17: `port_consts::iana::SNAPSHOT`
    #[arg(long)]
    date: String,
    /// Print what would change, and leave all files as they are
    #[arg(long)]
    dry_run: bool,
    #[command(subcommand)]
    source: Source,
}

#[derive(Subcommand)]
enum Source {
    /// From IANA's own file, as it is downloaded
    Registry {
        /// service-names-port-numbers.csv
        file: PathBuf,
    },
    /// From two lists of the registry, see docs/iana-data.md
    Lists {
        /// The index.json of the package port-numbers
        current: PathBuf,
        /// The service-names-port-numbers.json of the package of that name
        older: PathBuf,
    },
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

fn run(arguments: &Arguments) -> Result<(), String> {
    if !is_date(&arguments.date) {
        return Err(format!("`{}` is no date; write 2026-09-17", arguments.date));
    }
    let mut after = match &arguments.source {
        Source::Registry { file } => snapshot::from_csv(&read(file)?)?,
        Source::Lists { current, older } => snapshot::from_lists(&read(current)?, &read(older)?)?,
    };
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let data = top.join("iana-data.csv");
    let before = if data.exists() {
        snapshot::from_csv(&read(&data)?)?
    } else {
        Vec::new()
    };
    let difference = snapshot::compare(&before, &after);
    snapshot::keep_old_names(&before, &mut after, &difference);
    print(&difference, &after);
    if arguments.dry_run {
        return Ok(());
    }
    write(&data, &snapshot::to_csv(&after))?;
    let module = top.join("port-consts/src/iana.rs");
    write(&module, &with_date(&read(&module)?, &arguments.date)?)
}

fn is_date(text: &str) -> bool {
    let digits = |part: &str, length| part.len() == length && part.parse::<u16>().is_ok();
    matches!(text.split('-').collect::<Vec<_>>()[..], [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The module with another date in its constant `SNAPSHOT`.
fn with_date(module: &str, date: &str) -> Result<String, String> {
    const BEFORE: &str = "pub const SNAPSHOT: &str = \"";
    let (head, rest) = module
        .split_once(BEFORE)
        .ok_or("port-consts/src/iana.rs has no constant `SNAPSHOT`")?;
    let (_, rest) = rest.split_once('"').ok_or("the constant has no end")?;
    Ok(format!("{head}{BEFORE}{date}\"{rest}"))
}

fn print(difference: &Difference, rows: &[Row]) {
    let list = |what: &str, names: &[String]| {
        println!("{what}: {}", names.len());
        for name in names {
            println!("  {name}");
        }
    };
    list("added", &difference.added);
    list("removed", &difference.removed);
    list("moved to other ports or transports", &difference.moved);
    let renamed: Vec<String> = difference
        .renamed
        .iter()
        .map(|(old, new)| format!("{old} is {new}"))
        .collect();
    list("renamed (the old name is an alias)", &renamed);
    println!("{} rows", rows.len());
}
