//! `avoid`: registries that are looked into while the crate is compiled.

use std::fmt::Write as _;

use super::scratch;

#[test]
fn avoided_registries_are_looked_into() {
    let scratch = scratch("avoid", "2021");
    scratch.write(
        "ports.csv",
        "name,port,transport\ntelemetry,1883,tcp\nfree,47000,tcp/udp\n\
         logs,510-520,udp\nweb,80,udp\nother,47100,udp\nssh,22,tcp\n",
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
        mod excepted {
            port_consts::ports! {
                #[ports(avoid(port_consts::Service, except = [1883, 510..=520, 22]))]
                pub enum Three = "ports.csv";
            }
        }
        fn main() { let _ = (One::COUNT, both::Two::COUNT, excepted::Three::COUNT); }
        "#,
    );
    let outcome = scratch.check();
    for words in [
        "ports.csv:2: `telemetry` has port 1883/tcp, which is the port of `mqtt` in `port_consts::Service`; \
         choose another port, or allow it: `avoid(port_consts::Service, except = [1883])`",
        "ports.csv:4: `logs` has port 512/udp, which is the port of `biff` in \
         `port_consts::Service`, and other ports of it; choose other ports, or allow them: \
         `avoid(port_consts::Service, except = [512",
        "ports.csv:3: `free` has port 47000/udp, which is the port of `theirs` in `super::theirs::Service`",
        "ports.csv:6: `other` has port 47100/udp",
        "ports.csv:7: `ssh` has port 22/tcp, which is the port of `ssh` in `port_consts::Service`; \
         choose another port, or allow it: `avoid(port_consts::Service, except = [22])`",
    ] {
        assert!(outcome.has_error(words), "{words}\n{outcome:#?}");
    }
    // TCP 80 is assigned to http, UDP 80 to nobody there.
    assert!(!outcome.has_error("`web`"), "{outcome:#?}");
    assert!(outcome.has_error("src/main.rs:5:28"), "{outcome:#?}");
    // With exceptions for all of its rows, the third registry has no error.
    assert!(!outcome.has_error("src/main.rs:16:"), "{outcome:#?}");
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
        outcome.has_error(
            "ports.csv:2: `media` has port 0/sctp, which is the port of `theirs-0` in \
             `theirs::Service`, and other ports of it; choose other ports, or allow them: \
             `avoid(theirs::Service, except = [0, 150, 300, 450, 600, 750, 900, 1050, 1200, 1350, \
             1500, 1650])`, and there are more from port 1800 on"
        ),
        "{outcome:#?}"
    );
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
