//! The nearest name of a registry, at run time and in const evaluation.

use super::{message::Message, slices::one};
use crate::{Port, format::distance::Search};

/// The search for the name nearest to one that no service has. The rule is that of
/// `format::distance`.
#[derive(Debug)]
pub struct Nearest<'a> {
    wanted: &'a str,
    search: Search<'a>,
    best: Option<&'static str>,
    /// How many services were looked at, and which of them has the best name.
    seen: usize,
    place: usize,
}

impl<'a> Nearest<'a> {
    /// Starts the search for a name like `wanted`.
    #[must_use]
    pub const fn to(wanted: &'a str) -> Self {
        Self {
            wanted,
            search: Search::of(wanted),
            best: None,
            seen: 0,
            place: 0,
        }
    }

    /// Looks at one service's name and its aliases.
    #[must_use]
    pub const fn consider(self, name: &'static str, aliases: &[&'static str]) -> Self {
        let mut nearest = self.consider_name(name);
        let mut i = 0;
        while i < aliases.len() {
            nearest = nearest.consider_name(aliases[i]);
            i += 1;
        }
        nearest.seen += 1;
        nearest
    }

    const fn consider_name(mut self, name: &'static str) -> Self {
        if self.search.is_best(name) {
            self.best = Some(name);
            self.place = self.seen;
        }
        self
    }

    /// The best name.
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        self.best
    }

    /// The service that has the best name, of those that were considered.
    #[must_use]
    pub const fn of<E: Copy>(&self, all: &'static [E]) -> Option<E> {
        match (self.best, one(all, self.place)) {
            (Some(_), [service]) => Some(*service),
            _ => None,
        }
    }

    /// Ends a const evaluation with an error that names the best suggestion.
    ///
    /// # Panics
    ///
    /// Always: it is called at compile time only, to make the message.
    #[track_caller]
    #[must_use]
    pub const fn refuse(self, registry: &str) -> Port {
        let mut text = Message::new();
        text = text
            .push("no service of `")
            .push(registry)
            .push("` is named `");
        text = text.push(self.wanted).push("`");
        text = match self.best {
            Some(best) => text.push("; did you mean `").push(best).push("`?"),
            None => text.push(
                "; write a name of the column `Service Name` or `Aliases` in the registry's file",
            ),
        };
        panic!("{}", text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Nearest;

    #[test]
    fn names_and_aliases_are_considered() {
        let nearest = |wanted| {
            let nearest = Nearest::to(wanted).consider("ssh", &[]);
            let nearest = nearest.consider("http", &["www", "postgresql"]);
            (nearest.name(), nearest.of(&[22, 80]))
        };
        assert_eq!(nearest("sssh"), (Some("ssh"), Some(22)));
        assert_eq!(nearest("HTP"), (Some("http"), Some(80)));
        assert_eq!(nearest("postgerslq"), (Some("postgresql"), Some(80)));
        assert_eq!(nearest("foo"), (None, None));
        assert_eq!(nearest(""), (None, None));
    }

    #[test]
    fn names_of_six_letters_may_have_two_mistakes() {
        let nearest = |wanted, name| Nearest::to(wanted).consider(name, &[]).name();
        assert_eq!(nearest("dokcrr", "docker"), Some("docker"));
        assert_eq!(nearest("kakfa", "kafka"), Some("kafka"));
        assert_eq!(nearest("kakfe", "kafka"), None);
    }

    #[test]
    #[should_panic(expected = "no service of `Service` is named `htps`; did you mean `https`?")]
    fn nearest_name_is_suggested() {
        let nearest = Nearest::to("htps").consider("ssh", &[]);
        let _ = nearest
            .consider("http", &["www", "https"])
            .refuse("Service");
    }
}
