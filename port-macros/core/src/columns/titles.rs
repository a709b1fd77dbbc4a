//! What the words of a title say of ports.

use super::title_words::{
    DESTINATION, FIRST, LAST, NO_NAME, NO_PORT, NUMBER, OTHER_NUMBERS, OTHERS, PLAIN, PORT,
    PROTOCOL, SECOND, SERVICE, SOURCE,
};
use crate::words::transports;

/// The end of a range of ports that a column has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    First,
    Last,
}

/// Who sends, or who is sent to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Party {
    Source,
    Destination,
}

/// Whose names a column has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Names {
    /// `System service name`
    Services,
    /// Of applications or of transport.
    Protocols,
    /// Of neither: directions, states, zones.
    Others,
}

/// What a title says by its words.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Said {
    /// That the column has ports.
    pub(super) port: bool,
    /// That it has the first or the last ones of ranges, and nothing else beside it.
    pub(super) side: Option<Side>,
    /// That it may have ports under the name of what they are for: `SSL` beside `Port`.
    pub(super) doubt: bool,
    /// That its numbers are none of ports, such as priorities.
    pub(super) no_port: bool,
    /// Whose names it has.
    pub(super) names: Option<Names>,
    /// Whose ports or addresses.
    pub(super) party: Option<Party>,
    /// The set of the transports that it names.
    pub(super) transports: u8,
}

/// Letters of a title that are looked at.
const LONGEST: usize = 200;

/// What a title says.
pub(super) fn said(title: &str) -> Said {
    let mut said = Said::default();
    let (mut first, mut last, mut other, mut none) = (false, false, false, false);
    let words = words(title);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    none |= has(&["of"]) && has(NUMBER);
    said.doubt = has(SECOND);
    let is_name = has(&["name", "names"]) && has(SERVICE);
    let is_other = [NO_NAME, FIRST, LAST, SOURCE, DESTINATION]
        .into_iter()
        .any(has);
    for word in &words {
        let is = |words: &[&str]| words.contains(&word.as_str());
        if let Some(set) = transports::from_name(word) {
            said.transports |= set;
        } else if is(PORT) {
            said.port = true;
        } else if is(FIRST) {
            first = true;
        } else if is(LAST) {
            last = true;
        } else if is(SOURCE) {
            said.party.get_or_insert(Party::Source);
        } else if is(DESTINATION) {
            said.party = Some(Party::Destination);
        } else if is(NO_PORT) {
            none = true;
        } else if !is(PLAIN) {
            other = true;
        }
    }
    // `Rule ID` has numbers of its own, and in `id.resp_p` they are of something else.
    let is_number = |(at, word): (usize, &String)| {
        let mut behind = words[at + 1..].iter();
        OTHER_NUMBERS.contains(&word.as_str())
            && (word != "id" || behind.all(|it| PLAIN.contains(&it.as_str())))
    };
    said.no_port = none || words.iter().enumerate().any(is_number);
    said.port &= !none;
    said.names = match (is_name, is_other) {
        _ if said.port => None,
        (true, _) => Some(Names::Services),
        _ if has(PROTOCOL) => Some(Names::Protocols),
        (false, true) => Some(Names::Others),
        (false, false) => None,
    };
    said.doubt &= !none;
    said.side = match (first, last) {
        _ if other || none => None,
        (true, false) => Some(Side::First),
        (false, true) => Some(Side::Last),
        _ => None,
    };
    said
}

