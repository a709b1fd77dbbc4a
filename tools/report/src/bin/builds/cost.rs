//! Crates that are written to be compiled, and what cargo costs there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// A crate and its folder.
pub(crate) struct Scratch {
    pub(crate) folder: PathBuf,
}

impl Scratch {
    /// Writes a crate with these dependencies, as lines of a manifest, and these files.
    pub(crate) fn new(name: &str, dependencies: &str, files: &[(&str, &str)]) -> Self {
        let folder = port_consts_reader::repository()
            .join("target/builds")
            .join(name);
        fs::create_dir_all(folder.join("src")).expect("created");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\n\n[dependencies]\n{dependencies}\n",
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("written");
        for (path, text) in files {
            fs::write(folder.join(path), text).expect("written");
        }
        Self { folder }
    }

    /// Writes a file anew, so that it counts as changed.
    pub(crate) fn touch(&self, file: &str) {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).expect("read");
        fs::write(&path, text).expect("written");
    }

    /// Forgets what has been compiled.
    pub(crate) fn clean(&self) {
        let target = self.target();
        if target.exists() {
            fs::remove_dir_all(target).expect("removed");
        }
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// The seconds of the processor that cargo takes.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> f64 {
        self.seconds(arguments).processor
    }

    /// The seconds that cargo takes.
    pub(crate) fn seconds(&self, arguments: &[&str]) -> Seconds {
        seconds(|| {
            let status = Command::new(env!("CARGO"))
                .args(arguments)
                .arg("--quiet")
                .current_dir(&self.folder)
                .env("CARGO_TARGET_DIR", self.target())
                // A dependency by its path is compiled as a published one is.
                .env("CARGO_INCREMENTAL", "0")
                .status()
                .expect("cargo");
            assert!(status.success(), "{}: {arguments:?}", self.folder.display());
        })
    }
}

/// The dependency on port-consts, as a line of a manifest.
pub(crate) fn port_consts(features: &str) -> String {
    let path = port_consts_reader::repository().join("port-consts");
    format!(
        "port-consts = {{ path = '{}', features = [{features}] }}",
        path.display()
    )
}

/// What something takes.
#[derive(Clone, Copy)]
pub(crate) struct Seconds {
    pub(crate) clock: f64,
    /// Of the children of this process; those of the clock where the system doesn't tell.
    pub(crate) processor: f64,
}

fn seconds(run: impl FnOnce()) -> Seconds {
    let (start, before) = (Instant::now(), of_children());
    run();
    let clock = start.elapsed().as_secs_f64();
    let processor = before.zip(of_children());
    let processor = processor.map_or(clock, |(before, after)| after - before);
    Seconds { clock, processor }
}

/// Linux counts a hundred ticks a second, of the children that have ended.
fn of_children() -> Option<f64> {
    let stat = fs::read_to_string(Path::new("/proc/self/stat")).ok()?;
    // The name of the program stands in brackets, and may have spaces in it.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(13).take(2);
    let mut ticks = || times.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / 100.0)
}
