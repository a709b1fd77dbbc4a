//! The example `enrich` on logs as tools write them. Each form has files in `tools`: a log,
//! and what comes of it.

#![forbid(unsafe_code)]

use std::{fs, path::Path};

use port_consts_tests::example::{Example, Run};

fn enrich(options: &[&str], log: &[u8]) -> Run {
    Example::at(env!("CARGO_BIN_EXE_enrich")).run_with(options, log)
}

fn read(name: &str, ending: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    fs::read_to_string(folder.join(format!("{name}.{ending}"))).unwrap()
}

/// The files, and the format that `--format` calls them.
const FILES: [(&str, &str); 14] = [
    ("zeek", "zeek"),
    ("zeek-json", "zeek-json"),
    ("eve", "eve"),
    ("vpc-default", "vpc"),
    ("vpc-titles", "vpc"),
    ("vpc-exported", "vpc"),
    ("ss", "ss"),
    ("ss-one-family", "ss"),
    ("netstat", "netstat"),
    ("netstat-bsd", "netstat"),
    ("netstat-windows", "netstat"),
    ("conntrack-list", "conntrack"),
    ("conntrack-events", "conntrack"),
    ("netflow-old", "netflow"),
];

#[test]
fn logs_are_found_by_their_first_lines_or_by_an_option() {
    for (name, format) in FILES.into_iter().chain([("netflow-new", "netflow")]) {
        let (log, expected) = (read(name, "log"), read(name, "expected"));
        for options in [&[][..], &["--format", format]] {
            let run = enrich(options, log.as_bytes());
            assert_eq!(run.output, expected, "{name} {options:?}");
            assert_eq!((run.status, run.errors.as_str()), (Some(0), ""), "{name}");
        }
        // With ends of lines as Windows has them, and without the last one.
        let log = log.replace('\n', "\r\n");
        let run = enrich(&[], log.trim_end().as_bytes());
        let expected = expected.replace('\n', "\r\n");
        assert_eq!(run.output, expected.trim_end(), "{name}");
        assert_eq!(run.status, Some(0), "{name}");
    }
}

/// All files of the folder are in the list above.
#[test]
fn every_file_is_tested() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 2 * (FILES.len() + 1));
}

#[test]
fn json_stays_json() {
    for name in ["eve", "zeek-json"] {
        for line in read(name, "expected").lines() {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            assert!(value.is_object());
        }
    }
}

/// A log of the tool without its header, as `grep` leaves it.
#[test]
fn rows_without_a_header() {
    for (line, label) in [
        (
            "tcp ESTAB 0 0 10.0.0.7:51234 192.0.2.1:443",
            " 443/tcp (https)",
        ),
        ("LISTEN 0 128 [::]:22 [::]:*", " 22/tcp (ssh)"),
        ("tcp6 0 0 :::22 :::* LISTEN", " 22/tcp (ssh)"),
        ("udp 0 0 0.0.0.0:123 0.0.0.0:*", " 123/udp (ntp)"),
        (
            "{\"event_type\":\"x\",\"proto\":\"TCP\",\"src_port\":51234,\"dest_port\":22}",
            ",\"port_service\":\"22/tcp (ssh)\"}",
        ),
    ] {
        let run = enrich(&[], line.as_bytes());
        assert!(run.output.ends_with(label), "{run:?}");
        assert_eq!(run.status, Some(0), "{line}");
    }
}

#[test]
fn comments_and_noise_before_the_first_line() {
    let log = format!("# of my router\n\n{}", read("ss", "log"));
    let run = enrich(&[], log.as_bytes());
    assert_eq!(
        run.output,
        format!("# of my router\n\n{}", read("ss", "expected"))
    );
    // What a shell printed is malformed, and does not hide what follows.
    let log = format!("$ ss -a\n{}", read("ss", "log"));
    let run = enrich(&[], log.as_bytes());
    assert_eq!(run.output, format!("$ ss -a\n{}", read("ss", "expected")));
    assert_eq!(run.status, Some(1));
    assert!(run.errors.starts_with("1 of 12 lines malformed"), "{run:?}");
}

