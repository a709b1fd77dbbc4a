//! Crates that are written to be compiled and measured.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of the workspace.
pub(crate) fn top() -> PathBuf {
    port_consts_reader::repository()
}

/// A crate of this name, its sources and what its manifest has besides.
pub(crate) fn write(name: &str, manifest: &str, files: &[(&str, String)]) -> PathBuf {
    let folder = top().join("target/report").join(name);
    fs::create_dir_all(folder.join("src")).expect("created");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n{manifest}",
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    fs::copy(top().join("Cargo.lock"), folder.join("Cargo.lock")).expect("copied");
    for (path, text) in files {
        fs::write(folder.join(path), text).expect("written");
    }
    folder
}

/// Runs cargo in a folder; all crates share one target folder.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--quiet")
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", top().join("target/report/target"))
        // What was compiled before is not to help.
        .env("CARGO_INCREMENTAL", "0")
        .status()
        .expect("cargo");
    assert!(status.success(), "{}: {arguments:?}", folder.display());
}

/// The dependency on port-consts.
pub(crate) fn port_consts() -> String {
    format!(
        "[dependencies]\nport-consts = {{ path = '{}', features = [\"iana\"] }}\n",
        top().join("port-consts").display()
    )
}
