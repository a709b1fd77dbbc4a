//! Random registries, compared with a model that shares no code with the macro.
//!
//! `PORT_CONSTS_REGISTRIES=300` compares so many, and `PROPTEST_RNG_SEED=1` others.

#![forbid(unsafe_code)]

#[allow(dead_code, reason = "the crate with the registries asks")]
mod flows;
mod identifiers;
#[allow(dead_code, reason = "the crate with the registries asks")]
mod model;
mod names;
mod plan;
mod random;
mod write;

use std::{env, fmt::Write as _};

use model::Model;
use plan::{AVOIDED, Plan};
use port_consts_compile_tests::scratch::Scratch;

/// So many are in one crate.
const IN_ONE: u64 = 12;

/// What the crate with the registries has, too: it makes the plans again by itself.
const MODULES: [(&str, &str); 9] = [
    ("compare", include_str!("compare.rs")),
    ("flows", include_str!("flows.rs")),
    ("identifiers", include_str!("identifiers.rs")),
    ("model", include_str!("model.rs")),
    ("names", include_str!("names.rs")),
    ("plan", include_str!("plan.rs")),
    ("plan/fill", include_str!("plan/fill.rs")),
    ("random", include_str!("random.rs")),
    ("write", include_str!("write.rs")),
];

fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

#[test]
fn random_registries_answer_as_the_model() {
    let seed = number("PROPTEST_RNG_SEED").unwrap_or(6335);
    let count = number("PORT_CONSTS_REGISTRIES").unwrap_or(IN_ONE);
    for start in (0..count).step_by(usize::try_from(IN_ONE).expect("small")) {
        let indices = start..count.min(start + IN_ONE);
        let expected = indices.end - start;
        let output = compare(seed, indices);
        println!("{output}");
        assert_eq!(output.lines().count() as u64, expected, "seed {seed}");
    }
}

/// Compiles these registries and compares them. Returns a line for each.
fn compare(seed: u64, indices: std::ops::Range<u64>) -> String {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "registries", "2024");
    let mut main = String::from(
        "#![allow(dead_code, unused_imports, clippy::all)]\n\
         #[macro_use] mod compare;\n",
    );
    for (module, text) in MODULES {
        scratch.write(&format!("src/{module}.rs"), text);
        if !module.contains('/') && module != "compare" {
            writeln!(main, "mod {module};").unwrap();
        }
    }
    main += "use port_consts::{Assignment, Flow, Port, Side, Transport, ports};\n\
             mod avoided { port_consts::ports!(\"avoided.csv\"); }\n";
    let mut avoided = String::from("name,port,transport\n");
    for (first, last, set) in AVOIDED {
        let names = write::transport_names(set).join("/");
        writeln!(avoided, "at-{first},{first}-{last},{names}").unwrap();
    }
    scratch.write("avoided.csv", avoided);
    let mut calls = String::new();
    for index in indices {
        let plan = Plan::random(seed, index);
        let (text, attribute) = write::write(&plan, seed, index);
        scratch.write(&format!("r{index}.csv"), text);
        let has = plan.columns;
        let columns = [
            ("category", has.category),
            ("tls_of", has.tls_of),
            ("status", has.status),
            ("reference", has.reference),
            ("description", has.description),
            ("schemes", has.schemes),
        ];
        let columns =
            columns.map(|(column, has)| format!("{}{column} ", if has { "" } else { "no_" }));
        let columns = columns.concat();
        writeln!(
            main,
            "mod r{index} {{ port_consts::ports! {{ {attribute} pub enum Service = \"r{index}.csv\"; }} }}\n\
             asked!(r{index}::Service, {columns});"
        )
        .unwrap();
        let services = Model::of(&plan).services;
        let constants = services.iter().filter(|_| plan.constants).map(|service| {
            let constant = &service.constant;
            format!("({constant:?}, r{index}::{constant}),")
        });
        let constants: String = constants.collect();
        writeln!(
            calls,
            "compare::compare::<r{index}::Service>({seed}, {index}, &[{constants}]);"
        )
        .unwrap();
    }
    writeln!(main, "fn main() {{ {calls} }}").unwrap();
    scratch.write("src/main.rs", main);
    scratch.run()
}
