//! From the path in the macro call to the text of the file.

use std::{
    ffi::OsStr,
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use syn::LitStr;

use crate::problem::{Problems, shown};

/// Larger files are refused before they are read: all 65,536 ports under all four
/// transports, described at length, need less.
const MAX_BYTES: u64 = 32 << 20;

/// A file and its text, which is empty if the file can't be read.
pub(crate) struct File {
    /// Where the compiler finds the file, to compile again when it has changed.
    pub(crate) tracked: Tracked,
    /// Without a byte order mark.
    pub(crate) text: String,
}

/// What is written into `include_bytes!`. It is always the file that was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Tracked {
    /// There is no file, or it is not to be read.
    Nothing,
    /// The path as it is written, which is absolute, or begins at `CARGO_MANIFEST_DIR`, which
    /// is. The tokens are the same on every machine.
    AsWritten,
    /// This path. The compiler would begin a relative `CARGO_MANIFEST_DIR` at the file that
    /// has the macro call; it was read from the folder that the compiler runs in.
    Absolute(String),
}

/// Reads the file; a relative path starts at the `Cargo.toml` of the crate that is
/// being compiled.
pub(crate) fn read(literal: &LitStr, problems: &mut Problems) -> File {
    let mut file = File {
        tracked: Tracked::Nothing,
        text: String::new(),
    };
    let folder = std::env::var_os("CARGO_MANIFEST_DIR");
    let (path, tracked) = match resolve(&literal.value(), folder.as_deref()) {
        Ok(found) => found,
        Err(problem) => {
            problems.whole(problem);
            return file;
        }
    };
    match load(&path) {
        Ok(bytes) => {
            if !bytes.is_empty() {
                file.tracked = tracked;
            }
            file.text = decode(bytes, problems);
        }
        Err(problem) => problems.whole(problem),
    }
    file
}

/// The file's path, and how it is tracked. `folder` is `CARGO_MANIFEST_DIR`.
fn resolve(path: &str, folder: Option<&OsStr>) -> Result<(PathBuf, Tracked), String> {
    if path.trim().is_empty() {
        return Err("the path is empty; write the path of a CSV file, \
                    relative to the crate's Cargo.toml"
            .to_owned());
    }
    if path.contains('\0') {
        return Err("the path has a NUL character in it".to_owned());
    }
    if Path::new(path).is_absolute() {
        return Ok((PathBuf::from(path), Tracked::AsWritten));
    }
    let Some(folder) = folder else {
        return Err(
            "`CARGO_MANIFEST_DIR` is not set, so there is no folder to start from; \
             build with cargo, set it to the folder that the path starts at, \
             or write an absolute path"
                .to_owned(),
        );
    };
    let whole = Path::new(folder).join(path);
    if whole.is_absolute() {
        return Ok((whole, Tracked::AsWritten));
    }
    let absolute = std::path::absolute(&whole).map_err(|error| {
        let shown = whole.display();
        format!("`{shown}` starts at a folder that can't be found: {error}")
    })?;
    match absolute.to_str() {
        Some(text) => {
            let tracked = Tracked::Absolute(text.to_owned());
            Ok((absolute, tracked))
        }
        None => Err(format!(
            "`{}` is not UTF-8, which the compiler needs; \
             set `CARGO_MANIFEST_DIR` to an absolute path",
            absolute.display()
        )),
    }
}

fn load(path: &Path) -> Result<Vec<u8>, String> {
    let display = path.display().to_string();
    let shown = shown(&display);
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            format!(
                "no file `{shown}`; a path in `ports!` is relative to the crate's Cargo.toml, \
                 the folder `CARGO_MANIFEST_DIR`"
            )
        }
        _ => unreadable(&shown, &error),
    })?;
    if metadata.is_dir() {
        return Err(format!("`{shown}` is a directory; name a CSV file in it"));
    }
    if !metadata.is_file() {
        // The compiler would wait for the writer of a pipe, and a device may have no end.
        return Err(format!(
            "`{shown}` is a pipe or a device; name a CSV file, which can be read again"
        ));
    }
    if metadata.len() == 0 {
        // Files of the system that wait for something to happen have this length, too.
        return Ok(Vec::new());
    }
    if metadata.len() > MAX_BYTES {
        return Err(too_large(&shown, metadata.len()));
    }
    let file = fs::File::open(path).map_err(|error| unreadable(&shown, &error))?;
    bytes_of(file, &shown)
}

