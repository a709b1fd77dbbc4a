//! The examples `lookup`, `gateway` and `server`, as they are run from a shell.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use port_consts_tests::example::{Example, Run};

const README: &str = include_str!("../../../README.md");

#[test]
fn lookup_prints_what_the_readme_shows() {
    let run = Example::build("lookup").run(&["https", "8443", "53/udp"]);
    assert_eq!((run.status, run.errors.as_str()), (Some(0), ""));
    let shown = README
        .split("```text\n")
        .find(|block| block.starts_with("https\n"))
        .and_then(|block| block.split("```").next())
        .unwrap();
    let mut lines = run.output.lines();
    for line in shown.lines().filter(|line| *line != "...") {
        assert!(lines.any(|it| it == line), "{line:?} in\n{}", run.output);
    }
    assert!(
        run.output
            .contains("  8443/tcp/udp  assigned to  pcsync-https ")
    );
    // The two statuses are told apart.
    assert!(
        run.output
            .contains("  8443/tcp      in use for   https-alt ")
    );
}

#[test]
fn lookup_says_what_it_does_not_know() {
    let lookup = Example::build("lookup");
    for (query, words) in [
        (
            "htps",
            "htps: unknown service `htps`; did you mean `https`?",
        ),
        ("99999", "99999: port `99999` is above 65535"),
        (
            "443/quic",
            "443/quic: unknown transport `quic` in `443/quic`; write tcp, udp, sctp or dccp",
        ),
        (
            "qqqqqqqq",
            "qqqqqqqq: unknown service `qqqqqqqq`; \
             write a number from 0 to 65535, or a service's name",
        ),
    ] {
        let run = lookup.run(&[query]);
        let errors = format!("{words}\n");
        let output = String::new();
        let status = Some(1);
        assert_eq!(
            run,
            Run {
                status,
                output,
                errors
            },
            "{query}"
        );
    }
    // One that is unknown does not keep the others from their answers.
    let run = lookup.run(&["htps", "ssh/tcp"]);
    assert_eq!(run.status, Some(1));
    assert!(run.output.contains("22/tcp  assigned to  ssh"), "{run:?}");
    // A port that nobody has is one, all the same.
    let run = lookup.run(&["40001"]);
    assert_eq!(run.status, Some(0));
    assert!(run.output.contains("no service known"), "{run:?}");
}

#[test]
fn lookup_explains_itself() {
    let lookup = Example::build("lookup");
    let help = lookup.run(&["--help"]);
    assert_eq!((help.status, help.errors.as_str()), (Some(0), ""));
    for words in ["lookup 53/udp", "Usage: lookup", "exit status is 1"] {
        assert!(help.output.contains(words), "{words}");
    }
    let nothing = lookup.run::<&str>(&[]);
    assert_eq!(nothing.status, Some(2));
    assert!(nothing.errors.contains("required"), "{nothing:?}");
}

#[test]
fn the_gateway_takes_what_is_in_its_plan() {
    let run = Example::build("gateway").run::<&str>(&[]);
    assert_eq!((run.status, run.errors.as_str()), (Some(0), ""));
    assert!(run.output.contains("/udp: a reading: 21.5\n"), "{run:?}");
    assert!(
        run.output
            .contains("47128/udp: refused, it is not in the plan\n")
    );
}

/// A server that is ended with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the server, and gives the port that it says it has.
fn start(arguments: &[&str]) -> (Server, u16) {
    let child = Example::build("server")
        .command()
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn();
    let mut server = Server(child.unwrap());
    let mut line = String::new();
    let output = server.0.stdout.as_mut().unwrap();
    BufReader::new(output).read_line(&mut line).unwrap();
    let port = line.strip_prefix("http://127.0.0.1:").unwrap();
    let port = port.strip_suffix("/\n").unwrap().parse().unwrap();
    (server, port)
}

/// What the server answers.
fn get(port: u16) -> String {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    let request = "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_server_answers_once_and_ends() {
    let (mut server, port) = start(&["--port", "0", "--once"]);
    let answer = get(port);
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    let (head, text) = answer.split_once("\r\n\r\n").unwrap();
    assert!(text.starts_with(&format!("{port}/tcp (")), "{text}");
    assert!(
        head.contains(&format!("Content-Length: {}\r\n", text.len())),
        "{head}"
    );
    assert!(server.0.wait().unwrap().success());
}

#[test]
fn the_server_answers_one_after_the_other() {
    let (mut server, port) = start(&["--port", "0"]);
    // A client that says nothing, and goes away.
    drop(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap());
    for _ in 0..3 {
        assert!(get(port).contains("200 OK"));
    }
    assert_eq!(server.0.try_wait().unwrap(), None, "it goes on");
}

