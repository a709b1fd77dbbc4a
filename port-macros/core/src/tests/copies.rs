//! The folder `format` is the same in both crates.

use std::{collections::BTreeMap, fs, path::Path};

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (name, fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

#[test]
fn the_formats_are_those_of_the_library() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let original = here.join("../../port-consts/src/format");
    // In a package, there is no other crate beside this one.
    if !original.is_dir() {
        return;
    }
    let (original, copy) = (files(&original), files(&here.join("src/format")));
    let different: Vec<&String> = original
        .keys()
        .chain(copy.keys())
        .filter(|name| original.get(*name) != copy.get(*name))
        .collect();
    assert!(
        different.is_empty(),
        "{different:?}: run `cargo run -p port-consts-tools -- sync`"
    );
}
