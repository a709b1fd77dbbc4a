//! What the features of port-consts add to the enums that `ports!` makes.
//!
//! `ports!` is expanded in the users' crates and does not know the features of this one.
//! So it emits one call of `__integrations!` for each enum, which is defined here, where
//! they are known. The call stands for a few lines that hand over to functions of this
//! crate, generic over [`Named`](crate::macro_support::Named): thousands of variants cost
//! nothing more to compile. (`defmt` is a derive, see `__private::defmt`.)

/// Implements what the features ask for.
#[doc(hidden)]
#[macro_export]
macro_rules! __integrations {
    ($name:ident) => {
        $crate::__arbitrary! { $name }
        $crate::__schemars! { $name }
        $crate::__serde! { $name }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($name:ident) => {};
}

#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($name:ident) => {};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident) => {};
}
