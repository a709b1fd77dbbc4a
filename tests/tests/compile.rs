//! What the compiler says of users' crates: errors of its own that carry our words,
//! warnings that must not be there, and that an edited file is read again.

#![forbid(unsafe_code)]

use std::fmt::Write as _;

use port_consts_tests::scratch::Scratch;

fn scratch(name: &str, edition: &str) -> Scratch {
    Scratch::new(env!("CARGO_TARGET_TMPDIR"), name, edition)
}

/// Texts that mean something to Markdown, HTML, rustdoc and Rust.
const TEXTS: &str = include_str!("../fixtures/texts.csv");

#[test]
fn mistakes_in_names_of_ports_suggest_the_nearest() {
    let scratch = scratch("names", "2021");
    scratch.write("ports.csv", "name,port,transport\ntelemetry,47001,udp\n");
    scratch.write(
        "src/main.rs",
        r#"
        mod plan { port_consts::ports!("ports.csv"); }
        const A: port_consts::Port = port_consts::port!("htps");
        const B: port_consts::Port = port_consts::port!("https" in User);
        const C: port_consts::Port = port_consts::port!(plan::Service, "telemerty");
        const D: port_consts::Port = port_consts::port!("no-such-service-at-all");
        fn main() { let _ = (A, B, C, D); }
        #[allow(dead_code)] fn never_called() { port_consts::port!("pop33"); }
        "#,
    );
    let outcome = scratch.check();
    for words in [
        "no service of `port_consts::Service` is named `htps`; did you mean `https`?",
        "`https` has port 443, a System port (0 to 1023), not a User port (1024 to 49151)",
        "no service of `plan::Service` is named `telemerty`; did you mean `telemetry`?",
        "no service of `port_consts::Service` is named `no-such-service-at-all`; write a name",
        "is named `pop33`; did you mean `pop3`?",
    ] {
        assert!(outcome.has_error(words), "{words}\n{outcome:#?}");
    }
    assert!(
        outcome
            .errors
            .iter()
            .any(|error| error.starts_with("src/main.rs:3:57")),
        "{outcome:#?}"
    );
}

#[test]
fn avoided_registries_are_looked_into() {
    let scratch = scratch("avoid", "2021");
    scratch.write(
        "ports.csv",
        "name,port,transport\ntelemetry,1883,tcp\nfree,47000,tcp/udp\n\
         logs,510-520,udp\nweb,80,udp\nother,47100,udp\n",
    );
    scratch.write("other.csv", "name,port,transport\ntheirs,47000-47200,udp\n");
    scratch.write(
        "src/main.rs",
        r#"
        mod theirs { port_consts::ports!("other.csv"); }
        port_consts::ports! {
            #[ports(avoid = port_consts::Service)]
            pub enum One = "ports.csv";
        }
        mod both {
            port_consts::ports! {
                #[ports(avoid(port_consts::Service, super::theirs::Service))]
                pub enum Two = "ports.csv";
            }
        }
        fn main() { let _ = (One::COUNT, both::Two::COUNT); }
        "#,
    );
    let outcome = scratch.check();
    for words in [
        "ports.csv:2: `telemetry` has port 1883/tcp, which is the port of `mqtt` in `port_consts::Service`",
        "ports.csv:4: `logs` has port 512/udp, which is the port of `biff` in `port_consts::Service`",
        "ports.csv:3: `free` has port 47000/udp, which is the port of `theirs` in `super::theirs::Service`",
        "ports.csv:6: `other` has port 47100/udp",
    ] {
        assert!(outcome.has_error(words), "{words}\n{outcome:#?}");
    }
    // TCP 80 is assigned to http, UDP 80 to nobody there.
    assert!(!outcome.has_error("`web`"), "{outcome:#?}");
    assert!(outcome.has_error("src/main.rs:5:28"), "{outcome:#?}");
}

/// Of wide ranges every port is asked for, which takes more steps than the compiler lets
/// pass without a word.
#[test]
fn avoided_registries_are_looked_into_however_wide_a_range_is() {
    let scratch = scratch("avoid-wide", "2021");
    let mut theirs = "name,port,transport\n".to_owned();
    for i in 0..400 {
        writeln!(theirs, "theirs-{i},{},udp/sctp", i * 150).unwrap();
    }
    scratch.write("theirs.csv", theirs);
    scratch.write(
        "src/main.rs",
        r#"
        #![deny(warnings)]
        mod theirs {
            port_consts::ports! {
                #[ports(lookup = "table", optimize = "size")]
                pub enum Service = "theirs.csv";
            }
        }
        port_consts::ports! {
            #[ports(avoid = theirs::Service)]
            pub enum Media = "ports.csv";
        }
        fn main() { let _ = (Media::COUNT, theirs::Service::COUNT); }
        "#,
    );
    scratch.write("ports.csv", "name,port,transport\nmedia,0-65535,tcp\n");
    let outcome = scratch.check();
    assert!(outcome.is_clean(), "{outcome:#?}");
    scratch.write("ports.csv", "name,port,transport\nmedia,0-65535,tcp/sctp\n");
    let outcome = scratch.check();
    assert!(
        outcome.has_error("ports.csv:2: `media` has port 0/sctp, which is the port of"),
        "{outcome:#?}"
    );
}

