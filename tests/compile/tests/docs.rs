//! The errors that the documentation shows are those that users get.

#![forbid(unsafe_code)]

use std::{fs, path::Path};

use port_consts_compile_tests::scratch::Scratch;

const PAGE: &str = include_str!("../../../port-consts/docs/validate.md");
const README: &str = include_str!("../../../README.md");
const LIBRARY: &str = include_str!("../../../port-consts/src/lib.rs");
/// What documents the macros, for rustdoc and for editors.
const MACROS: &str = include_str!("../../../port-macros/src/lib.rs");
/// Links of the macros' documentation are written in full: editors show them, too.
const PAGES: &str = "https://docs.rs/port-consts/latest/port_consts/";

fn ui(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../ui")
        .join(name);
    fs::read_to_string(path).unwrap()
}

/// The blocks of this language on a page.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let opening = format!("```{language}\n");
    let parts = page.split(opening.as_str()).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap())
        .collect()
}

fn errors(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("error: "))
        .collect()
}

#[test]
fn the_five_mistakes_are_those_of_the_ui_test() {
    let csv = blocks(PAGE, "csv");
    assert_eq!(csv[1], ui("file/plan-with-five-mistakes.csv"));
    let stderr = ui("file/plan-with-five-mistakes.stderr")
        .replace("ui/file/plan-with-five-mistakes", "ports");
    assert_eq!(errors(blocks(PAGE, "text")[0]), errors(&stderr));
    assert_eq!(errors(&stderr).len(), 5);
}

#[test]
fn the_plan_is_that_of_the_example() {
    let plan = include_str!("../../../port-consts/examples/gateway/ports.csv");
    let numbers = |text: &str| -> Vec<String> {
        text.lines()
            .map(|line| line.split(',').take(4).collect::<Vec<_>>().join(","))
            .collect()
    };
    assert_eq!(numbers(blocks(PAGE, "csv")[0]), numbers(plan));
}

#[test]
fn all_other_errors_are_those_of_a_crate() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "documented", "2024");
    scratch.write("firewall.csv", blocks(PAGE, "csv")[2]);
    scratch.write(
        "readme.csv",
        blocks(README, "csv")[0].replace("47111", "471111"),
    );
    scratch.write(
        "src/main.rs",
        r#"
        use port_consts::{Port, port};
        mod readme { port_consts::ports!("readme.csv"); }
        mod firewall { port_consts::ports!("firewall.csv"); }
        const BROKER: Port = port!("mqtss");
        const LISTEN: Port = port!(443 in User);
        const HTTPS: Port = port!("htps");
        fn main() { let _ = (BROKER, LISTEN, HTTPS); }
        "#,
    );
    let outcome = scratch.check();
    let mut texts = blocks(PAGE, "text").split_off(1);
    texts.extend(blocks(README, "text").split_off(1));
    let documented: Vec<&str> = texts.iter().flat_map(|text| errors(text)).collect();
    assert_eq!(documented.len(), 4);
    for words in documented {
        let words = words.replace("ports.csv:3:", "readme.csv:3:");
        assert!(outcome.has_error(&words), "{words}\n{outcome:#?}");
    }
}

/// The documentation of a macro, as it stands above its function.
fn docs_of(name: &str) -> String {
    let function = format!("#[proc_macro]\npub fn {name}(");
    let above = &MACROS[..MACROS.find(&function).expect("the macro")];
    let start = above.rfind("\n\n").expect("an empty line");
    above[start..].trim_start().to_owned()
}

/// The macros' documentation stands in port-macros, which doesn't know port-consts: its examples
/// run in a crate of a user, which has the file that they read.
#[test]
fn the_examples_of_the_macros_run() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "macros", "2024");
    scratch.write(
        "plan.csv",
        include_str!("../../../port-consts/examples/plan.csv"),
    );
    let mut library = String::new();
    let mut examples = 0;
    for name in ["ports", "port", "port_set"] {
        let docs = docs_of(name);
        assert!(docs.lines().all(|line| line.starts_with("///")), "{docs}");
        // The fences that open: of each block but those of text.
        examples += docs.matches("/// ```").count() / 2 - docs.matches("/// ```text").count();
        library.push_str(&[docs.as_str(), "\npub mod ", name, " {}\n"].concat());
    }
    for (number, link) in MACROS.split(PAGES).skip(1).enumerate() {
        let page = link.split(['#', '\n']).next().unwrap();
        if let [_, name, "html"] = page.split('.').collect::<Vec<_>>()[..] {
            let item = format!("pub mod link{number} {{ pub use port_consts::{name}; }}\n");
            library.push_str(&item);
        }
    }
    scratch.write("src/lib.rs", library);
    assert_eq!(scratch.doc_tests(), examples);
    assert!(examples >= 7, "{examples}");
}

#[test]
fn the_macros_link_places_that_are_there() {
    for link in MACROS.split(PAGES).skip(1) {
        let link = link.lines().next().unwrap();
        let (page, place) = link.split_once('#').unwrap_or((link, ""));
        let text = match page.split(['/', '.']).collect::<Vec<_>>()[..] {
            ["guide", name, "index", "html"] => {
                let page = format!("../../port-consts/docs/{name}.md");
                fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap()
            }
            ["index", "html"] => LIBRARY.replace("//! ", ""),
            // That the items exist is seen where the examples run.
            ["struct" | "enum" | "trait", ..] => continue,
            _ => panic!("{link}"),
        };
        let mut headings = text.lines().filter_map(|line| line.strip_prefix("# "));
        let is_there = |heading: &str| heading.to_lowercase().replace(' ', "-") == place;
        assert!(place.is_empty() || headings.any(is_there), "{link}");
    }
}
