//! Cells of the column `Port Number`, as people fill them.

use super::ports;
use crate::tests::{texts, to_write};

fn mistake(text: &str) -> String {
    match ports(text, "Prot.") {
        Ok(ranges) => panic!("accepted: {text} {ranges:?}"),
        Err(mistake) => mistake,
    }
}

#[test]
fn ports_ranges_and_lists_are_read() {
    for (text, ranges) in [
        ("0", &[(0_u16, 0_u16)] as &[(u16, u16)]),
        ("65535", &[(65535, 65535)]),
        ("0080", &[(80, 80)]),
        ("6000-6063", &[(6000, 6063)]),
        ("6000 - 6000", &[(6000, 6000)]),
        ("6000–6063", &[(6000, 6063)]),
        ("6000\u{2014}6063", &[(6000, 6063)]),
        ("6000\u{2011}6063", &[(6000, 6063)]),
        ("6000\u{2212}6063", &[(6000, 6063)]),
        ("6000\u{FF5E}6063", &[(6000, 6063)]),
        ("80,443", &[(80, 80), (443, 443)]),
        ("80, 443,8000-8100", &[(80, 80), (443, 443), (8000, 8100)]),
        ("80;443", &[(80, 80), (443, 443)]),
        ("25,110,143", &[(25, 25), (110, 110), (143, 143)]),
        ("8, 443", &[(8, 8), (443, 443)]),
        ("8;443", &[(8, 8), (443, 443)]),
        ("80,", &[(80, 80)]),
        ("80,443", &[(80, 80), (443, 443)]),
        ("22,443,8080", &[(22, 22), (443, 443), (8080, 8080)]),
        ("20-22,443", &[(20, 22), (443, 443)]),
    ] {
        assert_eq!(ports(text, "").as_deref(), Ok(ranges), "{text}");
    }
}

