//! Writes docs/PERFORMANCE.md: what lookups, builds and bytes cost, beside peers.
//!
//! `cargo bench -p port-consts-benches` comes first: its times are read from criterion's
//! files. Then `cargo run --release -p port-consts-report --bin report`, which compiles
//! crates for several minutes.

#![forbid(unsafe_code)]

mod build;
mod bytes;
mod peers;
mod plot;
mod scratch;
mod times;

use std::{fs, process::Command};

use port_consts_tools::markdown;

fn main() {
    let docs = port_consts_reader::repository().join("docs");
    let times = times::read();
    assert!(
        !times.is_empty(),
        "there are no times; run `cargo bench -p port-consts-benches` first"
    );
    let pictures = docs.join("performance");
    fs::create_dir_all(&pictures).expect("a folder");
    let mut text = HEAD.replace("MACHINE", &machine());
    text += &times::report(&times);
    plot::sizes(&times, "port", &pictures.join("ports.svg"));
    plot::sizes(&times, "name", &pictures.join("names.svg"));
    text += CROSSING;
    let bytes = bytes::measure();
    text += &bytes::report(&bytes);
    plot::bytes(&bytes, &pictures.join("bytes.svg"));
    let builds = build::measure();
    text += &build::report(&builds);
    plot::builds(&builds, &pictures.join("builds.svg"));
    let page = docs.join("PERFORMANCE.md");
    let old = fs::read_to_string(&page).unwrap_or_default();
    let firmware = markdown::firmware(&old);
    if !firmware.is_empty() {
        text = format!("{text}\n{firmware}");
    }
    fs::write(page, text).expect("written");
    println!("written: docs/PERFORMANCE.md");
}

const HEAD: &str = "\
# What it costs

Measured on MACHINE.
Times are for comparison within one run: machines differ, and are noisy. Bytes are exact.
Both are made anew by

```sh
cargo bench -p port-consts-benches
cargo run --release -p port-consts-report --bin report
```

";

const CROSSING: &str = "
## Where `match` and tables cross

Registries of 2 to 1000 services on scattered ports; half of the questions are for ports that
a service has. A `match` is as fast as a table up to about sixteen ports or six names, which
is where the macro changes over.

![Time of a lookup by port against the size of the registry](performance/ports.svg)

![Time of a lookup by name against the size of the registry](performance/names.svg)
";

/// The processor and the compiler.
fn machine() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("an unknown processor", |it| {
            it.trim_start_matches([' ', '\t', ':'])
        });
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map_or_else(
        |_| "rustc".to_owned(),
        |it| String::from_utf8_lossy(&it.stdout).trim().to_owned(),
    );
    format!("{model}, {}, {rustc}", std::env::consts::ARCH)
}
