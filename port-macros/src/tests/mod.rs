//! Tests of all stages together.

mod copies;
mod properties;
mod registry;
mod sizes;
mod stages;