/// Reads a file to its end. It may grow while it is read.
fn bytes_of(file: impl io::Read, shown: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut file = file.take(MAX_BYTES + 1);
    let length = file.read_to_end(&mut bytes);
    let length = length.map_err(|error| unreadable(shown, &error))?;
    match u64::try_from(length) {
        Ok(length) if length <= MAX_BYTES => Ok(bytes),
        _ => Err(too_large(shown, MAX_BYTES + 1)),
    }
}

fn unreadable(shown: &str, error: &io::Error) -> String {
    format!("`{shown}` can't be read: {error}")
}

fn too_large(shown: &str, length: u64) -> String {
    format!(
        "`{shown}` has {length} bytes, more than any table of ports needs; \
         at most {MAX_BYTES} are read"
    )
}

/// Checks that the bytes are text, and returns it without a byte order mark. Of a file that is
/// text but for a few bytes, all rows are there, so that their names are no further errors.
pub(crate) fn decode(bytes: Vec<u8>, problems: &mut Problems) -> String {
    if let Some(what) = no_text(&bytes) {
        problems.whole(format!("the file is {what}"));
        return String::new();
    }
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let is_utf_16 = matches!(bytes[..], [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
            let hint = if is_utf_16 {
                "; it begins like UTF-16, "
            } else {
                "; "
            };
            problems.at(
                line_of(&bytes, at),
                format!(
                    "byte 0x{:02X} at offset {at} is not UTF-8{hint}save the file as UTF-8",
                    bytes[at]
                ),
            );
            if is_utf_16 {
                return String::new();
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
    };
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    if let Some(at) = text.find('\0') {
        problems.at(
            line_of(text.as_bytes(), at),
            "a NUL character; a CSV is plain text, save the file as UTF-8",
        );
        text = text.replace('\0', "\u{FFFD}");
    }
    text
}

/// What a file is that is no text in UTF-8 as a whole, and what to do.
fn no_text(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => Some("a spreadsheet or an archive; save its table as CSV"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("a document of Office; save its table as CSV"),
        [0x1F, 0x8B, ..] => Some("compressed; unpack it"),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF; save its table as CSV"),
        // Without a byte order mark.
        [0, a, 0, b, ..] | [a, 0, b, 0, ..] if *a != 0 && *b != 0 => {
            Some("text in UTF-16; save it as UTF-8")
        }
        _ => None,
    }
}

/// The line that the byte at `offset` is in. Lines end with LF, CRLF or CR.
pub(crate) fn line_of(bytes: &[u8], offset: usize) -> usize {
    1 + (0..offset)
        .filter(|&i| match bytes[i] {
            b'\n' => true,
            b'\r' => bytes.get(i + 1) != Some(&b'\n'),
            _ => false,
        })
        .count()
}

#[cfg(test)]
mod tests {
    use std::{ffi::OsStr, path::Path};

    use proc_macro2::Span;
    use syn::LitStr;

    use super::{MAX_BYTES, Tracked, bytes_of, decode, line_of, load, resolve};
    use crate::problem::tests::texts_of;

    #[test]
    fn lines_are_counted_as_editors_do() {
        let text = b"a\nb\r\nc\rd";
        assert_eq!(
            [0, 2, 5, 7].map(|offset| line_of(text, offset)),
            [1, 2, 3, 4]
        );
    }

    #[test]
    fn byte_order_mark_is_dropped() {
        let mut text = String::new();
        let texts = texts_of(|problems| text = decode(b"\xEF\xBB\xBFname".to_vec(), problems));
        assert_eq!((text.as_str(), texts.len()), ("name", 0));
    }

    #[test]
    fn what_is_no_text_is_one_mistake() {
        for (bytes, end) in [
            (
                &b"PK\x03\x04\x14\0\xFF"[..],
                "archive; save its table as CSV",
            ),
            (b"\xD0\xCF\x11\xE0\xA1", "save its table as CSV"),
            (b"\x1F\x8B\x08\0\0", "the file is compressed; unpack it"),
            (b"%PDF-1.7", "a PDF; save its table as CSV"),
            (
                b"\0n\0a\0\n",
                "the file is text in UTF-16; save it as UTF-8",
            ),
            (
                b"n\0a\0\n\0",
                "the file is text in UTF-16; save it as UTF-8",
            ),
        ] {
            let texts = texts_of(|problems| {
                assert_eq!(decode(bytes.to_vec(), problems), "");
            });
            assert_eq!(texts.len(), 1, "{texts:?}");
            assert!(texts[0].ends_with(end), "{texts:?}");
        }
    }

    #[test]
    fn bad_bytes_are_named_with_their_line() {
        let texts = texts_of(|problems| {
            assert_eq!(
                decode(b"name\nssh \xE9\nb\n".to_vec(), problems),
                "name\nssh \u{FFFD}\nb\n"
            );
        });
        assert_eq!(
            texts,
            ["ports.csv:2: byte 0xE9 at offset 9 is not UTF-8; save the file as UTF-8"]
        );
        let texts = texts_of(|problems| {
            decode(b"\xFF\xFEn\0".to_vec(), problems);
        });
        assert!(texts[0].contains("begins like UTF-16"), "{texts:?}");
        let texts = texts_of(|problems| {
            assert_eq!(decode(b"a\nb\0c".to_vec(), problems), "a\nb\u{FFFD}c");
        });
        assert!(
            texts[0].starts_with("ports.csv:2: a NUL character"),
            "{texts:?}"
        );
    }

    #[test]
    fn the_file_that_is_read_is_the_file_that_is_tracked() {
        let at = |path: &str, folder: Option<&str>| resolve(path, folder.map(OsStr::new));
        let here = std::env::current_dir().unwrap();
        let absolute = |path: &str| {
            let path = here.join(path);
            let text = path.to_str().unwrap().to_owned();
            Ok((path, Tracked::Absolute(text)))
        };
        let folder = here.to_str().unwrap();
        let as_written = |path: &str| Ok((here.join(path), Tracked::AsWritten));
        assert_eq!(at("a.csv", Some(folder)), as_written("a.csv"));
        assert_eq!(at("b/../a.csv", Some(folder)), as_written("b/../a.csv"));
        let elsewhere = here.join("a.csv");
        let elsewhere = elsewhere.to_str().unwrap();
        assert_eq!(at(elsewhere, None), as_written("a.csv"));
        assert_eq!(at(elsewhere, Some("x")), as_written("a.csv"));
        // Relative folders begin where the compiler runs.
        assert_eq!(at("a.csv", Some(".")), absolute("a.csv"));
        assert_eq!(at("a.csv", Some("sub")), absolute("sub/a.csv"));
        assert_eq!(at("a.csv", Some("")), absolute("a.csv"));
        let mistake = at("a.csv", None).unwrap_err();
        assert!(
            mistake.contains("`CARGO_MANIFEST_DIR` is not set"),
            "{mistake}"
        );
    }

    #[test]
    fn a_file_is_tracked_if_there_is_something_in_it() {
        let name = format!("port-macros-tracked-{}.csv", std::process::id());
        let path = std::env::temp_dir().join(name);
        let literal = LitStr::new(path.to_str().unwrap(), Span::call_site());
        let read = || {
            let mut tracked = Tracked::Nothing;
            let texts = texts_of(|problems| tracked = super::read(&literal, problems).tracked);
            (tracked, texts)
        };
        let (tracked, texts) = read();
        assert_eq!(tracked, Tracked::Nothing);
        assert!(texts[0].contains("no file `"), "{texts:?}");
        std::fs::write(&path, "").unwrap();
        let empty = read();
        std::fs::write(&path, "name").unwrap();
        let other = read();
        let below = load(&path.join("a.csv"));
        std::fs::remove_file(&path).unwrap();
        // A file is no folder, which systems say in their own words.
        let mistake = below.unwrap_err();
        let shown = path.join("a.csv").display().to_string();
        assert!(
            mistake.starts_with(&format!("`{shown}` can't be read: "))
                || mistake.starts_with(&format!("no file `{shown}`; ")),
            "{mistake}"
        );
        assert_eq!(empty, (Tracked::Nothing, vec![]));
        assert_eq!(other, (Tracked::AsWritten, vec![]));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn files_of_the_system_are_not_waited_for() {
        assert_eq!(load(Path::new("/proc/self/status")), Ok(Vec::new()));
        let mistake = load(Path::new("/dev/zero")).unwrap_err();
        assert!(mistake.contains("a pipe or a device"), "{mistake}");
    }

    #[test]
    fn the_largest_file_is_read_and_no_larger_one() {
        let name = format!("port-macros-largest-{}.csv", std::process::id());
        let path = std::env::temp_dir().join(name);
        let file = std::fs::File::create(&path).unwrap();
        file.set_len(MAX_BYTES).unwrap();
        let largest = load(&path).map(|bytes| bytes.len() as u64);
        file.set_len(MAX_BYTES + 1).unwrap();
        let larger = load(&path);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(largest, Ok(MAX_BYTES));
        // The same is said of a file that grows while it is read.
        for larger in [larger, bytes_of(std::io::repeat(b'a'), "a.csv")] {
            let mistake = larger.unwrap_err();
            assert!(mistake.contains("has 33554433 bytes"), "{mistake}");
            assert!(mistake.ends_with("at most 33554432 are read"), "{mistake}");
        }
    }
}
