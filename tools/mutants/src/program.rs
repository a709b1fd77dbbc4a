//! A package's tests, compiled with all of its mutants that compile.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{
    Result,
    edits::edits,
    mutants::Mutant,
    rewrite::{mutant_of, rewrite},
    switch::with_switch,
};

/// A copy of the repository.
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
    /// For what is compiled, which may stay for the next time.
    built: PathBuf,
    package: String,
}

/// The tests, and what is in them.
pub(crate) struct Program {
    pub(crate) mutants: Vec<Mutant>,
    /// Those that have no place in it, whether they compile or not.
    pub(crate) without_place: Vec<Mutant>,
    pub(crate) tests: Vec<TestBinary>,
}

pub(crate) struct TestBinary {
    pub(crate) executable: PathBuf,
    /// The folder of its package.
    pub(crate) folder: PathBuf,
}

impl Tree {
    /// Copies what git knows of the repository that this runs in.
    pub(crate) fn copy(package: &str) -> Result<Self> {
        let here = std::env::current_dir()?.join("target/mutants");
        let root = here.join("tree");
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        let listed = Command::new("git").args(["ls-files", "-z"]).output()?;
        for file in String::from_utf8(listed.stdout)?.split_terminator('\0') {
            let to = root.join(file);
            fs::create_dir_all(to.parent().ok_or("a file is in a folder")?)?;
            // What is deleted but not committed yet is known to git.
            if Path::new(file).exists() {
                fs::copy(file, to)?;
            }
        }
        Ok(Self {
            root,
            built: here.join("built"),
            package: package.to_owned(),
        })
    }

    /// Compiles all mutants into the tests that `cargo test` runs with these arguments. Those that
    /// don't compile are left out.
    pub(crate) fn compile(&self, listed: &[Mutant], arguments: &[String]) -> Result<Program> {
        let mut files: BTreeMap<&str, Vec<&Mutant>> = BTreeMap::new();
        for mutant in listed {
            files.entry(&mutant.file).or_default().push(mutant);
        }
        let mut sources = Vec::new();
        let mut left: BTreeSet<usize> = BTreeSet::new();
        for (file, mutants) in files {
            let text = fs::read_to_string(self.root.join(file))?;
            let edits = edits(&text, &mutants)?;
            left.extend(edits.iter().map(|edit| edit.id));
            sources.push((file, text, edits));
        }
        let without_place = listed.iter().filter(|it| !left.contains(&it.id));
        let without_place: Vec<Mutant> = without_place.cloned().collect();
        let library = self.library()?;
        let without_mutants = fs::read_to_string(&library)?;
        let check = ["check", "--package", &self.package, "--all-features"];
        let mut command: Vec<&str> = check.to_vec();
        loop {
            fs::write(&library, &without_mutants)?;
            for (file, text, edits) in &mut sources {
                edits.retain(|edit| left.contains(&edit.id));
                fs::write(self.root.join(file), rewrite(text, edits))?;
            }
            let text = fs::read_to_string(&library)?;
            let text = with_switch(&text).ok_or("the library has no attributes")?;
            fs::write(&library, text)?;
            let messages = self.cargo(&command)?;
            let failed = self.failed(&messages)?;
            if !failed.is_empty() {
                left.retain(|id| !failed.contains(id));
            } else if command == check {
                command = ["test", "--no-run"].to_vec();
                command.extend(arguments.iter().map(String::as_str));
            } else {
                // Tests may read the sources.
                fs::write(&library, &without_mutants)?;
                for (file, text, _) in &sources {
                    fs::write(self.root.join(file), text)?;
                }
                let mutants = listed.iter().filter(|it| left.contains(&it.id));
                return Ok(Program {
                    mutants: mutants.cloned().collect(),
                    without_place,
                    tests: messages.iter().filter_map(test_binary).collect(),
                });
            }
        }
    }

    /// The first file of the package's library.
    fn library(&self) -> Result<PathBuf> {
        let mut command = Command::new("cargo");
        command.args(["metadata", "--no-deps", "--format-version", "1"]);
        let output = command.current_dir(&self.root).output()?;
        let metadata: Value = serde_json::from_slice(&output.stdout)?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        let targets = packages
            .filter(|it| it["name"] == self.package.as_str())
            .flat_map(|it| it["targets"].as_array().into_iter().flatten());
        let library = { targets }.find(|it| it["kind"][0] == "lib");
        let path = library.and_then(|it| it["src_path"].as_str());
        Ok(path.ok_or("the package has no library")?.into())
    }

