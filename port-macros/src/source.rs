//! From the path in the macro call to the text of the file.

use std::{fs, io, path::Path, path::PathBuf};

use syn::LitStr;

use crate::problem::Problems;

/// Larger files are refused before they are read: all 65,536 ports under all four
/// transports, described at length, need less.
const MAX_BYTES: u64 = 32 << 20;

/// A file and its text, which is empty if the file can't be read.
pub(crate) struct File {
    /// Whether the file is there to be tracked by `include_bytes!`.
    pub(crate) exists: bool,
    /// Without a byte order mark.
    pub(crate) text: String,
}

/// Reads the file; a relative path starts at the `Cargo.toml` of the crate that is
/// being compiled.
pub(crate) fn read(literal: &LitStr, problems: &mut Problems) -> File {
    let mut file = File {
        exists: false,
        text: String::new(),
    };
    let path = match resolve(&literal.value()) {
        Ok(path) => path,
        Err(problem) => {
            problems.whole(problem);
            return file;
        }
    };
    match load(&path) {
        Ok(bytes) => {
            file.exists = true;
            file.text = decode(bytes, problems);
        }
        Err(problem) => problems.whole(problem),
    }
    file
}

fn resolve(path: &str) -> Result<PathBuf, String> {
    if path.trim().is_empty() {
        return Err("the path is empty; write the path of a CSV file, \
                    relative to the crate's Cargo.toml"
            .to_owned());
    }
    if path.contains('\0') {
        return Err("the path has a NUL character in it".to_owned());
    }
    if Path::new(path).is_absolute() {
        return Ok(PathBuf::from(path));
    }
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(folder) => Ok(Path::new(&folder).join(path)),
        None => Err(
            "CARGO_MANIFEST_DIR is not set, so there is no folder to start from; \
                     build with cargo, or write an absolute path"
                .to_owned(),
        ),
    }
}

fn load(path: &Path) -> Result<Vec<u8>, String> {
    let shown = path.display();
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            format!("no file `{shown}`; a path in `ports!` is relative to the crate's Cargo.toml")
        }
        _ => format!("`{shown}` can't be read: {error}"),
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
    if metadata.len() > MAX_BYTES {
        return Err(format!(
            "`{shown}` has {} bytes, more than any table of ports needs; at most {MAX_BYTES} are read",
            metadata.len()
        ));
    }
    fs::read(path).map_err(|error| format!("`{shown}` can't be read: {error}"))
}

/// Checks that the bytes are text, and returns it without a byte order mark. With a bad byte,
/// only the lines before it are kept.
pub(crate) fn decode(bytes: Vec<u8>, problems: &mut Problems) -> String {
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let hint = match bytes[..] {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "; it begins like UTF-16, ",
                _ => "; ",
            };
            problems.at(
                line_of(&bytes, at),
                format!(
                    "byte 0x{:02X} at offset {at} is not UTF-8{hint}save the file as UTF-8",
                    bytes[at]
                ),
            );
            let whole = bytes[..at].iter().rposition(|byte| *byte == b'\n');
            let whole = whole.map_or(0, |end| end + 1);
            String::from_utf8_lossy(&bytes[..whole]).into_owned()
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
        let whole = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text.truncate(whole);
    }
    text
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
    use super::{decode, line_of};
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
    fn bad_bytes_are_named_with_their_line() {
        let texts = texts_of(|problems| {
            assert_eq!(decode(b"name\nssh \xE9\n".to_vec(), problems), "name\n");
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
            assert_eq!(decode(b"a\nb\0".to_vec(), problems), "a\n");
        });
        assert!(
            texts[0].starts_with("ports.csv:2: a NUL character"),
            "{texts:?}"
        );
    }
}
