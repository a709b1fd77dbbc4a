//! Texts and identifiers as Markdown, rustdoc and the compiler read them.

use super::{TEXTS, scratch};

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
