//! The picture in the documentation is of the registries as they are.

#![forbid(unsafe_code)]

use std::process::Command;

#[test]
fn the_picture_is_of_the_registries_as_they_are() {
    let output = Command::new(env!("CARGO_BIN_EXE_picture"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let drawn = String::from_utf8(output.stdout).unwrap();
    assert!(
        drawn == include_str!("../../../port-consts/docs/ports.svg"),
        "draw it anew: cargo run -p port-consts-report --bin picture > port-consts/docs/ports.svg"
    );
}
