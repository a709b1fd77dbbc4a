//! The examples of port-consts as they are run from a shell.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

/// The examples that are built: cargo isn't asked twice.
static BUILT: Mutex<BTreeMap<String, PathBuf>> = Mutex::new(BTreeMap::new());

/// An example, built.
pub struct Example {
    program: PathBuf,
}

/// What an example has written, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The exit status; none if a signal ended it.
    pub status: Option<i32>,
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
}

impl Example {
    /// Lets cargo build the example of port-consts with this name.
    ///
    /// The whole workspace is asked for it, so that its features are those that
    /// `cargo test --workspace` has built it with already.
    ///
    /// # Panics
    ///
    /// If it doesn't build.
    #[must_use]
    pub fn build(name: &str) -> Self {
        let mut programs = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        let program = programs.entry(name.to_owned()).or_insert_with(|| {
            let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
            let build = escargot::CargoBuild::new().manifest_path(manifest);
            match build.arg("--workspace").example(name).run() {
                Ok(run) => run.path().to_owned(),
                Err(error) => panic!("the example {name}: {error}"),
            }
        });
        let program = program.clone();
        Self { program }
    }

    /// The program at this path: `env!("CARGO_BIN_EXE_name")` in a test of its package.
    #[must_use]
    pub fn at(program: &str) -> Self {
        Self {
            program: program.into(),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.program
    }

    /// The command that runs it.
    #[must_use]
    pub fn command(&self) -> Command {
        Command::new(&self.program)
    }

    /// Runs it with these arguments, and nothing on standard input.
    ///
    /// # Panics
    ///
    /// Where it can't be started, or does not write UTF-8.
    #[must_use]
    pub fn run<I: AsRef<OsStr>>(&self, arguments: &[I]) -> Run {
        self.run_with(arguments, b"")
    }

    /// Runs it with these arguments, and this on standard input.
    ///
    /// # Panics
    ///
    /// Where it can't be started, or does not write UTF-8.
    #[must_use]
    pub fn run_with<I: AsRef<OsStr>>(&self, arguments: &[I], input: &[u8]) -> Run {
        feed(self.command().args(arguments), input).into()
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            status: output.status.code(),
            output: text(output.stdout),
            errors: text(output.stderr),
        }
    }
}

/// Runs a command with this on standard input.
///
/// # Panics
///
/// Where it can't be started.
pub fn feed(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_vec();
    // From a thread of its own: it may write before it has read everything.
    let writer = thread::spawn(move || {
        // One that ends early does not read all.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("ended");
    writer.join().expect("written");
    output
}
