//! Single cells, right and wrong.

use super::{Column, aliases, mark, name, name_from, schemes, text_of, transports};
use crate::tests::texts;

#[test]
fn transports_say_what_to_write() {
    assert_eq!(transports("UDP/tcp", None), Ok(0b0011));
    assert_eq!(transports("", Some(0b0100)), Ok(0b0100));
    let empty = transports("", None).unwrap_err();
    assert!(empty.contains("default(transport = \"tcp\")"), "{empty}");
    let transports = |text| transports(text, None);
    let mistake = transports("tcp/upd").unwrap_err();
    assert!(mistake.contains("transport `upd` in `tcp/upd` is unknown; did you mean `udp`?"));
    assert!(
        transports("quic")
            .unwrap_err()
            .contains("transport `quic` is unknown; write `udp`; there")
    );
    for (text, part) in [
        (
            "n/a",
            "transport `n/a` is unknown; write the transport, or leave",
        ),
        ("TCP/IP", "transport `TCP/IP` is unknown; write `tcp`"),
        ("SMTP", "transport `SMTP` is unknown; there are tcp"),
        (
            "tcp/both",
            "transport `both` in `tcp/both` is unknown; write `tcp/udp`",
        ),
    ] {
        let mistake = transports(text).unwrap_err();
        assert!(mistake.contains(part), "{mistake}");
    }
    assert_eq!(transports("TCP & UDP"), Ok(0b0011));
}

#[test]
fn marks_are_few_and_stated() {
    for text in [
        "x", "X", "yes", "Y", "true", "1", "✓", "✔", "✅", "×", "UDP",
    ] {
        assert_eq!(mark(text, Column::Udp), Ok(true), "{text}");
    }
    for text in ["", "no", "N", "false", "0", "-", "–", "n/a", "✗", "❌"] {
        assert_eq!(mark(text, Column::Udp), Ok(false), "{text}");
    }
    for text in ["tcp", "Unofficial", "?", "53"] {
        let mistake = mark(text, Column::Udp).unwrap_err();
        assert!(
            mistake.contains("column for udp is no mark; write `yes`"),
            "{mistake}"
        );
    }
}

#[test]
fn labels_make_names() {
    for (label, made) in [
        ("Apple Remote Desktop", "apple-remote-desktop"),
        ("  RDP (Microsoft)", "rdp-microsoft"),
        ("C++/CLI Server 2", "c-cli-server-2"),
        ("Größe", "größe"),
    ] {
        assert_eq!(name_from(label).as_deref(), Ok(made));
    }
    assert!(
        name_from("443")
            .unwrap_err()
            .contains("no name can be made from")
    );
    assert!(name_from("").unwrap_err().contains("skip(label = \"\")"));
    assert!(
        name_from("N/A")
            .unwrap_err()
            .contains("skip(label = \"N/A\")")
    );
    assert!(
        name_from("# x")
            .unwrap_err()
            .contains("a CSV has no comments")
    );
}

#[test]
fn names_have_at_most_255_bytes() {
    let long = "a".repeat(256);
    for mistake in [
        name(&long, "alias").unwrap_err(),
        name_from(&long).unwrap_err(),
        text_of(Column::Category.facts(), &long).unwrap_err(),
        transports(&long, None).unwrap_err(),
    ] {
        assert!(mistake.contains("write at most 255 bytes") && mistake.len() < 300);
    }
    assert!(name(&long[1..], "alias").is_ok());
    assert!(text_of(Column::Description.facts(), &long).is_ok());
}

#[test]
fn names_have_a_letter_and_no_white_space() {
    for good in [
        "https",
        "whois++",
        "914c/g",
        "z39.50",
        "sql*net",
        "a_b",
        "温度",
        "'s-hertogenbosch",
        "a--b",
        "null",
    ] {
        assert_eq!(name(good, "service name").as_deref(), Ok(good));
    }
    for (bad, part) in [
        ("", "the service name is empty"),
        ("SNMP Trap", "write `SNMP-Trap`"),
        ("a\u{A0}b", "U+00A0"),
        ("ht\u{200B}tps", "invisible character U+200B"),
        ("a\u{7}", "invisible character U+0007"),
        ("a\u{3164}b", "invisible character U+3164"),
        ("a\u{FE0F}", "invisible character U+FE0F"),
        ("a\u{202E}b", "invisible character U+202E"),
        ("#https", "a CSV has no comments"),
        ("# a", "a CSV has no comments"),
        ("//x", "begins with `//`; a CSV has no comments"),
        ("-- x", "begins with `--`; a CSV has no comments"),
        (";dns", "begins with `;`; a CSV has no comments"),
        (
            "N/A",
            "`N/A` says that there is none; write one, or leave such rows out with \
             `#[ports(skip(name = \"N/A\"))]`",
        ),
        ("#REF!", "says that there is none"),
        ("unknown", "says that there is none"),
        ("'web'", "`'web'` has `'` around it; write `web`"),
        ("=\"web\"", "has `=\"` around it; write `web`"),
        ("**web**", "has `**` around it; write `web`"),
        (
            "\u{201C}web\u{201D}",
            "has `\u{201C}` around it; write `web`",
        ),
        ("<b>web</b>", "has `<b>` around it; write `web`"),
        ("<web>", "has `<` around it; write `web`"),
        ("'443'", "has `'` around it; take it out"),
        ("443", "has no letter"),
        ("--", "has no letter"),
        ("a;b", "separates aliases"),
    ] {
        let mistake = name(bad, "service name").unwrap_err();
        assert!(mistake.contains(part), "{bad}: {mistake}");
    }
}

