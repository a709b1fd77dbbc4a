//! Wrong forms, and texts that are none.

extern crate std;

use super::{super::Excerpt, Reads, find};
use crate::{Port, PortRange, PortSet, Transport, TransportPort, TransportPortRange};
use core::{fmt::Display, str::FromStr};
use std::{format, string::String, string::ToString};

fn check(reads: Reads, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let excerpt = Excerpt::of(text);
        let found = find(&excerpt, reads).map_or_else(String::new, |it| it.to_string());
        assert_eq!(found, *expected, "{text:?}");
    }
}

const MAPPING: &str = "may be a range, or one port that leads to another; \
                       write `80-99` for all of them, or the one port that is meant";
const TRANSPORT: &str = "has a transport, and only the port is read here; write `443`";

#[test]
fn where_one_number_is_read() {
    check(
        Reads::PORT,
        &[
            (" 80", "has white space around it; write `80`"),
            ("80\n", "has white space around it; write `80`"),
            ("\u{a0}x ", "has white space around it; remove it"),
            ("null", "is not a port; write a number from 0 to 65535"),
            ("True", "is not a port; write a number from 0 to 65535"),
            ("\"443\"", "has quotation marks around it; write `443`"),
            ("'ssh'", "has quotation marks around it; remove them"),
            ("443/tcp", TRANSPORT),
            ("443/TCP/udp", TRANSPORT),
            ("tcp/443", TRANSPORT),
            ("443:tcp", TRANSPORT),
            ("tcp:443", TRANSPORT),
            ("80-99", "is a range; write one port, such as `80`"),
            ("80 - 99", "is a range; write one port, such as `80`"),
            ("80-99/udp", "is a range; write one port, such as `80`"),
            (
                "127.0.0.1:80",
                "has an address in front of the port; write `80`",
            ),
            (
                "[::1]:80",
                "has an address in front of the port; write `80`",
            ),
            (
                "localhost:80",
                "has an address in front of the port; write `80`",
            ),
            ("std::net:80", ""),
            (
                "::ffff:10.0.0.1",
                "is an address without a port; write the port alone",
            ),
            ("[::1:80", ""),
            ("::1]:80", ""),
            (":80", "begins with a colon; write `80`"),
            ("::1", "is an address without a port; write the port alone"),
            (
                "10.0.0.1",
                "is an address without a port; write the port alone",
            ),
            ("8080:80", "is two numbers; write one port"),
            ("tcp://10.0.0.1:9120", "is a URL; write `9120`"),
            ("http://a:80/b?c:d", "is a URL; write `80`"),
            ("http://a", "is a URL; write its port alone"),
            ("http://[::1]/", "is a URL; write its port alone"),
            ("+80", "has a sign; write `80`"),
            ("-1", "is negative; a port is a number from 0 to 65535"),
            ("0x50", "is hexadecimal; write `80`"),
            ("0X1bb", "is hexadecimal; write `443`"),
            ("0o17", "is octal; write `15`"),
            ("0b11", "is binary; write `3`"),
            (
                "8,000",
                "has a separator; if it is one number, write `8000`",
            ),
            (
                "8.000",
                "has a separator; if it is one number, write `8000`",
            ),
            (
                "8_000",
                "has a separator; if it is one number, write `8000`",
            ),
            (
                "8 000",
                "has a separator; if it is one number, write `8000`",
            ),
            ("80.0", "has a fraction; write `80`"),
            ("\u{ff18}0", "has digits that are not ASCII; write 0 to 9"),
            ("80,443", "is a list; write one port"),
            ("0,80", "is a list; write one port"),
            ("80,08", ""),
            ("80 443; 8080", "is a list; write one port"),
        ],
    );
}

#[test]
fn where_names_are_read() {
    check(
        Reads::NAME_OR_NUMBER,
        &[
            (
                "null",
                "is not a port; write a number from 0 to 65535, or a service's name",
            ),
            ("443/tcp", TRANSPORT),
        ],
    );
}

#[test]
fn where_transports_are_read() {
    check(
        Reads::TRANSPORT_PORT,
        &[
            ("tcp/443", "has the transport first; write `443/tcp`"),
            ("tcp/https", "has the transport first; write it last"),
            ("443:tcp", "has a colon; write `443/tcp`"),
            ("udp:53", "has a colon; write `53/udp`"),
            ("80-99/udp", "is a range; write one port, such as `80/udp`"),
            ("80-99", "is a range; write one port, such as `80`"),
            (
                "443/tcp/udp",
                "has several transports; write one port, such as `443/tcp`",
            ),
            (
                "443/",
                "ends in a slash; write the transport behind it: tcp, udp, sctp or dccp",
            ),
            ("tcp://10.0.0.1:9120", "is a URL; write `9120/tcp`"),
            ("udp://10.0.0.1:53", "is a URL; write `53/udp`"),
            ("https://10.0.0.1:443", "is a URL; write its port alone"),
            (
                "none",
                "is not a port; write a port such as `443/tcp` or `443`, or a service's name",
            ),
        ],
    );
}

