//! Makes `iana-data.csv` anew and lists what changed.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use port_consts_tools::{
    snapshot::{self, Difference, Row},
    sync,
};

/// Make iana-data.csv anew, and list which services were added, removed, renamed or moved
#[derive(Args)]
pub(crate) struct Iana {
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

impl Iana {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        if !is_date(&self.date) {
            return Err(format!("`{}` is not a date; write it like 2026-09-17", self.date).into());
        }
        let mut after = match &self.source {
            Source::Registry { file } => snapshot::from_csv(&read(file)?)?,
            Source::Lists { current, older } => {
                snapshot::from_lists(&read(current)?, &read(older)?)?
            }
        };
        let top = port_consts_reader::repository();
        let data = top.join("iana-data.csv");
        let before = if data.exists() {
            snapshot::from_csv(&read(&data)?)?
        } else {
            Vec::new()
        };
        let difference = snapshot::compare(&before, &after);
        snapshot::keep_old_names(&before, &mut after, &difference);
        print(&difference, &after);
        if self.dry_run {
            return Ok(());
        }
        write(&data, &snapshot::to_csv(&after))?;
        let module = top.join("port-consts/src/iana.rs");
        write(&module, &with_date(&read(&module)?, &self.date)?)?;
        sync::sync(&top)?;
        Ok(())
    }
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
