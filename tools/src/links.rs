//! Links of Markdown pages.

use std::ops::Range;

/// What stands before a target, and what ends it.
const MARKS: [(&str, &[char]); 3] = [("](", &[')', ' ']), ("src=\"", &['"']), ("href=\"", &['"'])];

/// What stands before the target of a definition: `[iana]: https://www.iana.org`.
const DEFINITION: &str = "]: ";

/// Returns where the targets of a page's links and pictures stand. Links in code are none.
#[must_use]
pub fn targets(page: &str) -> Vec<Range<usize>> {
    let mut targets = Vec::new();
    // A span of code goes over several lines, but not beyond its paragraph.
    let (mut is_block, mut is_span) = (false, false);
    let mut start = 0;
    for line in page.split_inclusive('\n') {
        let text = line.trim();
        if text.starts_with("```") {
            is_block = !is_block;
        } else if text.is_empty() {
            is_span = false;
        } else if !is_block {
            let found = of_line(line, &mut is_span).into_iter();
            targets.extend(found.map(|it| start + it.start..start + it.end));
        }
        start += line.len();
    }
    targets
}

/// The targets of one line.
fn of_line(line: &str, is_span: &mut bool) -> Vec<Range<usize>> {
    let mut targets = Vec::new();
    if let Some(at) = line.find(DEFINITION).filter(|_| line.starts_with('[')) {
        targets.push(target(line, at + DEFINITION.len(), &[' ']));
    }
    for (at, letter) in line.char_indices() {
        if letter == '`' {
            *is_span = !*is_span;
        } else if !*is_span {
            let marks = MARKS.iter();
            let mark = marks.filter(|(mark, _)| line[at..].starts_with(mark));
            targets.extend(mark.map(|(mark, ends)| target(line, at + mark.len(), ends)));
        }
    }
    targets
}

/// The target that begins here.
fn target(line: &str, start: usize, ends: &[char]) -> Range<usize> {
    let line = line.trim_end();
    let length = line[start..].find(ends);
    start..length.map_or(line.len(), |length| start + length)
}

/// Returns whether a target is a path from the page's own folder, with or without a place (`#`)
/// in the file.
#[must_use]
pub fn is_relative(target: &str) -> bool {
    let name = target.split(['/', '?', '#']).next().unwrap_or_default();
    // `https:` and `mailto:` have a colon there.
    !name.is_empty() && !name.contains(':')
}

/// Returns a page of the top folder as it reads in `folder`: its relative links lead to the same
/// files from there.
///
/// ```
/// use port_consts_tools::links::moved;
///
/// let page = "[guide](library/guide.md), [costs](docs/costs.md)";
/// assert_eq!(moved(page, "library"), "[guide](guide.md), [costs](../docs/costs.md)");
/// ```
#[must_use]
pub fn moved(page: &str, folder: &str) -> String {
    let mut text = String::new();
    let mut end = 0;
    for range in targets(page) {
        let target = &page[range.clone()];
        let inside = target.strip_prefix(folder);
        let inside = inside.and_then(|rest| rest.strip_prefix('/'));
        text += &page[end..range.start];
        match inside {
            _ if !is_relative(target) => text += target,
            Some(inside) if !inside.is_empty() => text += inside,
            _ => text += &["../", target].concat(),
        }
        end = range.end;
    }
    text + &page[end..]
}

#[cfg(test)]
mod tests {
    use super::{is_relative, moved, targets};

    #[test]
    fn relative_links_lead_to_the_same_files() {
        for (link, from_folder) in [
            ("[a](library/docs/a.md)", "[a](docs/a.md)"),
            ("[a](docs/a.md)", "[a](../docs/a.md)"),
            ("[a](docs/a.md#place)", "[a](../docs/a.md#place)"),
            ("[a](docs/a.md \"title\")", "[a](../docs/a.md \"title\")"),
            ("[`a`](a), [b](b)", "[`a`](../a), [b](../b)"),
            ("[a\nb](a.md)", "[a\nb](../a.md)"),
            ("[a](library)", "[a](../library)"),
            ("[a](library/)", "[a](../library/)"),
            ("[a](library-b/a.md)", "[a](../library-b/a.md)"),
            ("![ä](library/a.svg)\r\n", "![ä](a.svg)\r\n"),
            ("[![a](library/a.svg)](b.md)", "[![a](a.svg)](../b.md)"),
            ("<img src=\"library/a.svg\">", "<img src=\"a.svg\">"),
            ("<a href=\"a.md\">a</a>", "<a href=\"../a.md\">a</a>"),
            ("[a][b]\n\n[b]: b.md\n", "[a][b]\n\n[b]: ../b.md\n"),
        ] {
            assert_eq!(moved(link, "library"), from_folder);
        }
    }

    #[test]
    fn all_else_stays() {
        for text in [
            "[a](https://example.com/library/a.md)",
            "[a](mailto:a@example.com)",
            "[a](#place)",
            "[a](/a.md)",
            "[a]: https://example.com",
            "`[a](a.md)`",
            "`[a]\n[a](a.md)`",
            "```text\n[a](a.md)\n```\n",
            "[a] and (a.md)",
            "see [a]: b",
            "",
        ] {
            assert_eq!(moved(text, "library"), text);
        }
    }

    #[test]
    fn code_ends_with_its_paragraph_at_the_latest() {
        let page = "a ` alone\n\n[a](a.md)\n\n```text\n[b](b.md)\n```\n\n[c](c.md)";
        let targets = targets(page).into_iter().map(|it| &page[it]);
        assert_eq!(targets.collect::<Vec<_>>(), ["a.md", "c.md"]);
    }

    #[test]
    fn what_is_relative() {
        for target in ["a.md", "../a.md", "docs/a.md#b:c", "a?b:c"] {
            assert!(is_relative(target), "{target}");
        }
        for target in ["", "#a", "/a", "//a/b", "https://a", "crate::Port"] {
            assert!(!is_relative(target), "{target}");
        }
    }
}
