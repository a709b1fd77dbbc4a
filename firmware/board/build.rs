//! Puts where the memory is, as the linker wants it, on the linker's way.

use std::{env, fs, path::PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=memory");
    let target = env::var("TARGET").expect("cargo says what it compiles for");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo gives a folder"));
    let memory = format!("memory/{target}.x");
    if fs::exists(&memory).expect("readable") {
        fs::copy(memory, out.join("memory.x")).expect("written");
        println!("cargo::rustc-link-search={}", out.display());
    }
}