/// The texts, a part of the message, and what the message says to write.
const MISTAKES: &[(&str, &str, &[&str])] = &[
    ("65536", "`65536` is above 65535", &[]),
    ("99999999999999999999", "is above 65535", &[]),
    ("80,65536", "`65536` in `80,65536` is above 65535", &[]),
    ("80-70000", "port `70000` in `80-70000` is above 65535", &[]),
    ("90-80", "runs backwards", &["80-90"]),
    ("80-", "without an end", &["80-65535"]),
    ("80–", "without an end", &["80-65535"]),
    ("1024+", "without an end", &["1024-65535"]),
    (">1023", "without an end", &["1024-65535"]),
    (">= 1024", "without an end", &["1024-65535"]),
    ("<1024", "without a first port", &["0-1023"]),
    ("-300", "begins with a dash", &["300", "0-300"]),
    ("\u{2212}80", "begins with a dash", &["80", "0-80"]),
    ("-", "skip(port = \"-\")", &[]),
    ("-1", "skip(port = \"-1\")", &[]),
    ("n/a", "skip(port = \"n/a\")", &[]),
    ("any", "skip(port = \"any\")", &["0-65535"]),
    ("*", "skip(port = \"*\")", &["0-65535"]),
    ("+80", "has a sign", &["80"]),
    ("0x1BB", "decimal", &["443"]),
    ("0b101", "decimal", &["5"]),
    ("443.0", "fraction", &["443"]),
    ("443.00", "fraction", &["443"]),
    ("0.01e0", "is not a number", &[]),
    ("443.5", "is not a number", &[]),
    ("8.000", "thousands or a fraction", &["8000", "8"]),
    ("8.443", "thousands", &["8443"]),
    ("443.000", "fraction", &["443"]),
    ("8,000", "thousands", &["8000"]),
    ("8 080", "thousands", &["8080"]),
    ("8\u{A0}080", "thousands", &["8080"]),
    ("8'080", "thousands", &["8080"]),
    ("8_080", "thousands", &["8080"]),
    ("8,443", "one port or two", &["8443", "8;443"]),
    ("25,110", "one port or two", &["25110", "25;110"]),
    ("53 853", "one port or two", &["53853", "53;853"]),
    ("80 443", "spaces between several ports", &["80,443"]),
    ("80\n443", "`80\\n443` has line breaks between", &["80,443"]),
    (
        "80.0, 443.0",
        "`80.0` in `80.0, 443.0` has a fraction",
        &["80"],
    ),
    (
        "8 080, 8 443",
        "`8 080` in `8 080, 8 443` has a separator",
        &["8080"],
    ),
    ("80,n/a", "`n/a` in `80,n/a` is no number; take it out", &[]),
    ("80, any", "is no port of a service; take it out", &[]),
    ("1.024-65.535", "separators of thousands", &["1024-65535"]),
    ("20. Nov", "a date", &["11-20"]),
    ("TBD", "skip(port = \"TBD\")", &[]),
    ("ephemeral", "skip(port = \"ephemeral\")", &[]),
    ("TRUE", "skip(port = \"TRUE\")", &[]),
    ("8 443 9", "without spaces, and commas between ports", &[]),
    ("10 250 443", "without spaces, and commas between", &[]),
    ("10 250\n443", "without spaces, and commas between", &[]),
    ("443 10,250", "may have a", &["443,10250", "443;10;250"]),
    ("80\t443", "`80\\t443` has tabs between", &["80,443"]),
    ("80:443:8080", "has colons between", &["80,443,8080"]),
    ("8:443:9/udp", "here and `udp` in", &["8,443,9"]),
    ("12:30:00", "is not a number", &[]),
    ("1:2:3:4:5:6:7:8", "is not a number", &[]),
    ("443,0", "may have a fraction", &["443", "443;0"]),
    ("3.389,00", "has a fraction", &["3389"]),
    ("5000,00 - 5100,00", "has fractions", &["5000-5100"]),
    ("53/17", "here and `udp` in", &["53", "53,17"]),
    ("80/6", "number of a transport in it", &["80", "80,6"]),
    ("5/6", "here and `tcp` in", &["5", "5,6", "5-6"]),
    ("8000-8010 / 17", "here and `udp` in", &["8000-8010"]),
    ("80/6, 443/6", "here and `tcp` in", &["80,443"]),
    ("80/6, 53/17", "a row for each transport", &[]),
    ("80/6, 53", "number of a transport in it", &["80", "80,6"]),
    ("T:80,U:53", "a row for each transport", &[]),
    ("U:67,161", "here and `udp` in", &["67,161"]),
    ("T: 8000-8010", "here and `tcp` in", &["8000-8010"]),
    ("S:36412", "is not a number", &[]),
    ("53/17 tcp", "is not a number", &[]),
    ("8  443", "spaces between several ports", &["8;443"]),
    ("8/443", "two ports or a range", &["8;443", "8-443"]),
    ("8 & 443", "has two ports", &["8;443"]),
    ("8/tcp, 443/tcp", "has a transport in it", &["8;443"]),
    ("443/tcp", "has a transport in it", &["443"]),
    ("443 tcp", "has a transport in it", &["443"]),
    ("UDP 53", "has a transport in it", &["53"]),
    ("80 (TCP)", "has a transport in it", &["80"]),
    ("443:tcp", "has a transport in it", &["443"]),
    ("tcp/22", "has a transport in it", &["22"]),
    ("8000-8010/tcp", "has a transport in it", &["8000-8010"]),
    ("80/tcp,443/tcp", "has a transport in it", &["80,443"]),
    ("53/tcp, 53/udp", "a row for each transport", &[]),
    ("27015/27015", "the same port twice", &["27015"]),
    ("20/21", "two ports or a range", &["20,21", "20-21"]),
    ("67/68 udp", "here and `udp` in", &["67,68", "67-68"]),
    ("udp 67/68", "here and `udp` in", &["67,68", "67-68"]),
    ("6000 to 6063/tcp", "here and `tcp` in", &["6000-6063"]),
    ("1024+ (TCP)", "here and `tcp` in", &["1024-65535"]),
    ("1.024 tcp", "here and `tcp` in", &["1024"]),
    ("70000/udp", "is above 65535", &[]),
    ("x y udp", "is not a number", &[]),
    ("443/80", "has a slash", &["443,80"]),
    ("16384:32768", "may be a range", &["16384-32768"]),
    ("8080:80", "two ports", &["8080", "80"]),
    ("80->8080", "two ports", &["80", "8080"]),
    ("127.0.0.1:8080:80", "an address and two", &["8080", "80"]),
    (
        "8080:80/tcp",
        "here and `tcp` in the column",
        &["8080", "80"],
    ),
    (
        "0.0.0.0:53->53/udp, :::53->53/udp",
        "port `0.0.0.0:53->53/udp, :::53->53/udp` has an address and the same port twice; write \
         `53`, here and `udp` in the column",
        &["53"],
    ),
    (
        "0.0.0.0:80->80/tcp, 443",
        "write `80`, here and `tcp` in the column",
        &["80"],
    ),
    ("80->80/tcp, 53->53/udp", "a row for each transport", &[]),
    (
        "80->80/tcp, 81->81/tcp",
        "`80->80/tcp` in `80->80/tcp, 81->81/tcp` is the same port twice",
        &["80"],
    ),
    (
        "8080:80, 443",
        "`8080:80` in `8080:80, 443`",
        &["8080", "80"],
    ),
    ("6881-89", "runs backwards", &["6881-6889", "89-6881"]),
    ("1024 and above", "without an end", &["1024-65535"]),
    ("6000..6063", "without a dash", &["6000-6063"]),
    ("6000..=6063", "without a dash", &["6000-6063"]),
    ("6000 to 6063", "without a dash", &["6000-6063"]),
    ("6000 bis 6063", "without a dash", &["6000-6063"]),
    ("6063 to 6000", "runs backwards", &["6000-6063"]),
    ("80 and 443", "has two ports", &["80,443"]),
    ("4.43E+02", "spreadsheet", &["443"]),
    ("8,08e3", "spreadsheet", &["8080"]),
    ("2-Jan", "a date", &["1-2"]),
    ("Jan-80", "a date", &["1-80"]),
    ("4\u{FF14}3", "full width", &["443"]),
    ("44\u{FEFF}3", "U+FEFF", &["443"]),
    ("\u{200B}x", "U+200B; take it out", &[]),
    ("localhost:80", "more than a port", &["80"]),
    (":80", "begins with a colon", &["80", "0-80"]),
    ("80 (http)", "more than a port", &["80"]),
    ("80 - 90 (http)", "more than a port", &["80-90"]),
    ("80 -90 (closed)", "more than a port", &["80-90"]),
    ("80 - 90 (10)", "is not a number", &[]),
    ("80 - http", "more than a port", &["80"]),
    ("['80', '443']", "quotes or brackets", &["80,443"]),
    ("[8,443]", "quotes or brackets", &["8;443"]),
    ("=\"80\"", "quotes or brackets", &["80"]),
    ("'80", "quotes or brackets", &["80"]),
    ("\u{201C}80-90\u{201D}", "quotes or brackets", &["80-90"]),
    ("80\u{b9}", "a footnote", &["80"]),
    ("80 [2]", "a footnote", &["80"]),
    ("https://host:80", "more than a port", &["80"]),
    ("::1:80", "more than a port", &["80"]),
    ("http:80/https:443", "is not a number", &[]),
    ("http:80 https:443", "is not a number", &[]),
    ("80/tcp/udp:53", "is not a number", &[]),
    ("1024 (and above)", "without an end", &["1024-65535"]),
    ("1024 - high", "is not a number", &[]),
    ("1024 ...", "is not a number", &[]),
    ("5000 + n", "is not a number", &[]),
    ("5000 (base)", "is not a number", &[]),
    ("8000 series", "is not a number", &[]),
    ("80, one per node", "is not a number", &[]),
    ("53 not udp", "is not a number", &[]),
    ("443 (in/out)", "more than a port", &["443"]),
    ("53, tcp80/udp", "is not a number", &[]),
    ("udp:53, http", "here and `udp` in the column", &["53"]),
    ("80[443]", "is not a number", &[]),
    ("44*", "is not a number", &[]),
    ("Port 80", "more than a port", &["80"]),
    ("ports 80-90", "more than a port", &["80-90"]),
    ("portal 80", "is not a number", &[]),
    ("TCP443", "has a transport in it", &["443"]),
    ("443-tcp", "has a transport in it", &["443"]),
    ("TCP 80\nUDP 53", "a row for each transport", &[]),
    ("http-alt", "the number that the name stands for", &[]),
    ("80-x", "is not a number", &[]),
    ("1-2-3", "is not a number", &[]),
    ("0.01e0", "is not a number", &[]),
    ("443.5", "is not a number", &[]),
    ("443.", "is not a number", &[]),
    ("80-90/100", "is not a number", &[]),
    ("80:90", "may be a range", &["80-90"]),
    ("80:80", "the same port twice", &["80"]),
    ("4\u{FF14}x", "is not a number", &[]),
    ("8,000 443", "separator of thousands", &["8000,443"]),
    ("1,024-65,535", "separators of thousands", &["1024-65535"]),
    ("5,900-5,910", "separators of thousands", &["5900-5910"]),
    (
        "8,443;9443",
        "a separator of thousands",
        &["8443,9443", "8;443;9443"],
    ),
    (",", "is not a number", &[]),
    ("", "the port is empty", &["6000-6063"]),
];

