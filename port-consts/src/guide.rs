//! Pages on one subject each.

/// Ports in firmware
#[doc = include_str!("../docs/firmware.md")]
pub mod firmware {}

/// Validate your port plan
#[doc = include_str!("../docs/validate.md")]
pub mod validate {}
