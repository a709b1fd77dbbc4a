//! The figures on the page of the registry are those of today.

#![forbid(unsafe_code)]

use port_consts_coverage::{Coverage, Outcome, Pair};

const PAGE: &str = include_str!("../../../docs/registry.md");
const SAMPLE: &str = include_str!("../sample.csv");

#[test]
fn the_page_has_the_figures_of_today() -> Result<(), Box<dyn std::error::Error>> {
    let table = Coverage::of(&Pair::read(SAMPLE)?).to_string();
    assert!(
        PAGE.contains(&table),
        "write into docs/registry.md:\n{table}"
    );
    Ok(())
}

#[test]
fn the_sample_is_one() -> Result<(), Box<dyn std::error::Error>> {
    let pairs = Pair::read(SAMPLE)?;
    assert!(pairs.len() >= 300, "{}", pairs.len());
    let coverage = Coverage::of(&pairs);
    let named = coverage.count(Outcome::First) + coverage.count(Outcome::Generic);
    assert!(named * 2 > pairs.len(), "{coverage}");
    Ok(())
}
