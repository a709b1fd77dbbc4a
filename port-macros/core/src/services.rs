//! From the text of a services(5) file, such as `/etc/services`, to records.

use crate::{
    csv::{Fields, Mistake, Record},
    lists::Listed as _,
    problem::shown,
    words::columns::Column,
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
        let mut words = entry.split_whitespace();
        let name = words.next()?;
        let line = before + 1;
        let Some((port, transport)) = words.next().and_then(|it| it.split_once('/')) else {
            let text = no_port(entry.trim());
            return Some(Err(Mistake { line, text }));
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
        let text = "# Ours\r\n\r\nssh\t22/tcp\r\nwww 80/tcp http  www-http # The web\nx 1/ddp";
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
            ]
        );
    }

    #[test]
    fn lines_without_a_port_are_mistakes() {
        let texts = parse("ssh\nssh 22\nssh tcp/22\nname,port,transport\n").map(|record| {
            let mistake = record.err().map(|it| format!("{}: {}", it.line, it.text));
            mistake.unwrap_or_default()
        });
        let texts: Vec<String> = texts.collect();
        assert!(
            texts[0].starts_with("1: `ssh` has no port and transport"),
            "{texts:?}"
        );
        assert!(texts[1].contains("`ssh 22` has no port"), "{texts:?}");
        // The port comes first, which the cell says.
        assert_eq!(texts[2], "");
        assert!(
            texts[3].contains("read without `format = \"services\"`"),
            "{texts:?}"
        );
    }
}
