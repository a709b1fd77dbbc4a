//! What is wrong with a file, collected by all stages.

use std::borrow::Cow;

use proc_macro2::{Span, TokenStream};
use syn::LitStr;

use crate::lists::{Listed as _, sort};

/// Further problems are counted, not shown.
const MOST_SHOWN: usize = 20;

/// Further problems of options are counted, too. With [`LONGEST`], all messages of one call
/// are at most 62 kB.
const MOST_OF_OPTIONS: usize = 10;

/// Messages are cut behind so many bytes: a screen of text.
const LONGEST: usize = 2 << 10;

/// The problems of one file, to be reported all at once.
pub(crate) struct Problems<'a> {
    path: &'a LitStr,
    /// The first ones by line, and a few more; 0 is the file as a whole.
    list: Vec<(usize, String)>,
    /// How many are not in the list.
    hidden: usize,
    /// Problems from this line on will not be shown.
    end: usize,
    /// Problems of the options, each on its own span.
    of_options: Vec<syn::Error>,
    hidden_of_options: usize,
}

impl<'a> Problems<'a> {
    pub(crate) fn new(path: &'a LitStr) -> Self {
        Self {
            path,
            list: Vec::new(),
            hidden: 0,
            end: usize::MAX,
            of_options: Vec::new(),
            hidden_of_options: 0,
        }
    }

    /// A problem of one line; the first line is 1, as in an editor.
    pub(crate) fn at(&mut self, line: usize, text: impl Into<String>) {
        self.at_with(line, || text.into());
    }

    /// As [`at`](Self::at), with a text that takes long to make: it is made if it may be shown.
    pub(crate) fn at_with(&mut self, line: usize, text: impl FnOnce() -> String) {
        if line >= self.end {
            self.hidden += 1;
            return;
        }
        let mut text = text();
        cut(&mut text, LONGEST);
        self.list.push((line, text));
        if self.list.len() == 2 * MOST_SHOWN {
            // One problem for each of a million rows takes no memory.
            self.sort();
            self.hidden += self.list.len() - MOST_SHOWN;
            self.list.truncate(MOST_SHOWN);
            self.end = self.list.last().map_or(usize::MAX, |(line, _)| *line);
        }
    }

    /// A problem of the file as a whole.
    pub(crate) fn whole(&mut self, text: impl Into<String>) {
        self.at(0, text);
    }

    /// A problem of an option, shown where the option is.
    pub(crate) fn on(&mut self, span: Span, text: impl std::fmt::Display) {
        if self.of_options.len() == MOST_OF_OPTIONS {
            self.hidden_of_options += 1;
            return;
        }
        let mut text = text.to_string();
        cut(&mut text, LONGEST);
        self.of_options.push(syn::Error::new(span, text));
    }

    pub(crate) fn count(&self) -> usize {
        self.list.len() + self.hidden + self.of_options.len() + self.hidden_of_options
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Problems of one line stay in their order.
    fn sort(&mut self) {
        sort(&mut self.list, &|(a, _), (b, _)| a.cmp(b));
    }

    /// The texts as they are shown, `ports.csv:LINE: …`, in the file's order.
    fn texts(&mut self) -> Vec<String> {
        let path = self.path.value();
        let path = shown(&path);
        self.sort();
        let hidden =
            self.hidden + self.hidden_of_options + self.list.len().saturating_sub(MOST_SHOWN);
        let mut texts: Vec<String> = self
            .list
            .iter()
            .take(MOST_SHOWN)
            .map(|(line, text)| match line {
                0 if path.trim().is_empty() => text.clone(),
                0 => format!("{path}: {text}"),
                _ => format!("{path}:{line}: {text}"),
            })
            .listed();
        if hidden > 0 {
            let problems = if hidden == 1 { "problem" } else { "problems" };
            texts.push(format!(
                "{path}: {hidden} more {problems} not shown; fix these first"
            ));
        }
        texts
    }

    /// One error for each problem. Those of the file are on the path that the user wrote.
    pub(crate) fn into_compile_errors(mut self) -> TokenStream {
        let span = self.path.span();
        let mut errors = TokenStream::new();
        for text in self.texts() {
            errors.extend([syn::Error::new(span, text).into_compile_error()]);
        }
        for error in self.of_options {
            errors.extend([error.into_compile_error()]);
        }
        errors
    }
}

/// Mistakes in a call, shown as those of a file are: cut, and no more than a screen has.
pub(crate) fn of_call(mistakes: syn::Error) -> TokenStream {
    let mut errors: Vec<syn::Error> = mistakes.into_iter().listed();
    let hidden = errors.split_off(errors.len().min(MOST_OF_OPTIONS)).len();
    if let Some(last) = errors.last().filter(|_| hidden > 0) {
        let problems = if hidden == 1 { "problem" } else { "problems" };
        let text = format!("{hidden} more {problems} not shown; fix these first");
        errors.push(syn::Error::new(last.span(), text));
    }
    let mut shown = TokenStream::new();
    for mut error in errors {
        let mut text = error.to_string();
        if cut(&mut text, LONGEST) {
            error = syn::Error::new(error.span(), text);
        }
        shown.extend([error.into_compile_error()]);
    }
    shown
}

/// Cuts a text behind `most` bytes, with a sign that there is more. Returns whether there is.
fn cut(text: &mut String, most: usize) -> bool {
    let is_long = text.len() > most;
    if is_long {
        text.truncate(floor(text, most));
        text.push('…');
    }
    is_long
}

/// The place of a character, `at` or one before it.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A value as messages show it: no more than its first 150 bytes, of which a screen has two
/// lines.
pub(crate) fn shown(value: &str) -> Cow<'_, str> {
    if value.len() <= 200 {
        return value.into();
    }
    let part = &value[..floor(value, 150)];
    format!("{part}… ({} bytes)", value.len()).into()
}

