//! What the expansions of `ports!` and `port!` call. Not public: it changes with
//! the macros, in any version.
//!
//! The macro packs tables as bytes; what reads them is here, so that it is compiled and
//! tested once. The module `format` describes the layouts for both.

mod avoided;
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

pub use avoided::Avoided;
pub use camel::debug_variant;
pub use flow::{is_assigned, may_serve, side_by_ports, side_by_status};
pub use named::Named;
pub use names::{NameTable, Names, Windows, bytes_of, lower, name_before, text_at, windows};
pub use nearest::Nearest;
pub use port_set::port_set;
pub use ports::{by_bitmap, by_hash, in_entries, in_runs, leaves, number_of, place_in_leaves};
pub use refuse::assert_in_class;
pub use slices::{assignment, assignments, one, part, port_under, shared};
pub use table::Table;

// What registries derive. `__private` adds what `__integrations!` calls.
#[cfg(feature = "defmt")]
pub use ::defmt::Format;
#[cfg(not(feature = "defmt"))]
pub use port_macros::Nothing as Format;

use crate::{
    Transport, Transports,
    format::{hash::same_bytes, transports::NAMES},
    transports::of_bit,
};

/// The set of transports with these bits: bit 0 for tcp, 1 for udp, 2 for sctp, 3 for
/// dccp.
#[inline]
#[must_use]
pub const fn transports(bits: u8) -> Transports {
    Transports::from_bits(bits)
}

/// The transports of the library are those of `format::transports`, in the same order. The
/// macro relies on it.
const _: () = {
    assert!(
        Transport::ALL.len() == NAMES.len() && Transports::ALL.len() == NAMES.len(),
        "`Transport` has other transports than `format::transports`"
    );
    let mut i = 0;
    while i < NAMES.len() {
        let transport = Transport::ALL[i];
        assert!(
            transport as usize == i && same_bytes(transport.name().as_bytes(), NAMES[i].as_bytes()),
            "`Transport` has another order than `format::transports`"
        );
        assert!(
            is(Transport::from_name(NAMES[i]), transport),
            "`Transport::from_name` does not know a name of `format::transports`"
        );
        assert!(
            is(of_bit(transport as u32), transport),
            "`transports::of_bit` does not know a bit of `format::transports`"
        );
        i += 1;
    }
};

/// `==` is not const. Only constants above call it, and Rust 1.85 takes that for no use.
#[allow(dead_code)]
const fn is(found: Option<Transport>, wanted: Transport) -> bool {
    match found {
        Some(found) => found as u8 == wanted as u8,
        None => false,
    }
}
