//! Tests of all stages together.

mod copies;
mod files;
mod properties;
mod registry;
mod shapes;
mod sizes;
mod stages;
