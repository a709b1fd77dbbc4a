//! Attributes of the enum, and options, that don't go with it.

use super::scratch;

/// Attributes, the name of the enum, its file, and what is said.
const ATTRIBUTES: [(&str, &str, &str, &str); 12] = [
    (
        "#[repr(u8)]",
        "E",
        "many.csv",
        "`u8` has numbers for 255 services, but there are 300",
    ),
    (
        "#[repr(u8)]",
        "E",
        "bad.csv",
        "bad.csv:2: port `99999` is above 65535",
    ),
    (
        "#[derive(Clone)]",
        "E",
        "sorted.csv",
        "`ports!` already implements `Clone`",
    ),
    (
        "#[derive(::core::fmt::Debug)]",
        "E",
        "sorted.csv",
        "`ports!` already implements `Debug`",
    ),
    (
        "#[derive(Default)]",
        "E",
        "sorted.csv",
        "write an `impl Default` yourself",
    ),
    (
        "",
        "Category",
        "sorted.csv",
        "the file has the column `Category`, which makes",
    ),
    (
        "#[cfg_attr(all(), ports(iana))]",
        "E",
        "sorted.csv",
        "`#[ports(..)]` is read before",
    ),
    (
        "#[ports(avoid = E)]",
        "E",
        "sorted.csv",
        "`avoid` names the registry itself",
    ),
    (
        "#[ports(avoid = NoSuch)]",
        "E",
        "many.csv",
        // The compiler's words, as far as they stay.
        "type `NoSuch`",
    ),
    (
        "#[ports(select(name = []))]",
        "E",
        "sorted.csv",
        "the brackets are empty",
    ),
    (
        "#[ports(columns(ignore = \"port\"))]",
        "E",
        "sorted.csv",
        "every file needs; don't ignore",
    ),
    (
        "#[ports(constants = 1)]",
        "E",
        "sorted.csv",
        "is written `constants = false`",
    ),
];

/// Where one mistake would have the compiler say a dozen things, or stop with a bug of its
/// own (`repr`), the macro says one.
#[test]
fn what_does_not_go_with_the_enum_is_one_error() {
    let scratch = scratch("attributes", "2021");
    let rows: Vec<String> = (1..=300).map(|i| format!("s{i},{i},tcp")).collect();
    scratch.write(
        "many.csv",
        format!("name,port,transport\n{}", rows.join("\n")),
    );
    scratch.write("bad.csv", "name,port,transport\nssh,99999,tcp\n");
    scratch.write(
        "sorted.csv",
        "name,port,transport,category\nssh,22,tcp,remote\n",
    );
    let modules = ATTRIBUTES
        .iter()
        .enumerate()
        .map(|(i, (attribute, name, path, _))| {
            format!(
                "mod m{i} {{ port_consts::ports! {{ {attribute} pub enum {name} = {path:?}; }} \
             pub const COUNT: usize = {name}::COUNT; }}\n"
            )
        });
    let modules: String = modules.collect();
    scratch.write(
        "src/main.rs",
        format!("#![allow(dead_code)]\n{modules}fn main() {{}}\n"),
    );
    let outcome = scratch.check();
    for (i, (attribute, .., words)) in ATTRIBUTES.iter().enumerate() {
        let line = format!("src/main.rs:{}:", i + 2);
        let errors = outcome.errors.iter().filter(|it| it.starts_with(&line));
        let errors: Vec<&String> = errors.collect();
        assert!(
            errors.len() == 1 && errors[0].contains(words),
            "{attribute}: {errors:#?}"
        );
    }
}
