//! The example `enrich` on lines of text, as it is run from a shell.

#![forbid(unsafe_code)]

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::PathBuf,
    process::{Command, Stdio},
};

use port_consts::{Port, Service, Transport};
use port_consts_tests::example::{Example, feed};

const NONE: [&str; 0] = [];

fn enrich() -> Example {
    Example::at(env!("CARGO_BIN_EXE_enrich"))
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

const LOG: &str = "\
# source destination transport
51234 443 tcp
10.0.0.1:53,10.0.0.2:40000,udp

[2001:db8::7]:33060 [2001:db8::1]:9092\tTCP 1500 bytes
192.0.2.1:123 192.0.2.2:123 17
40001 40002 tcp
";

const ENRICHED: &str = "\
# source destination transport
51234 443 tcp 443/tcp (https)
10.0.0.1:53,10.0.0.2:40000,udp 53/udp (domain)

[2001:db8::7]:33060 [2001:db8::1]:9092\tTCP 1500 bytes 9092/tcp (kafka)
192.0.2.1:123 192.0.2.2:123 17 123/udp (ntp)
40001 40002 tcp -
";

#[test]
fn lines_of_a_file_and_of_standard_input() {
    let path = file("enrich-log.txt", LOG.as_bytes());
    for run in [
        enrich().run(&[&path]),
        enrich().run_with(&NONE, LOG.as_bytes()),
    ] {
        assert_eq!(run.output, ENRICHED);
        assert_eq!((run.status, run.errors.as_str()), (Some(0), ""));
    }
}

#[test]
fn ends_of_lines_are_kept() {
    for (line, expected) in [
        ("", ""),
        ("\n", "\n"),
        ("40001 40002 tcp", "40001 40002 tcp -"),
        ("51234 22 tcp\r\n", "51234 22 tcp 22/tcp (ssh)\r\n"),
        ("51234 22 tcp\r", "51234 22 tcp 22/tcp (ssh)\r"),
        ("\r\n51234 22 tcp", "\r\n51234 22 tcp 22/tcp (ssh)"),
    ] {
        let run = enrich().run_with(&NONE, line.as_bytes());
        assert_eq!((run.status, run.output.as_str()), (Some(0), expected));
    }
}

#[test]
fn malformed_lines_are_passed_through_and_counted() {
    let log = "51234 443 tcp\nnonsense\n1 2 quic\n22 51234 tcp\n99999 1 udp\n";
    let run = enrich().run_with(&NONE, log.as_bytes());
    assert_eq!(run.status, Some(1));
    assert_eq!(
        run.output,
        "51234 443 tcp 443/tcp (https)\nnonsense\n1 2 quic\n22 51234 tcp 22/tcp (ssh)\n99999 1 udp\n"
    );
    assert_eq!(
        run.errors,
        "3 of 5 lines malformed, and passed through as they were; \
         the first is line 2: not a source, a destination and a transport\n\
         line 2: nonsense\n"
    );

    let explained = enrich().run_with(&["--explain"], log.as_bytes());
    assert_eq!(
        (explained.status, &explained.output),
        (Some(1), &run.output)
    );
    assert_eq!(
        explained.errors,
        format!(
            "line 2: not a source, a destination and a transport: nonsense\n\
             line 3: the transport is none of tcp, udp, sctp and dccp: 1 2 quic\n\
             line 5: the source is no port and no address:port: 99999 1 udp\n{}",
            run.errors.trim_end_matches("line 2: nonsense\n")
        )
    );
}

#[test]
fn bytes_that_are_no_text_are_passed_through() {
    let log = b"\xFF\xFE 1 tcp\n\0\n51234 443 tcp \xFF\n";
    let output = feed(&mut enrich().command(), log);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        output.stdout,
        b"\xFF\xFE 1 tcp\n\0\n51234 443 tcp \xFF 443/tcp (https)\n"
    );
}

/// Lines that lie across the reads, of which one is a mebibyte.
#[test]
fn a_log_of_many_reads() {
    let mut log = String::new();
    let mut expected = String::new();
    for i in 0..60_000_u32 {
        let (source, destination) = (i % 65_536, 443 + i % 7);
        let padding = "x".repeat(i as usize % 50);
        let line = format!("{source} {destination} tcp {padding}");
        let ports = [source, destination].map(|it| Port::new(u16::try_from(it).unwrap()));
        let label = Service::from_flow(ports[0], ports[1], Transport::Tcp).map_or_else(
            || "-".to_owned(),
            |(service, side)| format!("{}/tcp ({service})", side.of(ports[0], ports[1])),
        );
        writeln!(log, "{line}").unwrap();
        writeln!(expected, "{line} {label}").unwrap();
    }
    let run = enrich().run_with(&NONE, log.as_bytes());
    assert_eq!((run.status, run.errors.as_str()), (Some(0), ""));
    assert!(log.len() > 2 << 20 && run.output == expected);
}

