//! `services_file::entries`: any text, Debian's file, this host's, and what the C library
//! reads in the same text.

use std::{fs, io::Write as _, path::PathBuf};

use port_consts::{
    Port, Service, Transport, TransportPort,
    services_file::{self, LineErrorKind},
};
use port_consts_tests::services_file::{Entry, ServicesFile};
use port_consts_tools::debian::{self, Line};
use proptest::{prop_assert, prop_assert_eq, proptest};

const DEBIAN: &str = include_str!("../../fixtures/debian-services.csv");

fn owned(entry: &services_file::Entry<'_>) -> Line {
    Line {
        name: entry.name().to_owned(),
        port: entry.port().get(),
        transport: entry.transport().name().to_owned(),
        aliases: entry.aliases().map(str::to_owned).collect(),
    }
}

/// The table as the file that it was made of, with a comment on each line.
fn as_file(lines: &[Line]) -> String {
    let line = |it: &Line| {
        let Line {
            name,
            port,
            transport,
            aliases,
        } = it;
        format!(
            "{name}\t\t{port}/{transport}\t{}\t# {name}'s\n",
            aliases.join(" ")
        )
    };
    let text: String = lines.iter().map(line).collect();
    format!("# Network services, Internet style\n\n{text}")
}

#[test]
fn debian_s_file() {
    let lines = debian::from_csv(DEBIAN);
    let text = as_file(&lines);
    let (mut read, mut strangers) = (Vec::new(), Vec::new());
    for entry in services_file::entries(&text) {
        match entry {
            Ok(entry) => read.push(owned(&entry)),
            Err(error) => strangers.push(error),
        }
    }
    let (ours, others): (Vec<_>, Vec<_>) = lines
        .iter()
        .enumerate()
        .partition(|(_, it)| Transport::from_name(&it.transport).is_some());
    assert!(read.iter().eq(ours.iter().map(|(_, it)| *it)));
    assert!(ours.len() > 300 && !others.is_empty());
    // Those of AppleTalk are no ports; each error has the line's number.
    for (error, (index, _)) in strangers.iter().zip(&others) {
        assert_eq!(error.line(), index + 3);
        assert!(
            matches!(error.kind(), LineErrorKind::Transport(_)),
            "{error}"
        );
    }
    assert_eq!(strangers.len(), others.len());
}

/// A file with all that administrators write, and the C library takes.
const ODD: &str = "\
# a comment
telemetry\t47111/udp
  indented   47112/tcp   first second # the rest
glued 47113/tcp#comment
many 47114/tcp a b c d e f g h
many 47114/udp a
other 47115/sctp
#nobody 47116/tcp
\t
Case 47117/tcp CASE case
windows 47118/tcp\r
last 47119/tcp";

#[test]
fn what_the_c_library_reads() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("services-odd");
    fs::write(&path, ODD).unwrap();
    let entries = services_file::entries(ODD).map(|entry| {
        let Line {
            name,
            port,
            transport,
            aliases,
        } = owned(&entry.unwrap());
        Entry {
            name,
            aliases,
            port,
            protocol: transport,
        }
    });
    let entries: Vec<Entry> = entries.collect();
    assert_eq!(entries.len(), 9);
    match ServicesFile::in_place(&path) {
        Ok(file) => assert_eq!(file.all(), entries),
        Err(reason) if std::env::var_os("REQUIRE_GLIBC").is_some() => panic!("{reason}"),
        Err(reason) => {
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED: the C library was not asked; {reason}"
            );
        }
    }
}

/// Whatever is in this machine's file, each line of it is an entry, or an error with its number.
#[test]
fn the_file_of_this_host() {
    let Ok(text) = fs::read_to_string("/etc/services") else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: this host has no /etc/services");
        return;
    };
    let words = |line: &str| {
        let line = line.split('#').next().unwrap_or_default();
        line.split_whitespace().count()
    };
    let lines: Vec<&str> = text.lines().collect();
    let full = lines.iter().filter(|line| words(line) > 0).count();
    assert_eq!(services_file::entries(&text).count(), full);
    for entry in services_file::entries(&text) {
        let line = match &entry {
            Ok(entry) => entry.line(),
            Err(error) => error.line(),
        };
        assert!(words(lines[line - 1]) > 0);
        if let Ok(entry) = entry {
            assert!(lines[line - 1].contains(entry.name()));
            assert!(lines[line - 1].contains(&entry.transport_port().to_string()));
        }
    }
}

#[test]
fn mistakes_have_the_number_of_their_line() {
    let text = "\u{FEFF}ssh 22/tcp\n\nalone\nweb 80\nbig 65536/tcp\nword x/tcp\nicmp 1/icmp\n\
                turned tcp/22\nend 1/udp";
    let found: Vec<String> = services_file::entries(text)
        .map(|entry| match entry {
            Ok(entry) => format!(
                "{} {} {}",
                entry.line(),
                entry.name(),
                entry.transport_port()
            ),
            Err(error) => error.to_string(),
        })
        .collect();
    assert_eq!(
        found,
        [
            "1 ssh 22/tcp",
            "line 3: no port follows the name; write `http 80/tcp`",
            "line 4: port `80` has no transport; write `80/tcp`",
            "line 5: port `65536` is above 65535",
            "line 6: `x` is not a number; write a number from 0 to 65535",
            "line 7: unknown transport `icmp`; write tcp, udp, sctp or dccp",
            "line 8: `tcp/22` has the transport first; write `22/tcp`",
            "9 end 1/udp",
        ]
    );
}

