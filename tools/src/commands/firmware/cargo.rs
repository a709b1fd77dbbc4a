//! Cargo, as it is called for the target.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

/// The levels of optimization that are measured: what firmware is compiled with.
pub(crate) const LEVELS: [&str; 2] = ["s", "z"];

/// A command that stands for cargo.
pub(crate) struct Cargo(Vec<String>);

impl Cargo {
    pub(crate) fn new(command: Vec<String>) -> Self {
        assert!(!command.is_empty(), "say how cargo is called");
        Self(command)
    }

    /// Builds a package of the firmware, and gives the program.
    pub(crate) fn build(&self, level: &str, package: &str, features: &[&str]) -> Program {
        let folder = super::top().join("firmware");
        let status = Command::new(&self.0[0])
            .args(&self.0[1..])
            .args(["build", "--release", "--quiet", "--package", package])
            .args(["--features", &features.join(",")])
            // A profile of its own would compile the language's library again.
            .args([
                "--config",
                &format!("profile.release.opt-level = '{level}'"),
            ])
            .current_dir(&folder)
            .stdin(Stdio::null())
            .status()
            .expect("cargo is there");
        assert!(status.success(), "{package} with {features:?}");
        Program {
            title: format!("{package} with {features:?} at {level}"),
            path: folder
                .join("target/thumbv7m-none-eabi/release")
                .join(package),
        }
    }
}

/// A program for the target.
pub(crate) struct Program {
    pub(crate) title: String,
    path: PathBuf,
}

impl Program {
    /// The file, which the next build writes anew.
    pub(crate) fn read(&self) -> Vec<u8> {
        fs::read(&self.path).expect("a program")
    }

    /// What the program prints under QEMU, which lets 1024 ns pass with each instruction.
    pub(crate) fn output(&self) -> String {
        let output = Command::new("timeout")
            .args(["60", "qemu-system-arm", "-M", "mps2-an385", "-nographic"])
            .args(["-icount", "shift=10"])
            .args(["-semihosting-config", "enable=on,target=native", "-kernel"])
            .arg(&self.path)
            .stdin(Stdio::null())
            .output()
            .expect("QEMU is there");
        assert!(output.status.success(), "{}: {output:?}", self.title);
        String::from_utf8(output.stdout).expect("a text")
    }
}
