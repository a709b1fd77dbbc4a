//! What the fuzz targets check: the stages of `port-macros-core`, as functions of a file's bytes and
//! of a call's tokens; the library's parsers and sets; and the example `enrich`.
//!
//! That crate exports nothing but the macros, so the file that lists its stages is mounted here.

#![forbid(unsafe_code)]
#![allow(dead_code, reason = "the macros' entry points are not here")]
#![allow(
    clippy::missing_panics_doc,
    reason = "a panic is what a target looks for"
)]

pub mod entries;
pub mod flows;
pub mod forms;
pub mod sets;
pub mod texts;

// As the file with `records::read` names it.
extern crate self as port_macros_core;

#[path = "../../port-macros/src/records.rs"]
mod records;
#[path = "../../port-macros/core/src/stages.rs"]
mod stages;

pub use stages::csv::Fields;

#[allow(
    clippy::wildcard_imports,
    reason = "each stage is `crate::NAME` to the others"
)]
use stages::*;

use args::Args;
use proc_macro2::TokenStream;

/// Calls with options that change how a file is read.
const CALLS: [&str; 6] = [
    r#""ports.csv""#,
    r#"#[ports(iana)] enum E = "ports.csv";"#,
    r#"#[ports(conflicts = "first", within = User, avoid(a::B, except = 80))]
        enum E = "ports.csv";"#,
    r#"#[ports(format = "services", identifiers = "numbered", default(transport = "tcp"),
        skip(transport = "ddp"))] enum E = "ports.csv";"#,
    r#"#[ports(select(port = 0..=9000, transport = ["tcp", "udp"]), columns(name = "x"),
        constants = false)] enum E = "ports.csv";"#,
    r#"#[ports(conflicts = "first", identifiers = "numbered", default(transport = "udp"),
        columns(label = "y", ignore = ["", "z"]), skip(port = ["", "any"], name = ""))]
        enum E = "ports.csv";"#,
];

/// Calls with options that change how rows are checked.
const ROW_CALLS: [&str; 6] = [
    r#""ports.csv""#,
    r#"#[ports(iana)] enum E = "ports.csv";"#,
    r#"#[ports(conflicts = "first", within = User)] enum E = "ports.csv";"#,
    r#"#[ports(identifiers = "numbered", default(transport = "tcp"), skip(transport = "ddp"))]
        enum E = "ports.csv";"#,
    r#"#[ports(select(port = 0..=9000, transport = ["tcp", "udp"]), constants = false)]
        enum E = "ports.csv";"#,
    r#"#[ports(conflicts = "first", identifiers = "numbered", default(transport = "udp"),
        skip(port = ["", "any"], name = ""))] enum E = "ports.csv";"#,
];

fn parsed(calls: &[&str]) -> Vec<Args> {
    let call = |call: &&str| syn::parse_str(call).expect("a good call");
    calls.iter().map(call).collect()
}

thread_local! {
    static ARGS: Vec<Args> = parsed(&CALLS);
    static CHECKS: Vec<Args> = parsed(&ROW_CALLS);
}

/// The stages from bytes to a registry, which has to hold together.
fn registry(
    bytes: &[u8],
    args: &Args,
    problems: &mut problem::Problems,
) -> (String, valid::Registry) {
    let text = source::decode(bytes.to_vec(), problems);
    let registry = ports::check(&text, &args.options, records::read, problems);
    for service in &registry.services {
        assert!(!service.assignments.is_empty(), "{}", service.name);
        for it in &service.assignments {
            assert!(
                it.first <= it.last && it.transports != 0,
                "{}",
                service.name
            );
        }
    }
    for (owners, bit) in registry.owners.iter().zip(words::transports::bits()) {
        for pair in owners.windows(2) {
            assert!(pair[0].last < pair[1].first);
        }
        // What a row says is in the lookups, unless it is a mistake.
        for service in registry.services.iter().filter(|_| problems.is_empty()) {
            for claim in &service.claims {
                let is_pool = claim.status == format::assignments::Status::Pool;
                if words::transports::contains(claim.transports, bit) && !is_pool {
                    for port in [claim.first, claim.last] {
                        let has = |it: &&valid::Segment| (it.first..=it.last).contains(&port);
                        assert!(owners.iter().any(|it| has(&it)), "{} {port}", service.name);
                    }
                }
            }
        }
    }
    (text, registry)
}

