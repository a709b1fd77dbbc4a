//! Files that are edited, missing, too large, or not files at all.

use super::scratch;

#[test]
fn an_edited_file_is_read_again() {
    let scratch = scratch("rebuild", "2021");
    scratch.write("ports.csv", "name,port,transport\nssh,22,tcp\n");
    scratch.write(
        "src/main.rs",
        "port_consts::ports!(\"ports.csv\");\nfn main() { let _ = (SSH, Service::COUNT); }\n",
    );
    assert!(scratch.check().errors.is_empty());
    scratch.write("ports.csv", "name,port,transport\nssh,99999,tcp\n");
    let outcome = scratch.check();
    assert!(
        outcome.has_error("ports.csv:2: port `99999` is above 65535"),
        "{outcome:#?}"
    );
    scratch.write("ports.csv", "name,port,transport\nssh,2222,tcp\n");
    assert!(scratch.check().errors.is_empty());
}

#[test]
fn files_that_cannot_be_read_leave_no_other_errors() {
    let scratch = scratch("unreadable", "2021");
    for (file, words) in [
        (b"\xFF\xFEn\0a\0".as_slice(), "begins like UTF-16"),
        (b"name,port,transport\n", "no row follows the header"),
        (b"", "the file is empty"),
        (
            b"name port transport\nssh 22 tcp\n",
            "the columns are separated by spaces; save the file with commas",
        ),
    ] {
        scratch.write("ports.csv", file);
        scratch.write(
            "src/main.rs",
            "#![deny(warnings)]\nport_consts::ports!(\"ports.csv\");\n\
             fn main() { let _ = (Service::COUNT, Service::from_name(\"ssh\")); }\n",
        );
        let outcome = scratch.check();
        assert!(outcome.has_error(words), "{outcome:#?}");
        assert!(outcome.warnings.is_empty(), "{outcome:#?}");
        assert!(
            outcome
                .errors
                .iter()
                .all(|error| error.contains("ports.csv")),
            "only our own errors: {outcome:#?}"
        );
    }
}

/// The rows after a byte that is not UTF-8 are there.
#[test]
fn a_bad_byte_leaves_the_other_rows() {
    let scratch = scratch("bad-byte", "2021");
    scratch.write(
        "ports.csv",
        b"name,port,transport,description\na,1,tcp,caf\xE9\nb,2,tcp,\n",
    );
    scratch.write(
        "src/main.rs",
        "mod m { port_consts::ports!(\"ports.csv\"); }\n\
         const B: port_consts::Port = port_consts::port!(m::Service, \"b\");\n\
         fn main() { let _ = (m::A, B); }\n",
    );
    let outcome = scratch.check();
    assert!(
        outcome.has_error("ports.csv:2: byte 0xE9 at offset 43 is not UTF-8"),
        "{outcome:#?}"
    );
    assert_eq!(outcome.errors.len(), 1, "{outcome:#?}");
}

/// The system's log is a file without a length, and reading it waits for the next message.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_waits_is_not_read() {
    let scratch = scratch("waits", "2021");
    scratch.write(
        "src/main.rs",
        "port_consts::ports!(\"/proc/kmsg\");\nfn main() {}\n",
    );
    let outcome = scratch.check();
    assert_eq!(outcome.errors.len(), 1, "{outcome:#?}");
}

