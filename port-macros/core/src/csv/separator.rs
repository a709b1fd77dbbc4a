//! Which character separates the fields of a file: its header shows it.

use crate::{
    args::Titles,
    lists::Listed as _,
    words::{
        columns::{Title, known_title, normal},
        transports,
    },
};

/// Lines that may be the header. Files have a title, notes and empty lines above it.
const MOST_LINES: usize = 20;

/// Of a line, so many bytes are looked at: headers are shorter.
const MOST_BYTES: usize = 4 << 10;

/// What stands between fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

impl Separator {
    /// All that are looked for. A bar is obeyed where `sep=|` says so: elsewhere it is the
    /// frame of a table that somebody drew.
    const FOUND: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(crate) const fn all() -> [Self; 4] {
        [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar]
    }

    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    pub(crate) fn char(self) -> char {
        char::from(self.byte())
    }

    /// As messages name several of them.
    pub(crate) const fn plural(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
            Self::Bar => "bars",
        }
    }
}

/// The separator, and where the file begins behind a line `sep=;`.
pub(super) fn find(text: &str, titles: &Titles) -> (Separator, usize) {
    stated(text).unwrap_or_else(|| (shown_by_header(text, titles), 0))
}

/// The separator of the header, where a line `sep=,` above it says another.
pub(super) fn contradicted(text: &str, titles: &Titles) -> Option<Separator> {
    let (stated, start) = stated(text)?;
    let text = &text[start..];
    let header = lines(text).into_iter().find(|line| !is_aside(line))?;
    let shown = shown_by_header(text, titles);
    let is_one = |separator| fields(header, separator).count() == 1;
    (shown != stated && is_one(stated) && !is_one(shown)).then_some(shown)
}

/// The first lines, each in part.
fn lines(text: &str) -> Vec<&str> {
    let lines = text.split(['\n', '\r']).filter(|line| !line.is_empty());
    lines.take(MOST_LINES).map(start_of).listed()
}

fn shown_by_header(text: &str, titles: &Titles) -> Separator {
    let lines = lines(text);
    let mut best = (0, Separator::Comma);
    for line in &lines {
        for separator in Separator::FOUND {
            let known = fields(line, separator).filter(|it| is_known(it, titles));
            let known = known.count();
            if known > best.0 {
                best = (known, separator);
            }
        }
    }
    // One word is known by chance: `service` in a sentence.
    if best.0 > 1 {
        return best.1;
    }
    let mut lines = lines.iter().filter(|line| !is_aside(line));
    let (Some(first), second) = (lines.next(), lines.next()) else {
        return best.1;
    };
    // Of several, the one that makes as many fields in the next line, and then most fields.
    let mut best = ((false, 1), Separator::Comma);
    for separator in Separator::FOUND {
        let count = fields(first, separator).count();
        let equal = second.is_some_and(|it| fields(it, separator).count() == count);
        if count > 1 && (equal, count) > best.0 {
            best = ((equal, count), separator);
        }
    }
    best.1
}

/// `sep=;`, which Excel reads and writes in the first line.
fn stated(text: &str) -> Option<(Separator, usize)> {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let line = text[..end].trim_matches([' ', '"']);
    let start = line.get(..4)?;
    if !start.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let mut all = Separator::all().into_iter();
    let separator = all.find(|it| line[4..].chars().eq([it.char()]))?;
    let rest = &text[end..];
    let line_break = if rest.starts_with("\r\n") {
        2
    } else {
        rest.len().min(1)
    };
    Some((separator, end + line_break))
}

fn start_of(line: &str) -> &str {
    let mut end = line.len().min(MOST_BYTES);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

/// Whether a line says nothing about the fields: a comment, or nothing but separators.
fn is_aside(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('#') || line.chars().all(|it| !it.is_alphanumeric())
}

/// The fields of a line, where separators in quotes are none.
fn fields(line: &str, separator: Separator) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |letter| {
        quoted ^= letter == '"';
        !quoted && letter == separator.char()
    })
}

