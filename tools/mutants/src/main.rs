//! Tries all mutants of a package in one program, a second for each:
//! `.ci/mutants --all port-consts`.
//!
//! cargo-mutants makes the list of mutants, by `.cargo/mutants.toml`. It compiles each by itself,
//! half a minute for each of two thousand. Here all of them are compiled into the tests at once,
//! and the variable `MUTANT` of the environment chooses one.
//!
//! | module | from | to |
//! |---|---|---|
//! | `mutants` | cargo-mutants' list | `Mutant`s |
//! | `edits` | a source file, its mutants | the places to change |
//! | `rewrite` | a source file, its places | the source with all of its mutants |
//! | `switch` | the library's first file | the same, with what chooses a mutant |
//! | `program` | a package | its tests, compiled with all mutants that compile |
//! | `trials` | the tests, a mutant | whether a test notices it |

#![forbid(unsafe_code)]

mod edits;
mod mutants;
mod program;
mod rewrite;
mod switch;
mod trials;

use std::{error::Error, process::ExitCode};

use clap::Parser as _;

/// What may go wrong: there is nobody but a developer to be told.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Tries all mutants of a package in one program
#[derive(clap::Parser)]
struct Arguments {
    /// port-macros-core or port-consts
    package: String,
    /// Only mutants of files whose paths have one of these texts
    files: Vec<String>,
    /// What `cargo test` is called with
    #[arg(last = true)]
    tests: Vec<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns how many mutants no test noticed.
fn run(arguments: &Arguments) -> Result<usize> {
    let tree = program::Tree::copy(&arguments.package)?;
    let listed = mutants::list(&tree.root, &arguments.package)?;
    println!("{} mutants are listed", listed.len());
    let program = tree.compile(&listed, &arguments.tests)?;
    let (inside, without_place) = (program.mutants.len(), program.without_place.len());
    let failed = listed.len() - inside - without_place;
    println!("{inside} are in the program, {failed} don't compile, {without_place} can't be in it");
    let is_wanted = |file: &str| {
        arguments.files.is_empty() || arguments.files.iter().any(|it| file.contains(it))
    };
    for mutant in program
        .without_place
        .iter()
        .filter(|it| is_wanted(&it.file))
    {
        println!("NOT TRIED {}", mutant.name);
    }
    let wanted = program.mutants.iter().filter(|it| is_wanted(&it.file));
    let wanted: Vec<_> = wanted.collect();
    let missed = trials::Tests::of(&program)?.try_all(&wanted)?;
    let caught = wanted.len() - missed;
    println!("{caught} of {} were caught, {missed} missed", wanted.len());
    Ok(missed)
}
