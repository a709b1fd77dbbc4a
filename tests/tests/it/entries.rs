//! `services_file::entries` of a short text: every part of an entry, and of a mistake.

use port_consts::{
    Port, Transport, TransportPort,
    services_file::{self, LineErrorKind},
};

const TEXT: &str =
    "# our services\n\nweb 80/tcp www http # pages\r\n\tclock\t123/udp\nx 70000/tcp\n";

#[test]
fn an_entry_has_the_parts_of_its_line() {
    let entries: Vec<_> = services_file::entries(TEXT)
        .filter_map(Result::ok)
        .collect();
    let parts: Vec<_> = entries
        .iter()
        .map(|it| {
            let aliases: Vec<&str> = it.aliases().collect();
            (
                it.line(),
                it.name(),
                it.port().get(),
                it.transport(),
                aliases,
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            (3, "web", 80, Transport::Tcp, vec!["www", "http"]),
            (4, "clock", 123, Transport::Udp, vec![]),
        ]
    );
    let web = &entries[0];
    let port = TransportPort::new(Port::new(80), Transport::Tcp);
    assert_eq!(web.transport_port(), port);
    assert!(web.is_named("web") && web.is_named("http"));
    assert!(!web.is_named("WEB") && !web.is_named("clock") && !web.is_named(""));
}

#[test]
fn a_mistake_has_the_number_of_its_line() {
    let mistakes: Vec<_> = services_file::entries(TEXT)
        .filter_map(Result::err)
        .collect();
    let [mistake] = mistakes[..] else {
        panic!("{mistakes:?}");
    };
    assert_eq!(mistake.line(), 5);
    assert!(matches!(mistake.kind(), LineErrorKind::Port(_)));
}

/// Windows' own file may begin with a mark of the byte order.
#[test]
fn space_and_a_mark_before_the_name_are_skipped() {
    for before in ["\u{FEFF}", "\u{FEFF} \t", " \u{FEFF}", "\t"] {
        let text = format!("{before}http 80/tcp\n");
        let names = services_file::entries(&text).map(|it| it.unwrap().name().to_owned());
        assert_eq!(names.collect::<Vec<_>>(), ["http"], "{before:?}");
    }
}

#[test]
fn mistakes_are_told() {
    for (line, message) in [
        (
            "http",
            "line 1: no port follows the name; write `http 80/tcp`",
        ),
        (
            "http 80",
            "line 1: port `80` has no transport; write `80/tcp`",
        ),
        ("http 70000/tcp", "line 1: port `70000` is above 65535"),
        (
            "http tcp/80",
            "line 1: `tcp/80` has the transport first; write `80/tcp`",
        ),
        ("http 8x/tcp", "line 1: `8x` is not a number; write "),
        ("http 80/ddp", "line 1: unknown transport `ddp`"),
    ] {
        let mistake = services_file::entries(line).next().unwrap().unwrap_err();
        let text = mistake.to_string();
        assert!(text.starts_with(message), "{text}");
    }
}
