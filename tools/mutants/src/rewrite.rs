//! A source file with all of its mutants.

use std::ops::Range;

use crate::{
    edits::{Change, Edit},
    switch::is_chosen,
};

/// In front of what a mutant has added: the compiler's errors show the line, and so the mutant.
fn mark(id: usize) -> String {
    format!("/*mutant {id}*/")
}

/// The mutant that a line of a rewritten file is of.
pub(crate) fn mutant_of(line: &str) -> Option<usize> {
    let (_, rest) = line.rsplit_once("/*mutant ")?;
    rest.split_once("*/")?.0.parse().ok()
}

/// Makes all changes. The outer stand before the inner.
pub(crate) fn rewrite(text: &str, edits: &[Edit]) -> String {
    part(text, 0..text.len(), edits)
}

fn part(text: &str, range: Range<usize>, edits: &[Edit]) -> String {
    let mut parts = Vec::new();
    let mut at = range.start;
    let mut rest = edits;
    while let [outer, after @ ..] = rest {
        let Edit { range, id, change } = outer;
        let is_inner = |it: &&Edit| it.range.start < range.end && it.range.end <= range.end;
        let (inner, after) = after.split_at(after.iter().take_while(is_inner).count());
        parts.push(text[at..range.start].to_owned());
        let original = part(text, range.clone(), inner);
        let mark = mark(*id);
        parts.push(match change {
            Change::Before(before) => format!("\n{mark} {before}\n{original}"),
            Change::Instead(instead) => {
                let chosen = is_chosen(*id);
                format!("(if {chosen} {{\n{mark} {instead}\n}} else {{ {original} }})")
            }
        });
        at = range.end;
        rest = after;
    }
    parts.push(text[at..range.end].to_owned());
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::{mutant_of, rewrite};
    use crate::{
        edits::edits,
        mutants::{Genre, Mutant, Place},
    };

    /// A mutant of what stands in the text, once.
    fn mutant(id: usize, text: &str, genre: Genre, of: &str, replacement: &str) -> Mutant {
        assert_eq!(text.matches(of).count(), 1, "{of}");
        let start = text.find(of).unwrap();
        let place = |at: usize| {
            let before = &text[..at];
            let line = before.rsplit('\n').next().unwrap();
            Place {
                line: 1 + before.matches('\n').count(),
                column: 1 + line.chars().count(),
            }
        };
        Mutant {
            id,
            file: String::new(),
            name: String::new(),
            genre,
            replacement: replacement.to_owned(),
            start: place(start),
            end: place(start + of.len()),
        }
    }

    /// The text with these mutants, in one line, without marks.
    fn rewritten(text: &str, mutants: &[(Genre, &str, &str)]) -> String {
        let mutants = mutants.iter().enumerate();
        let mutants = mutants.map(|(id, (genre, of, to))| mutant(id, text, *genre, of, to));
        let mutants: Vec<Mutant> = mutants.collect();
        let all: Vec<&Mutant> = mutants.iter().collect();
        let edits = edits(text, &all).unwrap();
        assert_eq!(edits.len(), all.len(), "{edits:?}");
        let written = rewrite(text, &edits);
        syn::parse_file(&written).unwrap();
        let lines = written.lines().map(|line| {
            let behind = line.split_once("*/").map_or(line, |(_, behind)| behind);
            behind.trim()
        });
        lines
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn bodies_return_early() {
        assert_eq!(
            rewritten(
                "fn a() -> u8 { b(); 2 }",
                &[(Genre::Function, "b(); 2", "1")]
            ),
            "fn a() -> u8 { if crate::mutant(0) { return 1; } b(); 2 }"
        );
    }

    /// The same place may have several mutants, and have others in it.
    #[test]
    fn operators_are_others() {
        let text = "fn a() -> bool { \"ä\".len() == 2 && !B }";
        let mutants = [(Genre::Binary, "&&", "||"), (Genre::Binary, "==", "!=")];
        assert_eq!(
            rewritten(text, &mutants),
            "fn a() -> bool { (if crate::mutant(0) { (\"ä\".len() == 2) || (!B) } \
             else { (if crate::mutant(1) { (\"ä\".len()) != (2) } \
             else { \"ä\".len() == 2 }) && !B }) }"
        );
        let twice = [(Genre::Binary, "==", "<"), (Genre::Binary, "==", ">")];
        assert!(
            rewritten(text, &twice).contains(
                "(if crate::mutant(0) { (\"ä\".len()) < (2) } else { (if crate::mutant(1)"
            )
        );
        let unary = rewritten(text, &[(Genre::Unary, "!", "")]);
        assert!(
            unary.ends_with("&& (if crate::mutant(0) { B } else { !B }) }"),
            "{unary}"
        );
    }

    #[test]
    fn arms_are_left_out() {
        let text = "fn a() { match b { 1 => {} 2 if ready => {} _ => {} } }";
        let mutants = [
            (Genre::Arm, "1 => {}", ""),
            (Genre::Arm, "2 if ready => {}", ""),
        ];
        assert_eq!(
            rewritten(text, &mutants),
            "fn a() { match b { 1 if !crate::mutant(0) => {} \
             2 if !crate::mutant(1) && ready => {} _ => {} } }"
        );
        let guards = [(Genre::Guard, "ready", "true")];
        assert!(
            rewritten(text, &guards)
                .contains("2 if (if crate::mutant(0) { true } else { ready }) =>")
        );
    }

    /// They are evaluated before a mutant can be chosen, but for the functions in them.
    #[test]
    fn constants_stay_as_they_are() {
        for text in [
            "const A: bool = 1 < 2;",
            "static A: bool = 1 < 2;",
            "impl A { const B: bool = 1 < 2; }",
            "trait A { const B: bool = 1 < 2; }",
            "fn a() { f(const { 1 < 2 }) }",
            "fn a() { const B: bool = 1 < 2; }",
            "fn a() { [0; (1 < 2) as usize]; }",
            "fn a(b: [u8; (1 < 2) as usize]) { b }",
        ] {
            let mutant = mutant(0, text, Genre::Binary, "<", "<=");
            assert_eq!(edits(text, &[&mutant]).unwrap(), [], "{text}");
        }
        assert_eq!(
            rewritten(
                "const _: () = { fn a() -> bool { b < c } };",
                &[(Genre::Binary, "<", ">")]
            ),
            "const _: () = { fn a() -> bool { (if crate::mutant(0) { (b) > (c) } \
             else { b < c }) } };"
        );
    }

    #[test]
    fn functions_that_return_some_type_stay_as_they_are() {
        let text = "fn a() -> Option<impl Iterator<Item = u8>> { b() }";
        let mutant = mutant(0, text, Genre::Function, "b()", "None");
        assert_eq!(edits(text, &[&mutant]).unwrap(), []);
    }

    /// Without an arm for the rest, the others are needed.
    #[test]
    fn arms_stay_where_the_rest_has_a_condition() {
        let text = "fn a() { match b { 1 => {} _ if ready => {} 2 => {} } }";
        let mutant = mutant(0, text, Genre::Arm, "1 => {}", "");
        assert_eq!(edits(text, &[&mutant]).unwrap(), []);
    }

    /// Brackets around a `let` would be an error.
    #[test]
    fn what_binds_stays_as_it_is() {
        let text = "fn a() { if let Some(b) = c && b {} }";
        let mutant = mutant(0, text, Genre::Binary, "&&", "||");
        assert_eq!(edits(text, &[&mutant]).unwrap(), []);
    }

    #[test]
    fn marks_name_their_mutants() {
        let text = "fn a() -> u8 { 1 }";
        let mutant = mutant(37, text, Genre::Function, "1", "0");
        let written = rewrite(text, &edits(text, &[&mutant]).unwrap());
        let found: Vec<usize> = written.lines().filter_map(mutant_of).collect();
        assert_eq!(found, [37]);
    }
}
