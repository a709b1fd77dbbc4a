//! The list of mutants that cargo-mutants makes.

use std::{path::Path, process::Command};

use serde_json::Value;

use crate::Result;

/// A change of the code.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// Its place in the list, by which `MUTANT` chooses it.
    pub(crate) id: usize,
    pub(crate) file: String,
    /// File, line, column, and what is changed.
    pub(crate) name: String,
    pub(crate) genre: Genre,
    pub(crate) replacement: String,
    pub(crate) start: Place,
    pub(crate) end: Place,
}

/// Both begin with 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Genre {
    /// All of a function's body is another value.
    Function,
    /// Another operator between two values.
    Binary,
    /// No operator before a value.
    Unary,
    /// An arm of a `match` is not there.
    Arm,
    /// Its condition is another.
    Guard,
    /// What can't be chosen while the program runs.
    Other,
}

/// Lists the mutants of a package.
pub(crate) fn list(root: &Path, package: &str) -> Result<Vec<Mutant>> {
    let mut command = Command::new("cargo");
    command.args(["mutants", "--list", "--json", "--package", package]);
    let output = command.current_dir(root).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let list: Vec<Value> = serde_json::from_slice(&output.stdout)?;
    let read = |(id, value): (usize, &Value)| {
        mutant(id, value)
            .ok_or_else(|| format!("cargo-mutants lists something else: {value}").into())
    };
    list.iter().enumerate().map(read).collect()
}

fn mutant(id: usize, value: &Value) -> Option<Mutant> {
    let text = |key: &str| Some(value[key].as_str()?.to_owned());
    let place = |end: &str| {
        let number = |key: &str| usize::try_from(value["span"][end][key].as_u64()?).ok();
        Some(Place {
            line: number("line")?,
            column: number("column")?,
        })
    };
    Some(Mutant {
        id,
        file: text("file")?,
        name: text("name")?,
        genre: match value["genre"].as_str()? {
            "FnValue" => Genre::Function,
            "BinaryOperator" => Genre::Binary,
            "UnaryOperator" => Genre::Unary,
            "MatchArm" => Genre::Arm,
            "MatchArmGuard" => Genre::Guard,
            _ => Genre::Other,
        },
        replacement: text("replacement")?,
        start: place("start")?,
        end: place("end")?,
    })
}
