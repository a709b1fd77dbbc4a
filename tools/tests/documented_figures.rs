//! The figures of the firmware that the documentation shows are those that were measured.

#![forbid(unsafe_code)]

use std::{collections::HashMap, path::Path};

const FIRMWARE: &str = include_str!("../../port-consts/docs/firmware.md");
const README: &str = include_str!("../../README.md");

/// The figures of the firmware, at opt-level "s", by registry, what is used or asked, and
/// what the figure is.
fn figures() -> HashMap<[String; 3], f64> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../firmware/figures.csv");
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.comment(Some(b'#')).from_path(path).unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.filter(|row| &row[0] == "s")
        .map(|row| {
            let key = [1, 2, 3].map(|column| row[column].to_owned());
            (key, row[4].parse().unwrap())
        })
        .collect()
}

/// The cells of the rows of a table whose header begins with `title`.
fn cells<'a>(page: &'a str, title: &str) -> Vec<Vec<&'a str>> {
    let lines = page.lines().skip_while(|line| !line.starts_with(title));
    let rows = lines.skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn the_figures_of_firmware_are_those_measured() {
    let figures = figures();
    let get =
        |registry: &str, of: &str, what: &str| figures[&[registry, of, what].map(str::to_owned)];
    let kilobytes = |registry| {
        let bytes = get(registry, "all-three", "data") + get(registry, "all-three", "code");
        format!("{:.1} kB", bytes / 1000.0)
    };
    let mean = |registry, of| format!("{:.0}", get(registry, of, "mean"));
    let registries = ["ten", "curated", "curated-speed", "iana", "iana-speed"];
    let rows = cells(FIRMWARE, "| registry | flash");
    assert_eq!(rows.len(), registries.len());
    for (row, registry) in rows.iter().zip(registries) {
        assert_eq!(row[1], kilobytes(registry));
        let ports = ["by port, known", "by port, unknown"].map(|of| mean(registry, of));
        assert_eq!(row[2], ports.join(", "));
        assert_eq!(row[3], mean(registry, "by name, known"));
    }
    let rows = cells(README, "| registry | flash");
    assert_eq!(rows.len(), 3);
    for (row, registry) in rows.iter().zip(registries) {
        assert_eq!(row[1], kilobytes(registry));
        let both = ["by port, known", "by name, known"].map(|of| mean(registry, of));
        assert_eq!(row[2], both.join(", "));
    }
}
