//! Tests of all stages together.

mod calls;
mod checks;
mod circles;
mod copies;
mod files;
mod properties;
mod shapes;
mod sizes;
mod stages;
