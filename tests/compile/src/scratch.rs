//! Crates of users, written and checked by the compiler while a test runs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A crate in a folder of its own that depends on port-consts.
pub struct Scratch {
    folder: PathBuf,
    target: PathBuf,
}

/// What the compiler says of a crate.
#[derive(Debug)]
pub struct Outcome {
    /// The texts of the errors, as `src/main.rs:1:2: error: ..`.
    pub errors: Vec<String>,
    /// The texts of the warnings.
    pub warnings: Vec<String>,
}

impl Outcome {
    /// Whether one of the errors has all of these words in it.
    #[must_use]
    pub fn has_error(&self, words: &str) -> bool {
        self.errors.iter().any(|error| error.contains(words))
    }

    /// Whether the compiler had nothing to say.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.errors.is_empty() && self.warnings.is_empty()
    }
}

impl Scratch {
    /// An empty crate of this name and edition. `temporary` is the `CARGO_TARGET_TMPDIR` of
    /// the test.
    ///
    /// # Panics
    ///
    /// Where the files can't be written.
    #[must_use]
    pub fn new(temporary: &str, name: &str, edition: &str) -> Self {
        Self::with_features(temporary, name, edition, &[])
    }

    /// As [`new`](Self::new), with these features of port-consts.
    ///
    /// # Panics
    ///
    /// Where the files can't be written.
    #[must_use]
    pub fn with_features(temporary: &str, name: &str, edition: &str, features: &[&str]) -> Self {
        let temporary = Path::new(temporary);
        let folder = temporary.join("scratch").join(name);
        let _ = fs::remove_dir_all(&folder);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        // One resolver for all editions: what the macros need is then compiled once.
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\n\n\
             [package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
             [dependencies]\nport-consts = {{ path = '{}', features = {features:?} }}\n",
            workspace.join("port-consts").display(),
        );
        // Trybuild's folder: the macros are compiled once for its tests and for these.
        let target = temporary.parent().expect("a folder").join("tests/trybuild");
        let scratch = Self { folder, target };
        scratch.write("Cargo.toml", &manifest);
        // The versions of the workspace, which are on this machine already.
        fs::copy(
            workspace.join("Cargo.lock"),
            scratch.folder.join("Cargo.lock"),
        )
        .expect("copied");
        scratch
    }

    /// Lets the crate depend on the second reader of port tables, too.
    ///
    /// # Panics
    ///
    /// Where the manifest can't be written.
    #[must_use]
    pub fn with_reader(self) -> Self {
        let manifest =
            fs::read_to_string(self.folder.join("Cargo.toml")).expect("written by `new`");
        let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/reader");
        let dependency = format!("port-consts-reader = {{ path = '{}' }}\n", reader.display());
        self.write("Cargo.toml", manifest + &dependency);
        self
    }

    /// Where the crate is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file of the crate.
    ///
    /// # Panics
    ///
    /// Where it can't be written.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, text).expect("written");
        self
    }

    /// Lets cargo check the crate.
    ///
    /// # Panics
    ///
    /// Where cargo can't be started.
    #[must_use]
    pub fn check(&self) -> Outcome {
        self.cargo(&["check"])
    }

    /// Lets clippy check the crate, or the compiler where no clippy belongs to it.
    ///
    /// # Panics
    ///
    /// Where cargo can't be started.
    #[must_use]
    pub fn clippy(&self) -> Outcome {
        // `clippy 0.1.95 (..)` belongs to `rustc 1.95.0 (..)`.
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let compiler = minor_version(Command::new(rustc).arg("--version"), "rustc 1.");
        let mut clippy = Command::new(env!("CARGO"));
        let clippy = minor_version(clippy.args(["clippy", "--version"]), "clippy 0.1.");
        if compiler.is_some() && compiler == clippy {
            self.cargo(&["clippy"])
        } else {
            self.check()
        }
    }

    /// Lets cargo build and run the crate, and gives what it prints.
    ///
    /// # Panics
    ///
    /// Where it fails.
    #[must_use]
    pub fn run(&self) -> String {
        let output = self.output(&["run", "--quiet"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Lets cargo compile the library of the crate at this level of optimisation, and gives the
    /// assembly.
    ///
    /// # Panics
    ///
    /// Where it fails.
    #[must_use]
    pub fn assembly(&self, level: &str) -> String {
        let path = self.folder.join("assembly.s");
        // The flags of the profile `release`. The macros keep theirs, so that they aren't compiled
        // again; and of the library, what is inlined is the same at 2 and 3, and at s and z.
        let library = match level {
            "2" | "3" => "3",
            _ => "'s'",
        };
        let mut command = self.command(&["rustc", "--lib"]);
        for setting in [
            &format!("opt-level = {level}"),
            &format!("package.port-consts.opt-level = {library}"),
            "codegen-units = 1",
            "debug-assertions = false",
            "overflow-checks = false",
            "build-override.debug-assertions = true",
            "build-override.overflow-checks = true",
        ] {
            command.args(["--config", &format!("profile.dev.{setting}")]);
        }
        let emit = format!("--emit=asm={}", path.display());
        let output = command.args(["--", &emit]).output().expect("cargo");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        fs::read_to_string(path).expect("assembly")
    }

    /// Lets cargo build port-consts, and gives the folder with the library.
    ///
    /// # Panics
    ///
    /// Where it fails.
    #[must_use]
    pub fn build_port_consts(&self) -> PathBuf {
        let output = self.output(&["build", "--package", "port-consts"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}");
        self.target.join("debug")
    }

    /// Lets cargo document the crate.
    ///
    /// # Panics
    ///
    /// Where cargo can't be started.
    #[must_use]
    pub fn doc(&self) -> Outcome {
        self.cargo(&["doc", "--no-deps"])
    }

    /// Lets cargo run the examples in the docs of the crate's library, and counts them.
    ///
    /// # Panics
    ///
    /// Where one fails.
    #[must_use]
    pub fn doc_tests(&self) -> usize {
        let output = self.output(&["test", "--doc"]);
        let text = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{text}\n{errors}");
        text.lines().filter(|line| line.ends_with("... ok")).count()
    }

    fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("cargo")
    }

    /// A program in the folder of the crate that has cargo compile as all these tests do, so that
    /// nothing is compiled twice.
    #[must_use]
    pub fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            // What is run compares millions of lookups: optimizing pays.
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
            .env_remove("RUSTFLAGS");
        command
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(env!("CARGO"));
        command
            .args(arguments)
            .arg("--offline")
            .args(["--message-format=short", "--color=never"]);
        command
    }

    fn cargo(&self, arguments: &[&str]) -> Outcome {
        let output = self.output(arguments);
        let text = String::from_utf8_lossy(&output.stderr);
        let lines = |kind: &str| -> Vec<String> {
            let of_source = text.lines().filter(|line| line.contains(kind));
            of_source
                .filter(|line| line.starts_with("src/"))
                .map(str::to_owned)
                .collect()
        };
        let outcome = Outcome {
            errors: lines(": error"),
            warnings: lines(": warning"),
        };
        // A failure that no line of the source is to blame for is one of the test.
        assert_eq!(output.status.success(), outcome.errors.is_empty(), "{text}");
        outcome
    }
}

/// The number behind `start` in what a command prints.
fn minor_version(command: &mut Command, start: &str) -> Option<u32> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let version = text.strip_prefix(start)?;
    let end = version.find(|letter: char| !letter.is_ascii_digit());
    version.get(..end?)?.parse().ok()
}
