//! The relative links of all pages lead to files that are there.

#![forbid(unsafe_code)]

use std::{collections::BTreeSet, fs};

use port_consts_tools::links::{is_relative, targets};

/// The folders with pages that people read on a forge or in a registry of packages, below the top.
const FOLDERS: [&str; 8] = [
    "",
    "docs",
    "docs/performance",
    "firmware",
    "port-consts",
    "port-consts/docs",
    "port-macros",
    "port-macros/core",
];

/// The relative links of a page. What stands behind `#` is left out.
fn links(page: &str) -> Vec<&str> {
    let targets = targets(page).into_iter().map(|it| &page[it]);
    let relative = targets.filter(|it| is_relative(it));
    relative
        .map(|it| it.split('#').next().unwrap_or(it))
        .collect()
}

#[test]
fn every_relative_link_leads_to_a_file() {
    let top = port_consts_reader::repository();
    let mut pages = BTreeSet::new();
    for folder in FOLDERS.map(|it| top.join(it)) {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|it| it != "md") {
                continue;
            }
            for link in links(&fs::read_to_string(&path).unwrap()) {
                let file = folder.join(link);
                assert!(file.exists(), "{}: {link}", path.display());
            }
            pages.insert(path.strip_prefix(&top).unwrap().to_owned());
        }
    }
    for page in ["README.md", "port-consts/README.md", "docs/RELIABILITY.md"] {
        assert!(pages.contains(std::path::Path::new(page)), "{page}");
    }
}

#[test]
fn the_readme_and_its_copy_have_the_same_links() {
    let top = port_consts_reader::repository();
    let [page, copy] = ["", "port-consts"].map(|folder| {
        let folder = top.join(folder);
        let page = fs::read_to_string(folder.join("README.md")).unwrap();
        let files = links(&page).into_iter();
        let files = files.map(|it| folder.join(it).canonicalize().unwrap());
        files.collect::<Vec<_>>()
    });
    assert_eq!(page, copy);
    assert!(page.len() > 9, "{page:?}");
}