#[test]
fn where_ranges_and_lists_are_read() {
    check(
        Reads::RANGE,
        &[
            (
                "nil",
                "is not a port; write a port such as `443`, or a range such as `8000-8100`",
            ),
            ("80-99", ""),
            ("-99", ""),
            (
                "10,000-20,000",
                "has a separator; if it is one range, write `10000-20000`",
            ),
            (
                "8000 - 9.000",
                "has a separator; if it is one range, write `8000-9000`",
            ),
            ("80,000-90,000", ""),
            ("80:99", MAPPING),
            ("80−99", "is a range without a dash; write `80-99`"),
            ("80..=99", "is a range without a dash; write `80-99`"),
            ("80–99", "is a range without a dash; write `80-99`"),
            ("80 to 99", "is a range without a dash; write `80-99`"),
            (
                "80..99",
                "is a range without a dash; write its first port, `-`, and its last port",
            ),
            ("443/tcp", TRANSPORT),
            (
                "tcp/80–99",
                "has a transport, and only the port is read here; write `80-99`",
            ),
            (
                "80 – 99/tcp",
                "has a transport, and only the port is read here; write `80-99`",
            ),
            // These ends aren't certain.
            ("tcp/80..99", ""),
            (
                "99-80/tcp",
                "is a reversed range, and has a transport, which is not read here; write `80-99`",
            ),
            ("80,99", "is a list; write one range"),
            (
                "80-99/tcp",
                "has a transport, and only the port is read here; write `80-99`",
            ),
            (
                "tcp/80-99",
                "has a transport, and only the port is read here; write `80-99`",
            ),
        ],
    );
    check(
        Reads::ITEM,
        &[
            (
                "null",
                "is not a port; write a port such as `443`, or a range such as `8000-8100`",
            ),
            // A set hands only these commas on.
            ("8,000", "has a separator of thousands; write `8000`"),
            (
                "80; 443",
                "has ports without a comma between them; write commas, as in `80,443`",
            ),
            (
                "80 443",
                "has ports without a comma between them; write commas, as in `80,443`",
            ),
        ],
    );
    check(
        Reads::TRANSPORT_RANGE,
        &[
            (
                "null",
                "is not a port; write a port such as `443/tcp`, or a range such as `8000-8100/udp`",
            ),
            ("udp/80-99", "has the transport first; write `80-99/udp`"),
            ("udp/80–99", "has the transport first; write `80-99/udp`"),
            ("udp/80..99", "has the transport first; write it last"),
            ("80–99/udp", "is a range without a dash; write `80-99/udp`"),
            (
                "80–99/udp/tcp",
                "has several transports; write one range, such as `80-99/udp`",
            ),
            (
                "443/tcp/udp",
                "has several transports; write one port, such as `443/tcp`",
            ),
            (
                "80..99/udp",
                "is a range without a dash; write its first port, `-`, and its last port",
            ),
            ("80-99 /udp", ""),
        ],
    );
}

#[test]
fn where_ends_are_missing_or_reversed() {
    check(
        Reads::RANGE,
        &[
            ("99–80", "is a reversed range without a dash; write `80-99`"),
            (
                "99..=80",
                "is a reversed range without a dash; write `80-99`",
            ),
            (
                "99..80",
                "is a reversed range without a dash; \
                 write its lower port, `-`, and its higher port",
            ),
            (
                "6881–89",
                "is a reversed range without a dash; \
                 write `6881-6889` if the end is shortened, or `89-6881`",
            ),
            (
                "−80",
                "is a range without a first port; write `0-80`, or `80` if you mean one port",
            ),
            ("80–", "is a range without a last port; write `80-65535`"),
            ("80..", "is a range without a last port; write `80-65535`"),
            ("..80", ""),
            ("–", ""),
            ("–x", ""),
        ],
    );
    check(
        Reads::TRANSPORT_RANGE,
        &[
            (
                "99–80/udp",
                "is a reversed range without a dash; write `80-99/udp`",
            ),
            (
                "–80/udp",
                "is a range without a first port; write `0-80/udp`, \
                 or `80/udp` if you mean one port",
            ),
        ],
    );
}

