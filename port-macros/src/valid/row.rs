//! One row by itself: does each of its cells say what its column is for?

use super::TRANSPORTS;
use crate::{
    columns::{Column, NO_COMMENTS, Row, Table},
    nearest::did_you_mean,
    problem::Problems,
};

/// A row whose cells are all good; how it goes with others is still to be seen.
pub(super) struct GoodRow {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) transports: u8,
    pub(super) assigned: bool,
    pub(super) constant: String,
    pub(super) aliases: Vec<String>,
    pub(super) category: String,
    pub(super) tls_of: String,
    pub(super) reference: String,
    pub(super) description: String,
}

/// Reads all rows; those with a mistake are reported, with all their mistakes, and
/// left out.
pub(super) fn read(table: &Table, iana: bool, problems: &mut Problems) -> Vec<GoodRow> {
    let rows = table.rows.iter().filter(|row| {
        // In IANA's file these are numbers without a service, and services that are
        // found by DNS instead of by a number.
        let lacks = |column| row.get(column).is_empty();
        !(iana && (lacks(Column::Name) || lacks(Column::Port)))
    });
    rows.filter_map(|row| read_row(row, iana, problems))
        .collect()
}

fn read_row(row: &Row, iana: bool, problems: &mut Problems) -> Option<GoodRow> {
    let mut note = |mistake: String| problems.at(row.line, mistake);
    // All cells are read before the row is given up, so that all mistakes show.
    let name = match row.get(Column::Name) {
        // Some of IANA's names are older than its rules.
        text if iana => Ok(text.to_owned()),
        text => name(text, "service name").map_err(&mut note),
    };
    let ports = ports(row.get(Column::Port)).map_err(&mut note);
    let transports = transports(row.get(Column::Transport)).map_err(&mut note);
    let assigned = status(row.get(Column::Status)).map_err(&mut note);
    let constant = constant(row.get(Column::Constant)).map_err(&mut note);
    let aliases = aliases(row.get(Column::Aliases)).map_err(&mut note);
    let category = category(row.get(Column::Category)).map_err(&mut note);
    let (first, last) = ports.ok()?;
    Some(GoodRow {
        line: row.line,
        name: name.ok()?,
        first,
        last,
        transports: transports.ok()?,
        assigned: assigned.ok()?,
        constant: constant.ok()?,
        aliases: aliases.ok()?,
        category: category.ok()?,
        tls_of: row.get(Column::TlsOf).to_owned(),
        reference: row.get(Column::Reference).to_owned(),
        description: row.get(Column::Description).to_owned(),
    })
}

/// What else can be done about an empty cell.
const IF_IANA: &str = "; in IANA's own file such rows are passed over with `#[ports(iana)]`";

/// Separates aliases, so it is in no name.
const SEPARATORS: [char; 3] = [',', ';', '|'];

/// A service name: RFC 6335's, less strict, because names in use are.
fn name(text: &str, what: &str) -> Result<String, String> {
    if text.is_empty() {
        return Err(format!(
            "the {what} is empty; write one, such as `https`{IF_IANA}"
        ));
    }
    if text.starts_with('#') {
        return Err(format!(
            "{what} {text:?} begins with `#`; {NO_COMMENTS}, or take out the `#`"
        ));
    }
    if let Some(letter) = text.chars().find(|letter| letter.is_whitespace()) {
        let remedy: String = text.split_whitespace().collect::<Vec<_>>().join("-");
        let letter = if letter == ' ' {
            "a space".to_owned()
        } else {
            format!("the white space U+{:04X}", u32::from(letter))
        };
        return Err(format!(
            "{what} {text:?} has {letter} in it; names have none, write `{remedy}`"
        ));
    }
    if let Some(letter) = text.chars().find(|letter| is_invisible(*letter)) {
        return Err(format!(
            "{what} {text:?} has the invisible character U+{:04X} in it; take it out",
            u32::from(letter)
        ));
    }
    if let Some(letter) = text.chars().find(|letter| SEPARATORS.contains(letter)) {
        return Err(format!(
            "{what} `{text}` has `{letter}` in it, which separates aliases; take it out"
        ));
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(format!(
            "{what} `{text}` has no letter; a name has at least one (RFC 6335, section 5.1)"
        ));
    }
    Ok(text.to_owned())
}

/// A category may have spaces in it.
fn category(text: &str) -> Result<String, String> {
    match text.chars().find(|letter| is_invisible(*letter)) {
        None => Ok(text.to_owned()),
        Some(letter) => Err(format!(
            "category {text:?} has the invisible character U+{:04X} in it; take it out",
            u32::from(letter)
        )),
    }
}

