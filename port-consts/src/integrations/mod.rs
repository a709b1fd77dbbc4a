//! What the features of port-consts add to the enums that `ports!` makes.
//!
//! `ports!` is expanded in the users' crates and does not know the features of this one.
//! So it emits one call of `__integrations!` for each enum, which is defined here, where
//! they are known. The calls stand for a few lines that hand over to functions of this
//! crate, generic over [`Named`](crate::__private::Named): thousands of variants cost
//! nothing more to compile.

/// Implements what the features ask for.
#[doc(hidden)]
#[macro_export]
macro_rules! __integrations {
    ($name:ident) => {};
}
