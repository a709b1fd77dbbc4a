//! Makes the table of Debian's services anew, and lists what differs from the curated
//! registry.

use std::{error::Error, fs, path::PathBuf};

use clap::Args;
use port_consts_tools::debian;

/// Make tests/fixtures/debian-services.csv anew from Debian's /etc/services, and list what
/// differs from the curated registry
#[derive(Args)]
pub(crate) struct Debian {
    /// The file: etc/services of the package netbase
    #[arg(default_value = "/etc/services")]
    file: PathBuf,
    /// Write nothing, and fail if the table has other facts than the file
    #[arg(long)]
    check: bool,
}

impl Debian {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let file = self.file.display();
        let text = fs::read_to_string(&self.file).map_err(|error| format!("{file}: {error}"))?;
        let lines = debian::from_services(&text).map_err(|error| format!("{file}: {error}"))?;
        let table = port_consts_reader::repository().join("tests/fixtures/debian-services.csv");
        let csv = debian::to_csv(&lines)?;
        if self.check {
            if fs::read_to_string(&table)? != csv {
                return Err(format!("{file} has other facts than {}", table.display()).into());
            }
            println!("{} lines, as in the table", lines.len());
            return Ok(());
        }
        fs::write(table, csv)?;
        println!("{} lines", lines.len());
        let rows = port_consts_reader::rows("port-data.csv");
        for difference in debian::differences(&rows, &lines) {
            println!("{difference:?}");
        }
        Ok(())
    }
}
