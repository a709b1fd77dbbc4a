//! Every mistake that a user can make, one file each, with the words that they read; and the
//! same file with what the words say to write, which compiles.
//!
//! `tests/ui` has a folder for each subject, and in it for each mistake
//!
//! - `CASE.rs` and, where it reads a file of its own, `CASE.csv`;
//! - `CASE.stderr`, what the compiler says: our own words and the lines that rustc shows. What
//!   the compiler says by itself is left to the test `compile`, which looks for our words in it.
//!   `TRYBUILD=overwrite cargo test -p port-consts-compile-tests --test ui` writes it anew;
//! - `CASE.fixed.csv` or `CASE.fixed.rs`, the mistake's remedy.
//!
//! `cargo test -p port-consts-compile-tests --test ui -- mistakes trybuild=CASE` runs one.

#![forbid(unsafe_code)]

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use port_consts_compile_tests::scratch::Scratch;

/// Mistakes without a remedy to write: the value is for the user to choose.
const WITHOUT: &[&str] = &[];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui")
}

/// The cases, each as `FOLDER/CASE`.
fn cases() -> Vec<String> {
    let mut cases = Vec::new();
    for subject in fs::read_dir(folder()).unwrap() {
        let subject = subject.unwrap().path();
        for file in fs::read_dir(&subject).unwrap() {
            let file = file.unwrap().file_name().into_string().unwrap();
            if let Some(case) = file.strip_suffix(".rs").filter(|case| !case.contains('.')) {
                let subject = subject.file_name().unwrap().to_str().unwrap();
                cases.push(format!("{subject}/{case}"));
            }
        }
    }
    cases.sort_unstable();
    cases
}

fn read(file: &str) -> Option<String> {
    let bytes = fs::read(folder().join(file)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(unix)]
#[test]
fn mistakes_read_well() {
    // The tests are compiled in a project of trybuild's own, which paths of CSV files are
    // relative to.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let project = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    fs::create_dir_all(&project).unwrap();
    let link = project.join("ui");
    let _ = fs::remove_file(&link);
    std::os::unix::fs::symlink(folder(), link).unwrap();
    // As `Scratch` has it: the macros are compiled once for both.
    fs::create_dir_all(project.join(".cargo")).unwrap();
    fs::write(
        project.join(".cargo/config.toml"),
        "[profile.dev]\ndebug = false\n",
    )
    .unwrap();
    let tests = trybuild::TestCases::new();
    for case in cases() {
        tests.compile_fail(format!("../ui/{case}.rs"));
    }
}

#[test]
fn every_remedy_compiles() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "remedies", "2024");
    let (mut without, mut wrong) = (Vec::new(), Vec::new());
    let mut modules = String::new();
    for case in cases() {
        let fixed_csv = format!("{case}.fixed.csv");
        let program = match (read(&format!("{case}.fixed.rs")), read(&fixed_csv)) {
            (Some(program), _) => program,
            (None, Some(_)) => {
                let program = read(&format!("{case}.rs")).unwrap();
                let csv = format!("\"ui/{case}.csv\"");
                assert!(program.contains(&csv), "{case}");
                program.replace(&csv, &format!("\"ui/{fixed_csv}\""))
            }
            (None, None) => {
                without.push(case);
                continue;
            }
        };
        if !follows(&case, &program) {
            wrong.push(case.clone());
        }
        let name = case.replace(['/', '-'], "_");
        writeln!(modules, "mod {name};").unwrap();
        scratch.write(&format!("src/{name}.rs"), program);
    }
    assert_eq!(without, WITHOUT, "these have no remedy");
    assert_eq!(wrong, [""; 0], "these don't do what is said");
    for subject in fs::read_dir(folder()).unwrap() {
        let subject = subject.unwrap().path();
        for file in fs::read_dir(&subject).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|it| it == "csv") {
                let place = file.strip_prefix(folder()).unwrap().to_str().unwrap();
                scratch.write(&format!("ui/{place}"), fs::read(&file).unwrap());
            }
        }
    }
    // In one crate: the compiler starts once.
    scratch.write("src/lib.rs", modules);
    let outcome = scratch.check();
    assert_eq!(outcome.errors, [""; 0]);
}

/// Whether the fixed program has an option that the message says to write, if it says one.
fn follows(case: &str, fixed: &str) -> bool {
    let said = read(&format!("{case}.stderr")).unwrap_or_default();
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let options = said.split("`#[ports(").skip(1);
    let mut options = options
        .filter_map(|rest| rest.split(")]`").next())
        .peekable();
    // Of several remedies, the file may have another.
    if options.peek().is_none() || fixed.contains(".fixed.csv") {
        return true;
    }
    let fixed = plain(fixed);
    options.any(|option| fixed.contains(&plain(option)))
}
