// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

//! The formats of tables: what the macro packs, the library unpacks.
//!
//! Both crates have this folder, byte for byte, so that every layout is written down once.
//! It allocates nothing and imports nothing. A test in port-macros compares the two copies.
//!
//! All numbers in tables are unsigned and little-endian. A service's number is one above
//! its index; 0 is no service.
//!
//! | module | holds |
//! |---|---|
//! | `transports` | the transports, and their bits in a set |
//! | `hash` | the hashes of names and ports, buckets and slots |
//! | `names` | the slots of the table of names |
//! | `ports` | the four tables of ports: entries, runs, bitmaps, two levels |
//! | `assignments` | the ports of a service |
//! | `distance` | how near two names are, for suggestions |

pub(crate) mod assignments;
pub(crate) mod distance;
pub(crate) mod hash;
pub(crate) mod names;
pub(crate) mod ports;
pub(crate) mod transports;
