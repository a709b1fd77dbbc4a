//! The words of the domain, for all stages. Nothing here imports a stage.
//!
//! | module | holds |
//! |---|---|
//! | `columns` | the table of columns |
//! | `transports` | sets of transports |
//! | `strategies` | the table of what lookups may be good at |
//! | `identifiers` | the rules for constants and variants |
//! | `classes` | the port classes of RFC 6335 |
//! | `looks` | what cells look like |
//! | `absent` | the words for nothing |
//! | `leave_out` | the option that leaves rows out |
//! | `suggestions` | "did you mean …?" |

pub(crate) mod absent;
pub(crate) mod classes;
pub(crate) mod columns;
pub(crate) mod identifiers;
pub(crate) mod leave_out;
pub(crate) mod looks;
pub(crate) mod strategies;
pub(crate) mod suggestions;
pub(crate) mod transports;
