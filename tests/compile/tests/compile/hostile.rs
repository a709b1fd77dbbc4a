//! Crates that have taken every name and allow nothing.

use port_consts_compile_tests::scratch::Scratch;

use super::{TEXTS, scratch};

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
        #[ports(conflicts = "first", avoid(), select(port = 7000..=7003))]
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
    hostile_with(&["arbitrary", "schemars", "serde"], HOSTILE);
}

/// The derive of `defmt` itself takes `u8`, `u16` and `bool` for what they are.
#[test]
fn crates_that_shadow_everything_but_primitives_compile_clean_with_defmt() {
    let primitives = HOSTILE.replace("u8 u16 u32 usize bool str", "");
    let primitives = primitives.replace("struct u16;", "struct u8_;");
    hostile_with(&["defmt"], &primitives);
}
