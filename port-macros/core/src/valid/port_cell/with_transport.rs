//! Ports with transports in one cell: `443/tcp`, `80 (TCP)`, `tcp 80, 443`, `80/tcp;53/udp`.

use crate::{
    lists::Listed as _,
    port_text::{DASHES, Place, plain, thousands},
    words::{
        looks::is_transport,
        transports::{from_name, from_names, names_of},
    },
};

/// What is wrong where a list of ports would give each the transports of all.
pub(super) const DIFFERENT: &str =
    "has different transports for its ports; write a row for each transport";

/// What is wrong with a cell that has transports in it.
pub(super) fn find(text: &str, title: &str) -> Option<String> {
    let text = &without_notes(text);
    let Cell { ports, is_mixed } = read(text)?;
    let set = ports.iter().find_map(Port::set)?;
    if is_mixed || ports.iter().filter_map(Port::set).any(|it| it != set) {
        return Some(DIFFERENT.to_owned());
    }
    let names = names(set);
    let there = format!("`{names}` in the column `{title}`");
    let texts = ports.iter().filter_map(|it| it.text.map(str::to_owned));
    let texts = texts.listed();
    if texts.is_empty() {
        return Some(format!(
            "is a transport and no port; write the port here and {there}"
        ));
    }
    let is_all = ports.iter().all(|it| it.transports != 0);
    let list = thousands::list(&texts, Place::Cell);
    // A comma or a space alone may be in a number, and a long list would be cut where it is shown.
    let between = || text.split(|letter: char| letter.is_ascii_digit());
    let is_blank = |letter: char| letter.is_whitespace() && !letter.is_control();
    let has_comma = between().any(|it| it == ",");
    let has_blank = between().any(|it| !it.is_empty() && it.chars().all(is_blank));
    let words = texts.iter().map(String::as_str).listed();
    let is_unclear =
        has_comma && list != texts.join(",") || has_blank && thousands::may_be_fewer(&words);
    let here = if is_unclear || list.len() > 200 {
        "the ports alone".to_owned()
    } else {
        format!("`{list}`")
    };
    let condition = if is_all { "" } else { ", if all have it" };
    Some(format!(
        "has a transport in it; write {here} here and {there}{condition}"
    ))
}

/// A text without the transport that it begins or ends with, and that transport.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let is_between =
        |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '/' | ':');
    let text = text.trim_matches(is_between);
    let ends = [
        text.rsplit_once(is_between),
        text.split_once(is_between).map(|(name, rest)| (rest, name)),
    ];
    let mut ends = ends.into_iter().flatten();
    let (rest, name) = ends.find(|(_, name)| is_transport(name))?;
    Some((rest.trim_matches(is_between), name))
}

/// Where to write a transport that is one.
pub(super) fn beside(name: &str, title: &str) -> String {
    let names = names(from_names(name).unwrap_or_default());
    format!("here and `{names}` in the column `{title}`")
}

fn names(set: u8) -> String {
    names_of(set).listed().join("/")
}

/// A port or a range, with the transports that are said to be its own. There is no text where a
/// cell has transports alone.
struct Port<'a> {
    text: Option<&'a str>,
    transports: u8,
}

impl Port<'_> {
    fn set(&self) -> Option<u8> {
        (self.transports != 0).then_some(self.transports)
    }
}

/// The text without brackets that have neither a number nor a transport: `80/tcp (HTTP)`.
fn without_notes(text: &str) -> String {
    let mut clean = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('(') {
        let Some((note, behind)) = behind.split_once(')') else {
            break;
        };
        clean.push_str(before);
        let mut words = note.split(|letter: char| !letter.is_alphanumeric());
        let counts =
            |word: &str| word.contains(|it: char| it.is_numeric()) || from_name(word).is_some();
        if words.any(counts) || note.contains('(') {
            clean.push('(');
            clean.push_str(note);
            clean.push(')');
        }
        rest = behind;
    }
    clean + rest
}

/// What a cell has.
struct Cell<'a> {
    ports: Vec<Port<'a>>,
    /// Whether transports stand between ports, so that each port has its own: `80 tcp 53 udp`.
    is_mixed: bool,
}

