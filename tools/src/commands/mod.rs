//! The commands, one module each.

mod debian;
mod firmware;
mod iana;
mod sync;

use std::error::Error;

use clap::Parser;

/// Makes anew what is committed in this repository.
#[derive(Parser)]
#[command(name = "port-consts-tools")]
pub(crate) enum Command {
    Sync(sync::Sync),
    Iana(iana::Iana),
    Debian(debian::Debian),
    Firmware(firmware::Firmware),
}

impl Command {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Sync(command) => command.run(),
            Self::Iana(command) => command.run(),
            Self::Debian(command) => command.run(),
            Self::Firmware(command) => command.run(),
        }
    }
}
