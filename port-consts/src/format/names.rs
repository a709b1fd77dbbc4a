// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/src/format.

//! The table of names: all names in one text, the ends of names in it, and slots that the
//! perfect hash of a name selects.
//!
//! Names come first, in the order of services, and then all aliases. The *place* of a name
//! is its index in this order. A slot holds the place plus one, in [`PLACE_BYTES`], or 0
//! if it is empty. A slot of [`WITH_NUMBER_BYTES`] also holds the number of the service,
//! which the place of an alias does not tell.

/// The bytes of a slot without a service's number.
pub(crate) const PLACE_BYTES: usize = 2;

/// The bytes of a slot with a service's number.
pub(crate) const WITH_NUMBER_BYTES: usize = 4;

/// A slot with a number.
pub(crate) const fn slot(place: u32, number: u32) -> u32 {
    (place + 1) | (number << 16)
}

/// The place plus one, and the number of the service, that a slot of so many bytes holds.
/// Without a number, that is the place plus one: the same, except for aliases.
#[inline]
pub(crate) const fn unpack<const SLOT_BYTES: usize>(slot: u32) -> (u32, u32) {
    match SLOT_BYTES {
        WITH_NUMBER_BYTES => (slot & 0xFFFF, slot >> 16),
        _ => (slot, slot),
    }
}
