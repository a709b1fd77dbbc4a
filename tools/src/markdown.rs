//! Parts of `docs/PERFORMANCE.md`.

use std::fmt::Write as _;

/// A table; the first row has the titles.
///
/// # Panics
///
/// Where there is no row.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (i, row) in rows.iter().enumerate() {
        writeln!(text, "| {} |", row.join(" | ")).expect("written");
        if i == 0 {
            writeln!(text, "|---|{}", "---:|".repeat(row.len() - 1)).expect("written");
        }
    }
    text
}

const BEGIN: &str = "<!-- By `.ci/firmware write`; all else is by the report. -->\n";
const END: &str = "<!-- Up to here. -->\n";

/// The section about firmware, with the marks around it; empty where there is none.
///
/// It is written by a program of its own, which needs other compilers and an emulator.
#[must_use]
pub fn firmware(page: &str) -> &str {
    let begin = page.find(BEGIN);
    let end = page.find(END).map(|end| end + END.len());
    let range = begin.zip(end).map(|(begin, end)| begin..end);
    range.and_then(|it| page.get(it)).unwrap_or("")
}

/// The page with this text as its section about firmware.
#[must_use]
pub fn with_firmware(page: &str, text: &str) -> String {
    let section = format!("{BEGIN}\n{text}\n{END}");
    match firmware(page) {
        "" => format!("{page}\n{section}"),
        old => page.replace(old, &section),
    }
}
