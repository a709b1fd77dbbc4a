//! What lookups cost on a Cortex-M3: bytes of flash and instructions. All of it is exact.
//!
//! `.ci/firmware` calls this and tells how cargo is called for that target:
//! `firmware check cargo`, or `env RUSTC=/usr/bin/rustc cargo` at the end. `check` compares
//! with `firmware/figures.csv`; `write` writes that file and the section in
//! `docs/PERFORMANCE.md`.

mod cargo;
mod figures;
mod image;
mod instructions;
mod page;

use std::{error::Error, fs, path::PathBuf};

use clap::{Args, ValueEnum};
use port_consts_tools::markdown;

use cargo::Cargo;
use figures::Figures;

/// Measure what lookups cost on a Cortex-M3; called by .ci/firmware
#[derive(Args)]
pub(crate) struct Firmware {
    /// Compare with firmware/figures.csv, or write it anew
    mode: Mode,
    /// How cargo is called for the target
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    cargo: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    Check,
    Write,
}

impl Firmware {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let figures = measure(&Cargo::new(self.cargo.clone()));
        let message = match self.mode {
            Mode::Check => check(&figures),
            Mode::Write => write(&figures),
        };
        println!("{}", message?);
        Ok(())
    }
}

/// Everything that is measured. What must not be in an image is looked for on the way.
fn measure(cargo: &Cargo) -> Figures {
    let mut figures = Figures::default();
    for level in cargo::LEVELS {
        image::measure(cargo, level, &mut figures);
    }
    for level in cargo::LEVELS {
        instructions::measure(cargo, level, &mut figures);
    }
    figures
}

fn check(figures: &Figures) -> Result<String, String> {
    let text = fs::read_to_string(pins()).map_err(|error| format!("figures.csv: {error}"))?;
    let pinned = Figures::read(&text);
    let page = fs::read_to_string(report()).map_err(|error| format!("PERFORMANCE.md: {error}"))?;
    if markdown::with_firmware(&page, &page::section(&pinned)) != page {
        return Err(
            "docs/PERFORMANCE.md has other figures than firmware/figures.csv; \
             write both with `.ci/firmware write`"
                .to_owned(),
        );
    }
    figures.compare(&pinned)
}

fn write(figures: &Figures) -> Result<String, String> {
    let page = fs::read_to_string(report()).unwrap_or_default();
    let page = markdown::with_firmware(&page, &page::section(figures));
    let written = fs::write(report(), page).and_then(|()| fs::write(pins(), figures.text()));
    written.map_err(|error| error.to_string())?;
    Ok("written: docs/PERFORMANCE.md, firmware/figures.csv".to_owned())
}

fn top() -> PathBuf {
    port_consts_reader::repository()
}

fn pins() -> PathBuf {
    top().join("firmware/figures.csv")
}

fn report() -> PathBuf {
    top().join("docs/PERFORMANCE.md")
}
