//! Trials: whether a test notices a mutant.

use std::{
    collections::BTreeMap,
    io::{Read as _, Seek as _},
    num::NonZero,
    os::unix::process::ExitStatusExt as _,
    process::{Command, Stdio},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    Result,
    mutants::Mutant,
    program::{Program, TestBinary},
};

/// Tests that take longer, in seconds, run only if no other has noticed anything: first those
/// that noticed mutants of the file, and then one after the other, the longest last.
const QUICK: f64 = 0.1;

/// Tests that noticed a mutant run first for the next of its file. So many are kept.
const LIKELY: usize = 8;

/// What a program gets whose time is over: `SIGXCPU`, which has this number on all that matter.
const OUT_OF_TIME: i32 = 24;

/// A program that waits, instead of working, may take so many times longer.
const WAITING: u32 = 10;

/// The tests of a program.
pub(crate) struct Tests<'a> {
    binaries: Vec<Binary<'a>>,
    /// For each file, the tests that noticed its mutants, the last one first.
    likely: Mutex<BTreeMap<String, Vec<Test>>>,
}

/// The tests of one executable, and the seconds that they take: the quick ones all together.
struct Binary<'a> {
    file: &'a TestBinary,
    quick: Vec<String>,
    quick_time: f64,
    slow: Vec<(String, f64)>,
}

#[derive(Clone, PartialEq, Eq)]
struct Test {
    /// Its place among the binaries.
    binary: usize,
    name: String,
}

/// How a run of tests ended, and what they printed.
enum End {
    Passed(String),
    Failed(String),
    /// It took much longer than without a mutant.
    Late,
}

impl<'a> Tests<'a> {
    /// Runs all tests as they are, which have to pass.
    pub(crate) fn of(program: &'a Program) -> Result<Self> {
        let mut binaries = Vec::new();
        for file in &program.tests {
            let binary = Binary::of(file)?;
            if !binary.quick.is_empty() || !binary.slow.is_empty() {
                binaries.push(binary);
            }
        }
        if binaries.is_empty() {
            return Err("there are no tests".into());
        }
        let likely = Mutex::default();
        Ok(Self { binaries, likely })
    }

    /// Tries mutants, one on each processor, and prints what came of each. Returns how many no test
    /// noticed.
    pub(crate) fn try_all(&self, mutants: &[&Mutant]) -> Result<usize> {
        let (next, missed) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = || -> std::result::Result<(), String> {
            while let Some(mutant) = mutants.get(next.fetch_add(1, Ordering::Relaxed)) {
                let how = self.notice(mutant).map_err(|error| error.to_string())?;
                let Some(how) = how else {
                    missed.fetch_add(1, Ordering::Relaxed);
                    println!("MISSED {}", mutant.name);
                    continue;
                };
                println!("caught by {how}: {}", mutant.name);
            }
            Ok(())
        };
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            let threads: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
            let ends = threads
                .into_iter()
                .map(|it| it.join().expect("no thread panics"));
            ends.collect::<std::result::Result<(), _>>()
        })?;
        Ok(missed.into_inner())
    }

    /// What notices a mutant: a test, or the time that tests take.
    fn notice(&self, mutant: &Mutant) -> Result<Option<String>> {
        let likely = self.likely(&mutant.file);
        let (likely, likely_slow): (Vec<_>, Vec<_>) =
            likely.into_iter().partition(|test| self.is_quick(test));
        let likely = likely
            .into_iter()
            .map(|test| (test.binary, vec![test.name], QUICK));
        let binaries = || self.binaries.iter().enumerate();
        let quick = binaries().map(|(place, binary)| {
            let skipped = binary
                .slow
                .iter()
                .flat_map(|(name, _)| ["--skip".to_owned(), name.clone()]);
            (place, skipped.collect(), binary.quick_time)
        });
        let mut slow: Vec<(usize, &str, f64)> = binaries()
            .flat_map(|(place, it)| {
                it.slow
                    .iter()
                    .map(move |(name, time)| (place, &**name, *time))
            })
            .collect();
        slow.sort_by(|(.., a), (.., b)| a.total_cmp(b));
        slow.sort_by_key(|(place, name, _)| {
            !{ likely_slow.iter() }.any(|it| it.binary == *place && it.name == *name)
        });
        let slow = slow.into_iter();
        let slow = slow.map(|(place, name, time)| (place, vec![name.to_owned()], time));
        for (place, arguments, seconds) in likely.chain(quick).chain(slow) {
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let end = run(
                self.binaries[place].file,
                Some(mutant.id),
                &arguments,
                limit(seconds),
            )?;
            if let Some(how) = self.noticed(mutant, place, end) {
                return Ok(Some(how));
            }
        }
        Ok(None)
    }

    fn likely(&self, file: &str) -> Vec<Test> {
        let likely = self.likely.lock().unwrap_or_else(PoisonError::into_inner);
        likely.get(file).cloned().unwrap_or_default()
    }

    fn is_quick(&self, test: &Test) -> bool {
        let quick = &self.binaries[test.binary].quick;
        quick.contains(&test.name)
    }

    /// What noticed the mutant, if something did. A test is likely to notice the next.
    fn noticed(&self, mutant: &Mutant, binary: usize, end: End) -> Option<String> {
        let printed = match end {
            End::Passed(_) => return None,
            End::Late => return Some("its time".to_owned()),
            End::Failed(printed) => printed,
        };
        let Some(name) = printed.lines().find_map(failed) else {
            return Some("the end of its tests".to_owned());
        };
        let name = name.to_owned();
        let test = Test {
            binary,
            name: name.clone(),
        };
        let mut likely = self.likely.lock().unwrap_or_else(PoisonError::into_inner);
        let tests = likely.entry(mutant.file.clone()).or_default();
        tests.retain(|it| *it != test);
        tests.insert(0, test);
        tests.truncate(LIKELY);
        Some(name)
    }
}

