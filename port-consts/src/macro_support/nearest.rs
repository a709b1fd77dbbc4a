//! The nearest name, and the errors of `port!` and `avoid`: const evaluation that ends with
//! a message.

use super::{message::Message, slices::one};
use crate::{Port, PortClass, Transport};

/// The search for the name nearest to one that no service has, in const evaluation too.
#[derive(Debug)]
pub struct Nearest<'a> {
    wanted: &'a str,
    best: Option<&'static str>,
    /// Less than this many edits are nearer than the best.
    distance: usize,
    /// Whether the best begins with the same letter.
    alike: bool,
    /// How many services were looked at, and which of them has the best name.
    seen: usize,
    place: usize,
}

/// Longer names are not compared: a typing mistake in one is not worth the wait.
const MAX_LENGTH: usize = 32;

impl<'a> Nearest<'a> {
    /// Starts the search for a name like `wanted`.
    ///
    /// A third of the letters may be wrong, but at least one and two at the most: with
    /// more, the suggestion was not meant. Names are short.
    #[must_use]
    pub const fn to(wanted: &'a str) -> Self {
        Self {
            wanted,
            best: None,
            distance: if wanted.len() < 6 { 2 } else { 3 },
            alike: false,
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
        let (wanted, bytes) = (self.wanted.as_bytes(), name.as_bytes());
        let alike = match (wanted, bytes) {
            ([a, ..], [b, ..]) => a.eq_ignore_ascii_case(b),
            _ => false,
        };
        // Of equals, one that begins alike: a slip is seldom in the first letter.
        let wins_ties = self.best.is_some() && alike && !self.alike;
        let limit = self.distance + if wins_ties { 1 } else { 0 };
        let distance = distance(wanted, bytes, limit);
        if distance < limit {
            self.best = Some(name);
            self.distance = distance;
            self.alike = alike;
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
            None => {
                text.push("; the name stands in the column `Service Name` or `Aliases` of its CSV")
            }
        };
        panic!("{}", text.as_str())
    }
}

/// Ends a const evaluation with an error if the port of the service `name` is not in
/// `range`.
///
/// # Panics
///
/// If it is not: this is called at compile time only.
#[track_caller]
pub const fn assert_in_range(range: PortClass, port: Port, name: &str) {
    if range.contains(port) {
        return;
    }
    let text = Message::new().push("port ").push_number(port.get());
    let text = text.push(" of `").push(name).push("` is in the range ");
    let text = text.push_range(port.class()).push(", not in ");
    panic!("{}", text.push_range(range).as_str())
}

/// Ends a const evaluation with an error: a row has a port that a registry to be
/// avoided has, too. `row` is the beginning of the message.
///
/// # Panics
///
/// Always: this is called at compile time only.
#[track_caller]
pub const fn refuse_avoided(
    row: &str,
    port: Port,
    transport: Transport,
    other: &str,
    registry: &str,
) -> ! {
    let text = Message::new()
        .push(row)
        .push_number(port.get())
        .push("/")
        .push(transport.name());
    let text = text
        .push(", which `")
        .push(registry)
        .push("` has for `")
        .push(other);
    panic!("{}", text.push("`; choose another port").as_str())
}

/// How many letters to insert, delete, replace or swap with their neighbour to
/// make `a` of `b`, without regard to case; `limit` for that many or more.
const fn distance(a: &[u8], b: &[u8], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) >= limit || a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return limit;
    }
    // Three rows of the optimal string alignment matrix.
    let mut before = [0; MAX_LENGTH + 1];
    let mut above = [0; MAX_LENGTH + 1];
    let mut j = 0;
    while j <= b.len() {
        above[j] = j;
        j += 1;
    }
    let mut i = 0;
    while i < a.len() {
        let mut row = [0; MAX_LENGTH + 1];
        row[0] = i + 1;
        let mut least = row[0];
        let mut j = 0;
        while j < b.len() {
            let same = a[i].eq_ignore_ascii_case(&b[j]);
            let mut cost = above[j] + if same { 0 } else { 1 };
            cost = min(cost, min(above[j + 1], row[j]) + 1);
            if i > 0
                && j > 0
                && a[i].eq_ignore_ascii_case(&b[j - 1])
                && a[i - 1].eq_ignore_ascii_case(&b[j])
            {
                cost = min(cost, before[j - 1] + 1);
            }
            row[j + 1] = cost;
            least = min(least, cost);
            j += 1;
        }
        if least >= limit {
            return limit;
        }
        before = above;
        above = row;
        i += 1;
    }
    above[b.len()]
}

const fn min(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::{Nearest, assert_in_range, distance};
    use crate::{Port, PortClass};

    #[test]
    fn distance_counts_edits() {
        for (a, b, expected) in [
            ("https", "https", 0),
            ("HTTPS", "https", 0),
            ("htps", "https", 1),
            ("htpts", "https", 1),
            ("htpst", "https", 2),
            ("shh", "ssh", 1),
            ("hsttp", "https", 2),
            ("", "ab", 2),
            ("abc", "", 3),
            ("imaps", "pop3", 3),
        ] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes(), 3), expected, "{a} {b}");
        }
    }

    #[test]
    fn short_names_may_have_one_mistake_and_longer_ones_two() {
        let nearest = |wanted| {
            let nearest = Nearest::to(wanted).consider("ssh", &[]);
            let nearest = nearest.consider("http", &["www", "postgresql"]);
            (nearest.name(), nearest.of(&[22, 80]))
        };
        assert_eq!(nearest("shh"), (Some("ssh"), Some(22)));
        assert_eq!(nearest("HTP"), (Some("http"), Some(80)));
        assert_eq!(nearest("postgerslq"), (Some("postgresql"), Some(80)));
        assert_eq!(nearest("foo"), (None, None));
        let tie = Nearest::to("htps").consider("ftps", &["https", "ntps"]);
        assert_eq!(tie.name(), Some("https"));
        assert_eq!(nearest("sxx"), (None, None));
        assert_eq!(nearest(""), (None, None));
    }

    #[test]
    #[should_panic(expected = "no service of `Service` is named `htps`; did you mean `https`?")]
    fn nearest_name_is_suggested() {
        let nearest = Nearest::to("htps").consider("ssh", &[]);
        let _ = nearest
            .consider("http", &["www", "https"])
            .refuse("Service");
    }

    #[test]
    #[should_panic(
        expected = "port 443 of `https` is in the range System (0 to 1023), not in User (1024 to 49151)"
    )]
    fn port_out_of_its_range() {
        assert_in_range(PortClass::System, Port::new(443), "https");
        assert_in_range(PortClass::User, Port::new(443), "https");
    }
}