#[test]
fn the_server_says_why_it_cannot_listen() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let server = Example::build("server");
    let run = server.run(&["--port", &port]);
    assert_eq!((run.status, run.output.as_str()), (Some(1), ""));
    assert!(run.errors.starts_with(&format!("port {port}")), "{run:?}");
    assert!(
        run.errors
            .contains(" is in use: another program listens there."),
        "{run:?}"
    );
    assert!(run.errors.contains("--port 0"), "{run:?}");

    let run = server.run(&["--port", "65536"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.errors.contains("port `65536` is above 65535"),
        "{run:?}"
    );
    let help = server.run(&["--help"]);
    assert!(help.output.contains("[default: 8080]"), "{help:?}");
}

/// Who may listen below 1024 is the system's affair: where everybody may, or where root can't
/// do without its privilege, nothing is refused, and everybody is told.
#[test]
fn the_server_says_that_a_port_needs_a_privilege() {
    let example = Example::build("server");
    // In a user namespace of its own, root is root there only.
    let mut without_privilege = Command::new("unshare");
    without_privilege.arg("--user").arg(example.path());
    let mut ways = [example.command(), without_privilege];
    let refused = ways.iter_mut().find_map(|command| {
        let child = command
            .args(["--port", "81"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn();
        let mut server = Server(child.ok()?);
        for _ in 0..100 {
            if server.0.try_wait().unwrap().is_some() {
                let mut errors = String::new();
                server.0.stderr.take()?.read_to_string(&mut errors).unwrap();
                return Some(errors).filter(|it| it.starts_with("port 81"));
            }
            thread::sleep(Duration::from_millis(10));
        }
        None
    });
    match refused {
        Some(errors) => assert!(
            errors.starts_with("port 81 (npm-admin) needs a privilege"),
            "{errors}"
        ),
        None => {
            // Not by `eprintln!`, whose words nobody sees if a test passes.
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: nobody is refused port 81 on this machine"
            );
        }
    }
}

/// A pipe whose reader has ended: `lookup https | true`.
#[cfg(unix)]
fn nobody_reads() -> Stdio {
    let mut reader = Command::new("true").stdin(Stdio::piped()).spawn().unwrap();
    let pipe = reader.stdin.take().unwrap();
    reader.wait().unwrap();
    pipe.into()
}

/// Wherever the output goes, no example panics.
#[cfg(unix)]
#[test]
fn examples_say_that_their_output_cannot_be_written() {
    for (name, arguments) in [
        ("lookup", &["https"][..]),
        ("lookup", &["--help"]),
        ("flags", &["--listen", "https"]),
        ("gateway", &[]),
        ("services", &["--short"]),
        ("export", &[]),
        ("server", &["--port", "0"]),
    ] {
        let example = Example::build(name);
        let mut command = example.command();
        let output = command.args(arguments).stdout(nobody_reads()).output();
        let run = Run::from(output.unwrap());
        assert_eq!(
            (run.status, run.errors.as_str()),
            (Some(0), ""),
            "{name} {arguments:?}"
        );
        if cfg!(target_os = "linux") {
            let full = || std::fs::File::options().write(true).open("/dev/full");
            let mut command = example.command();
            command.args(arguments).stdout(full().unwrap());
            let run = Run::from(command.output().unwrap());
            assert_eq!(run.status, Some(1), "{name} {run:?}");
            assert!(run.errors.starts_with("standard output: "), "{run:?}");
            // And nobody can be told.
            let status = command.stderr(full().unwrap()).status().unwrap();
            assert_eq!(status.code(), Some(1), "{name}");
        }
    }
}

#[test]
fn examples_show_arguments_without_control_characters() {
    let lookup = Example::build("lookup");
    // clap itself leaves out some of them, if it was built with colors.
    for (argument, shown) in [
        ("\u{1b}[31mhtps\u{7}", "\\u{1b}[31mhtps\\u{7}: "),
        ("--\u{1b}[31mno\u{202e}", "no\\u{202e}' found"),
    ] {
        let run = lookup.run(&[argument]);
        assert_ne!(run.status, Some(0));
        assert!(run.errors.contains(shown), "{run:?}");
        let mut letters = run.errors.chars().filter(|it| *it != '\n');
        assert!(
            !letters.any(|it| it.is_control() || it == '\u{202e}'),
            "{run:?}"
        );
    }
}

#[test]
fn every_example_explains_itself() {
    for name in ["lookup", "flags", "gateway", "services", "export", "server"] {
        let help = Example::build(name).run(&["--help"]);
        assert_eq!((help.status, help.errors.as_str()), (Some(0), ""), "{name}");
        assert!(
            help.output.contains(&format!("Usage: {name}")),
            "{}",
            help.output
        );
    }
}
