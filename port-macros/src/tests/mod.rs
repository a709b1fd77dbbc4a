//! Tests of all stages together.

mod calls;
mod copies;
mod properties;
mod sizes;
mod stages;
