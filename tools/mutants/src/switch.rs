//! What the mutants ask whether they are chosen.

/// A function of the library. While the compiler evaluates a constant, no mutant is chosen.
const SWITCH: &str = r#"
const fn mutant(id: u32) -> bool {
    const fn none(_: u32) -> bool {
        false
    }
    fn chosen(id: u32) -> bool {
        use core::sync::atomic::{AtomicU32, Ordering};
        static CHOSEN: AtomicU32 = AtomicU32::new(u32::MAX);
        let mut chosen = CHOSEN.load(Ordering::Relaxed);
        if chosen == u32::MAX {
            let text = std::env::var("MUTANT");
            chosen = text.ok().and_then(|it| it.parse().ok()).unwrap_or(u32::MAX - 1);
            CHOSEN.store(chosen, Ordering::Relaxed);
        }
        chosen == id
    }
    core::intrinsics::const_eval_select((id,), none, chosen)
}
"#;

/// What the switch needs of the compiler.
const ATTRIBUTES: &str = "#![feature(core_intrinsics, const_eval_select)]\n";

/// The condition under which a mutant is what runs.
pub(crate) fn is_chosen(id: usize) -> String {
    format!("crate::mutant({id})")
}

/// The library's first file with the switch, which needs `std`. `None` if the file has no
/// attributes.
pub(crate) fn with_switch(library: &str) -> Option<String> {
    let (docs, rest) = library.split_at(library.find("\n#![")? + 1);
    let rest = rest.replace("#![no_std]\n", "");
    Some([docs, ATTRIBUTES, &rest, SWITCH].concat())
}

#[cfg(test)]
mod tests {
    use super::{SWITCH, with_switch};

    #[test]
    fn attributes_of_a_library_are_behind_its_docs() {
        let text = "//! Docs.\n\n#![no_std]\n#![forbid(unsafe_code)]\nmod a;\n";
        let begin = "//! Docs.\n\n#![feature(core_intrinsics, const_eval_select)]\n\
                     #![forbid(unsafe_code)]\nmod a;\n";
        assert_eq!(with_switch(text), Some([begin, SWITCH].concat()));
        assert_eq!(with_switch("mod a;\n"), None);
        assert!(syn::parse_file(SWITCH).is_ok());
    }
}
