//! The making of `iana-data.csv`.

#![forbid(unsafe_code)]

use port_consts_tools::snapshot::{
    Difference, Row, compare, from_csv, from_lists, keep_old_names, to_csv,
};

const BEFORE: &str = "Service Name,Port Number,Transport Protocol,Aliases\n\
    ssh,22,tcp,\nurd,465,tcp,older\ngone,7,udp,\nmoved,9,udp,\nsql net,66,tcp,\n";
const AFTER: &str = "\u{FEFF}Service Name,Port Number,Transport Protocol,Description\r\n\
    ,1,tcp,Reserved\r\nssh,22,,\"Secure\r\nShell\"\r\nsubmissions,465,tcp,\r\nnameless,,tcp,\r\n\
    moved,10,udp,\r\nnew,11-12,TCP,\r\nsql-net,66,tcp,\r\n";

#[test]
fn differences_are_told_and_old_names_kept() {
    let before = from_csv(BEFORE).unwrap();
    let mut after = from_csv(AFTER).unwrap();
    let difference = compare(&before, &after);
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(
        difference,
        Difference {
            added: owned(&["new"]),
            removed: owned(&["gone"]),
            renamed: vec![
                ("sql net".to_owned(), "sql-net".to_owned()),
                ("urd".to_owned(), "submissions".to_owned()),
            ],
            moved: owned(&["moved", "ssh"]),
        }
    );
    keep_old_names(&before, &mut after, &difference);
    let text = "Service Name,Port Number,Transport Protocol,Aliases\n\
        ssh,22,tcp,\nssh,22,udp,\nsubmissions,465,tcp,older urd\nmoved,10,udp,\nnew,11-12,tcp,\n\
        sql-net,66,tcp,\n";
    assert_eq!(to_csv(&after), text);
    let again = from_csv(text).unwrap();
    assert_eq!(again, after);
    assert_eq!(compare(&after, &again), Difference::default());
}

#[test]
fn the_union_of_two_lists() {
    let current = r#"{
        "80/tcp": ["www-http", ""], "80/udp": ["www-http", ""], "2/tcp": ["", "Reserved"],
        "465/tcp": ["urd", ""], "82/tcp": ["renamed", ""], "6000-6063/tcp": ["x", ""]
    }"#;
    let older = r#"[
        {"ServiceName": "http", "PortNumber": "80", "TransportProtocol": "tcp"},
        {"ServiceName": "www-http", "PortNumber": "80"},
        {"ServiceName": "old", "PortNumber": "82", "TransportProtocol": "tcp"},
        {"ServiceName": "gone", "PortNumber": "83", "TransportProtocol": "tcp"},
        {"ServiceName": "x11", "PortNumber": "6000-6063"},
        {"PortNumber": "2", "TransportProtocol": "tcp"}
    ]"#;
    let rows = from_lists(current, older).unwrap();
    let shown = |row: &Row| format!("{},{}-{},{}", row.name, row.first, row.last, row.transport);
    let shown: Vec<String> = rows.iter().map(shown).collect();
    assert_eq!(
        shown,
        [
            "http,80-80,tcp",
            "www-http,80-80,tcp",
            "www-http,80-80,udp",
            "renamed,82-82,tcp",
            "urd,465-465,tcp",
            "submissions,465-465,tcp",
            "x11,6000-6063,tcp",
            "x11,6000-6063,udp",
        ]
    );
}

#[test]
fn the_bundled_file_is_as_it_is_written() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../iana-data.csv");
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(to_csv(&from_csv(&text).unwrap()), text);
}