/// Control and formatting characters, which would make two names that look alike
/// differ: Unicode's `Default_Ignorable_Code_Point`, and a few more.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// A port number, or the first and last of a run of them.
fn ports(text: &str) -> Result<(u16, u16), String> {
    if text.is_empty() {
        return Err(format!(
            "the port is empty; write a number, 0 to 65535, or a range: `6000-6063`{IF_IANA}"
        ));
    }
    // A dash in front is a sign, not the dash of a range.
    if let Some((first, last)) = text
        .split_once(['-', '–'])
        .filter(|(first, _)| !first.is_empty())
    {
        if last.trim().is_empty() {
            return Err(format!(
                "port range `{text}` has no end; write both ends: `{first}-65535`"
            ));
        }
        let first = port(first.trim(), text)?;
        let last = port(last.trim(), text)?;
        if first > last {
            return Err(format!(
                "port range `{text}` runs backwards; write `{last}-{first}`"
            ));
        }
        return Ok((first, last));
    }
    port(text, text).map(|port| (port, port))
}

/// `number` is the whole cell or one end of the range in it.
fn port(number: &str, cell: &str) -> Result<u16, String> {
    let within = if number == cell {
        String::new()
    } else {
        format!(" in `{cell}`")
    };
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        return number.parse().map_err(|_| {
            format!("port `{number}`{within} is above 65535; a port is a 16-bit number, 0 to 65535")
        });
    }
    let remedy = remedy_for(number);
    Err(format!(
        "port `{number}`{within} is not a number, 0 to 65535, or a range: `6000-6063`{remedy}"
    ))
}

/// What was probably meant by a text that is no port.
fn remedy_for(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let radix = |digits: &str, radix| u16::from_str_radix(digits, radix).ok();
    let hex = lower
        .strip_prefix("0x")
        .and_then(|digits| radix(digits, 16));
    let octal = lower.strip_prefix("0o").and_then(|digits| radix(digits, 8));
    let binary = lower.strip_prefix("0b").and_then(|digits| radix(digits, 2));
    if let Some(number) = hex.or(octal).or(binary) {
        return format!("; write it in decimal: `{number}`");
    }
    if let Some(number) = text
        .strip_prefix('+')
        .filter(|rest| radix(rest, 10).is_some())
    {
        return format!("; write it without the sign: `{number}`");
    }
    if text.starts_with('-') {
        return "; there are no negative ports".to_owned();
    }
    if let Some((number, transport)) = text.split_once('/') {
        if radix(number, 10).is_some() {
            return format!(
                "; write `{number}` here and `{transport}` in the column `Transport Protocol`"
            );
        }
    }
    if let Some((number, fraction)) = text.split_once('.') {
        if radix(number, 10).is_some() && fraction.bytes().all(|byte| byte == b'0') {
            return format!("; write it without the fraction: `{number}`");
        }
    }
    if text.contains([',', ';', ' ', '|']) {
        return "; write several ports in rows of their own".to_owned();
    }
    String::new()
}

/// The transports of a cell as bits; an empty cell is tcp and udp, as in IANA's
/// file.
fn transports(text: &str) -> Result<u8, String> {
    if text.is_empty() {
        return Ok(0b0011);
    }
    let mut set = 0;
    let mut mistakes = Vec::new();
    for part in text.split('/').map(str::trim) {
        let found = TRANSPORTS
            .iter()
            .position(|name| name.eq_ignore_ascii_case(part));
        if let Some(bit) = found {
            set |= 1 << bit;
        } else {
            mistakes.push(part);
        }
    }
    let Some(part) = mistakes.first() else {
        return Ok(set);
    };
    let within = if *part == text {
        String::new()
    } else {
        format!(" in `{text}`")
    };
    let suggestion = did_you_mean(part, TRANSPORTS);
    Err(format!(
        "transport `{part}`{within} is unknown{suggestion}; \
         there are tcp, udp, sctp and dccp, several with a slash between: `tcp/udp`"
    ))
}

/// Whether the row is assigned; an empty cell is, as is a file without the column.
fn status(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "" | "assigned" => Ok(true),
        "unofficial" => Ok(false),
        _ => {
            let suggestion = did_you_mean(text, ["assigned", "unofficial"]);
            Err(format!(
                "status `{text}` is unknown{suggestion}; it is `assigned` (by IANA) \
                 or `unofficial` (in use without that)"
            ))
        }
    }
}

/// The name of a constant; empty where it is to be made from the service name.
fn constant(text: &str) -> Result<String, String> {
    let good = |(i, byte): (usize, u8)| match byte {
        b'A'..=b'Z' => true,
        b'0'..=b'9' | b'_' => i > 0,
        _ => false,
    };
    if text.bytes().enumerate().all(good) {
        return Ok(text.to_owned());
    }
    let suggestion = super::identifier::constant_from(text)
        .filter(|suggestion| suggestion.is_ascii() && suggestion != "SELF")
        .map_or_else(String::new, |suggestion| format!("; write `{suggestion}`"));
    Err(format!(
        "constant `{text}` is no constant's name; \
         it has A to Z, 0 to 9 and `_`, a letter first{suggestion}"
    ))
}

/// Aliases, with white space, `,`, `;` or `|` between.
fn aliases(text: &str) -> Result<Vec<String>, String> {
    split_aliases(text)
        .map(|alias| name(alias, "alias"))
        .collect()
}