#[cfg(test)]
pub(crate) mod tests {
    use proc_macro2::Span;
    use syn::LitStr;

    use super::{LONGEST, MOST_OF_OPTIONS, Problems, of_call, shown};

    /// Runs `stage` with an empty list. Returns the texts of its problems.
    pub(crate) fn texts_of(stage: impl FnOnce(&mut Problems)) -> Vec<String> {
        let path = LitStr::new("ports.csv", Span::call_site());
        let mut problems = Problems::new(&path);
        stage(&mut problems);
        let mut texts = problems.texts();
        texts.extend(problems.of_options.iter().map(ToString::to_string));
        texts
    }

    #[test]
    fn problems_are_sorted_and_capped() {
        let texts = texts_of(|problems| {
            for line in (1..=25).rev() {
                problems.at(line, "wrong");
            }
            problems.whole("odd");
        });
        assert_eq!(texts.len(), 21);
        assert_eq!(texts[0], "ports.csv: odd");
        assert_eq!(texts[1], "ports.csv:1: wrong");
        assert_eq!(
            texts[20],
            "ports.csv: 6 more problems not shown; fix these first"
        );
    }

    #[test]
    fn only_problems_that_may_be_shown_are_kept() {
        let path = LitStr::new("ports.csv", Span::call_site());
        let mut problems = Problems::new(&path);
        let mut made = 0;
        for line in 1..=100_000 {
            problems.at_with(line, || {
                made += 1;
                "wrong".to_owned()
            });
        }
        problems.at(7, "late");
        assert_eq!((made, problems.count()), (40, 100_001));
        let texts = problems.texts();
        assert_eq!(texts[7], "ports.csv:7: late");
        assert!(texts[20].contains("99981 more problems"), "{texts:?}");
    }

    #[test]
    fn problems_of_options_are_counted() {
        let texts = texts_of(|problems| {
            for count in 0..MOST_OF_OPTIONS + 3 {
                assert_eq!(problems.count(), count);
                problems.on(Span::call_site(), "wrong");
            }
        });
        assert_eq!(
            texts[0],
            "ports.csv: 3 more problems not shown; fix these first"
        );
        assert_eq!(texts[1..], ["wrong"; MOST_OF_OPTIONS]);
    }

    /// A path that is empty is what the problem is about.
    #[test]
    fn no_empty_path_is_shown() {
        let path = LitStr::new(" ", Span::call_site());
        let mut problems = Problems::new(&path);
        problems.whole("the path is empty");
        assert_eq!(problems.texts(), ["the path is empty"]);
    }

    #[test]
    fn long_values_and_messages_are_cut() {
        assert_eq!(shown("short"), "short");
        let value = shown(&"ä".repeat(1000)).into_owned();
        assert!(value.len() < 200 && value.ends_with("ä… (2000 bytes)"));
        // The place of the cut is in a letter.
        let cut = format!("a{}… (2001 bytes)", "ä".repeat(74));
        assert_eq!(shown(&format!("a{}", "ä".repeat(1000))), cut);
        assert_eq!(shown(&"a".repeat(200)), "a".repeat(200));
        assert!(shown(&"a".repeat(201)).ends_with("a… (201 bytes)"));
        let whole = "a".repeat(LONGEST);
        let texts = texts_of(|problems| problems.at(1, &*whole));
        assert_eq!(texts, [format!("ports.csv:1: {whole}")]);
        let texts = texts_of(|problems| problems.at(1, "ä".repeat(LONGEST)));
        assert!(texts[0].len() < LONGEST + 20 && texts[0].ends_with('…'));
        let texts = texts_of(|problems| {
            for line in 1..50 {
                problems.at(line, "a".repeat(10 * LONGEST));
                problems.on(Span::call_site(), "a".repeat(10 * LONGEST));
            }
        });
        assert!(texts.iter().map(String::len).sum::<usize>() < 64 << 10);
        let mistake = || syn::Error::new(Span::call_site(), "ä".repeat(10 * LONGEST));
        let mut mistakes = mistake();
        for _ in 0..MOST_OF_OPTIONS {
            mistakes.combine(mistake());
        }
        let errors = of_call(mistakes).to_string();
        assert!(errors.len() < (MOST_OF_OPTIONS + 1) * (LONGEST + 100));
        assert!(errors.contains("ä…") && errors.contains("1 more problem not shown"));
    }
}
