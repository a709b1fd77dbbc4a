//! The stages of `port-macros`, as functions of a file's bytes and of a call's tokens.
//!
//! A crate of procedural macros exports nothing else, so the file that lists its stages is
//! mounted here.

#![forbid(unsafe_code)]
#![allow(dead_code, reason = "the macros' entry points are not here")]

#[path = "../../port-macros/src/stages.rs"]
mod stages;

#[allow(
    clippy::wildcard_imports,
    reason = "each stage is `crate::NAME` to the others"
)]
use stages::*;

use args::Args;
use proc_macro2::TokenStream;

/// What a file of these bytes makes of each of these calls.
const CALLS: [&str; 5] = [
    r#""ports.csv""#,
    r#"#[ports(iana)] enum E = "ports.csv";"#,
    r#"#[ports(conflicts = "first", within = User, avoid(a::B, except = 80))]
        enum E = "ports.csv";"#,
    r#"#[ports(format = "services", identifiers = "numbered", default(transport = "tcp"),
        skip(transport = "ddp"))] enum E = "ports.csv";"#,
    r#"#[ports(select(port = 0..=9000, transport = ["tcp", "udp"]), columns(name = "x"),
        constants = false)] enum E = "ports.csv";"#,
];

/// All stages behind the reading of a file. The output has to be Rust.
pub fn file(bytes: &[u8]) {
    for call in CALLS {
        let args: Args = syn::parse_str(call).expect("a good call");
        let mut problems = problem::Problems::new(&args.path);
        let text = source::decode(bytes.to_vec(), &mut problems);
        let registry = ports::check(&text, &args.options, &mut problems);
        let file = source::File {
            tracked: source::Tracked::AsWritten,
            text,
        };
        let mut tokens = expand::registry(&args, &file, &registry);
        tokens.extend(problems.into_compile_errors());
        let again: TokenStream = tokens.to_string().parse().expect("tokens");
        assert_eq!(again.to_string(), tokens.to_string());
    }
}

/// Both macros on these tokens.
pub fn tokens(text: &str) {
    for text in [
        text.to_owned(),
        format!("#[ports({text})] enum E = \"ports.csv\";"),
    ] {
        if let Ok(tokens) = text.parse::<TokenStream>() {
            ports::expand(tokens.clone());
            port::expand(tokens);
        }
    }
}