fn split_aliases(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || SEPARATORS.contains(&letter))
        .filter(|alias| !alias.is_empty())
}

/// All names and aliases that stand in the file, those of rows with mistakes too: what
/// refers to such a row is no mistake of its own.
pub(super) fn names(table: &Table) -> impl Iterator<Item = &str> {
    let names = table.rows.iter().flat_map(|row| {
        std::iter::once(row.get(Column::Name)).chain(split_aliases(row.get(Column::Aliases)))
    });
    names.filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{aliases, constant, name, ports, status, transports};

    #[test]
    fn good_ports() {
        assert_eq!(ports("0"), Ok((0, 0)));
        assert_eq!(ports("65535"), Ok((65535, 65535)));
        assert_eq!(ports("6000-6063"), Ok((6000, 6063)));
        assert_eq!(ports("6000 - 6000"), Ok((6000, 6000)));
    }

    #[test]
    fn bad_ports_say_what_to_write() {
        for (text, part) in [
            ("", "the port is empty"),
            ("65536", "port `65536` is above 65535"),
            ("99999999999999999999", "is above 65535"),
            ("-80", "there are no negative ports"),
            ("-", "there are no negative ports"),
            ("+80", "without the sign: `80`"),
            ("0x1BB", "in decimal: `443`"),
            ("443.0", "without the fraction: `443`"),
            ("443.5", "port `443.5` is not a number"),
            ("443/tcp", "write `443` here and `tcp` in the column"),
            ("80,81", "in rows of their own"),
            ("http", "port `http` is not a number"),
            ("4４3", "is not a number"),
            ("90-80", "runs backwards; write `80-90`"),
            ("80-", "has no end; write both ends: `80-65535`"),
            ("80-70000", "port `70000` in `80-70000` is above 65535"),
            ("80-x", "port `x` in `80-x` is not a number"),
            ("1-2-3", "port `2-3` in `1-2-3` is not a number"),
        ] {
            let mistake = ports(text).unwrap_err();
            assert!(mistake.contains(part), "{text}: {mistake}");
        }
    }

    #[test]
    fn transports_are_sets() {
        assert_eq!(transports("tcp"), Ok(0b0001));
        assert_eq!(transports("UDP/tcp"), Ok(0b0011));
        assert_eq!(transports("sctp / dccp"), Ok(0b1100));
        assert_eq!(transports(""), Ok(0b0011));
        let mistake = transports("tcp/upd").unwrap_err();
        assert!(mistake.contains("transport `upd` in `tcp/upd` is unknown; did you mean `udp`?"));
        assert!(
            transports("quic")
                .unwrap_err()
                .contains("transport `quic` is unknown; there")
        );
        assert!(
            transports("tcp,udp")
                .unwrap_err()
                .contains("with a slash between")
        );
    }

    #[test]
    fn names_have_a_letter_and_no_white_space() {
        for good in [
            "https", "whois++", "914c/g", "z39.50", "sql*net", "a_b", "温度",
        ] {
            assert_eq!(name(good, "service name").as_deref(), Ok(good));
        }
        for (bad, part) in [
            ("", "the service name is empty"),
            ("SNMP Trap", "write `SNMP-Trap`"),
            ("a\u{A0}b", "U+00A0"),
            ("ht\u{200B}tps", "invisible character U+200B"),
            ("a\u{7}", "invisible character U+0007"),
            ("a\u{3164}b", "invisible character U+3164"),
            ("a\u{FE0F}", "invisible character U+FE0F"),
            ("a\u{202E}b", "invisible character U+202E"),
            ("#https", "a CSV has no comments"),
            ("# a", "a CSV has no comments"),
            ("443", "has no letter"),
            ("--", "has no letter"),
            ("a;b", "separates aliases"),
        ] {
            let mistake = name(bad, "service name").unwrap_err();
            assert!(mistake.contains(part), "{bad}: {mistake}");
        }
    }

    #[test]
    fn constants_are_upper_snake() {
        assert_eq!(constant("FTP_DATA").as_deref(), Ok("FTP_DATA"));
        assert_eq!(constant("").as_deref(), Ok(""));
        assert!(
            constant("ftp-data")
                .unwrap_err()
                .contains("; write `FTP_DATA`")
        );
        assert!(
            constant("3COM")
                .unwrap_err()
                .contains("a letter first; write `P3COM`")
        );
        for bad in ["self", "Self", "crate", "_A", "Ä", "A B"] {
            assert!(constant(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn aliases_and_status() {
        assert_eq!(aliases("a b, c;d|e").unwrap(), ["a", "b", "c", "d", "e"]);
        assert!(
            aliases("a 443")
                .unwrap_err()
                .contains("alias `443` has no letter")
        );
        assert_eq!(
            (status("Assigned"), status(""), status("unofficial")),
            (Ok(true), Ok(true), Ok(false))
        );
        assert!(
            status("unoficial")
                .unwrap_err()
                .contains("did you mean `unofficial`?")
        );
    }
}
