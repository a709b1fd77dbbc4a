//! `defmt` as the derive on a registry's enum sees it: its `crate` is this module.
//!
//! The derive puts the names of the variants into a section of the ELF file that is not
//! loaded, and sends the number of a variant, which costs the least. But it borrows one
//! constant for each variant: the compiler builds a table of pointers to constants, 6 bytes
//! a service on a 32-bit processor. This module passes the number by value. The compiler then
//! sees that it is the discriminant less one, and needs no table. (6,235 variants on x86-64:
//! 154 bytes instead of 62,551, at any level of optimisation. Without this module, the enum
//! would work all the same.)

pub use ::defmt::*;

/// What the derive calls.
pub mod export {
    pub use ::defmt::export::*;

    /// Of an enum with up to 255 variants.
    #[allow(
        clippy::inline_always,
        clippy::trivially_copy_pass_by_ref,
        reason = "the derive passes a reference, which has to vanish"
    )]
    #[inline(always)]
    pub fn u8(variant: &u8) {
        byte(*variant);
    }

    /// Of a larger enum.
    #[allow(
        clippy::inline_always,
        clippy::trivially_copy_pass_by_ref,
        reason = "the derive passes a reference, which has to vanish"
    )]
    #[inline(always)]
    pub fn u16(variant: &u16) {
        word(*variant);
    }

    // Not inlined, so that the calls of all variants are one call with another number.
    #[inline(never)]
    fn byte(variant: u8) {
        ::defmt::export::u8(&variant);
    }

    #[inline(never)]
    fn word(variant: u16) {
        ::defmt::export::u16(&variant);
    }
}
