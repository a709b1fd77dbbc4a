//! What the expansions of `ports!` and `port!` call. Not public: it changes with
//! the macros, in any version.
//!
//! The macro packs tables as bytes; what reads them is here, so that it is compiled and
//! tested once. The module `format` describes the layouts for both.

mod camel;
#[cfg(feature = "defmt")]
pub mod defmt;
mod flow;
mod message;
pub(crate) mod named;
mod names;
mod nearest;
mod port_set;
mod ports;
mod refuse;
mod slices;
mod table;

pub use camel::debug_variant;
pub use flow::{is_assigned, may_serve, server_side};

pub use crate::name_or_number::name_or_number as from_name_or_number;
pub use named::Named;
pub use names::{Names, Slots, lower, owner};
pub use nearest::Nearest;
pub use port_set::port_set;
pub use ports::{by_bitmap, by_hash, by_two_levels, in_entries, in_runs, number_of};
pub use refuse::{assert_in_class, refuse_avoided};
pub use slices::{assignment, assignments, one, part, port_under, shared};
pub use table::Table;

// What registries derive and what `__integrations!` calls, by the features that are on.
#[cfg(feature = "defmt")]
pub use ::defmt::Format;
#[cfg(not(feature = "defmt"))]
pub use port_macros::Nothing as Format;

#[cfg(feature = "arbitrary")]
pub use crate::arbitrary::variant as arbitrary_variant;
#[cfg(feature = "arbitrary")]
pub use arbitrary;

#[cfg(feature = "schemars")]
pub use crate::schemars::{SchemaText, schema as name_schema};
#[cfg(feature = "schemars")]
pub use schemars;

#[cfg(feature = "serde")]
pub use crate::serde_forms::named::{deserialize as deserialize_name, serialize as serialize_name};
#[cfg(feature = "serde")]
pub use serde_core as serde;

pub use crate::error::{unknown_category, unknown_service};

use crate::Transports;

/// The set of transports with these bits: bit 0 for tcp, 1 for udp, 2 for sctp, 3 for
/// dccp.
#[inline]
#[must_use]
pub const fn transports(bits: u8) -> Transports {
    Transports::from_bits(bits)
}