/// All stages behind the reading of a file. The output has to be Rust.
pub fn file(bytes: &[u8]) {
    ARGS.with(|all| {
        for args in all {
            let mut problems = problem::Problems::new(&args.path);
            let (text, registry) = registry(bytes, args, &mut problems);
            let file = source::File {
                tracked: source::Tracked::AsWritten,
                text,
            };
            let mut tokens = expand::registry(args, &file, &registry);
            tokens.extend(problems.into_compile_errors());
            let again: TokenStream = tokens.to_string().parse().expect("tokens");
            assert_eq!(again.to_string(), tokens.to_string());
        }
    });
}

/// The stages up to the registry; the first byte chooses the options.
pub fn rows(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else {
        return;
    };
    ARGS.with(|all| {
        let args = &all[usize::from(*first) % all.len()];
        let mut problems = problem::Problems::new(&args.path);
        registry(bytes, args, &mut problems);
        let errors = problems.into_compile_errors().to_string();
        assert!(errors.len() < 100_000, "{} bytes of errors", errors.len());
    });
}

/// Headers that all options read, behind a line that saves the search for the separator.
const HEADERS: [&str; 4] = [
    "sep=,\nname,port,transport,aliases\n",
    "sep=,\nname,port,Last Port,tcp,udp,constant,status,schemes\n",
    // Files of the tests begin with `n`, which chooses this one.
    "sep=,\nname,port,transport\n",
    "sep=,\nname,port,transport,constant,aliases,label,category,TLS Of,status,schemes,reference,\
     description\n",
];

/// The same for rows under a good header, without the tokens of errors: few inputs of [`rows`] have
/// one, so few of them test how rows are checked. The first byte chooses the options and the header.
pub fn cells(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else {
        return;
    };
    let choice = usize::from(*first);
    CHECKS.with(|all| {
        let header = HEADERS[choice % HEADERS.len()];
        let file = [header.as_bytes(), bytes].concat();
        let args = &all[choice / HEADERS.len() % all.len()];
        registry(&file, args, &mut problem::Problems::new(&args.path));
    });
}

/// The reader of CSVs: what it reads is read again when it is written.
pub fn records(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    ARGS.with(|all| {
        let titles = &all[0].options.titles;
        let mut records = Vec::new();
        let mut line = 0;
        let lines = 1 + text.matches(['\n', '\r']).count();
        let reader = csv::parse(&text, titles, records::read);
        let separator = reader.separator;
        for record in reader {
            let at = match &record {
                Ok(record) => record.line,
                Err(mistake) => mistake.line,
            };
            assert!(at > 0 && at <= lines);
            if let Ok(record) = record {
                assert!(record.line > line, "lines ascend");
                line = record.line;
                let fields: Vec<String> = record.fields.iter().map(str::to_owned).collect();
                records.push(fields);
            }
        }
        if records.is_empty() {
            return;
        }
        let mut writer = ::csv::WriterBuilder::new();
        let writer = writer.flexible(true).delimiter(separator.byte());
        // An empty line, because a mark of the byte order is none behind it.
        let start = format!("sep={}\n\n", separator.char());
        let mut writer = writer.from_writer(start.into_bytes());
        for fields in &records {
            writer.write_record(fields).expect("written to memory");
        }
        let written = writer.into_inner().expect("written to memory");
        let written = String::from_utf8(written).expect("text");
        let again = csv::parse(&written, titles, records::read).map(|record| {
            let record = record.unwrap_or_else(|it| panic!("{}: {}", it.line, it.text));
            record.fields.iter().map(str::to_owned).collect::<Vec<_>>()
        });
        assert_eq!(again.collect::<Vec<_>>(), records);
    });
}

/// All macros on these tokens.
pub fn tokens(text: &str) {
    for text in [
        text.to_owned(),
        format!("#[ports({text})] enum E = \"ports.csv\";"),
    ] {
        if let Ok(tokens) = text.parse::<TokenStream>() {
            let _ = ports::expand(tokens.clone(), records::read);
            let _ = port_set::expand(tokens.clone());
            let _ = port::expand(tokens);
        }
    }
}
