// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

//! How near two names are: the rule for suggestions, in messages of both crates.
//!
//! A suggestion is made only if the text is nearer to it than to a word of its own:
//!
//! - An *edit* inserts, deletes or replaces a letter, or swaps two neighbours.
//! - A text of up to five letters may have one edit, a longer one two; but never more than a
//!   third of the letters of the longer word.
//! - In words of up to four letters, only a vowel may be replaced by a vowel, and the double
//!   of one letter by the double of another (`shh` for `ssh`). `rdp` is a name of its own, not
//!   a slip for `udp`, and so is `SMTP`, which is near `sctp`.
//! - A name that is the same but for dashes, underscores, dots and spaces is nearer than all
//!   others (`my-sql` for `mysql`).
//! - Of names that are equally near, one with the same first letter wins, then the first.
//!
//! Case doesn't count, in ASCII. Other letters are compared byte by byte.

/// Longer names are not compared: few are, and one is not mistyped for another.
const LONGEST: usize = 32;

/// Up to so many letters, few letters may be replaced.
const SHORT: usize = 4;

/// Nothing is so far from anything.
const NEVER: usize = 3;

/// What is added to the edits of a name that is not the same word, and so comes after all that
/// are.
const OTHER_WORD: usize = NEVER + 1;

/// How many edits there may be between a text and a candidate.
const fn most_edits(wanted: &[u8], candidate: &[u8]) -> usize {
    let most = if wanted.len() < 6 { 1 } else { NEVER - 1 };
    let longer = if wanted.len() < candidate.len() {
        candidate.len()
    } else {
        wanted.len()
    };
    min(most, longer / 3)
}

/// The search for the candidate that is nearest to a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search<'a> {
    wanted: &'a [u8],
    /// The edits of the best candidate, and [`OTHER_WORD`] if it is one.
    rank: usize,
    /// Whether the best begins with the same letter.
    alike: bool,
}

impl<'a> Search<'a> {
    pub(crate) const fn of(wanted: &'a str) -> Self {
        Self {
            wanted: wanted.as_bytes(),
            rank: OTHER_WORD + NEVER,
            alike: false,
        }
    }

    /// Looks at a candidate. Returns whether it is the best so far.
    pub(crate) const fn is_best(&mut self, candidate: &str) -> bool {
        let (wanted, candidate) = (self.wanted, candidate.as_bytes());
        let alike = match (wanted, candidate) {
            ([a, ..], [b, ..]) => a.eq_ignore_ascii_case(b),
            _ => false,
        };
        let wins_ties = alike && !self.alike;
        let better = self.rank + if wins_ties { 1 } else { 0 };
        let allowed = OTHER_WORD + most_edits(wanted, candidate) + 1;
        let limit = min(better, allowed);
        let rank = if is_same_word(wanted, candidate) {
            edits(wanted, candidate, NEVER)
        } else {
            OTHER_WORD + edits(wanted, candidate, limit.saturating_sub(OTHER_WORD))
        };
        if rank < limit {
            self.rank = rank;
            self.alike = alike;
        }
        rank < limit
    }
}

/// Whether two words are the same but for what stands between their parts.
const fn is_same_word(a: &[u8], b: &[u8]) -> bool {
    if a.len() > LONGEST || b.len() > LONGEST {
        return false;
    }
    let (mut a, mut b) = (letters(a), letters(b));
    while let ([first, rest @ ..], [other, others @ ..]) = (a, b) {
        if !first.eq_ignore_ascii_case(other) {
            return false;
        }
        (a, b) = (letters(rest), letters(others));
        if a.is_empty() && b.is_empty() {
            return true;
        }
    }
    false
}

/// The word from its next letter on.
const fn letters(mut word: &[u8]) -> &[u8] {
    while let [b'-' | b'_' | b'.' | b' ', rest @ ..] = word {
        word = rest;
    }
    word
}