/// The ports of a cell, if it has nothing but these and transports.
fn read(text: &str) -> Option<Cell<'_>> {
    let mut ports: Vec<Port> = Vec::new();
    let mut is_mixed = false;
    // Transports in front of a port.
    let mut ahead = 0;
    for part in text.split([',', ';', '\n', '\r']) {
        let start = ports.len();
        let mut transports = std::mem::take(&mut ahead);
        // How many ports of the part stand in front of each word with transports.
        let mut places: Vec<(usize, u8)> = Vec::new();
        for word in words(part) {
            if let Some(set) = named(word) {
                transports |= set;
                places.push((ports.len() - start, set));
            } else if plain(word).is_some() {
                ports.push(Port {
                    text: Some(word),
                    transports: 0,
                });
            } else if !is_between(word) {
                ports.push(joined(word)?);
            }
        }
        is_mixed |= are_mixed(&places, ports.len() - start);
        if let [port] = &mut ports[start..] {
            port.transports |= transports;
        } else if start < ports.len() {
            // They are those of the ports beside them that have none yet.
            let new = &mut ports[start..];
            let has_own = |port: &Port| port.transports != 0;
            let are_extra = new.iter().all(has_own) && transports != 0;
            is_mixed |= are_extra && new.iter().any(|port| port.transports != transports);
            for port in new.iter_mut().filter(|port| !has_own(port)) {
                port.transports = transports;
            }
        } else if let Some(port) = ports.last_mut() {
            // `53/tcp,udp`
            port.transports |= transports;
        } else {
            ahead = transports;
        }
    }
    if ahead != 0 {
        ports.push(Port {
            text: None,
            transports: ahead,
        });
    }
    Some(Cell { ports, is_mixed })
}

/// The set of a word that names transports.
fn named(word: &str) -> Option<u8> {
    let name = word.trim_end_matches(':');
    let letter = letter(name).filter(|_| name.len() < word.len());
    from_names(name).ok().or(letter)
}

/// A transport in front of a colon, as nmap writes it: `T:80,U:53`.
fn letter(name: &str) -> Option<u8> {
    match name {
        "T" => from_name("tcp"),
        "U" => from_name("udp"),
        _ => None,
    }
}

/// Whether a word says nothing that is not known.
fn is_between(word: &str) -> bool {
    let words = [
        "/", "&", "+", "and", "und", "port", "ports", "in", "out", "inbound", "outbound", "only",
    ];
    let word = word.trim_end_matches(':');
    words.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// The set of the transports that a cell names.
pub(super) fn set_of(text: &str) -> u8 {
    let text = without_notes(text);
    let ports = read(&text).map_or_else(Vec::new, |cell| cell.ports);
    ports.iter().fold(0, |set, port| set | port.transports)
}

/// A port and its transports in one word: `443/tcp`, `tcp:443`, `443-tcp`, `TCP443`.
fn joined(word: &str) -> Option<Port<'_>> {
    if let Some((a, b)) = word.split_once(['/', ':']) {
        let (port, name) = if plain(a).is_some() { (a, b) } else { (b, a) };
        plain(port)?;
        let letter = || letter(a).filter(|_| word.contains(':'));
        return Some(Port {
            text: Some(port),
            transports: from_names(name).ok().or_else(letter)?,
        });
    }
    let is_name = |letter: char| letter.is_ascii_alphabetic();
    let (start, end) = (
        word.trim_start_matches(is_name),
        word.trim_end_matches(is_name),
    );
    let (port, name) = if start.len() < word.len() {
        (
            start.strip_prefix(BETWEEN).unwrap_or(start),
            word.strip_suffix(start)?,
        )
    } else {
        (
            end.strip_suffix(BETWEEN).unwrap_or(end),
            word.strip_prefix(end)?,
        )
    };
    plain(port)?;
    Some(Port {
        text: Some(port),
        transports: from_name(name)?,
    })
}

/// What may stand between a port and its transport.
const BETWEEN: [char; 2] = ['-', '_'];

/// Whether words with different transports stand among so many ports, and not all in front of
/// them or all behind them.
fn are_mixed(places: &[(usize, u8)], count: usize) -> bool {
    let differ = places.windows(2).any(|pair| pair[0].1 != pair[1].1);
    let are_all_at = |place: usize| places.iter().all(|(at, _)| *at == place);
    differ && count > 1 && !are_all_at(0) && !are_all_at(count)
}

