//! Tells the library two things: what the compiler can do, and whether this is the
//! repository or a package of it.
//!
//! - From Rust 1.86 on, the name of a service is part of a text, which takes a nanosecond.
//!   Before, it is bytes that are checked to be text.
//! - In the repository the registries are read from its top folder, where people edit them.
//!   A package has copies of its own.

#![forbid(unsafe_code)]

use std::{env, path::Path, process::Command};

/// The first minor version of Rust 1 in which `str::split_at_checked` is a `const fn`.
const CONST_STR_SPLIT: u32 = 86;

/// Files that stand beside the package in the repository, and nowhere else all together.
const REPOSITORY: [&str; 2] = ["../port-macros/src/lib.rs", "../port-data.csv"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(const_str_split, in_repository)");
    // An unknown compiler is taken for an old one, which is right, if slower.
    if minor_version().is_some_and(|minor| minor >= CONST_STR_SPLIT) {
        println!("cargo::rustc-cfg=const_str_split");
    }
    // Cargo runs a build script each time if a file that it names isn't there.
    let (there, missing): (Vec<_>, Vec<_>) = REPOSITORY
        .into_iter()
        .partition(|path| Path::new(path).is_file());
    for path in there {
        println!("cargo::rerun-if-changed={path}");
    }
    if missing.is_empty() {
        println!("cargo::rustc-cfg=in_repository");
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
