//! Copies of files that packages need within their own folders.

use std::error::Error;

use clap::Args;
use port_consts_tools::sync::{Change, sync};

/// Make the copies of the registries, the README and other files anew
#[derive(Args)]
pub(crate) struct Sync {}

impl Sync {
    #[allow(clippy::unused_self, reason = "as all commands are run")]
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let top = port_consts_reader::repository().canonicalize()?;
        let changes = sync(&top)?;
        for change in &changes {
            let path = change.path().strip_prefix(&top)?.display();
            match change {
                Change::Write { .. } => println!("written: {path}"),
                Change::Remove(_) => println!("removed: {path}"),
            }
        }
        if changes.is_empty() {
            println!("all copies are equal already");
        }
        Ok(())
    }
}