/// How many edits make `b` of `a`; `limit` for that many or more.
const fn edits(a: &[u8], b: &[u8], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) >= limit || a.len() > LONGEST || b.len() > LONGEST {
        return limit;
    }
    let short = a.len() <= SHORT && b.len() <= SHORT;
    // Three rows of the optimal string alignment matrix.
    let mut before = [0; LONGEST + 1];
    let mut above = [0; LONGEST + 1];
    let mut j = 0;
    while j <= b.len() {
        above[j] = j;
        j += 1;
    }
    let mut i = 0;
    while i < a.len() {
        let mut row = [0; LONGEST + 1];
        row[0] = i + 1;
        let mut least = row[0];
        let mut j = 0;
        while j < b.len() {
            let replaced = if a[i].eq_ignore_ascii_case(&b[j]) {
                0
            } else if !short || is_slip(a, i, b, j) {
                1
            } else {
                NEVER
            };
            let mut cost = above[j] + replaced;
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
    min(above[b.len()], limit)
}

/// Whether one letter is probably a slip for the other, in short words.
const fn is_slip(a: &[u8], i: usize, b: &[u8], j: usize) -> bool {
    is_vowel(a[i]) && is_vowel(b[j]) || is_double(a, i) && is_double(b, j)
}

/// Whether the letter at a place has a neighbour that is the same.
const fn is_double(word: &[u8], at: usize) -> bool {
    // Every place is in the word. This tells the compiler, which then emits no panic.
    if at >= word.len() {
        return false;
    }
    let letter = word[at];
    at > 0 && word[at - 1].eq_ignore_ascii_case(&letter)
        || at + 1 < word.len() && word[at + 1].eq_ignore_ascii_case(&letter)
}

const fn is_vowel(letter: u8) -> bool {
    matches!(
        letter.to_ascii_lowercase(),
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y'
    )
}

const fn min(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::{Search, edits};

    #[test]
    fn edits_are_counted() {
        for (a, b, expected) in [
            ("https", "https", 0),
            ("HTTPS", "https", 0),
            ("htps", "https", 1),
            ("htpts", "https", 1),
            ("htpst", "https", 2),
            ("hsttp", "https", 2),
            ("", "ab", 2),
            ("abc", "", 3),
            ("imaps", "pop3", 3),
            ("shh", "ssh", 1),
            ("rdp", "udp", 2),
            ("ddp", "udp", 2),
            ("nima", "nama", 1),
            // One of the words is long enough for a wrong letter.
            ("abcd", "xbcde", 2),
            ("xbcde", "abcd", 2),
        ] {
            assert_eq!(edits(a.as_bytes(), b.as_bytes(), 3), expected, "{a} {b}");
        }
    }

    #[test]
    fn long_names_are_not_compared() {
        let name = |letters: usize| "x".repeat(letters);
        let edits = |a: usize, b: usize| edits(name(a).as_bytes(), name(b).as_bytes(), 3);
        assert_eq!((edits(32, 32), edits(31, 32), edits(32, 31)), (0, 1, 1));
        assert_eq!((edits(33, 32), edits(32, 33), edits(33, 33)), (3, 3, 3));
    }

    fn nearest(wanted: &str, candidates: &[&'static str]) -> Option<&'static str> {
        let mut search = Search::of(wanted);
        let mut best = None;
        for candidate in candidates {
            if search.is_best(candidate) {
                best = Some(*candidate);
            }
        }
        best
    }

    #[test]
    fn slips_are_recognised() {
        let names = ["http", "https", "ssh", "postgres", "ntp", "unofficial"];
        for (wanted, expected) in [
            ("htps", "https"),
            ("HTPS", "https"),
            ("htp", "http"),
            ("httpps", "https"),
            ("sssh", "ssh"),
            ("Shh", "ssh"),
            ("npt", "ntp"),
            ("hxtps", "https"),
            ("postgers", "postgres"),
            ("pstgers", "postgres"),
            ("unoficial", "unofficial"),
        ] {
            assert_eq!(nearest(wanted, &names), Some(expected), "{wanted}");
        }
        for transport in ["tcpp", "tpc", "TPC", "tc p", "tccp", "tp"] {
            assert_eq!(nearest(transport, &["tcp", "udp", "sctp"]), Some("tcp"));
        }
        assert_eq!(nearest("titel", &["title"]), Some("title"));
    }

    #[test]
    fn a_name_with_other_separators_wins() {
        let names = ["ms-sql", "ws-sql", "mysql", "http-alt", "a.b"];
        for (wanted, expected) in [
            ("my-sql", "mysql"),
            ("My_SQL", "mysql"),
            ("my sql", "mysql"),
            ("m-y-s-q-l-", "mysql"),
            ("--mysql", "mysql"),
            ("mssql", "ms-sql"),
            ("httpalt", "http-alt"),
            ("http__alt", "http-alt"),
            // One that is mistyped, too, is near by its edits alone.
            ("mysqk", "mysql"),
            ("a..b", "a.b"),
        ] {
            assert_eq!(nearest(wanted, &names), Some(expected), "{wanted}");
            let reversed: [_; 5] = core::array::from_fn(|i| names[4 - i]);
            assert_eq!(nearest(wanted, &reversed), Some(expected), "{wanted}");
        }
        // Of several, the one with the fewest edits.
        for names in [["j-link", "jlink"], ["jlink", "j-link"]] {
            assert_eq!(nearest("j-link", &names), Some("j-link"));
            assert_eq!(nearest("j--link", &names), Some("j-link"));
        }
        for wanted in ["", "-", "- -", "n"] {
            assert_eq!(nearest(wanted, &["..", "n-t"]), None, "{wanted}");
        }
        let (long, short) = ("a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a", "aaaaaaaaaaaaaaaaa");
        assert_eq!(nearest(long, &[short]), None);
        assert_eq!(nearest(short, &[long]), None);
    }

    #[test]
    fn other_words_are_not() {
        let names = ["tcp", "udp", "sctp", "dccp", "name", "ssh", "description"];
        for wanted in [
            "ddp",
            "rdp",
            "SMTP",
            "DHCP",
            "Game",
            "foo",
            "",
            "a",
            "Encryption",
            "dxsxrixtion",
            "tcp/443",
            "quic",
            "icmp",
        ] {
            assert_eq!(nearest(wanted, &names), None, "{wanted}");
        }
        // One edit is more than a third of two letters.
        for (wanted, name) in [("n", "nt"), ("nt", "n"), ("ae", "ee")] {
            assert_eq!(nearest(wanted, &[name]), None, "{wanted}");
        }
    }

    #[test]
    fn of_equals_one_that_begins_alike_wins_and_then_the_first() {
        assert_eq!(nearest("htpss", &["xtpss", "htpsx"]), Some("htpsx"));
        assert_eq!(nearest("htps", &["ftps", "https", "hutps"]), Some("https"));
        assert_eq!(nearest("abcde", &["abcdx", "abcdy"]), Some("abcdx"));
    }
}