#[cfg(unix)]
#[test]
fn what_is_no_log_is_refused() {
    let mut log = b"51234 443 tcp\n".to_vec();
    log.extend(vec![b'x'; (1 << 20) + 1]);
    let output = feed(&mut enrich().command(), &log);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"51234 443 tcp 443/tcp (https)\n");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.starts_with("line 2 is longer than 1048576 bytes"),
        "{errors}"
    );

    for (path, words) in [
        ("/no/such/file", "/no/such/file: No such file"),
        ("/", "/: a folder"),
    ] {
        let run = enrich().run(&[path]);
        assert_eq!((run.status, run.output.as_str()), (Some(2), ""));
        assert!(run.errors.starts_with(words), "{run:?}");
    }
}

/// What is there is written before more is waited for: `tail -f log | enrich`.
#[test]
fn a_log_that_grows() {
    let mut child = enrich()
        .command()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for (line, expected) in [
        ("51234 443 tcp\n51235 ", "51234 443 tcp 443/tcp (https)\n"),
        ("22 tcp\n", "51235 22 tcp 22/tcp (ssh)\n"),
    ] {
        input.write_all(line.as_bytes()).unwrap();
        let mut read = String::new();
        output.read_line(&mut read).unwrap();
        assert_eq!(read, expected);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

/// `enrich | head` is no mistake.
#[test]
fn a_reader_that_has_enough() {
    let mut child = enrich()
        .command()
        .args(["--generate", "1000000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
}

#[test]
fn flows_to_measure_with() {
    let made = enrich().run(&["--generate", "20000"]);
    assert_eq!(made.status, Some(0));
    assert_eq!(made.output.lines().count(), 20_000);
    assert_eq!(
        made,
        enrich().run(&["--generate", "20000"]),
        "the same in every run"
    );

    let run = enrich().run_with(&["--rate"], made.output.as_bytes());
    assert_eq!(run.status, Some(0));
    assert!(run.errors.starts_with("20000 lines in "), "{run:?}");
    assert!(run.errors.ends_with(" million a second\n"), "{run:?}");
    let services: std::collections::BTreeSet<&str> = run
        .output
        .lines()
        .map(|line| line.rsplit(' ').next().unwrap())
        .collect();
    assert!(services.len() > 600, "{}", services.len());
    // Made-up flows have a service, but for those whose port is to be nobody's.
    let unknown = run
        .output
        .lines()
        .filter(|line| line.ends_with(" -"))
        .count();
    assert!((1..3_000).contains(&unknown), "{unknown}");
    assert_eq!(enrich().run(&["--generate", "1", "--rate"]).status, Some(2));
}

#[test]
fn help_says_what_there_is_to_know() {
    let help = enrich().run(&["--help"]);
    assert_eq!(help.status, Some(0));
    for words in [
        "Exit status: 0",
        "pcapng",
        "[FILE]",
        "--explain",
        "--rate",
        "--generate",
    ] {
        assert!(help.output.contains(words), "{words}");
    }
}

/// Under `script` of util-linux, which has a terminal for standard error.
fn on_a_terminal(lines: usize, redirect: &str) -> String {
    let log = "10.0.0.1:51234 10.0.0.2:443 tcp\n".repeat(lines);
    let path = file(&format!("enrich-progress-{lines}.txt"), log.as_bytes());
    let enrich = enrich();
    let command = format!(
        "'{}' '{}' {redirect}",
        enrich.path().display(),
        path.display()
    );
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        // Machines that build have none, and no bar is drawn on a terminal of no kind.
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output();
    fs::remove_file(path).unwrap();
    let output = output.expect("script, of util-linux");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn a_bar_for_long_input_on_a_terminal_only() {
    let bar = on_a_terminal(1_300_000, ">/dev/null");
    assert!(bar.contains("MiB of 39.67 MiB"), "{bar:?}");
    assert_eq!(on_a_terminal(1_000, ">/dev/null"), "");
    // Nobody sees it if standard error goes elsewhere, and none is between lines.
    assert_eq!(on_a_terminal(1_300_000, ">/dev/null 2>/dev/null"), "");
}

/// A full disk is said; a reader that ended is not.
#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written() {
    let log = "51234 443 tcp\n".repeat(200_000);
    let path = file("enrich-full.txt", log.as_bytes());
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = enrich().command().arg(&path).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("writing failed: "), "{errors}");

    let mut child = enrich()
        .command()
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}
