//! Asks the compiler for its version: from Rust 1.86 on, the name of a service is a part of
//! a text, which takes a nanosecond; before, it is bytes that are checked to be text.

#![forbid(unsafe_code)]

use std::{env, process::Command};

/// The first minor version of Rust 1 in which `str::split_at_checked` is a `const fn`.
const CONST_STR_SPLIT: u32 = 86;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(const_str_split)");
    // An unknown compiler is taken for an old one, which is right, if slower.
    if minor_version().is_some_and(|minor| minor >= CONST_STR_SPLIT) {
        println!("cargo::rustc-cfg=const_str_split");
    }
}

/// 86 of `rustc 1.86.0 (05f9846f8 2025-03-31)`.
fn minor_version() -> Option<u32> {
    let output = Command::new(env::var_os("RUSTC")?)
        .arg("--version")
        .output();
    let text = String::from_utf8(output.ok()?.stdout).ok()?;
    let mut parts = text.strip_prefix("rustc 1.")?.split('.');
    parts.next()?.parse().ok()
}