/// Whether a title means something, or is likely to. The names of transports are in rows, too.
fn is_known(title: &str, titles: &Titles) -> bool {
    let title = normal(title.trim_matches('"'));
    let mapped = titles.mapped.iter().map(|(_, title)| title);
    let mut stated = mapped.chain(&titles.ignored);
    let is_known = match known_title(&title) {
        Some(Title::Column(_) | Title::Hint(_)) => transports::from_name(&title).is_none(),
        Some(Title::Skipped) => true,
        None => false,
    };
    is_known || stated.any(|other| !title.is_empty() && normal(&other.value()) == title)
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::{MOST_BYTES, Separator, contradicted, find, start_of};
    use crate::{args::Titles, words::columns::Column};

    #[test]
    fn the_header_shows_the_separator() {
        use Separator::{Comma, Semicolon, Tab};
        for (text, separator) in [
            ("", Comma),
            ("name,port,transport\na;b,80,tcp\n", Comma),
            ("name;port;transport\na,b;80;tcp\n", Semicolon),
            ("name\tport\ttransport\n", Tab),
            // A comma in a title, with and without quotes.
            ("Dienst;Port, Nummer;Prot.\nweb;80;tcp\n", Semicolon),
            ("\"name, short\";port;transport\n", Semicolon),
            ("port;\"a,b,c,d\";name;transport\n", Semicolon),
            // Above the header stand a title, a comment, empty rows.
            (
                "Our ports, all of them, 2026\n\nname;port;transport\n",
                Semicolon,
            ),
            ("# a, b, c, d\nname;port;transport\n", Semicolon),
            (";;\nname;port;transport\n", Semicolon),
            // The same above titles that mean nothing.
            ("# a, b, c, d\nDienst;Hafen;Weg\nweb;80;tcp\n", Semicolon),
            (",,,,\nDienst;Hafen;Weg\nweb;80;tcp\n", Semicolon),
            // One known word is no header, and the first of equals is taken.
            ("web;80;tcp\nmail;25;udp, service\n", Semicolon),
            ("a,b;c\nd,e;f\n", Comma),
            ("\"a;b;c\",x\n\"d;e;f\",y\n", Comma),
            // No header.
            ("web;80;tcp\nmail;25;tcp\n", Semicolon),
            ("web\t80\ttcp, udp\nmail\t25\ttcp\n", Tab),
            ("web,80,tcp;udp;sctp;dccp\nmail,25,tcp\n", Comma),
            // Words of other languages.
            ("服务;番号, 端口;协议\nweb;80;tcp\n", Semicolon),
        ] {
            assert_eq!(find(text, &Titles::default()), (separator, 0), "{text}");
        }
    }

    #[test]
    fn lines_are_looked_at_in_part() {
        assert_eq!(start_of("name"), "name");
        assert_eq!(start_of(&"a".repeat(MOST_BYTES + 1)).len(), MOST_BYTES);
        // The end is in a letter.
        let line = format!("a{}", "ä".repeat(MOST_BYTES));
        assert_eq!(start_of(&line).len(), MOST_BYTES - 1);
    }

    #[test]
    fn titles_in_the_options_help() {
        let titles = Titles {
            mapped: vec![
                (Column::Name, parse_quote!("x,1")),
                (Column::Port, parse_quote!("y")),
            ],
            ..Titles::default()
        };
        assert_eq!(
            find("x,1;y\na,b;c\nd,e,f\n", &titles).0,
            Separator::Semicolon
        );
    }

    #[test]
    fn a_stated_separator_is_obeyed() {
        for (text, separator, start) in [
            ("sep=;\nname,x;port\n", Separator::Semicolon, 6),
            ("SEP=,\r\nname;x,port\r\n", Separator::Comma, 7),
            ("\"sep=\t\"\nname", Separator::Tab, 8),
            ("sep=|", Separator::Bar, 5),
        ] {
            assert_eq!(find(text, &Titles::default()), (separator, start), "{text}");
        }
        for (text, other) in [
            ("sep=,\nname;port;protocol\n", Some(Separator::Semicolon)),
            (
                "sep=;\n\n# ours\nDienst,Hafen\nweb,80\n",
                Some(Separator::Comma),
            ),
            ("sep=|\nname\tport\n", Some(Separator::Tab)),
            // The header has the separator that is stated, too, or no other one.
            ("sep=,\nname;x,port;y\n", None),
            ("sep=;\nname;port\n", None),
            ("sep=;\nname\n", None),
            ("sep=;", None),
            ("name;port\n", None),
        ] {
            assert_eq!(contradicted(text, &Titles::default()), other, "{text}");
        }
        assert_eq!(find("sep=ab\nname;port", &Titles::default()).1, 0);
        assert_eq!(find("sep=\nname;port", &Titles::default()).1, 0);
    }
}