#[test]
fn every_mistake_has_its_own_remedy_which_is_right() {
    for (text, part, remedies) in MISTAKES {
        let mistake = mistake(text);
        assert!(mistake.contains(part), "{text}: {mistake}");
        for remedy in *remedies {
            assert!(
                mistake.contains(&format!("`{remedy}`")),
                "{text}: {mistake}"
            );
            assert!(ports(remedy, "").is_ok(), "{text}: {remedy}");
        }
        // No other port is said to be written.
        let quoted = mistake.split('`').skip(1).step_by(2);
        let ours = quoted.filter(|it| *it != *text && ports(it, "").is_ok());
        for other in ours.filter(|it| !remedies.contains(it)) {
            assert_eq!(other, "6000-6063", "{text}: {mistake}");
        }
    }
}

#[test]
fn what_is_meant_is_not_guessed() {
    for text in ["443/http", "http alt", "443.5"] {
        let rule = "is not a number, 0 to 65535, or a range: `6000-6063`";
        assert_eq!(mistake(text), format!("port `{text}` {rule}"));
    }
}

#[test]
fn the_column_of_transports_is_called_as_in_the_file() {
    assert!(mistake("443/tcp").contains("and `tcp` in the column `Prot.`"));
    assert!(mistake("tcp/443").contains("write `443` here and `tcp` in the column `Prot.`"));
}