/// The words of a part; a range with spaces is one.
fn words(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let is_between = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')');
        rest = rest.trim_start_matches(is_between);
        let mut end = rest.find(is_between).unwrap_or(rest.len());
        // `6000 - 6063`
        let behind = rest[end..].trim_start();
        if let Some(last) = behind.strip_prefix(DASHES) {
            let last = last.trim_start();
            let range_end = rest.len() - last.len() + last.find(is_between).unwrap_or(last.len());
            if plain(&rest[..range_end]).is_some() {
                end = range_end;
            }
        }
        let (word, behind) = rest.split_at(end);
        rest = behind;
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn no_port_is_dropped() {
        for (text, here, end) in [
            ("80, 443 (TCP)", "80,443", "`T`, if all have it"),
            ("80,443/tcp", "80,443", "`T`, if all have it"),
            ("tcp 80, 443", "80,443", "`T`, if all have it"),
            ("80\n443 (TCP)", "80,443", "`T`, if all have it"),
            ("TCP 80 (HTTP), TCP 443 (HTTPS)", "80,443", "`T`"),
            ("8080;8443/TCP", "8080,8443", "`T`, if all have it"),
            ("tcp, 80, 443", "80,443", "`T`, if all have it"),
            ("80 443 tcp", "80,443", "`T`"),
            ("tcp/80, tcp:443", "80,443", "`T`"),
            ("80 (tcp), 443 (tcp)", "80,443", "`T`"),
            ("TCP: 8, 443", "8;443", "`T`, if all have it"),
            ("6000 - 6063 (tcp), 80/tcp", "6000 - 6063,80", "`T`"),
            ("tcp 80 tcp 443", "80,443", "`T`"),
            ("tcp-443", "443", "`T`"),
            ("TCP Port: 443", "443", "`T`"),
            ("443 tcp only", "443", "`T`"),
            ("443_TCP", "443", "`T`"),
            ("TCP443, tcp_8000-8010", "443,8000-8010", "`T`"),
            ("80-90-tcp 443tcp", "80-90,443", "`T`"),
        ] {
            let start =
                format!("has a transport in it; write `{here}` here and `tcp` in the column ");
            let mistake = find(text, "T").unwrap_or_default();
            assert!(mistake.starts_with(&start), "{text}: {mistake}");
            assert!(mistake.ends_with(end), "{text}: {mistake}");
        }
        let both = "has a transport in it; write `53` here and `tcp/udp` in the column `T`";
        for text in [
            "53/tcp,udp",
            "53 (TCP and UDP)",
            "53 udp/tcp",
            "tcp, udp 53",
            "tcp 53 udp",
            "53/udp tcp",
            "tcp 53/udp",
            "53/udp/tcp",
        ] {
            assert_eq!(find(text, "T").as_deref(), Some(both), "{text}");
        }
        let several = find("80 tcp udp, 53 54 tcp udp", "T");
        let all = both.replace("`53`", "`80,53,54`");
        assert_eq!(several.as_deref(), Some(&*all));
    }

    #[test]
    fn where_transports_differ_each_has_a_row() {
        for text in [
            "80 (TCP), 53 (UDP)",
            "TCP 80; UDP 53",
            "53/tcp 53/udp",
            "TCP: 80, 443; UDP: 53",
            "80/tcp, 53/udp, 443",
            "TCP 80-90\nUDP 53",
            "80 tcp\n53 udp",
            "80 tcp udp 53",
            "tcp 80,443 udp 53",
            "tcp-80 udp-53",
            "80/tcp 53/tcp udp",
            "80 (TCP)\n53 (UDP)",
        ] {
            let rule = "has different transports for its ports; write a row for each transport";
            assert_eq!(find(text, "T").as_deref(), Some(rule), "{text}");
        }
    }

    #[test]
    fn what_is_unclear_has_no_ports_to_write() {
        let rule = "has a transport in it; write the ports alone here and `tcp` in the column `T`";
        assert_eq!(
            find("1,433 tcp", "T").unwrap_or_default(),
            format!("{rule}, if all have it")
        );
        let long = "80/tcp,".repeat(10_000);
        assert_eq!(find(&long, "T").as_deref(), Some(rule));
        // 67 ports with a comma each are 200 bytes, and 68 are too many.
        let list = format!("write `{}80` here", "80,".repeat(66));
        assert!(find(&"80/tcp,".repeat(67), "T").is_some_and(|it| it.contains(&list)));
        assert_eq!(find(&"80/tcp,".repeat(68), "T").as_deref(), Some(rule));
        let alone = "is a transport and no port; write the port here and `udp` in the column `T`";
        assert_eq!(find("UDP", "T").as_deref(), Some(alone));
        for text in ["443,0 tcp", "10 250 443 tcp", "TCP 25\u{A0}110"] {
            let mistake = find(text, "T").unwrap_or_default();
            assert!(mistake.starts_with(rule), "{text}: {mistake}");
        }
        for text in [
            "80",
            "80, 443",
            "http/tcp",
            "80/tcp, x",
            "80 / 90",
            "20/21",
            "http443",
            "443-http",
            "-443-tcp",
            "",
        ] {
            assert_eq!(find(text, "T"), None, "{text}");
        }
    }
}
