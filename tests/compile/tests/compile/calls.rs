//! Calls of `port!`, and calls from macros of the user.

use super::scratch;

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
            (
                [$(#[$attribute:meta])*]
                $path:expr, $vis:vis, $name:ident, $avoid:path, $within:expr
            ) => {
                port_consts::ports! {
                    $(#[$attribute])*
                    #[ports(avoid($avoid, $crate::Nobody), within = $within)]
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
        mod one { plan!([] "ports.csv", pub, Plan, crate::Nobody, 1..=99); }
        mod two {
            plan!(
                [#[doc = "Two."] #[cfg(all())] #[ports(lookup = "table")]]
                "ports.csv", pub(in crate), Plan, super::Nobody, 1..=99
            );
        }
        mod three { plan!([#[cfg(any())]] "ports.csv", , Plan, super::Nobody, 1..=99); }
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
