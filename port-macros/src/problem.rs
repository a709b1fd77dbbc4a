//! What is wrong with a file, collected by all stages.

use proc_macro2::{Span, TokenStream};
use syn::LitStr;

/// Further problems are counted, not shown.
const MOST_SHOWN: usize = 20;

/// The problems of one file, to be reported all at once.
pub(crate) struct Problems<'a> {
    path: &'a LitStr,
    /// Sorted by line when they are reported; 0 is the file as a whole.
    list: Vec<(usize, String)>,
    /// Problems of the options, each on its own span.
    of_options: Vec<syn::Error>,
}

impl<'a> Problems<'a> {
    pub(crate) fn new(path: &'a LitStr) -> Self {
        Self {
            path,
            list: Vec::new(),
            of_options: Vec::new(),
        }
    }

    /// A problem of one line; the first line is 1, as in an editor.
    pub(crate) fn at(&mut self, line: usize, text: impl Into<String>) {
        self.list.push((line, text.into()));
    }

    /// A problem of the file as a whole.
    pub(crate) fn whole(&mut self, text: impl Into<String>) {
        self.at(0, text);
    }

    /// A problem of an option, shown where the option is.
    pub(crate) fn on(&mut self, span: Span, text: impl std::fmt::Display) {
        self.of_options.push(syn::Error::new(span, text));
    }

    pub(crate) fn count(&self) -> usize {
        self.list.len() + self.of_options.len()
    }

    /// Whether one more problem of the file may be shown, so that its text is needed.
    pub(crate) fn shows_more(&self) -> bool {
        self.list.len() < MOST_SHOWN
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The texts as they are shown, `ports.csv:LINE: …`, in the file's order.
    fn texts(&mut self) -> Vec<String> {
        let path = self.path.value();
        self.list.sort_by_key(|(line, _)| *line);
        let hidden = self.list.len().saturating_sub(MOST_SHOWN);
        let mut texts: Vec<String> = self
            .list
            .iter()
            .take(MOST_SHOWN)
            .map(|(line, text)| match line {
                0 if path.trim().is_empty() => text.clone(),
                0 => format!("{path}: {text}"),
                _ => format!("{path}:{line}: {text}"),
            })
            .collect();
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
        let of_file = self
            .texts()
            .into_iter()
            .map(|text| syn::Error::new(span, text));
        let mut errors = of_file.collect::<Vec<_>>();
        errors.append(&mut self.of_options);
        errors
            .into_iter()
            .reduce(|mut all, error| {
                all.combine(error);
                all
            })
            .map(syn::Error::into_compile_error)
            .unwrap_or_default()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use proc_macro2::Span;
    use syn::LitStr;

    use super::Problems;

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
}