/// What to write has the transport that the line names.
#[test]
fn other_forms_of_port_and_transport() {
    for (word, expected) in [
        ("udp/53", "`udp/53` has the transport first; write `53/udp`"),
        ("53:udp", "`53:udp` has a colon; write `53/udp`"),
        ("udp:53", "`udp:53` has a colon; write `53/udp`"),
        ("53 udp", "port `53` has no transport; write `53/udp`"),
        ("53 / udp", "port `53` has no transport; write `53/udp`"),
        ("53 dns", "port `53` has no transport; write `53/tcp`"),
        (
            "80-99/udp",
            "`80-99/udp` is a range; write one port, such as `80/udp`",
        ),
        (
            "none",
            "`none` is not a port; write a port and its transport, such as `80/tcp`",
        ),
        ("0x35/udp", "`0x35/udp` is hexadecimal; write `53/udp`"),
        (
            "dns/udp",
            "`dns` is not a number; write a number from 0 to 65535",
        ),
        ("65536/udp", "port `65536` is above 65535"),
        ("/udp", "a port is missing; write a number from 0 to 65535"),
    ] {
        let text = format!("domain {word}");
        let error = services_file::entries(&text).next().unwrap().unwrap_err();
        assert_eq!(error.to_string(), format!("line 1: {expected}"));
    }
}

/// Joined files have byte order marks in the middle; alone on a line, one is no name.
#[test]
fn byte_order_marks() {
    let text = "\u{FEFF}ssh 22/tcp\n\u{FEFF}http 80/tcp\n\t\u{FEFF} \u{FEFF}ntp 123/udp\n\u{FEFF}\n\
                \u{FEFF}# note\n\u{FEFF}\t80/tcp\na\u{FEFF}b 1/tcp\n\
                end 2/tcp\u{FEFF}\nnote 3/tcp \u{FEFF}# note\n";
    let found: Vec<String> = services_file::entries(text)
        .map(|entry| entry.map_or_else(|error| error.to_string(), |it| it.name().to_owned()))
        .collect();
    assert_eq!(
        found,
        [
            "ssh",
            "http",
            "ntp",
            "line 6: no port follows the name; write `http 80/tcp`",
            "a\u{FEFF}b",
            "end",
            "note",
        ]
    );
    let entry = services_file::entries("ssh 22/tcp shell\u{FEFF}").next();
    assert!(entry.unwrap().unwrap().aliases().eq(["shell"]));
}

/// The curated registry, written in this form, is read back.
#[test]
fn a_registry_in_this_form() {
    let line = |it: &Service| {
        let at = TransportPort::new(it.port(), it.transports().iter().next().unwrap());
        format!("{it} {at} {}\n", it.aliases().join(" "))
    };
    let text: String = Service::ALL.iter().map(line).collect();
    let mut count = 0;
    for (entry, service) in services_file::entries(&text).zip(Service::ALL) {
        let entry = entry.unwrap();
        assert_eq!(entry.port(), service.port());
        assert!(entry.aliases().eq(service.aliases().iter().copied()));
        let names = std::iter::once(entry.name()).chain(entry.aliases());
        assert!(names.clone().all(|name| entry.is_named(name)));
        assert!(!entry.is_named("") && !entry.is_named(&entry.name().to_ascii_uppercase()));
        assert!(
            names
                .into_iter()
                .all(|name| Service::from_name(name) == Some(*service))
        );
        count += 1;
    }
    assert_eq!(count, Service::COUNT);
    assert!(services_file::entries(&text).all(|it| it.is_ok_and(|it| it.port() != Port::ANY)));
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        for entry in services_file::entries(&text) {
            let _ = entry.map_err(|error| error.to_string());
        }
    }

    #[test]
    fn texts_like_such_a_file(text in "([a-z#/\t\r\n .0-9-]|tcp|udp|/tcp|\n|80|é|\u{FEFF}){0,60}") {
        let mut before = 0;
        for entry in services_file::entries(&text) {
            let line = match &entry {
                Ok(entry) => entry.line(),
                Err(error) => error.line(),
            };
            prop_assert!(line > before && line <= text.lines().count());
            before = line;
            if let Ok(entry) = entry {
                // Printed again, it is read the same.
                let aliases: Vec<&str> = entry.aliases().collect();
                let name = entry.name();
                let again = format!("{name} {} {}", entry.transport_port(), aliases.join(" "));
                let again = services_file::entries(&again).next().unwrap().unwrap();
                prop_assert_eq!(owned(&again), owned(&entry));
            }
        }
    }
}
