//! What the programs need of the machine that they run on: a start, output, an end.
//!
//! The machines are those of QEMU, whose semihosting prints and ends. `memory` has where
//! the memory of each is.

#![no_std]
#![forbid(unsafe_code)]

#[cfg(target_arch = "arm")]
pub use cortex_m_rt;
#[cfg(target_arch = "riscv32")]
pub use riscv_rt;
pub use semihosting::{println, process::exit};

/// Makes a function that says whether all went well the program's start; its answer is
/// the status of QEMU.
#[cfg(target_arch = "arm")]
#[macro_export]
macro_rules! start {
    ($main:path) => {
        #[$crate::cortex_m_rt::entry]
        fn start() -> ! {
            $crate::exit(if $main() { 0 } else { 1 })
        }
    };
}

/// Makes a function that says whether all went well the program's start; its answer is
/// the status of QEMU.
#[cfg(target_arch = "riscv32")]
#[macro_export]
macro_rules! start {
    ($main:path) => {
        #[$crate::riscv_rt::entry]
        fn start() -> ! {
            $crate::exit(if $main() { 0 } else { 1 })
        }
    };
}