#[test]
fn constants_are_upper_snake() {
    let constant = |text| text_of(Column::Constant.facts(), text);
    assert_eq!(constant("FTP_DATA").as_deref(), Ok("FTP_DATA"));
    assert_eq!(constant("").as_deref(), Ok(""));
    assert!(
        constant("ftp-data")
            .unwrap_err()
            .contains("; write `FTP_DATA`")
    );
    assert!(
        constant("3COM")
            .unwrap_err()
            .contains("a letter first; write `P3COM`")
    );
    for (bad, suggestion) in [
        ("self", ""),
        ("Self", ""),
        ("ä", ""),
        ("crate", "; write `CRATE`"),
        ("_A", "; write `A`"),
        ("A B", "; write `A_B`"),
    ] {
        let mistake = constant(bad).unwrap_err();
        let end = format!("a letter first{suggestion}");
        assert!(mistake.ends_with(&end), "{mistake}");
    }
}

#[test]
fn categories_have_no_invisible_characters() {
    let category = |text| text_of(Column::Category.facts(), text);
    assert_eq!(category("remote access").as_deref(), Ok("remote access"));
    let mistake = category("a\u{200B}b").unwrap_err();
    assert!(mistake.contains("the invisible character U+200B; take it out"));
}

#[test]
fn schemes_are_those_of_urls() {
    assert_eq!(
        schemes("HTTPS wss, coap+tcp").unwrap(),
        ["https", "wss", "coap+tcp"]
    );
    for (text, part) in [
        ("https://", "write the scheme alone: `https`"),
        ("redis:", "write the scheme alone: `redis`"),
        ("9p", "`9p` is not a URL scheme"),
        ("a_b", "`a_b` is not a URL scheme"),
    ] {
        let mistake = schemes(text).unwrap_err();
        assert!(mistake.contains(part), "{mistake}");
    }
}

#[test]
fn aliases_and_status() {
    assert_eq!(aliases("a b, c;d|e").unwrap(), ["a", "b", "c", "d", "e"]);
    assert!(
        aliases("a 443")
            .unwrap_err()
            .contains("alias `443` has no letter")
    );
    let status = |text| text_of(Column::Status.facts(), text);
    assert_eq!(
        [status("Assigned"), status(""), status("unofficial")],
        ["assigned", "", "unofficial"].map(|it| Ok(it.to_owned()))
    );
    assert!(
        status("unoficial")
            .unwrap_err()
            .contains("did you mean `unofficial`?; it is `assigned` (by IANA), `unofficial`")
    );
    for (text, part) in [
        ("Official", "; write `assigned`"),
        ("de facto", "; write `unofficial`"),
        ("unassigned", "skip(status = \"unassigned\")"),
    ] {
        assert!(status(text).unwrap_err().contains(part), "{text}");
    }
}

/// Of all texts of these pieces, what an error says to write is read.
#[test]
fn every_remedy_is_read() {
    /// Whether the error of a text, if it has one, says what to write; that has to be read.
    fn says<T>(read: impl Fn(&str) -> Result<T, String>, text: &str) -> bool {
        let Err(mistake) = read(text) else {
            return false;
        };
        let (_, remedy) = mistake.rsplit_once("write ").unwrap_or_default();
        let remedy = remedy.split('`').nth(1).unwrap_or_default();
        let is_text = !remedy.is_empty() && !remedy.starts_with("#[");
        assert!(!is_text || read(remedy).is_ok(), "{mistake}");
        is_text
    }

    let constant = |text: &str| text_of(Column::Constant.facts(), text);
    let pieces = [
        "http", "self", "ß", "五", "8", "٣", "both", "6", " ", "\u{200b}", "-", "_", "#", "/",
        "://",
    ];
    let mut seen = [0; 4];
    for text in texts(&pieces) {
        let text = text.trim();
        for (count, says) in seen.iter_mut().zip([
            says(|text| name(text, "name"), text),
            says(constant, text),
            says(|text| transports(text, None), text),
            says(schemes, text),
        ]) {
            *count += usize::from(says);
        }
    }
    assert!(seen.iter().all(|count| *count > 5), "{seen:?}");
}

#[test]
fn words_between_transports_are_one_slash() {
    for text in ["TCP und UDP", "TCP or UDP", "tcp_udp"] {
        let said = transports(text, None).unwrap_err();
        let part = format!("transport `{text}` is unknown; write `tcp/udp`; there are");
        assert!(said.starts_with(&part), "{said}");
    }
}
