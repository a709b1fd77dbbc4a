//! Tests of all stages together.

mod calls;
mod copies;
mod files;
mod properties;
mod shapes;
mod sizes;
mod stages;
