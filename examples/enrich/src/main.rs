//! The program; the library says what it does.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    port_consts_enrich::main()
}
