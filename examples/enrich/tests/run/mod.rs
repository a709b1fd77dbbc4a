//! The example, run on a capture.

use port_consts_tests::example::{Example, feed};

/// What the example makes of a capture: its exit status, output and errors.
pub(crate) fn enrich(capture: &[u8]) -> (Option<i32>, String, String) {
    let output = feed(
        &mut Example::at(env!("CARGO_BIN_EXE_enrich")).command(),
        capture,
    );
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}