/// A crate that has taken every name there is, and allows nothing.
const HOSTILE: &str = r#"
#![no_implicit_prelude]
#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic, unused_qualifications)]
#![deny(missing_debug_implementations, missing_copy_implementations, unnameable_types)]
#![forbid(unsafe_code)]
//! A hostile crate.
mod core {}
mod std {}
mod alloc {}
macro_rules! taken {
    ($($name:ident)*) => {$(
        #[allow(non_camel_case_types, dead_code)]
        struct $name;
    )*};
}
taken!(u8 u16 u32 usize bool str Option Result Some None Ok Err Port Transport Transports);
taken!(Assignment Clone Copy Eq Iterator From FromStr TryFrom Display Debug Self_ Default);
/// A registry.
pub mod plan {
    #[allow(non_camel_case_types, dead_code)]
    struct u16;
    #[allow(dead_code)]
    struct Option;
    ::port_consts::ports!("ports.csv");
}
/// Another one, without docs of its own for the enum.
pub mod second {
    ::port_consts::ports! {
        #[ports(constants = false)]
        #[non_exhaustive]
        pub enum Plan = "ports.csv";
    }
}
mod private {
    ::port_consts::ports!("ports.csv");
}
mod iana {
    ::port_consts::ports! {
        #[ports(iana, avoid(), select(port = 7000..=7003))]
        pub(super) enum Iana = "ports.csv";
    }
}
/// A port.
pub const A: ::port_consts::Port = ::port_consts::port!("https" in System);
/// Another port.
pub const B: ::port_consts::Port = ::port_consts::port!(plan::Service, "plain");
fn main() {
    {
        ::port_consts::ports!("ports.csv");
        let _ = Service::from_name("plain");
    }
    let _ = (private::Service::COUNT, iana::Iana::COUNT);
}
"#;

#[test]
fn crates_that_shadow_everything_compile_clean_in_every_edition() {
    for edition in ["2018", "2021", "2024"] {
        let scratch = scratch(&format!("hostile-{edition}"), edition);
        scratch
            .write("ports.csv", TEXTS)
            .write("src/main.rs", HOSTILE);
        let outcome = scratch.clippy();
        assert!(outcome.is_clean(), "{edition} {outcome:#?}");
    }
}

fn hostile_with(features: &[&str], program: &str) {
    for edition in ["2018", "2024"] {
        let name = format!("hostile-{}-{edition}", features.join("-"));
        let scratch = Scratch::with_features(env!("CARGO_TARGET_TMPDIR"), &name, edition, features);
        scratch
            .write("ports.csv", TEXTS)
            .write("src/main.rs", program);
        let outcome = scratch.clippy();
        assert!(outcome.is_clean(), "{edition} {outcome:#?}");
    }
}

#[test]
fn crates_that_shadow_everything_compile_clean_with_features() {
    hostile_with(&["arbitrary", "iana", "schemars", "serde"], HOSTILE);
}

/// The derive of `defmt` itself takes `u8`, `u16` and `bool` for what they are.
#[test]
fn crates_that_shadow_everything_but_primitives_compile_clean_with_defmt() {
    let primitives = HOSTILE.replace("u8 u16 u32 usize bool str", "");
    let primitives = primitives.replace("struct u16;", "struct u8_;");
    let features = ["arbitrary", "defmt", "iana", "schemars", "serde"];
    hostile_with(&features, &primitives);
}

#[test]
fn docs_have_no_warnings_whatever_the_texts_say() {
    let scratch = scratch("documented", "2024");
    scratch.write("ports.csv", TEXTS).write(
        "src/lib.rs",
        "//! Docs.\n#![deny(warnings, rustdoc::all)]\nport_consts::ports!(\"ports.csv\");\n",
    );
    let outcome = scratch.doc();
    assert!(outcome.is_clean(), "{outcome:#?}");
}

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
            b"name;port;transport\nssh;22;tcp\n",
            "the columns are separated by `;`; save the file with commas",
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

/// Not among the UI tests: the path that was tried is another one on each machine.
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

