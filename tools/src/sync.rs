//! Copies of files that packages need within their own folders.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use crate::links::moved;

/// The command that makes all copies anew.
pub const COMMAND: &str = "cargo run -p port-consts-tools -- sync";

/// A file that people edit and its copy, or a folder and its copy.
#[derive(Clone, Copy, Debug)]
enum Pair {
    File(&'static str, &'static str),
    /// A page of the top folder and the folder of its copy, from where relative links lead to the
    /// same files.
    Page(&'static str, &'static str),
    /// The Rust files in a folder.
    Folder(&'static str, &'static str),
}

/// All copies in the repository. Nothing is a symbolic link: a checkout on Windows has none.
const COPIES: [Pair; 12] = [
    Pair::File("port-data.csv", "port-consts/port-data.csv"),
    Pair::File("iana-data.csv", "port-consts/iana-data.csv"),
    Pair::Page("README.md", "port-consts"),
    Pair::Page("CHANGELOG.md", "port-consts"),
    Pair::File("LICENSE-APACHE", "port-consts/LICENSE-APACHE"),
    Pair::File("LICENSE-MIT", "port-consts/LICENSE-MIT"),
    Pair::File("LICENSE-APACHE", "port-macros/LICENSE-APACHE"),
    Pair::File("LICENSE-MIT", "port-macros/LICENSE-MIT"),
    Pair::File("LICENSE-APACHE", "port-macros/core/LICENSE-APACHE"),
    Pair::File("LICENSE-MIT", "port-macros/core/LICENSE-MIT"),
    // What the macro packs and the library unpacks is described once.
    Pair::Folder("port-consts/src/format", "port-macros/core/src/format"),
    // Tests read files as the macros do.
    Pair::File(
        "port-macros/src/records.rs",
        "port-macros/core/src/tests/records.rs",
    ),
];

/// A change that makes a copy what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Write the copy.
    Write {
        /// The copy.
        to: PathBuf,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// Remove a file: there is nothing that it could be a copy of.
    Remove(PathBuf),
}

impl Change {
    /// The copy.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Write { to, .. } | Self::Remove(to) => to,
        }
    }
}

/// The changes that make all copies below `top` what they should be.
///
/// # Errors
///
/// If a file that people edit can't be read.
pub fn changes(top: &Path) -> io::Result<Vec<Change>> {
    let mut changes = Vec::new();
    for pair in COPIES {
        match pair {
            Pair::File(from, to) => changes.extend(change(top.join(to), read(&top.join(from))?)),
            Pair::Page(name, folder) => {
                let page = read_page(&top.join(name))?;
                let copy = moved(&page, folder).into_bytes();
                changes.extend(change(top.join(folder).join(name), copy));
            }
            Pair::Folder(from, to) => {
                let (from, to) = (top.join(from), top.join(to));
                let names = rust_files(&from)?;
                for name in &names {
                    changes.extend(change(to.join(name), read(&from.join(name))?));
                }
                let copies = rust_files(&to)?;
                let surplus = copies.difference(&names);
                changes.extend(surplus.map(|name| Change::Remove(to.join(name))));
            }
        }
    }
    Ok(changes)
}

/// Makes all copies below `top` what they should be, and returns what had to be changed.
///
/// # Errors
///
/// If a file can't be read, written or removed.
pub fn sync(top: &Path) -> io::Result<Vec<Change>> {
    let changes = changes(top)?;
    for change in &changes {
        match change {
            Change::Write { to, bytes } => {
                fs::create_dir_all(to.parent().unwrap_or(top))?;
                // If there still is a link, `fs::write` would write through it.
                let _ = fs::remove_file(to);
                fs::write(to, bytes)?;
            }
            Change::Remove(path) => fs::remove_file(path)?,
        }
    }
    Ok(changes)
}

/// The change of one copy, if it has other bytes than these.
fn change(to: PathBuf, bytes: Vec<u8>) -> Option<Change> {
    let is_link = fs::symlink_metadata(&to).is_ok_and(|it| it.is_symlink());
    let equal = !is_link && fs::read(&to).is_ok_and(|it| it == bytes);
    (!equal).then_some(Change::Write { to, bytes })
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path).map_err(|error| named(path, &error))
}

fn read_page(path: &Path) -> io::Result<String> {
    fs::read_to_string(path).map_err(|error| named(path, &error))
}

/// The error, with the path in its text.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// The names of the Rust files in a folder; none if there is no such folder.
fn rust_files(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut names = BTreeSet::new();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(names),
        entries => entries.map_err(|error| named(folder, &error))?,
    };
    for entry in entries {
        let name = PathBuf::from(entry?.file_name());
        if name.extension().is_some_and(|it| it == "rs") {
            names.insert(name);
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{COMMAND, COPIES, Change, Pair, changes, sync};

    /// A repository of empty files.
    fn repository(name: &str) -> std::path::PathBuf {
        let top = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&top);
        for pair in COPIES {
            let path = match pair {
                Pair::File(from, _) | Pair::Page(from, _) => top.join(from),
                Pair::Folder(from, _) => top.join(from).join("one.rs"),
            };
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        top
    }

    #[test]
    fn copies_are_equal_in_this_repository() {
        let changes = changes(&port_consts_reader::repository()).unwrap();
        let paths: Vec<_> = changes.iter().map(Change::path).collect();
        assert!(paths.is_empty(), "{paths:?} differ; run `{COMMAND}`");
    }

    #[test]
    fn what_differs_is_written_and_nothing_else() {
        let top = repository("copies");
        assert_eq!(sync(&top).unwrap().len(), COPIES.len());
        assert_eq!(changes(&top).unwrap(), []);
        for (name, new, copy) in [
            ("README.md", "[new](docs/a.md)", "[new](../docs/a.md)"),
            ("LICENSE-MIT", "[new](docs/a.md)", "[new](docs/a.md)"),
        ] {
            fs::write(top.join(name), new).unwrap();
            let path = top.join("port-consts").join(name);
            assert_eq!(changes(&top).unwrap()[0].path(), path);
            sync(&top).unwrap();
            assert_eq!(fs::read_to_string(path).unwrap(), copy);
            assert_eq!(changes(&top).unwrap(), []);
        }
        // A copy of nothing goes away.
        let path = top.join("port-macros/core/src/format/two.rs");
        fs::write(&path, "").unwrap();
        assert_eq!(sync(&top).unwrap(), [Change::Remove(path)]);
        assert_eq!(changes(&top).unwrap(), []);
        fs::remove_dir_all(top).unwrap();
    }

    #[test]
    fn a_missing_original_is_an_error_with_its_path() {
        let top = repository("no-original");
        fs::remove_file(top.join("port-data.csv")).unwrap();
        let error = sync(&top).unwrap_err().to_string();
        assert!(error.contains("port-data.csv: "), "{error}");
        fs::remove_dir_all(top).unwrap();
    }
}
