//! Where the gateway says what it does: as text, or with the feature `defmt` as numbers,
//! which `defmt-print` turns into text on the host.

#[cfg(feature = "defmt")]
use defmt_semihosting as _;
// It has the implementation of critical sections.
#[cfg(feature = "defmt")]
use cortex_m as _;

/// Says something; as `println!`, with all arguments behind the text.
#[cfg(not(feature = "defmt"))]
macro_rules! log {
    ($($text:tt)*) => { board::println!($($text)*) };
}

/// Says something; as `println!`, with all arguments behind the text.
#[cfg(feature = "defmt")]
macro_rules! log {
    ($($text:tt)*) => { defmt::println!($($text)*) };
}

pub(crate) use log;