/// Literals and paths from a `macro_rules!` come in invisible brackets, and names that an
/// expansion makes up are not to be looked for where they come from.
#[test]
fn calls_in_macros_of_the_user_mean_the_same() {
    let scratch = scratch("in-macros", "2021");
    scratch.write("ports.csv", "name,port,transport\nssh,22,tcp\nweb,80,tcp\n");
    scratch.write(
        "src/main.rs",
        r#"
        use port_consts::{Port, port};
        macro_rules! literal { ($x:literal) => { port!($x) } }
        macro_rules! expression { ($x:expr) => { port!($x) } }
        macro_rules! tokens { ($($x:tt)*) => { port!($($x)*) } }
        macro_rules! ranged { ($x:literal, $r:ident) => { port!($x in $r) } }
        macro_rules! typed { ($t:ty, $x:expr) => { port!($t, $x) } }
        macro_rules! plan {
            ($path:expr, $vis:vis, $name:ident, $avoid:path, $within:expr) => {
                port_consts::ports! {
                    #[ports(avoid = $avoid, within = $within)]
                    $vis enum $name = $path;
                }
            };
        }
        #[allow(dead_code)]
        struct Nobody;
        #[allow(dead_code)]
        impl Nobody {
            const fn from_port(_: Port, _: port_consts::Transport) -> Option<port_consts::Service> {
                None
            }
        }
        mod one { plan!("ports.csv", pub, Plan, crate::Nobody, 1..=99); }
        const PORTS: [Port; 8] = [
            literal!(80), literal!("https"), expression!(80), expression!("https"),
            tokens!("https" in System), ranged!("https", System), ranged!(443, System),
            typed!(one::Plan, "ssh"),
        ];
        static ONE: Port = port!("https");
        struct Generic<const N: u16>;
        impl<const N: u16> Generic<N> {
            const PORT: Port = port!("https" in System);
            const fn port<T>() -> Port { port!(one::Plan, "ssh" in System) }
        }
        fn length() -> [u8; port!("https").get() as usize] { [0; port!(443).get() as usize] }
        fn main() {
            let _: Generic<{ port!("ssh").get() }> = Generic;
            let _ = (PORTS, ONE, Generic::<1>::PORT, Generic::<1>::port::<u8>(), length());
        }
        "#,
    );
    let outcome = scratch.check();
    assert!(outcome.is_clean(), "{outcome:#?}");

    scratch.write(
        "src/main.rs",
        r#"
        macro_rules! literal { ($x:literal) => { port_consts::port!($x) } }
        macro_rules! expression { ($x:expr) => { port_consts::port!($x) } }
        macro_rules! ranged { ($x:literal, $r:ident) => { port_consts::port!($x in $r) } }
        macro_rules! plan { ($path:literal) => { port_consts::ports! {
            #[ports(avoid = port_consts::Service)] pub enum Plan = $path;
        } } }
        mod plan { plan!("ports.csv"); }
        fn main() {
            literal!(-1);
            literal!(70000);
            expression!(40 + 40);
            literal!("htps");
            ranged!("https", User);
        }
        "#,
    );
    let outcome = scratch.check();
    for words in [
        "there are no negative ports",
        "port `70000` is above 65535",
        "nothing more is expected here but a port class",
        "is named `htps`; did you mean `https`?",
        "`https` has port 443, a System port",
        "ports.csv:2: `ssh` has port 22/tcp, which is the port of `ssh`",
    ] {
        assert!(outcome.has_error(words), "{words}\n{outcome:#?}");
    }
    assert!(!outcome.has_error("cannot find"), "{outcome:#?}");
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

/// Attributes, the name of the enum, its file, and what is said.
const ATTRIBUTES: [(&str, &str, &str, &str); 12] = [
    (
        "#[repr(u8)]",
        "E",
        "many.csv",
        "`u8` has numbers for 255 services, but there are 300",
    ),
    (
        "#[repr(u8)]",
        "E",
        "bad.csv",
        "bad.csv:2: port `99999` is above 65535",
    ),
    (
        "#[derive(Clone)]",
        "E",
        "sorted.csv",
        "`ports!` already implements `Clone`",
    ),
    (
        "#[derive(::core::fmt::Debug)]",
        "E",
        "sorted.csv",
        "`ports!` already implements `Debug`",
    ),
    (
        "#[derive(Default)]",
        "E",
        "sorted.csv",
        "write an `impl Default` yourself",
    ),
    (
        "",
        "Category",
        "sorted.csv",
        "the file has the column `Category`, which makes",
    ),
    (
        "#[cfg_attr(all(), ports(iana))]",
        "E",
        "sorted.csv",
        "`#[ports(..)]` is read before",
    ),
    (
        "#[ports(avoid = E)]",
        "E",
        "sorted.csv",
        "`avoid` names the registry itself",
    ),
    (
        "#[ports(avoid = NoSuch)]",
        "E",
        "many.csv",
        // The compiler's words, as far as they stay.
        "type `NoSuch`",
    ),
    (
        "#[ports(select(name = []))]",
        "E",
        "sorted.csv",
        "the brackets are empty",
    ),
    (
        "#[ports(columns(ignore = \"port\"))]",
        "E",
        "sorted.csv",
        "every file needs; don't ignore",
    ),
    (
        "#[ports(constants = 1)]",
        "E",
        "sorted.csv",
        "is written `constants = false`",
    ),
];

/// Where one mistake would have the compiler say a dozen things, or stop with a bug of its
/// own (`repr`), the macro says one.
#[test]
fn what_does_not_go_with_the_enum_is_one_error() {
    let scratch = scratch("attributes", "2021");
    let rows: Vec<String> = (1..=300).map(|i| format!("s{i},{i},tcp")).collect();
    scratch.write(
        "many.csv",
        format!("name,port,transport\n{}", rows.join("\n")),
    );
    scratch.write("bad.csv", "name,port,transport\nssh,99999,tcp\n");
    scratch.write(
        "sorted.csv",
        "name,port,transport,category\nssh,22,tcp,remote\n",
    );
    let modules = ATTRIBUTES
        .iter()
        .enumerate()
        .map(|(i, (attribute, name, path, _))| {
            format!(
                "mod m{i} {{ port_consts::ports! {{ {attribute} pub enum {name} = {path:?}; }} \
             pub const COUNT: usize = {name}::COUNT; }}\n"
            )
        });
    let modules: String = modules.collect();
    scratch.write(
        "src/main.rs",
        format!("#![allow(dead_code)]\n{modules}fn main() {{}}\n"),
    );
    let outcome = scratch.check();
    for (i, (attribute, .., words)) in ATTRIBUTES.iter().enumerate() {
        let line = format!("src/main.rs:{}:", i + 2);
        let errors = outcome.errors.iter().filter(|it| it.starts_with(&line));
        let errors: Vec<&String> = errors.collect();
        assert!(
            errors.len() == 1 && errors[0].contains(words),
            "{attribute}: {errors:#?}"
        );
    }
}

/// To the compiler, the kelvin sign is a K, and Hangul in parts is the syllable.
#[test]
fn identifiers_are_compared_as_the_compiler_does() {
    let scratch = scratch("normal-form", "2021");
    scratch.write("k.csv", "name,port,transport\n\u{212A},1,tcp\nk,2,tcp\n");
    scratch.write(
        "hangul.csv",
        "name,port,transport\n\u{AC00},1,tcp\n\u{1100}\u{1161},2,tcp\n",
    );
    scratch.write(
        "good.csv",
        "name,port,transport\nx\u{212A}x,1,tcp\na\u{AA},2,tcp\nx\u{130},3,tcp\n\u{DF}x,4,tcp\n\
         a\\b,5,tcp\n{}*/c,6,tcp\n",
    );
    scratch.write(
        "src/main.rs",
        "#![deny(warnings)]\n#![allow(dead_code)]\n\
         mod a { port_consts::ports!(\"k.csv\"); }\n\
         mod b { port_consts::ports!(\"hangul.csv\"); }\n\
         mod c { port_consts::ports! { #[deprecated] pub enum E = \"good.csv\"; } }\n\
         fn main() {}\n",
    );
    let outcome = scratch.check();
    assert!(
        outcome.has_error("k.csv:3: `k` and `\u{212A}` at line 2 would both be `K`"),
        "{outcome:#?}"
    );
    assert!(outcome.has_error("hangul.csv:3: "), "{outcome:#?}");
    assert_eq!(outcome.errors.len(), 2, "{outcome:#?}");
    assert!(outcome.warnings.is_empty(), "{outcome:#?}");
}

/// The compiler looks at every port of a range, and is not to complain of that.
#[test]
fn all_ports_may_be_avoided() {
    let scratch = scratch("all-ports", "2021");
    scratch.write("ports.csv", "name,port,transport\nall,0-65535,dccp\n");
    scratch.write(
        "src/main.rs",
        "port_consts::ports! {\n#[ports(avoid = port_consts::Service)]\n\
         pub enum Plan = \"ports.csv\"; }\nfn main() { let _ = Plan::COUNT; }\n",
    );
    let outcome = scratch.check();
    assert!(outcome.errors.is_empty(), "{outcome:#?}");
}
