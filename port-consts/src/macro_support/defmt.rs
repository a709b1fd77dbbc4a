//! `defmt` as the derive on a registry's enum sees it: its `crate` is this module.
//!
//! The derive is the form that costs the least. It puts the names of the variants into a
//! section of the ELF file that is not loaded, and sends a variant's number. How it writes
//! the number is what is mended here: with one borrowed constant a variant, the compiler
//! builds a table of pointers to constants, 6 bytes a service on a 32-bit processor. With
//! a number passed by value it sees that the number is the discriminant less one, and
//! nothing is left. (6,235 variants on x86-64: 62,551 bytes against 154, at any level of
//! optimisation; without this module the enum would work all the same.)

pub use ::defmt::*;

/// What the derive calls.
pub mod export {
    pub use ::defmt::export::*;

    /// Of an enum with up to 255 variants.
    #[allow(
        clippy::inline_always,
        clippy::trivially_copy_pass_by_ref,
        reason = "the derive hands over a reference, which has to vanish"
    )]
    #[inline(always)]
    pub fn u8(variant: &u8) {
        byte(*variant);
    }

    /// Of a larger enum.
    #[allow(
        clippy::inline_always,
        clippy::trivially_copy_pass_by_ref,
        reason = "the derive hands over a reference, which has to vanish"
    )]
    #[inline(always)]
    pub fn u16(variant: &u16) {
        word(*variant);
    }

    // Not inlined: the calls of all variants are one then, with the number that differs.
    #[inline(never)]
    fn byte(variant: u8) {
        ::defmt::export::u8(&variant);
    }

    #[inline(never)]
    fn word(variant: u16) {
        ::defmt::export::u16(&variant);
    }
}
