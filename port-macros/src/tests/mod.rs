//! Tests of all stages together.

mod calls;
mod checks;
mod copies;
mod emitted;
mod files;
mod imports;
mod merged;
mod properties;
mod shapes;
mod sizes;
mod tables;