/// The words in lower case: `dstPort_END (2)` has dst, port, end and 2.
fn words(title: &str) -> Vec<String> {
    let letters: Vec<char> = title.chars().take(LONGEST).collect();
    let mut words = vec![String::new()];
    for (i, letter) in letters.iter().enumerate() {
        if !letter.is_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let is = |i: usize, is: fn(char) -> bool| letters.get(i).copied().is_some_and(is);
        if i > 0 {
            let before = letters[i - 1];
            // `portEnd`, `TCPPort`, `port1`
            let in_case = letter.is_uppercase()
                && (before.is_lowercase()
                    || (is(i + 1, char::is_lowercase) && is(i + 2, char::is_lowercase)));
            if in_case || letter.is_numeric() != before.is_numeric() {
                words.push(String::new());
            }
        }
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    words
        .into_iter()
        .filter(|it| !it.is_empty())
        .flat_map(parts)
        .collect()
}

/// A word, or the two that it is written of: `dstport` and `portend`.
fn parts(word: String) -> Vec<String> {
    let is = |word: &str, lists: &[&[&str]]| lists.iter().any(|list| list.contains(&word));
    if is(&word, &[PORT, OTHERS]) {
        return vec![word];
    }
    let short = word.strip_suffix('s').unwrap_or(&word);
    if let Some(rest) = short.strip_suffix("port").filter(|_| !is(short, &[OTHERS])) {
        let rest = match rest {
            "s" => "source",
            "d" => "destination",
            other => other,
        };
        return vec![rest.to_owned(), "port".to_owned()];
    }
    let start = ["ports", "port"]
        .into_iter()
        .find_map(|it| word.strip_prefix(it));
    let known = start.filter(|rest| is(rest, &[FIRST, LAST, PLAIN]));
    match known {
        Some(rest) => vec!["port".to_owned(), rest.to_owned()],
        None => vec![word],
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, Party, Said, Side, said, words};

    #[test]
    fn titles_have_words() {
        for (title, expected) in [
            ("dstPort_END (2)", "dst port end 2"),
            ("TCPPort", "tcp port"),
            ("srcIP", "src ip"),
            ("UDPRange,TCPs", "udp range tcps"),
            ("ABCDsXy", "abcds xy"),
            ("PORT(S)", "port s"),
            ("Port1", "port 1"),
            ("httpsport", "https port"),
            ("portend,PORTMAX", "port end port max"),
            ("Zielports", "ziel port"),
            ("sport/dport", "source port destination port"),
            ("Port début", "port début"),
            ("Trans Support,reports", "trans support reports"),
            ("portal", "portal"),
            ("", ""),
            ("#", ""),
        ] {
            assert_eq!(words(title).join(" "), expected, "{title}");
        }
        assert_eq!(words(&"x".repeat(1000))[0].len(), 200);
    }

    #[test]
    fn titles_say_what_ports_they_have() {
        let port = Said {
            port: true,
            ..Said::default()
        };
        for title in [
            "Ports",
            "Port 1",
            "Known Port",
            "newport",
            "Puerto",
            "from-to port",
        ] {
            assert_eq!(said(title), port, "{title}");
        }
        for title in [
            "Number of Ports",
            "No. of ports",
            "Port Type",
            "Support",
            "Rack",
            "Transport",
            "Export",
        ] {
            assert!(!said(title).port, "{title}");
        }
        for title in [
            "Port Low",
            "min port",
            "startport",
            "Beginning Port",
            "Port Range Start",
        ] {
            assert_eq!(
                said(title),
                Said {
                    side: Some(Side::First),
                    ..port
                },
                "{title}"
            );
        }
        for title in [
            "Port High",
            "port_max",
            "portTo",
            "Ending Port",
            "Port fin",
            "Port bis",
        ] {
            assert_eq!(
                said(title),
                Said {
                    side: Some(Side::Last),
                    ..port
                },
                "{title}"
            );
        }
        for (title, side) in [
            ("Low", Some(Side::First)),
            ("Start of Range", Some(Side::First)),
            ("End of Number", None),
            ("Through", Some(Side::Last)),
            ("Max Connections", None),
            ("End Date", None),
            ("from/to", None),
            ("Highest Total", None),
        ] {
            assert_eq!(said(title).side, side, "{title}");
        }
        let doubts = |title: &str| said(title).doubt;
        assert!(doubts("SSL") && doubts("https") && !doubts("HTTP Status") && !doubts("Rack"));
        let set = |title: &str| said(title).transports;
        assert_eq!(
            ["TCP Port", "udpports", "TCP/UDP", "Port"].map(set),
            [1, 2, 3, 0]
        );
        assert!(said("ID No.").no_port && !said("id.resp_p").no_port);
        for title in ["Priority", "Rule ID", "Port Type", "mtu", "Number of Ports"] {
            assert!(said(title).no_port, "{title}");
        }
        assert!(!said("Known Port").no_port && !said("Value").no_port);
        let names = |title: &str| said(title).names;
        for title in ["System service name", "Service Type Name", "app-name"] {
            assert_eq!(names(title), Some(Names::Services), "{title}");
        }
        for title in ["Direction", "Source", "From", "target", "Host Name"] {
            assert_eq!(names(title), Some(Names::Others), "{title}");
        }
        assert_eq!(names("ip.proto"), Some(Names::Protocols));
        for title in ["Purpose", "Source Port", "Name"] {
            assert_eq!(names(title), None, "{title}");
        }
        let party = |title: &str| said(title).party;
        assert_eq!(party("Source Port"), Some(Party::Source));
        assert_eq!(party("Dest. Port"), Some(Party::Destination));
        assert_eq!(party("dst/src"), Some(Party::Destination));
        assert_eq!(party("Resource"), None);
    }
}
