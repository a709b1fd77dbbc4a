//! Every mistake that a user can make, one file each, with the words that they read.
//!
//! The expected output has our own words and the lines that rustc shows; what the
//! compiler says by itself is left to the test `compile`, which looks for our words in it.
//! `TRYBUILD=overwrite cargo test -p port-consts-compile-tests --test ui` writes it anew.

#![forbid(unsafe_code)]

use std::path::Path;

#[cfg(unix)]
#[test]
fn mistakes_read_well() {
    // The tests are compiled in a project of trybuild's own, which paths of CSV files are
    // relative to.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let project = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    std::fs::create_dir_all(&project).unwrap();
    let link = project.join("../ui");
    let _ = std::fs::remove_file(&link);
    std::os::unix::fs::symlink(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui"), link).unwrap();
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
