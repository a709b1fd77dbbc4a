//! What the compiler makes of a constant set: comparisons, without a table, a loop or a call.
//! `cargo test -p port-consts-compile-tests --test set_assembly -- --nocapture` shows how many
//! instructions that are.

#![forbid(unsafe_code)]
#![cfg(target_arch = "x86_64")]

use port_consts_compile_tests::scratch::Scratch;

const SOURCE: &str = r#"
use port_consts::{Port, PortRanges, port_set};

#[inline(never)]
pub fn one(port: u16) -> bool {
    const SET: PortRanges<1> = port_set!("8000-8100");
    SET.contains(Port::new(port))
}

#[inline(never)]
pub fn three(port: u16) -> bool {
    const SET: PortRanges<3> = port_set!("22, 443, 8000-8100");
    SET.contains(Port::new(port))
}

#[inline(never)]
pub fn eight(port: u16) -> bool {
    const SET: PortRanges<8> =
        port_set!("20-22, ssh, 80, 443, 587, 993, 3306, 5432, 8000-8100");
    SET.contains(Port::new(port))
}

/// The same, written by hand.
#[inline(never)]
pub fn by_hand(port: u16) -> bool {
    matches!(port, 22 | 443 | 8000..=8100)
}
"#;

/// The instructions of a function, without labels and directives.
fn instructions<'a>(assembly: &'a str, function: &str) -> Vec<&'a str> {
    let mut lines = assembly.lines();
    // `_RNvCs…_5probe3one:` or `_ZN5probe3one17h…E:`.
    let is_start = |line: &&str| {
        let name = format!("{}{function}", function.len());
        line.ends_with(':') && line.starts_with('_') && line.contains(&name)
    };
    assert!(
        lines.find(is_start).is_some(),
        "no {function} in\n{assembly}"
    );
    lines
        .map(str::trim)
        .take_while(|line| !line.starts_with(".cfi_endproc"))
        .filter(|line| !line.starts_with('.') && !line.ends_with(':') && !line.starts_with('#'))
        .collect()
}

#[test]
fn a_constant_set_is_comparisons() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "probe", "2024");
    scratch.write("src/lib.rs", SOURCE);
    // For speed, the most instructions with 1, 3 and 8 ranges; and no table is read.
    for level in ["2", "3"] {
        let assembly = scratch.assembly(level);
        let count = |function| {
            let all = instructions(&assembly, function);
            let text = all.join("\n");
            let is_memory = |it: &&str| it.contains('(') && !it.starts_with("lea");
            assert!(
                !text.contains("call") && !all.iter().any(is_memory),
                "{level}, {function}\n{text}"
            );
            all.len()
        };
        let counts = ["one", "three", "eight"].map(count);
        let by_hand = count("by_hand");
        println!("opt-level {level}: {counts:?}, three by hand {by_hand}");
        let most = [6, 16, 45];
        assert!(
            counts.iter().zip(most).all(|(it, most)| *it <= most),
            "{level}: {counts:?}"
        );
        assert!(
            counts[1] <= by_hand + 6,
            "{level}: {counts:?}, by hand {by_hand}"
        );
    }
    // For size, a loop over the ranges, whose code has one length.
    for level in ["'s'", "'z'"] {
        let assembly = scratch.assembly(level);
        let counts = ["three", "eight"].map(|it| instructions(&assembly, it).len());
        println!("opt-level {level}: {counts:?}");
        assert!(counts.iter().all(|it| *it <= 30), "{level}: {counts:?}");
        assert!(!assembly.contains("panic"), "{level}");
    }
}
