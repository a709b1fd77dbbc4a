//! The bytes of images, and what must not be in them.

use std::collections::BTreeSet;

use object::{Object, ObjectSection, ObjectSymbol, SectionKind};

use super::{
    cargo::{Cargo, Program},
    figures::Figures,
};

/// The registries, by their features.
pub(crate) const REGISTRIES: [&str; 5] = ["ten", "curated", "curated-speed", "iana", "iana-speed"];

/// What is used of a registry, by features.
pub(crate) const USES: [&str; 7] = [
    "by-port",
    "candidates",
    "by-name",
    "names",
    "all-three",
    "lookups",
    "everything",
];

/// Parts of symbols' names: of what panics, what allocates, and of functions that the
/// compiler calls for large moves.
const FORBIDDEN: [&str; 7] = [
    "panic",
    "rust_begin_unwind",
    "alloc",
    "memcpy",
    "memmove",
    "memset",
    "memclr",
];

pub(crate) fn measure(cargo: &Cargo, level: &str, figures: &mut Figures) {
    let build = |features: &[&str]| Image::read(&cargo.build(level, "sizes", features));
    let empty = build(&[]);
    figures.compiler.clone_from(&empty.compiler);
    let (literal, constants) = (build(&["literal"]), build(&["constants"]));
    assert!(
        literal.flash == constants.flash,
        "a constant costs more than its number"
    );
    let mut add = |registry: &str, used: &str, image: &Image, base: &Image| {
        figures.add([level, registry, used, "data"], image.data - base.data);
        figures.add([level, registry, used, "code"], image.code - base.code);
    };
    add("any", "constants", &constants, &literal);
    for used in ["range", "set", "stored-set"] {
        add("any", used, &build(&[used]), &empty);
    }
    for registry in REGISTRIES {
        for used in USES {
            let image = build(&[registry, used]);
            add(registry, used, &image, &empty);
            if used == "everything" {
                let found = image.forbidden(&empty);
                assert!(found.is_empty(), "{registry} at {level} has {found:?}");
            }
        }
    }
    // A program that does panic shows that panics are found.
    let gateway = Image::read(&cargo.build(level, "port-consts-firmware", &[]));
    assert!(!gateway.forbidden(&empty).is_empty());
}

/// What of a program gets into flash.
struct Image {
    /// Instructions.
    code: f64,
    /// Data that is only read, and what variables begin with.
    data: f64,
    flash: Vec<Vec<u8>>,
    symbols: BTreeSet<String>,
    compiler: String,
}

impl Image {
    fn read(program: &Program) -> Self {
        let bytes = program.read();
        let file = object::File::parse(bytes.as_slice()).expect("an object file");
        let mut image = Self {
            code: 0.0,
            data: 0.0,
            flash: Vec::new(),
            symbols: BTreeSet::new(),
            compiler: String::new(),
        };
        for section in file.sections() {
            let bytes = section.data().expect("a section");
            let size = u32::try_from(bytes.len()).map(f64::from).expect("small");
            match section.kind() {
                SectionKind::Text => image.code += size,
                SectionKind::ReadOnlyData | SectionKind::ReadOnlyString | SectionKind::Data => {
                    image.data += size;
                }
                _ => {
                    if section.name() == Ok(".comment") {
                        image.compiler = compiler(bytes);
                    }
                    continue;
                }
            }
            image.flash.push(bytes.to_vec());
        }
        let symbols = file.symbols().filter_map(|it| it.name().ok());
        image.symbols = symbols.map(str::to_owned).collect();
        assert!(
            !image.symbols.is_empty(),
            "{} has no symbols to look at",
            program.title
        );
        image
    }

    /// What must not be in an image, and is not in the empty one either.
    fn forbidden<'a>(&'a self, empty: &'a Self) -> Vec<&'a String> {
        let new = self.symbols.difference(&empty.symbols);
        new.filter(|symbol| FORBIDDEN.iter().any(|part| symbol.contains(part)))
            .collect()
    }
}

/// The compiler's name and version, which it leaves in a section of texts.
fn compiler(comment: &[u8]) -> String {
    let comment = String::from_utf8_lossy(comment);
    let mut texts = comment.split('\0');
    let text = texts.find_map(|it| it.strip_prefix("rustc version "));
    let version = text.and_then(|it| it.split_once(' '));
    format!("rustc {}", version.map_or("", |(version, _)| version))
}