    /// Runs cargo, and returns its messages.
    fn cargo(&self, arguments: &[&str]) -> Result<Vec<Value>> {
        let mut command = Command::new("cargo");
        command
            .arg(arguments[0])
            .arg("--message-format=json")
            .args(&arguments[1..]);
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.built);
        // The switch is for compilers from a nightly channel.
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "--cap-lints=allow");
        // Tests run a thousand times, and the macros a few.
        for profile in ["DEV", "TEST"] {
            command.env(format!("CARGO_PROFILE_{profile}_DEBUG"), "0");
            command.env(format!("CARGO_PROFILE_{profile}_OPT_LEVEL"), "1");
            command.env(
                format!("CARGO_PROFILE_{profile}_BUILD_OVERRIDE_OPT_LEVEL"),
                "1",
            );
        }
        let output = command.output()?;
        let lines = output
            .stdout
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty());
        let messages = lines
            .map(serde_json::from_slice)
            .collect::<serde_json::Result<Vec<_>>>()?;
        let has_errors = messages.iter().any(is_error);
        if !output.status.success() && !has_errors {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        Ok(messages)
    }

    /// Where an error is in the tree: one in a macro of std is where that is called.
    fn in_tree<'a>(&self, span: &'a Value) -> &'a Value {
        let call = &span["expansion"]["span"];
        let is_here = |file: &str| self.root.join(file).exists();
        if call.is_null() || span["file_name"].as_str().is_some_and(is_here) {
            span
        } else {
            self.in_tree(call)
        }
    }

    /// The mutants that the compiler's errors are about.
    fn failed(&self, messages: &[Value]) -> Result<BTreeSet<usize>> {
        let mut failed = BTreeSet::new();
        for message in messages.iter().filter(|it| is_error(it)) {
            let spans = message["message"]["spans"].as_array().into_iter().flatten();
            let mut found = false;
            for span in spans.filter(|it| it["is_primary"] == true) {
                let span = self.in_tree(span);
                let file = span["file_name"]
                    .as_str()
                    .ok_or("an error without a file")?;
                let line = span["line_start"]
                    .as_u64()
                    .ok_or("an error without a line")?;
                let text = fs::read_to_string(self.root.join(file))?;
                let before = text.lines().take(usize::try_from(line)?);
                let nearest: Vec<&str> = before.collect();
                let mutant = nearest
                    .iter()
                    .rev()
                    .take(3)
                    .find_map(|line| mutant_of(line));
                found |= mutant.is_some();
                failed.extend(mutant);
            }
            // "could not compile" is about no line.
            let is_about_none = message["message"]["code"] == Value::Null
                && message["message"]["spans"][0] == Value::Null;
            if !found && !is_about_none {
                return Err(no_mutant(message));
            }
        }
        match messages.iter().find(|it| is_error(it)) {
            Some(message) if failed.is_empty() => Err(no_mutant(message)),
            _ => Ok(failed),
        }
    }
}

fn no_mutant(message: &Value) -> Box<dyn Error> {
    let shown = message["message"]["rendered"].as_str().unwrap_or_default();
    format!("an error that is about no mutant:\n{shown}").into()
}

fn is_error(message: &Value) -> bool {
    message["reason"] == "compiler-message" && message["message"]["level"] == "error"
}

fn test_binary(message: &Value) -> Option<TestBinary> {
    let is_test = message["profile"]["test"] == true;
    let manifest = Path::new(message["manifest_path"].as_str()?);
    is_test.then_some(TestBinary {
        executable: message["executable"].as_str()?.into(),
        folder: manifest.parent()?.into(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Tree;

    /// An error at this line of a file that has a mutant in line 2; at 0 it is about no line.
    fn error(line: usize) -> Value {
        let spans = match line {
            0 => json!([]),
            _ => json!([{ "file_name": "a.rs", "line_start": line, "is_primary": true }]),
        };
        let message = json!({ "level": "error", "code": null, "spans": spans, "rendered": "no" });
        json!({ "reason": "compiler-message", "message": message })
    }

    #[test]
    fn errors_are_about_mutants_or_end_it() {
        let folder = tempfile::tempdir().unwrap();
        let text = "fn a() {\n/*mutant 7*/ x\n}\n\n\n\nb\n";
        std::fs::write(folder.path().join("a.rs"), text).unwrap();
        let tree = Tree {
            root: folder.path().into(),
            built: folder.path().into(),
            package: String::new(),
        };
        let failed = |lines: &[usize]| {
            let messages: Vec<Value> = lines.iter().map(|line| error(*line)).collect();
            tree.failed(&messages).map_err(|error| error.to_string())
        };
        assert_eq!(failed(&[]), Ok([].into()));
        // "could not compile" follows all others.
        assert_eq!(failed(&[2, 0]), Ok([7].into()));
        let no_mutant = Err("an error that is about no mutant:\nno".to_owned());
        assert_eq!(failed(&[2, 7]), no_mutant);
        assert_eq!(failed(&[0]), no_mutant);
    }
}
