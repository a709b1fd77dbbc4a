//! Every stage imports only what comes before it, and no two files import from each other, not
//! even by way of others.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use proc_macro2::{TokenStream, TokenTree};

/// Each stage with what it may import; `lists` and `problem` are for all.
const STAGES: [(&str, &[&str]); 11] = [
    ("format", &[]),
    ("words", &["format"]),
    ("port_text", &["words"]),
    ("rust", &[]),
    ("args", &["rust", "words"]),
    ("source", &[]),
    ("csv", &["args", "source", "words"]),
    ("services", &["csv", "words"]),
    ("columns", &["args", "csv", "services", "words"]),
    (
        "valid",
        &["args", "columns", "port_text", "words", "format"],
    ),
    (
        "expand",
        &["args", "rust", "source", "valid", "words", "format"],
    ),
];

/// A module's path: `["valid", "cells"]` is `valid/cells/mod.rs` or `valid/cells.rs`.
type Module = Vec<String>;

/// What a module's file names.
struct File {
    /// Each path in the file, as written.
    paths: Vec<Vec<String>>,
    /// The names that `use` declarations bring in, with their paths.
    uses: BTreeMap<String, Vec<String>>,
}

fn read(folder: &Path, module: &[String], files: &mut BTreeMap<Module, File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        // Tests may look at everything.
        if name == "tests" {
            continue;
        }
        let mut module = module.to_vec();
        if path.is_dir() {
            module.push(name);
            read(&path, &module, files);
            continue;
        }
        if name != "mod" && name != "lib" {
            module.push(name);
        }
        let text = fs::read_to_string(&path).unwrap();
        let tests = text.find("mod tests {").unwrap_or(text.len());
        let text = text[..tests].trim_end_matches("pub(crate) ");
        let mut file = File {
            paths: Vec::new(),
            uses: BTreeMap::new(),
        };
        walk(text.parse().unwrap(), &mut file);
        files.insert(module, file);
    }
}

/// Collects the paths of a file: those of `use` declarations, and those in the code.
fn walk(tokens: TokenStream, file: &mut File) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Ident(word) if word == "use" => {
                at = tree(&tokens, at + 1, &[], file);
            }
            TokenTree::Ident(word) => {
                let mut path = vec![word.to_string()];
                while let Some(next) = after_colons(&tokens, at + 1) {
                    let TokenTree::Ident(word) = next else { break };
                    path.push(word.to_string());
                    at += 3;
                }
                if path.len() > 1 {
                    file.paths.push(path);
                }
            }
            TokenTree::Group(group) => walk(group.stream(), file),
            _ => {}
        }
        at += 1;
    }
}

/// The token that follows `::`.
fn after_colons(tokens: &[TokenTree], at: usize) -> Option<&TokenTree> {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == ':');
    match tokens.get(at..at + 3)? {
        [one, two, next] if is_colon(one) && is_colon(two) => Some(next),
        _ => None,
    }
}

/// Reads one branch of a `use` declaration; returns where it ends.
fn tree(tokens: &[TokenTree], mut at: usize, before: &[String], file: &mut File) -> usize {
    let mut path = before.to_vec();
    let mut name = None;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Ident(word) if word == "as" => {
                name = tokens.get(at + 1).map(ToString::to_string);
                at += 1;
            }
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Group(group) => {
                let branches: Vec<TokenTree> = group.stream().into_iter().collect();
                let mut branch = 0;
                while branch < branches.len() {
                    branch = tree(&branches, branch, &path, file) + 1;
                }
                return at;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' => {}
            TokenTree::Punct(mark) if mark.as_char() == '*' => path.push("*".to_owned()),
            _ => break,
        }
        at += 1;
    }
    // Behind a last comma there is no branch.
    if path.len() == before.len() {
        return at;
    }
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    if let Some(last) = path.last() {
        file.uses
            .insert(name.unwrap_or_else(|| last.clone()), path.clone());
        file.paths.push(path);
    }
    at
}

/// The module that has what a path of `from` names, if it is one of the crate's.
fn found(
    files: &BTreeMap<Module, File>,
    from: &Module,
    path: &[String],
    steps: usize,
) -> Option<Module> {
    // A name that is imported in a circle is none of ours.
    if steps == 0 {
        return None;
    }
    let mut module = from.clone();
    let mut rest = path;
    while let [first, after @ ..] = rest {
        let child: Module = [module.as_slice(), std::slice::from_ref(first)].concat();
        match first.as_str() {
            "crate" => module.clear(),
            "self" => {}
            "super" => {
                module.pop();
            }
            _ if files.contains_key(&child) => module = child,
            // Another crate, or an item of this file.
            _ if module == *from && rest.len() == path.len() => {
                let by_name = files[from].uses.get(first)?;
                let same = by_name.as_slice() == path;
                let base = (!same).then(|| found(files, from, by_name, steps - 1))??;
                return found(files, &base, after, steps - 1).or(Some(base));
            }
            item => {
                let through = files.get(&module)?.uses.get(item);
                let through = through.and_then(|path| found(files, &module, path, steps - 1));
                return Some(through.unwrap_or(module));
            }
        }
        rest = after;
    }
    (module != *from).then_some(module)
}

/// Which file imports from which.
fn imports(files: &BTreeMap<Module, File>) -> BTreeMap<&Module, BTreeSet<Module>> {
    let of = |(module, file): (_, &File)| {
        let found = file
            .paths
            .iter()
            .filter_map(|path| found(files, module, path, 8));
        (module, found.filter(|it| it != module).collect())
    };
    files.iter().map(of).collect()
}

/// The files that are in a circle: what is left when those are taken away that import
/// nothing that is left.
fn circles(mut left: BTreeMap<&Module, BTreeSet<Module>>) -> BTreeMap<&Module, BTreeSet<Module>> {
    loop {
        let before = left.len();
        let here: BTreeSet<Module> = left.keys().map(|it| (*it).clone()).collect();
        left.retain(|_, imports| !imports.is_disjoint(&here));
        if left.len() == before {
            return left;
        }
    }
}

fn files() -> BTreeMap<Module, File> {
    let mut files = BTreeMap::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    read(&source, &[], &mut files);
    files
}

#[test]
fn stages_run_one_way() {
    let files = files();
    let mut found = BTreeSet::new();
    for (module, imports) in imports(&files) {
        let Some((stage, allowed)) = STAGES
            .into_iter()
            .find(|(stage, _)| module.first().is_some_and(|first| first == stage))
        else {
            continue;
        };
        for import in imports {
            let import = import.first().map_or("lib", String::as_str);
            // `stages` lists them all, for `pub(in ..)`.
            let always = [stage, "lists", "problem", "stages"];
            let fine = always.contains(&import) || allowed.contains(&import);
            assert!(fine, "{module:?} imports {import}");
            found.insert((stage, import.to_owned()));
        }
    }
    // The imports that are allowed are there, so they are seen.
    for (stage, allowed) in STAGES {
        for import in allowed {
            let is_seen = found.contains(&(stage, (*import).to_owned()));
            assert!(is_seen, "{stage} does not import {import}");
        }
    }
}

#[test]
fn no_files_import_from_each_other() {
    let files = files();
    let circles = circles(imports(&files));
    assert!(circles.is_empty(), "{circles:?}");
}
