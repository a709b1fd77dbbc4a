//! Names, labels and texts.

use crate::random::Random;

/// How many kinds of names there are.
pub(crate) const KINDS: usize = 6;

pub(crate) const CATEGORIES: [&str; 5] =
    ["mail", "remote access", "web", "Data-Base", "other things"];

const WORDS: [&str; 24] = [
    "a",
    "x",
    "db",
    "ssh",
    "http",
    "sql",
    "net",
    "mail",
    "ftp",
    "self",
    "all",
    "count",
    "cloud",
    "Time",
    "LDAP",
    "3com",
    "z39",
    "print",
    "über",
    "温度",
    "rpc",
    "voice",
    "Gate",
    "telemetry",
];

const BETWEEN: [&str; 7] = ["-", "-", "-", "_", ".", "+", "/"];

/// A name; those of one kind are like each other.
pub(crate) fn any(kind: usize, i: usize, is_services: bool, random: &mut Random) -> String {
    let name = match kind {
        // Numbered, as hosts and sensors are.
        0 => format!("{}-{i}", WORDS[3]),
        1 => format!("dev{i:04x}-gate"),
        // What differs in the middle, or in the bit of case where that is no letter.
        2 => format!("abcdefgh{i:03}wxyz"),
        3 => {
            let signs = ["@", "`", "[", "{", "]", "}", "^", "~", "_", "-"];
            format!("n{}{}{}e", i / 10, signs[i % 10], "z".repeat(i / 25))
        }
        4 => {
            let most = if random.one_in(40) { 255 } else { 24 };
            letters(1 + random.below(most), random)
        }
        _ => words(random),
    };
    if !is_services && random.one_in(60) {
        return format!("{name}\"q\"");
    }
    if random.one_in(3) {
        random.in_any_case(&name)
    } else {
        name
    }
}

fn letters(length: usize, random: &mut Random) -> String {
    let mut name = String::from(char::from(
        b'a' + u8::try_from(random.below(26)).expect("small"),
    ));
    let all = b"abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-";
    while name.len() < length {
        name.push(char::from(all[random.below(all.len())]));
    }
    name
}

fn words(random: &mut Random) -> String {
    let mut name = String::new();
    for i in 0..=random.below(3) {
        if i > 0 {
            name += random.of(&BETWEEN);
        }
        name += random.of(&WORDS);
    }
    if random.one_in(3) {
        name += random.of(&["", "-", "_"]);
        name += &random.below(60).to_string();
    }
    name
}

/// One as IANA has them, older than the rules for names.
pub(crate) fn old(random: &mut Random) -> String {
    let i = random.below(30);
    match random.below(4) {
        0 => format!("Escale (Newton Dock {i})"),
        1 => ["++", "*", "(?)", "--", "//"][i % 5].to_owned(),
        2 => format!("whois{}", "+".repeat(i)),
        _ => format!("{}", 1000 + i),
    }
}

/// One that is no service's.
pub(crate) fn alias(random: &mut Random) -> String {
    match random.below(3) {
        0 => format!("alias-{}", random.below(100_000)),
        1 => {
            let length = 2 + random.below(12);
            format!("{}Q{}", letters(length, random), random.below(100))
        }
        _ => format!("{}.{}", words(random), random.below(1000)),
    }
}

/// What people call a service.
pub(crate) fn label(i: usize, random: &mut Random) -> String {
    let words = [
        "Apple",
        "Remote Desktop",
        "SQL",
        "(TLS)",
        "Größe",
        "X.25",
        "&",
        "Server,",
        "v",
    ];
    let (first, second) = (random.of(&words), random.of(&words));
    format!("{first} {second} {i}x")
}

/// The name that a label makes: its letters and digits, in lower case, with a dash for what is
/// between.
pub(crate) fn of_label(label: &str) -> String {
    let mut name = String::new();
    let mut is_between = false;
    for letter in label.chars() {
        if letter.is_alphanumeric() {
            if is_between && !name.is_empty() {
                name.push('-');
            }
            is_between = false;
            name.extend(letter.to_lowercase());
        } else {
            is_between = true;
        }
    }
    name
}

/// A reference or a description, or nothing.
pub(crate) fn text(random: &mut Random) -> String {
    let texts = [
        "",
        "",
        "RFC 9110",
        "[RFC1], and others",
        "says \"no\"; or `yes`",
        "*/ /* // <b> \\ {} #",
        "two\nlines",
        "\u{6E29}\u{5EA6}",
        "a;b|c\td",
    ];
    texts[random.below(texts.len())].to_owned()
}