/// The test that a line says has failed: `test a::b ... FAILED`.
fn failed(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?
        .split_once(" ... FAILED")
        .map(|(name, _)| name)
}

/// A test and its time: `test a::b ... ok <0.012s>`.
fn timed(line: &str) -> Option<(&str, f64)> {
    let (name, time) = line.strip_prefix("test ")?.split_once(" ... ok <")?;
    Some((name, time.strip_suffix("s>")?.parse().ok()?))
}

impl<'a> Binary<'a> {
    fn of(file: &'a TestBinary) -> Result<Self> {
        let mut binary = Self {
            file,
            quick: Vec::new(),
            quick_time: 0.0,
            slow: Vec::new(),
        };
        let times = ["-Zunstable-options", "--report-time"];
        let shown = file.executable.display();
        let End::Passed(printed) = run(file, None, &times, Duration::from_secs(3600))? else {
            return Err(format!("{shown} fails without a mutant").into());
        };
        for (name, time) in printed.lines().filter_map(timed) {
            if time < QUICK {
                binary.quick.push(name.to_owned());
                binary.quick_time += time;
            } else {
                binary.slow.push((name.to_owned(), time));
            }
        }
        Ok(binary)
    }
}

/// The time for tests that take so many seconds without a mutant.
fn limit(seconds: f64) -> Duration {
    Duration::from_secs_f64(10.0 + 5.0 * seconds)
}

/// Runs tests. They may take so much of the processor's time.
fn run(
    file: &TestBinary,
    mutant: Option<usize>,
    arguments: &[&str],
    limit: Duration,
) -> Result<End> {
    // A mutant may ask for all of the memory. What else runs beside it delays it, but takes none
    // of its own time.
    let limited = format!(
        "ulimit -v 6000000; ulimit -S -t {}; exec \"$@\"",
        limit.as_secs()
    );
    let mut command = Command::new("sh");
    command.args(["-c", &limited, "sh"]).arg(&file.executable);
    command
        .args(["--exact", "--test-threads=1"])
        .args(arguments);
    command
        .current_dir(&file.folder)
        .env("CARGO_MANIFEST_DIR", &file.folder);
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUST_BACKTRACE", "0")
        .env("PROPTEST_CASES", "4");
    if let Some(mutant) = mutant {
        command.env("MUTANT", mutant.to_string());
    }
    // A file takes whatever is printed; a pipe would be full.
    let mut printed = tempfile::tempfile()?;
    command
        .stdin(Stdio::null())
        .stdout(printed.try_clone()?)
        .stderr(Stdio::null());
    let mut child = command.spawn()?;
    let end = Instant::now() + WAITING * limit;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            return Ok(End::Late);
        }
        thread::sleep(Duration::from_millis(5));
    };
    if status.signal() == Some(OUT_OF_TIME) {
        return Ok(End::Late);
    }
    let mut text = Vec::new();
    printed.rewind()?;
    printed.read_to_end(&mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    Ok(if status.success() {
        End::Passed(text)
    } else {
        End::Failed(text)
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt as _, time::Duration};

    use super::{End, run};
    use crate::program::TestBinary;

    /// What comes of a script in the place of tests, which may work for a second.
    fn end(script: &str) -> End {
        let folder = tempfile::tempdir().unwrap();
        let executable = folder.path().join("tests");
        fs::write(&executable, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&executable, fs::Permissions::from_mode(0o755)).unwrap();
        let file = TestBinary {
            executable,
            folder: folder.path().into(),
        };
        run(&file, Some(7), &[], Duration::from_secs(1)).unwrap()
    }

    #[test]
    fn ends_are_told_apart() {
        let End::Passed(printed) = end("echo $MUTANT") else {
            panic!("it exits with 0");
        };
        assert_eq!(printed, "7\n");
        let End::Failed(printed) = end("echo a; exit 101") else {
            panic!("it exits with 101");
        };
        assert_eq!(printed, "a\n");
    }

    #[test]
    fn only_its_own_work_counts_as_time() {
        assert!(matches!(end("while :; do :; done"), End::Late));
        assert!(matches!(end("sleep 2"), End::Passed(_)));
    }
}
