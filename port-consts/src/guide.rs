//! Pages on one subject each.

/// Validate your port plan
#[doc = include_str!("../docs/validate.md")]
pub mod validate {}