/// Of all texts of up to three of these pieces, what an error says to write is read, and
/// under the transport that the text names.
#[test]
fn every_remedy_is_read() {
    struct Type<T>(Reads, fn(T) -> Option<Transport>);

    impl<T: FromStr<Err: Display>> Type<T> {
        fn check(&self, text: &str) -> usize {
            let Err(error) = text.parse::<T>() else {
                return 0;
            };
            let excerpt = Excerpt::of(text);
            let reads = self.0;
            let form = find(&excerpt, reads).map(|form| format!("; {form}"));
            // The search for a service's name takes long, and is no remedy of this kind.
            let is_name = form.is_none() && reads.transport && !reads.ranges;
            let whole = (!is_name).then(|| error.to_string());
            let messages = [whole, form];
            messages
                .iter()
                .flatten()
                .map(|it| self.read(text, it))
                .sum()
        }

        /// Returns how many remedies the message has.
        fn read(&self, text: &str, message: &str) -> usize {
            let remedy = message.rsplit_once("; write ").map_or("", |(_, it)| it);
            let is_example = remedy.contains("such as");
            let mut seen = 0;
            for quoted in remedy.split('`').skip(1).step_by(2) {
                // What stands between two ports, and the name of a function.
                if quoted == "-" || quoted.contains("::") {
                    continue;
                }
                let Ok(read) = quoted.parse::<T>() else {
                    panic!("`{text}` {message}");
                };
                let other = self.1(read).filter(|it| *it != Transport::Udp);
                let is_lost = text.contains("udp") && !is_example && other.is_some();
                assert!(!is_lost, "`{text}` {message}");
                seen += 1;
            }
            seen
        }
    }

    let port = Type::<Port>(Reads::PORT, |_| None);
    let range = Type::<PortRange>(Reads::RANGE, |_| None);
    let set = Type::<PortSet>(Reads::ITEM, |_| None);
    let transport_port = Type::<TransportPort>(Reads::TRANSPORT_PORT, |it| Some(it.transport()));
    let transport_range =
        Type::<TransportPortRange>(Reads::TRANSPORT_RANGE, |it| Some(it.transport()));

    let pieces = [
        "80", "443", "udp", "/", "-", "–", "..", "..=", " to ", ":", " ", ",", "+", ".", "0x1", "'",
    ];
    let mut texts = std::vec![String::new()];
    let mut seen = 0;
    for _ in 0..3 {
        texts = texts
            .iter()
            .flat_map(|text| pieces.map(|piece| format!("{text}{piece}")))
            .collect();
        // The same behind a transport and in front of one: `udp/80–443`.
        let all = texts
            .iter()
            .flat_map(|text| [text.clone(), format!("udp/{text}"), format!("{text}/udp")]);
        for text in all {
            seen += port.check(&text) + range.check(&text) + set.check(&text);
            seen += transport_port.check(&text) + transport_range.check(&text);
        }
    }
    assert!(seen > 500, "{seen} remedies");
}

/// A remedy with a port shows one that is a port; of other texts, it is what a port is at most.
#[test]
fn no_remedy_is_wrong() {
    for reads in [Reads::PORT, Reads::NAME_OR_NUMBER, Reads::TRANSPORT_PORT] {
        for text in [
            "",
            "/",
            ":",
            "-",
            "+",
            ".",
            ",",
            "0x",
            "0xg",
            "0x10000",
            "+",
            "++80",
            "+65536",
            "tcp",
            "tcp/",
            "tcp:65536",
            "65536/tcp",
            "9pfs",
            "https",
            "http-alt",
            "a:65536",
            "8,00",
            "0,080",
            "80,",
            "99,999",
            "1.2",
            "a:b:80",
            "3com-tsmux",
            "80-",
            "--",
            "½x",
        ] {
            let excerpt = Excerpt::of(text);
            let Some(form) = find(&excerpt, reads) else {
                continue;
            };
            let known = text == "80," || text == "99,999";
            let message = form.to_string();
            // What a port is in general, or what to write.
            let is_general = message.ends_with(reads.number) || message.ends_with(reads.write);
            assert!(
                known || is_general || message.ends_with("write it last"),
                "{text:?}: {form}"
            );
        }
    }
}

#[test]
fn texts_that_are_cut_have_no_remedy_that_needs_their_end() {
    let long = "9".repeat(50);
    for (text, expected) in [
        (
            format!("http://{long}:80"),
            "is a URL; write its port alone",
        ),
        (format!("udp://10.0.0.1:53/{long}"), "is a URL; write `53`"),
        (format!(" 80{long}"), "has white space around it; remove it"),
        // What is kept of it is a number.
        (
            format!(" {}80{long}", "0".repeat(35)),
            "has white space around it; remove it",
        ),
        (format!("80/tcp{long}"), ""),
        (format!("80{}", " ".repeat(50)), ""),
    ] {
        check(Reads::PORT, &[(text.as_str(), expected)]);
    }
}