/// Other build systems set `CARGO_MANIFEST_DIR` to a relative folder, or not at all.
#[cfg(unix)]
#[test]
fn the_folder_may_be_relative_or_missing() {
    use std::os::unix::fs::PermissionsExt as _;

    let scratch = scratch("relative", "2021");
    // The compiler looks for what a relative path includes beside the source.
    scratch.write("sub/ports.csv", "name,port,transport\nssh,22,tcp\n");
    scratch.write("src/sub/ports.csv", "name,port,transport\nssh,99999,tcp\n");
    scratch.write(
        "src/main.rs",
        "port_consts::ports!(\"ports.csv\");\nfn main() { assert_eq!(SSH, 22); }\n",
    );
    for (change, words) in [
        ("export CARGO_MANIFEST_DIR=sub", ""),
        ("export CARGO_MANIFEST_DIR=./sub", ""),
        (
            "unset CARGO_MANIFEST_DIR",
            "`CARGO_MANIFEST_DIR` is not set",
        ),
        (
            "export CARGO_MANIFEST_DIR=elsewhere",
            "elsewhere/ports.csv`; a path in `ports!`",
        ),
    ] {
        let wrapper = format!(
            "#!/bin/sh\ncase \"$*\" in *--crate-name\\ relative*) {change};; esac\nexec \"$@\"\n"
        );
        scratch.write("wrapper", wrapper);
        let wrapper = scratch.folder().join("wrapper");
        let may_run = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&wrapper, may_run).expect("permissions");
        scratch.write(
            ".cargo/config.toml",
            format!("[build]\nrustc-workspace-wrapper = {wrapper:?}\n"),
        );
        // Cargo doesn't see that the wrapper has changed.
        scratch.write(
            "src/main.rs",
            format!("// {change}\nport_consts::ports!(\"ports.csv\");\nfn main() {{}}\n"),
        );
        let outcome = scratch.check();
        if words.is_empty() {
            assert!(outcome.is_clean(), "{change}: {outcome:#?}");
        } else {
            assert!(outcome.has_error(words), "{change}: {outcome:#?}");
        }
    }
}

/// Not among the UI tests: the path that was tried is another one on each machine.
#[cfg(unix)]
#[test]
fn a_path_without_a_file_is_shown_in_full() {
    let scratch = scratch("no-file", "2021");
    scratch.write("ports/gateway.csv", "name,port,transport\nssh,22,tcp\n");
    scratch.write(
        "src/main.rs",
        "mod a { port_consts::ports!(\"gateway.csv\"); }\n\
         mod b { port_consts::ports!(\"ports\"); }\n\
         fn main() { let _ = (a::Service::COUNT, b::Service::COUNT); }\n",
    );
    let outcome = scratch.check();
    let folder = scratch.folder().display();
    for words in [
        format!(
            "src/main.rs:1:29: error: gateway.csv: no file `{folder}/gateway.csv`; \
             a path in `ports!` is relative to the crate's Cargo.toml"
        ),
        format!(
            "src/main.rs:2:29: error: ports: `{folder}/ports` is a directory; \
             name a CSV file in it"
        ),
    ] {
        assert!(outcome.has_error(&words), "{words}\n{outcome:#?}");
    }
    assert_eq!(outcome.errors.len(), 2, "{outcome:#?}");
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let scratch = scratch("large", "2021");
    scratch.write(
        "src/main.rs",
        "port_consts::ports!(\"ports.csv\");\nfn main() {}\n",
    );
    scratch.write("ports.csv", vec![b'x'; (32 << 20) + 1]);
    let outcome = scratch.check();
    assert!(
        outcome.has_error("has 33554433 bytes, more than any table of ports needs"),
        "{outcome:#?}"
    );
}

/// A pipe would have the compiler wait for ever, a device read for ever.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read() {
    let scratch = scratch("no-regular-file", "2021");
    scratch.write("src/main.rs", "");
    let pipe = scratch.folder().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    std::os::unix::fs::symlink("circle", scratch.folder().join("circle")).expect("linked");
    scratch.write(
        "src/main.rs",
        "mod a { port_consts::ports!(\"pipe\"); }\n\
         mod b { port_consts::ports!(\"/dev/zero\"); }\n\
         mod c { port_consts::ports!(\"circle\"); }\n\
         mod d { port_consts::ports!(\"src/main.rs/ports.csv\"); }\n\
         fn main() {}\n",
    );
    let outcome = scratch.check();
    for words in [
        "pipe: `".to_owned()
            + &pipe.display().to_string()
            + "` is a pipe or a device; name a CSV file",
        "/dev/zero: `/dev/zero` is a pipe or a device".to_owned(),
        "circle` can't be read: ".to_owned(),
        "src/main.rs/ports.csv` can't be read: ".to_owned(),
    ] {
        assert!(outcome.has_error(&words), "{words}\n{outcome:#?}");
    }
    assert_eq!(outcome.errors.len(), 4, "{outcome:#?}");
}
