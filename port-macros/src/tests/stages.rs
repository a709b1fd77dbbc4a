//! Every stage imports only what comes before it.

use std::{fs, path::Path};

/// Each with what it may import; `problem` is for all.
const STAGES: [(&str, &[&str]); 9] = [
    ("format", &[]),
    ("words", &["format"]),
    ("args", &["words"]),
    ("source", &[]),
    ("csv", &["args", "source", "words"]),
    ("services", &["csv", "words"]),
    ("columns", &["args", "csv", "services", "words"]),
    ("valid", &["args", "columns", "words", "format"]),
    ("expand", &["args", "source", "valid", "words", "format"]),
];

/// The text of all files of a module.
fn text_of(module: &Path) -> String {
    if module.is_dir() {
        let entries = fs::read_dir(module).unwrap();
        return entries
            .map(|entry| entry.unwrap().path())
            // Tests may ask any stage.
            .filter(|path| !path.ends_with("tests.rs"))
            .map(|path| text_of(&path))
            .collect();
    }
    fs::read_to_string(module).unwrap()
}

/// The modules that a text names after `crate::`, in braces or without.
fn imports(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in text.split("crate::").skip(1) {
        let Some(list) = part.strip_prefix('{') else {
            found.push(first_word(part));
            continue;
        };
        let mut depth = 0;
        let mut starts = true;
        for (i, letter) in list.char_indices() {
            match letter {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => starts = true,
                letter if starts && letter.is_alphabetic() => {
                    starts = false;
                    found.push(first_word(&list[i..]));
                }
                _ => {}
            }
        }
    }
    found
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    &text[..end.unwrap_or(text.len())]
}

#[test]
fn stages_run_one_way() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (stage, allowed) in STAGES {
        let folder = source.join(stage);
        let module = if folder.is_dir() {
            folder
        } else {
            source.join(format!("{stage}.rs"))
        };
        let text = text_of(&module);
        let text = text
            .split("#[cfg(test)]\nmod tests")
            .next()
            .map_or("", |_| &text);
        for import in imports(text) {
            // `stages` lists them all, for `pub(in ..)`.
            let always = [stage, "problem", "stages"];
            let fine = always.contains(&import) || allowed.contains(&import);
            assert!(fine, "{stage} imports {import}");
        }
    }
}

#[test]
fn imports_are_found() {
    let text = "use crate::{a::{b, c}, d, e::f}; crate::g::h(); use super::i;";
    assert_eq!(imports(text), ["a", "d", "e", "g"]);
}