#[test]
fn transports_beside_others_are_seen() {
    use super::{beside, names_transports};
    for text in [
        "67/68 udp",
        "8080:80/udp, 443",
        "53/udp",
        "8080:80/udp",
        "udp-53 udp-54",
    ] {
        assert!(names_transports(text), "{text}");
        let mistake = beside(text, "tcp", "Prot.").unwrap_or_default();
        assert!(
            mistake.contains("the column `Prot.` has another, `tcp`"),
            "{text}"
        );
        assert_eq!(beside(text, "UDP", "Prot."), None, "{text}");
    }
    assert_eq!(beside("80", "tcp", "Prot."), None);
    assert!(!names_transports("80, 443"));
}

#[test]
fn long_cells_are_cut() {
    let text = "x".repeat(100_000);
    assert!(mistake(&text).len() < 400);
    assert!(mistake(&format!("80,{text}")).len() < 700);
}

#[test]
fn a_last_port_in_a_column_of_its_own() {
    use super::last;
    assert_eq!(last("90", &[(80, 80)], "T"), Ok(90));
    assert_eq!(last("80", &[(80, 80)], "T"), Ok(80));
    assert_eq!(last("0", &[(0, 0)], "T"), Ok(0));
    for (text, ranges, part) in [
        (
            "70",
            &[(80_u16, 80_u16)] as &[(u16, u16)],
            "write `70` as the port and `80` as the last port",
        ),
        (
            "89",
            &[(6881, 6881)],
            "write `6889` if it is shortened, or `89` as the port and `6881` as the last port",
        ),
        (
            "90",
            &[(80, 85)],
            "goes with a range; write `80` as the port",
        ),
        ("90", &[(80, 80), (85, 85)], "each in a row of its own"),
        ("70000", &[(80, 80)], "above 65535"),
        ("0", &[(22, 22)], "the first, `22`; leave it empty"),
        ("5,100", &[(80, 80)], "; write `5100`, or leave it empty"),
        ("5.100", &[(80, 80)], "; write `5100`, or leave it empty"),
        ("5.000", &[(80, 80)], "; write `5000` or `5`, or leave it"),
        ("5100.0", &[(80, 80)], "; write `5100`, or leave it empty"),
        ("5100,0", &[(80, 80)], "; write `5100`, or leave it empty"),
        (
            "90/tcp",
            &[(80, 80)],
            "`90` here and `tcp` in the column `T`, or",
        ),
        ("4.43E+02", &[(80, 80)], "all its digits, such as `443`, or"),
    ] {
        let mistake = last(text, ranges, "T").unwrap_err();
        assert!(mistake.contains(part), "{mistake}");
    }
    // Neither a list nor a range is a last port.
    for text in [
        "x",
        "80,443",
        "80-90",
        "80 443",
        "20/21",
        ">80",
        "-90",
        "5.100, 80",
        "any",
    ] {
        let rule = "is not a number, 0 to 65535; leave it empty where there is one port";
        let mistake = last(text, &[(80, 80)], "T").unwrap_err();
        assert_eq!(mistake, format!("last port `{text}` {rule}"));
    }
}

/// Of all texts of these pieces, what an error says to write is read.
#[test]
fn every_remedy_is_read() {
    let pieces = [
        "80", "8", "443", "000", "tcp", "8/tcp,", "/tcp", "Jan", "/", "-", "–", "..", "to", "&",
        "6", ":", " ", ",", ";", "+", ".", "0x1", "(", ">", "65536",
    ];
    let mut seen = 0;
    for text in texts(&pieces) {
        let Err(mistake) = ports(text.trim(), "Transport") else {
            continue;
        };
        let remedy = mistake.split(" here and ").next().unwrap_or_default();
        for text in to_write(remedy) {
            seen += 1;
            assert!(ports(text, "").is_ok(), "{mistake}");
        }
    }
    assert!(seen > 500, "{seen} remedies");
}
