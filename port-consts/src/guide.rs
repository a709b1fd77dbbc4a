//! Pages on one subject each.

/// Tasks, and the code for them
///
#[doc = include_str!("../docs/cookbook.md")]
pub mod cookbook {}

/// Where the data is from
///
#[doc = include_str!("../docs/data.md")]
///
#[doc = include_str!("../docs/ports.svg")]
pub mod data {}

/// Ports in firmware
///
#[doc = include_str!("../docs/firmware.md")]
pub mod firmware {}

/// What lookups cost
///
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

/// Ranges, sets, and what people configure
///
/// (This page needs the features `iana`, `schemars` and `serde`, and is empty without them.)
///
#[cfg_attr(
    all(feature = "iana", feature = "schemars", feature = "serde"),
    doc = include_str!("../docs/ranges.md")
)]
pub mod ranges {}

/// Validate your port plan
///
#[doc = include_str!("../docs/validate.md")]
pub mod validate {}