/// A format, a line before, a line that is malformed, and the reason.
const MALFORMED: &[(&str, &str, &str, &str)] = &[
    ("zeek", "", "1\t2\t3", "no line that names the columns"),
    ("zeek", "", "#fields\tts\tuid", "it names no columns"),
    (
        "zeek",
        "#fields\tid.orig_p\tid.resp_p\tproto\n",
        "1\t2",
        "it has fewer fields",
    ),
    (
        "zeek",
        "#fields\tid.orig_p\tid.resp_p\tproto\n",
        "1\t65536\ttcp",
        "the destination port is no number",
    ),
    ("zeek-json", "", "{\"id.orig_p\":1", "not a JSON object"),
    ("zeek-json", "", "[1]", "not a JSON object"),
    (
        "zeek-json",
        "",
        "{\"id.orig_p\":-1,\"id.resp_p\":2,\"proto\":\"tcp\"}",
        "not a JSON object",
    ),
    (
        "zeek-json",
        "",
        "{\"id.orig_p\":70000,\"id.resp_p\":2,\"proto\":\"tcp\"}",
        "the source port is no number",
    ),
    ("eve", "", "{\"a\":1}", "not a JSON object of this format"),
    (
        "vpc",
        "",
        "2 1 if-1 a b 1 2 6",
        "no line that names the columns",
    ),
    (
        "vpc",
        "",
        "2 1 eni-1 a b x 2 6",
        "the source port is no number",
    ),
    (
        "vpc",
        "",
        "2 1 eni-1 a b 1 2 256",
        "the protocol is no name",
    ),
    (
        "ss",
        "",
        "tcp OPEN 0 0 *:1 *:2",
        "not a line of this format",
    ),
    ("ss", "", "tcp ESTAB 0 0 *:1 nowhere", "the other end is no"),
    (
        "ss",
        "",
        "tcp ESTAB 0 0 *:nosuchname *:1",
        "the local end is no",
    ),
    (
        "netstat",
        "",
        "quic 0 0 *:1 *:2",
        "not a line of this format",
    ),
    ("netstat", "", "tcp 0 0 1 2", "the local end is no"),
    (
        "conntrack",
        "",
        "tcp 6 nothing",
        "not a line of this format",
    ),
    (
        "conntrack",
        "",
        "tcp 6 1 src=a dst=b sport=1",
        "the destination port",
    ),
    ("netflow", "", "a,b,c", "no line that names the columns"),
    (
        "netflow",
        "sp,dp,pr\n",
        "1,99999,TCP",
        "the destination port is no",
    ),
];

/// What is not understood is counted, shown once and passed through.
#[test]
fn malformed_lines_of_each_format() {
    for (format, before, line, reason) in MALFORMED {
        let log = format!("{before}{line}\n{line}\n");
        let run = enrich(&["--format", format], log.as_bytes());
        let all = 2 + before.lines().count();
        assert_eq!(run.status, Some(1), "{format} {line}");
        assert!(
            run.output.ends_with(&format!("{line}\n{line}\n")),
            "{run:?}"
        );
        let count = format!("2 of {all} lines malformed, and passed through as they were; ");
        assert!(run.errors.starts_with(&count), "{run:?}");
        assert!(run.errors.contains(&format!(": {reason}")), "{run:?}");
        let shown = format!("\nline {}: ", 1 + before.lines().count());
        assert_eq!(run.errors.matches(&shown).count(), 1, "{run:?}");
    }
}

#[test]
fn what_is_shown_is_short_and_harmless() {
    let line = format!("\x1B[31m\x07{}\n", "x".repeat(500_000));
    let run = enrich(&[], line.as_bytes());
    assert_eq!(run.status, Some(1));
    assert!(run.output == line);
    assert!(run.errors.len() < 1000, "{}", run.errors.len());
    assert!(
        run.errors.contains("line 1: \\u{1b}[31m\\u{7}xxx"),
        "{run:?}"
    );
    assert!(!run.errors.contains('\x1B'));
    let run = enrich(&["--explain"], line.as_bytes());
    assert!(run.errors.len() < 1000, "{}", run.errors.len());
}

/// An unknown format is a mistake of whoever called, and says which there are.
#[test]
fn unknown_formats() {
    let run = enrich(&["--format", "pcap"], b"");
    assert_eq!((run.status, run.output.as_str()), (Some(2), ""));
    assert!(run.errors.contains("'pcap'"), "{run:?}");
}

/// Every format of the program has a row in the help.
#[test]
fn help_has_a_row_for_each_format() {
    let help = enrich(&["--help"], b"").output;
    for (_, format) in FILES.into_iter().chain([("", "plain"), ("", "netflow")]) {
        let row = help
            .lines()
            .any(|line| line.trim_start().starts_with(&format!("{format} ")));
        assert!(row, "{format}");
    }
}
