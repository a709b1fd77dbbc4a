//! What the C library reads in a file of services(5), which it has a fixed place for.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::example::feed;

/// Asks the C library, with this file in the place of `/etc/services`, which only the
/// process that asks sees so.
pub struct ServicesFile {
    /// A program and its first arguments.
    place: Vec<String>,
}

/// A question to the C library.
#[derive(Clone, Copy, Debug)]
pub enum Question<'a> {
    /// `getservbyport`, with a port and a protocol.
    Port(u16, &'a str),
    /// `getservbyname`, with a name and a protocol.
    Name(&'a str, &'a str),
}

/// An entry, as the C library has read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The official name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The port.
    pub port: u16,
    /// The protocol.
    pub protocol: String,
}

impl ServicesFile {
    /// One way or the other: in a mount namespace, which root may have and, on most systems,
    /// others; or under proot, which needs no permission.
    ///
    /// # Errors
    ///
    /// Why it can't be done on this machine.
    pub fn in_place(file: &Path) -> Result<Self, String> {
        let file = file.to_str().ok_or("a path that is not UTF-8")?;
        let bind = "mount --bind \"$0\" /etc/services && exec \"$@\"";
        let mounted = |flags: &[&str]| -> Vec<String> {
            let head = ["unshare"].iter().chain(flags);
            let tail = ["sh", "-c", bind, file];
            head.chain(&tail).map(ToString::to_string).collect()
        };
        let ways = [
            mounted(&["--mount", "--map-root-user"]),
            mounted(&["--mount"]),
            vec![
                "proot".to_owned(),
                "-b".to_owned(),
                format!("{file}:/etc/services"),
            ],
        ];
        let mut refusals = String::new();
        for place in ways {
            let read = Command::new(&place[0])
                .args(&place[1..])
                .args(["cat", "/etc/services"])
                .output();
            let refusal = match read {
                Err(error) => error.to_string(),
                Ok(output) if !output.status.success() => {
                    String::from_utf8_lossy(&output.stderr).trim().to_owned()
                }
                Ok(output) if std::fs::read(file).is_ok_and(|bytes| bytes == output.stdout) => {
                    return Ok(Self { place });
                }
                Ok(_) => "the file is not there".to_owned(),
            };
            refusals = format!("{refusals}\n  {}: {refusal}", place.join(" "));
        }
        Err(format!(
            "no way to put a file in the place of /etc/services:{refusals}"
        ))
    }

    /// The answers, in the order of the questions.
    ///
    /// # Panics
    ///
    /// Where perl, which asks, can't be run.
    #[must_use]
    pub fn ask(&self, questions: &[Question]) -> Vec<Option<Entry>> {
        let lines: String = questions
            .iter()
            .map(|question| match question {
                Question::Port(port, protocol) => format!("port {port} {protocol}\n"),
                Question::Name(name, protocol) => format!("name {name} {protocol}\n"),
            })
            .collect();
        let answers = self.perl(&lines);
        assert_eq!(answers.len(), questions.len());
        answers
    }

    /// All entries, as `getservent` gives them.
    ///
    /// # Panics
    ///
    /// Where perl, which asks, can't be run.
    #[must_use]
    pub fn all(&self) -> Vec<Entry> {
        self.perl("all\n").into_iter().flatten().collect()
    }

    fn perl(&self, questions: &str) -> Vec<Option<Entry>> {
        let script: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fixtures", "services.pl"]
            .iter()
            .collect();
        let output = feed(
            Command::new(&self.place[0])
                .args(&self.place[1..])
                .arg("perl")
                .arg(script),
            questions.as_bytes(),
        );
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "perl: {errors}");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.lines().map(entry).collect()
    }
}

/// A line of the script: name, aliases, port and protocol, or nothing.
fn entry(line: &str) -> Option<Entry> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [name, aliases, port, protocol] = cells[..] else {
        assert_eq!(line, "-");
        return None;
    };
    Some(Entry {
        name: name.to_owned(),
        aliases: aliases.split_whitespace().map(str::to_owned).collect(),
        port: port.parse().expect("a port"),
        protocol: protocol.to_owned(),
    })
}
