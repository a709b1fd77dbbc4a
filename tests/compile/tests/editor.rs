//! What rust-analyzer shows of the macros and of what they emit. Skipped where it isn't installed.

#![forbid(unsafe_code)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use port_consts_compile_tests::scratch::Scratch;

const MAIN: &str = r#"mod plan {
    port_consts::ports!("plan.csv");
}
fn main() {
    let _ = plan::TELEMETRY;
    let _ = plan::Service::Telemetry;
    let _ = port_consts::port!("https");
}
"#;

/// Where a word of the program begins, as the protocol writes it.
fn position(word: &str) -> String {
    let before = &MAIN[..MAIN.find(word).expect("the word")];
    let line = before.matches('\n').count();
    let character = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
    format!(r#"{{"line":{line},"character":{character}}}"#)
}

/// rust-analyzer, and the program that it has open.
struct Editor {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    file: String,
    requests: u32,
}

impl Editor {
    fn open(scratch: &Scratch) -> Self {
        let mut process = scratch
            .program("rust-analyzer")
            .env("CARGO_NET_OFFLINE", "true")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer");
        let input = process.stdin.take().expect("piped");
        let output = BufReader::new(process.stdout.take().expect("piped"));
        let root = format!("file://{}", scratch.folder().display());
        let file = format!("{root}/src/main.rs");
        let mut editor = Self {
            process,
            input,
            output,
            file,
            requests: 0,
        };
        editor.ask(
            "initialize",
            &format!(
                r#"{{"processId":null,"rootUri":"{root}","capabilities":{{}},
                "initializationOptions":{{"checkOnSave":false,"cachePriming":{{"enable":false}}}}}}"#
            ),
        );
        editor.send(r#""method":"initialized","params":{}"#);
        let text = format!("{MAIN:?}");
        let document = format!(
            r#"{{"uri":"{}","languageId":"rust","version":1,"text":{text}}}"#,
            editor.file
        );
        editor.send(&format!(
            r#""method":"textDocument/didOpen","params":{{"textDocument":{document}}}"#
        ));
        editor
    }

    fn send(&mut self, message: &str) {
        let text = format!(r#"{{"jsonrpc":"2.0",{message}}}"#);
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("sent");
        self.input.flush().expect("sent");
    }

    fn receive(&mut self) -> String {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(
                self.output.read_line(&mut line).expect("read") > 0,
                "it has ended"
            );
            match line.trim_end().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().expect("a length"),
                None if line.trim_end().is_empty() => break,
                None => {}
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text).expect("read");
        String::from_utf8(text).expect("UTF-8")
    }

    /// Returns the answer, as it is sent.
    fn ask(&mut self, method: &str, parameters: &str) -> String {
        self.requests += 1;
        let id = format!(r#""id":{},"#, self.requests);
        self.send(&format!(r#"{id}"method":"{method}","params":{parameters}"#));
        loop {
            let message = self.receive();
            if message.contains(&id) && !message.contains(r#""method":"#) {
                return message;
            }
        }
    }

    /// Asks what is at a word until the answer has `part` in it: it takes a while until the crate
    /// is loaded.
    #[track_caller]
    fn expect(&mut self, method: &str, word: &str, part: &str) {
        let start = Instant::now();
        let (file, position) = (self.file.clone(), position(word));
        let parameters = format!(r#"{{"textDocument":{{"uri":"{file}"}},"position":{position}}}"#);
        loop {
            let answer = self.ask(method, &parameters);
            if answer.contains(part) {
                return;
            }
            let waited = start.elapsed();
            assert!(
                waited < Duration::from_secs(180),
                "{method} at {word}: {answer}"
            );
            thread::sleep(Duration::from_millis(500));
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Whether rust-analyzer is there, with what runs macros for it.
fn is_installed() -> bool {
    let output = |program: &str, argument: &[&str]| {
        let output = Command::new(program).args(argument).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    let server = "libexec/rust-analyzer-proc-macro-srv";
    output("rust-analyzer", &["--version"]).is_some()
        && output("rustc", &["--print", "sysroot"])
            .is_some_and(|folder| Path::new(&folder).join(server).exists())
}

#[cfg(unix)]
#[test]
fn macros_are_documented_and_definitions_lead_to_the_file() {
    if !is_installed() {
        println!("skipped: rust-analyzer is not installed");
        return;
    }
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "editor", "2024");
    scratch.write("plan.csv", "name,port,transport\ntelemetry,47111,udp\n");
    scratch.write("src/main.rs", MAIN);
    let mut editor = Editor::open(&scratch);

    let (hover, definition) = ("textDocument/hover", "textDocument/definition");
    editor.expect(
        hover,
        "ports!",
        "Makes a registry of a CSV file at compile time",
    );
    editor.expect(hover, "port!", "that is checked where it is written");
    editor.expect(
        hover,
        "TELEMETRY",
        "Port 47111 (udp), assigned to telemetry",
    );
    // One place, and that is the path.
    let path = format!(
        r#""result":[{{"uri":"{}","range":{{"start":{},"#,
        editor.file,
        position("\"plan.csv\"")
    );
    for word in ["TELEMETRY", "Service::T", "Telemetry;"] {
        editor.expect(definition, word, &path);
    }
}
