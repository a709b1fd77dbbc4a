//! Of what port-macros-core consists for the compiler: whoever builds a program with ports compiles
//! it first.

use std::{fmt::Write as _, fs, process::Command};

use port_consts_tools::markdown::table;
use serde_json::Value;

use crate::made_by;

/// So many rows show where the most comes from.
const ROWS: usize = 20;

/// A function, compiled for several types.
struct Function {
    name: String,
    instances: u64,
    /// In the compiler's intermediate form, of all instances together.
    statements: u64,
}

/// All functions, the largest first.
fn functions() -> Vec<Function> {
    let repository = port_consts_reader::repository();
    let target = repository.join("target/builds/macros");
    let folder = target.join("statistics");
    // What was compiled before is compiled again, for the compiler to count it.
    for old in [folder.clone(), target.join("debug/.fingerprint")] {
        if old.exists() {
            fs::remove_dir_all(old).expect("removed");
        }
    }
    fs::create_dir_all(&folder).expect("created");
    let status = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "-p", "port-macros-core", "--lib", "--"])
        .arg(format!("-Zdump-mono-stats={}", folder.display()))
        .arg("-Zdump-mono-stats-format=json")
        .current_dir(&repository)
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_INCREMENTAL", "0")
        // A stable compiler can count, but promises nothing about it.
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .expect("cargo");
    assert!(status.success());
    let text = fs::read_to_string(folder.join("port_macros_core.mono_items.json")).expect("read");
    let items: Vec<Value> = serde_json::from_str(&text).expect("a list");
    let number = |item: &Value, key: &str| item[key].as_u64().expect("a number");
    let function = |item: &Value| Function {
        name: item["name"].as_str().expect("a name").to_owned(),
        instances: number(item, "instantiation_count"),
        statements: number(item, "total_estimate"),
    };
    let mut functions: Vec<Function> = items.iter().map(function).collect();
    functions.sort_by_key(|it| std::cmp::Reverse((it.statements, it.name.clone())));
    functions
}

pub(crate) fn report() -> String {
    let functions = functions();
    let sums = |own: bool| {
        let of = functions.iter();
        let of = of.filter(|it| !own || it.name.contains("stages::"));
        of.fold((0, 0), |(instances, statements), it| {
            (instances + it.instances, statements + it.statements)
        })
    };
    let ((instances, statements), (own_instances, own_statements)) = (sums(false), sums(true));
    let mut rows = vec![
        ["function", "instances", "statements"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for it in functions.iter().take(ROWS) {
        rows.push(vec![
            format!("`{}`", it.name),
            it.instances.to_string(),
            it.statements.to_string(),
        ]);
    }
    let mut text = format!(
        "# Of what the macros consist\n\nWhoever builds a program with ports compiles port-macros-core \
         first, and most of that is std's functions, once for each type that they are used with. \
         {}\n",
        made_by("macros")
    );
    writeln!(
        text,
        "| | instances | statements |\n|---|---:|---:|\n\
         | all functions | {instances} | {statements} |\n\
         | port-macros-core's own | {own_instances} | {own_statements} |\n\n\
         The largest, where a function has the statements of all its instances:\n\n{}",
        table(&rows)
    )
    .expect("written");
    text
}
