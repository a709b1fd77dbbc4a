use super::{Layout, NameTable};
use crate::format::names::{self, DIGIT_BITS, MARGIN, TWO_WORDS, WINDOW, Words};

/// Pseudo-random numbers (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn name(&mut self, length: usize) -> String {
        let letters = b"abcdefghijklmnopqrstuvwxyz-_0123456789";
        let mut letter = || letters[(self.next() % 38) as usize];
        (0..length).map(|_| char::from(letter())).collect()
    }
}

/// What it is called, and its name with this number.
type Scheme = (&'static str, fn(usize) -> String);

/// Names as people number them, and some as an adversary chooses them.
const SCHEMES: [Scheme; 14] = [
    ("random", |i| {
        Random((i as u64 + 1) << 20).name(3 + i % 11) + &format!("{i:x}")
    }),
    ("sensor", |i| format!("sensor{i:04}")),
    ("svc", |i| format!("svc-{i}")),
    ("rack", |i| format!("rack{}-node{}", i / 50, i % 50)),
    ("dev", |i| format!("dev-{i:x}")),
    ("ch", |i| format!("ch{}-{}", i / 20, i % 20)),
    ("node", |i| format!("node{i}-http")),
    ("snake", |i| format!("My_Service_{i}")),
    ("middle of 30 letters", |i| {
        format!("telemetry-of-{i:05}-telemetry-of")
    }),
    ("middle of 40 letters", |i| {
        format!("{}{i:05}{}", "a".repeat(18), "a".repeat(17))
    }),
    ("two letters", |i| bits(i, 'q', 'a')),
    ("one bit", |i| bits(i, 'p', '0')),
    ("one bit, in other bytes", |i| bits(i, 'P', '0') + "-"),
    ("swapped words", |i| {
        format!("{i:08x}{:08x}", i.wrapping_mul(0x9E37_79B1) & 0xFFFF)
    }),
];

fn bits(number: usize, one: char, zero: char) -> String {
    let bit = |bit: usize| if number >> bit & 1 == 1 { one } else { zero };
    (0..16).map(bit).collect()
}

/// What the library does, without regard to time.
fn find(table: &NameTable, layout: &Layout, name: &str) -> usize {
    if table.exact {
        find_in::<true>(table, layout, name)
    } else {
        find_in::<false>(table, layout, name)
    }
}

fn find_in<const EXACT: bool>(table: &NameTable, layout: &Layout, name: &str) -> usize {
    let name = name.as_bytes();
    let Some(slots) = table.placement.slots.get(name.len()) else {
        return 0;
    };
    let words = Words::of(name).lower::<EXACT>();
    let hash = names::hash::<EXACT>(name, words, names::factor(table.placement.seed));
    let bucket = names::bucket(hash, table.placement.pilots.len());
    let slot = names::slot(hash, table.placement.pilots[bucket], slots.len());
    let cell = names::cell_bytes(name.len(), layout.digits);
    let window = &layout.text.as_bytes()[layout.windows[name.len()] + slot * cell..];
    let number = window[MARGIN - layout.digits..MARGIN].iter().rev();
    let number = number.fold(0, |number, digit| {
        number << DIGIT_BITS | usize::from(*digit)
    });
    let is_same = if name.len() > TWO_WORDS {
        names::is_lower_of::<EXACT>(window, name, words)
    } else {
        words.are_in(window[..WINDOW].try_into().unwrap(), name.len())
    };
    if is_same { number } else { 0 }
}

/// The name of a service, as the library reads it.
fn name_of(layout: &Layout, service: usize) -> &str {
    let (length, place) = layout.length_and_index(layout.places[service]);
    let end = if layout.has_ends {
        place
    } else {
        names::end_of_name(layout.windows[length], place, length, layout.digits)
    };
    &layout.text[end - length..end]
}

fn check(what: &str, names: &[String]) {
    let with_indices = names.iter().map(String::as_str).zip(0..).collect();
    let table = NameTable::of(with_indices, names.len()).unwrap();
    // Every further attempt takes the time again.
    assert!(table.placement.seed < 3, "{what} {}", names.len());
    let slots: usize = table.placement.slots.iter().map(Vec::len).sum();
    let lengths = table.placement.slots.iter().filter(|it| !it.is_empty());
    let most = names.len() * 33 / 32 + 2 * lengths.count();
    assert!(slots <= most, "{what} {}: {slots} slots", names.len());
    let layout = table.layout();
    for (index, name) in names.iter().enumerate() {
        assert_eq!(find(&table, &layout, name), index + 1, "{name}");
        assert_eq!(name_of(&layout, index), name);
    }
    let known: std::collections::HashSet<String> =
        names.iter().map(|name| name.to_ascii_lowercase()).collect();
    for (index, name) in names.iter().enumerate().step_by(1 + names.len() / 500) {
        for other in [name.to_ascii_uppercase(), name.to_ascii_lowercase()] {
            assert_eq!(find(&table, &layout, &other), index + 1, "{other}");
        }
        for other in near(name) {
            let is_known = known.contains(&other.to_ascii_lowercase());
            assert_eq!(
                find(&table, &layout, &other) != 0,
                is_known,
                "{other} {name}"
            );
        }
    }
}

/// Names that differ from this one in one byte, a bit of which case folding may overlook, or
/// in the length.
fn near(name: &str) -> Vec<String> {
    let mut near = vec![
        String::new(),
        format!("{name}a"),
        format!("{name}\0"),
        format!("\0{name}"),
    ];
    near.extend(name.get(1..).map(str::to_owned));
    near.extend(name.get(..name.len() - 1).map(str::to_owned));
    for (at, byte) in name.bytes().enumerate() {
        for bit in [0x20, 0x40, 0x01, 0x10] {
            let mut bytes = name.as_bytes().to_vec();
            bytes[at] = byte ^ bit;
            near.extend(String::from_utf8(bytes));
        }
    }
    near
}

#[test]
fn numbered_names_have_a_table() {
    for (what, scheme) in SCHEMES {
        for count in [10, 17, 50, 100, 500, 1000, 5000, 20_000] {
            let names: Vec<String> = (0..count).map(scheme).collect();
            check(what, &names);
        }
    }
}

#[test]
fn names_of_every_length_have_a_table() {
    let mut random = Random(3);
    for longest in [1, 3, 4, 8, 16, 17, 40, 300] {
        let lengths = (1..=longest).flat_map(|length| [length; 3]);
        let mut names: Vec<String> = lengths.map(|length| random.name(length)).collect();
        names.sort();
        names.dedup();
        check("every length", &names);
    }
}

#[test]
fn characters_that_are_no_letters_are_not_folded() {
    let mut names: Vec<String> = Vec::new();
    let pairs = [
        "@`",
        "[{",
        "\\|",
        "]}",
        "^~",
        "_?",
        "-m",
        "\u{c4}\u{e4}",
        "\u{7df}\u{7ff}",
    ];
    for pair in pairs {
        for part in [
            "",
            "a",
            "abc",
            "abcdefg",
            "Abcdefghijklmno",
            "Abcdefghijklmnopqrst",
        ] {
            names.extend(pair.chars().map(|letter| format!("{part}{letter}")));
            names.extend(pair.chars().map(|letter| format!("{letter}{part}x")));
        }
    }
    names.sort();
    names.dedup();
    check("no letters", &names);
}

/// An alias is found in any case. It takes no place of a name, and its capitals aren't kept.
#[test]
fn aliases_are_found_and_leave_names_as_they_are() {
    for services in [1, 40, 3000] {
        let names: Vec<String> = (0..services).map(|i| format!("Service-{i}")).collect();
        let alias = |i: usize| format!("{}{i}", ["AliasOfTheService-", "A", "ALIAS-"][i % 3]);
        let aliases: Vec<String> = (0..services).map(alias).collect();
        let of = |texts: &'_ [String]| -> Vec<_> { texts.iter().cloned().zip(0..).collect() };
        let all = [of(&names), of(&aliases)].concat();
        let all: Vec<(&str, usize)> = all.iter().map(|(name, i)| (name.as_str(), *i)).collect();
        let table = NameTable::of(all.clone(), services).unwrap();
        let layout = table.layout();
        for (name, service) in all {
            for name in [name.to_owned(), name.to_ascii_lowercase()] {
                assert_eq!(find(&table, &layout, &name), service + 1, "{name}");
            }
        }
        for (service, name) in names.iter().enumerate() {
            assert_eq!(name_of(&layout, service), name);
        }
        // Ends are less work to read, where they fit.
        assert_eq!(layout.has_ends, services < 3000);
        for kept in ["ALIAS-", "AliasOf"] {
            assert!(!layout.text.contains(kept), "{services}");
        }
        assert_eq!(table.aliases().len(), services);
    }
}
