//! From the text of a services(5) file, such as `/etc/services`, to records.

use crate::{
    csv::{Fields, Mistake, Record},
    lists::Listed as _,
    problem::shown,
    words::{columns::Column, looks, transports},
};

/// The columns of the records.
pub(crate) const COLUMNS: [Column; 5] = [
    Column::Name,
    Column::Port,
    Column::Transport,
    Column::Aliases,
    Column::Description,
];

/// The lines of a file, each `NAME PORT/TRANSPORT ALIASES.. # DESCRIPTION`. Lines that are
/// empty or a comment are skipped.
pub(crate) fn parse(text: &str) -> impl Iterator<Item = Result<Record, Mistake>> {
    lines(text).enumerate().filter_map(|(before, line)| {
        let (entry, comment) = line.split_once('#').unwrap_or((line, ""));
        // Files that were joined have byte order marks in the middle.
        let entry = entry.trim_matches(|it: char| it.is_whitespace() || it == '\u{FEFF}');
        let mut words = entry.split_whitespace();
        let name = words.next()?;
        let line = before + 1;
        let mistake = |text| Some(Err(Mistake { line, text }));
        let word = words.next().unwrap_or_default();
        if let Some(text) = other_order(word) {
            return mistake(text);
        }
        let Some((port, transport)) = word.split_once('/') else {
            return mistake(no_port(entry));
        };
        let aliases: Vec<&str> = words.listed();
        let aliases = aliases.join(" ");
        let fields = [name, port, transport, &aliases, comment];
        let fields = Fields::of(fields.into_iter());
        Some(Ok(Record { line, fields }))
    })
}

/// Lines that end with LF, CRLF or CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text);
        };
        let long = if text[end..].starts_with("\r\n") {
            2
        } else {
            1
        };
        rest = Some(&text[end + long..]);
        Some(&text[..end])
    })
}

/// `tcp/22`, `tcp:22` and `22:tcp`: one mistake, not one in the port and another in the
/// transport.
fn other_order(word: &str) -> Option<String> {
    let (first, second) = word.split_once(['/', ':'])?;
    let is_port = |text: &str| looks::number(text).is_some();
    let is_transport = |text: &str| transports::from_name(text).is_some();
    let has_colon = word[first.len()..].starts_with(':');
    let (port, transport) = if is_transport(first) && is_port(second) {
        (second, first)
    } else if has_colon && is_port(first) && is_transport(second) {
        (first, second)
    } else {
        return None;
    };
    let what = if has_colon {
        "has a colon"
    } else {
        "has the transport first"
    };
    Some(format!("`{word}` {what}; write `{port}/{transport}`"))
}

fn no_port(entry: &str) -> String {
    let entry = shown(entry);
    let csv = if entry.contains([',', ';']) {
        ", and a CSV is read without `format = \"services\"`"
    } else {
        ""
    };
    format!(
        "`{entry}` has no port and transport behind the name; \
         a line of services(5) is `https 443/tcp`{csv}"
    )
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn lines_become_records() {
        let text = "# Ours\r\n\r\nssh\t22/tcp\r\nwww 80/tcp http  www-http # The web\nx 1/ddp\n\
                    \u{FEFF}y 2/tcp\u{FEFF}\n\u{FEFF}\n";
        let records = parse(text).map(|record| {
            let record = record.unwrap();
            let fields: Vec<String> = record.fields.iter().map(str::to_owned).collect();
            (record.line, fields.join("|"))
        });
        assert_eq!(
            records.collect::<Vec<_>>(),
            [
                (3, "ssh|22|tcp||".to_owned()),
                (4, "www|80|tcp|http www-http|The web".to_owned()),
                (5, "x|1|ddp||".to_owned()),
                (6, "y|2|tcp||".to_owned()),
            ]
        );
    }

    #[test]
    fn lines_without_a_port_are_mistakes() {
        let text = "ssh\nssh 22\nssh TCP/22\nname,port,transport\nssh 22:udp\nssh udp:22\n\
                    ssh tcp/ssh\nssh tcp/65536\nssh 22\u{FEFF}\n";
        let texts = parse(text).map(|record| {
            let mistake = record.err().map(|it| format!("{}: {}", it.line, it.text));
            mistake.unwrap_or_default()
        });
        let texts: Vec<String> = texts.collect();
        assert!(
            texts[0].starts_with("1: `ssh` has no port and transport"),
            "{texts:?}"
        );
        assert!(texts[1].contains("`ssh 22` has no port"), "{texts:?}");
        assert_eq!(
            texts[2],
            "3: `TCP/22` has the transport first; write `22/TCP`"
        );
        assert_eq!(texts[4], "5: `22:udp` has a colon; write `22/udp`");
        assert_eq!(texts[5], "6: `udp:22` has a colon; write `22/udp`");
        // The cells say what is wrong.
        assert_eq!((texts[6].as_str(), texts[7].as_str()), ("", ""));
        assert!(texts[8].starts_with("9: `ssh 22` has no port"), "{texts:?}");
        assert!(
            texts[3].contains("read without `format = \"services\"`"),
            "{texts:?}"
        );
    }
}
