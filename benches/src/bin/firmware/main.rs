//! What lookups cost on a Cortex-M3: bytes of flash and instructions. All of it is exact.
//!
//! `.ci/firmware` calls this, and tells how cargo is called for that target:
//! `firmware check cargo`, or `env RUSTC=/usr/bin/rustc cargo` for the end. `check` compares
//! with `firmware/figures.csv`, `write` writes that file and the section in
//! `docs/PERFORMANCE.md`.

#![forbid(unsafe_code)]

mod cargo;
mod figures;
mod image;
mod instructions;
mod page;

use std::{env, fs, path::Path, process::ExitCode};

use port_consts_benches::markdown;

use cargo::Cargo;
use figures::Figures;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let mode = arguments.next().unwrap_or_default();
    let cargo = Cargo::new(arguments.collect());
    let outcome = match mode.as_str() {
        "check" => check(&measure(&cargo)),
        "write" => write(&measure(&cargo)),
        _ => Err("usage: firmware check|write CARGO..".to_owned()),
    };
    match outcome {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
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

fn top() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn pins() -> std::path::PathBuf {
    top().join("firmware/figures.csv")
}

fn report() -> std::path::PathBuf {
    top().join("docs/PERFORMANCE.md")
}
