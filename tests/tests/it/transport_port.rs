//! Texts of people: ports by number and by name, with and without a transport.

use port_consts::{
    ParseTransportPortError, ParseTransportPortErrorKind, Port, Service, Transport, TransportPort,
};

fn read(text: &str) -> Result<TransportPort, ParseTransportPortError> {
    text.parse()
}

#[test]
fn every_port_is_read_back_under_every_transport() {
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        for transport in Transport::ALL.iter().copied() {
            let it = TransportPort::new(port, transport);
            assert_eq!((it.port(), it.transport()), (port, transport));
            assert_eq!(it.service(), Service::from_port(port, transport));
            assert_eq!(read(&it.to_string()), Ok(it));
        }
        let text = number.to_string();
        assert_eq!(read(&text), Ok(TransportPort::new(port, Transport::Tcp)));
        assert_eq!(Port::from_name_or_number(&text), Ok(port));
    }
}

/// What the message says to write can be read.
fn remedy_is_right(text: &str) {
    let message = read(text).unwrap_err().to_string();
    let (_, remedies) = message.split_once("; write `").unwrap();
    for remedy in remedies.trim_end_matches('`').split("` or `") {
        assert!(read(remedy).is_ok(), "{message}");
    }
}

#[test]
fn every_name_is_read_with_and_without_a_transport() {
    for service in Service::ALL.iter().copied() {
        let names = [service.name()];
        for name in names.iter().chain(service.aliases()) {
            for name in [(*name).to_owned(), name.to_ascii_uppercase()] {
                assert_eq!(
                    Port::from_name_or_number(&name),
                    Ok(service.port()),
                    "{name}"
                );
                let alone = read(&name).unwrap();
                assert_eq!(alone, service.into(), "{name}");
                assert_eq!(alone.port(), service.port(), "{name}");
                let on_first = |transport| {
                    let mut assignments = service.assignments().iter();
                    assignments.any(|it| it.contains(service.port(), transport))
                };
                assert!(on_first(alone.transport()), "{name}");
                assert_eq!(
                    alone.transport() == Transport::Tcp,
                    on_first(Transport::Tcp),
                    "{name}"
                );
                for transport in Transport::ALL.iter().copied() {
                    let text = format!("{name}/{transport}");
                    let mut assignments = service.assignments().iter();
                    let first = assignments.find(|it| it.transports().contains(transport));
                    let expected = first
                        .map(|it| TransportPort::new(it.first(), transport))
                        .ok_or(ParseTransportPortErrorKind::NotUnder { service, transport });
                    let found = read(&text).map_err(|error| error.kind());
                    assert_eq!(found, expected, "{text}");
                    if expected.is_err() {
                        remedy_is_right(&text);
                    }
                }
            }
        }
    }
}

#[test]
fn a_number_is_the_whole_text() {
    for text in ["9pf", "9 ", " 9", "+9", "-9", "9.0", "0x9", "９", "9,000"] {
        assert!(Port::from_name_or_number(text).is_err(), "{text}");
        assert!(read(text).is_err(), "{text}");
        assert!(read(&format!("{text}/tcp")).is_err(), "{text}");
    }
    // As strict, and as lenient, as `FromStr` of `Port`.
    assert_eq!(read("0009/udp").unwrap().to_string(), "9/udp");
}

#[test]
fn names_with_a_slash_are_names() {
    let service = Service::from_name("ethernet/ip-1").unwrap();
    assert_eq!(read("Ethernet/IP-1").unwrap().service(), Some(service));
    assert_eq!(read("ethernet/ip-1/udp").unwrap().port(), service.port());
    assert_eq!(
        read("ethernet/ip-1/tcp").map_err(|error| error.kind()),
        Err(ParseTransportPortErrorKind::NotUnder {
            service,
            transport: Transport::Tcp
        })
    );
    for slip in ["ethernet/ip1", "ethernt/ip-1", "ethernet/ip-11"] {
        assert_eq!(
            read(slip).unwrap_err().suggestion(),
            Some("ethernet/ip-1"),
            "{slip}"
        );
    }
}

#[test]
fn messages_say_what_is_wrong_and_what_to_write() {
    let write = "write a port such as `443/tcp` or `443`, or a service's name";
    for (text, message) in [
        ("", format!("a port is missing; {write}")),
        ("/tcp", format!("`/tcp` has no port; {write}")),
        (
            "no-such-thing",
            format!("unknown service `no-such-thing`; {write}"),
        ),
        (
            "no-such-thing/udp",
            format!("unknown service `no-such-thing/udp`; {write}"),
        ),
        ("null", format!("`null` is not a port; {write}")),
        (
            "no such\tone",
            format!("unknown service `no such\\tone`; {write}"),
        ),
    ] {
        assert_eq!(read(text).unwrap_err().to_string(), message);
    }
    for (text, message) in [
        ("65536", "port `65536` is above 65535"),
        ("65536/udp", "port `65536` is above 65535"),
        (
            "443/upd",
            "unknown transport `upd` in `443/upd`; write tcp, udp, sctp or dccp",
        ),
        (
            "https/upd",
            "unknown transport `upd` in `https/upd`; write tcp, udp, sctp or dccp",
        ),
        (
            "443/",
            "`443/` ends in a slash; write the transport behind it: tcp, udp, sctp or dccp",
        ),
        (
            "ssh/udp",
            "`ssh` has no port under udp in this registry; write `ssh/tcp`",
        ),
        (
            "https/sctp",
            "`https` has no port under sctp in this registry; write `https/tcp` or `https/udp`",
        ),
        ("htps/udp", "unknown service `htps`; did you mean `https`?"),
        ("htps/upd", "unknown service `htps`; did you mean `https`?"),
        (
            "postgerslq",
            "unknown service `postgerslq`; did you mean `postgresql`?",
        ),
        (
            "tcp/443",
            "`tcp/443` has the transport first; write `443/tcp`",
        ),
        (
            "tcp/https",
            "`tcp/https` has the transport first; write it last",
        ),
        ("443:tcp", "`443:tcp` has a colon; write `443/tcp`"),
        (
            "80-99/udp",
            "`80-99/udp` is a range; write one port, such as `80/udp`",
        ),
        (
            "tcp://10.0.0.1:9120",
            "`tcp://10.0.0.1:9120` is a URL; write `9120/tcp`",
        ),
        (
            "10.0.0.1:80",
            "`10.0.0.1:80` has an address in front of the port; write `80`",
        ),
        (
            "443/tcp ",
            "`443/tcp ` has white space around it; remove it",
        ),
        ("0x50", "`0x50` is hexadecimal; write `80`"),
    ] {
        assert_eq!(read(text).unwrap_err().to_string(), message);
        assert_eq!(TransportPort::try_from(text), read(text));
    }
}

/// Their messages say what is wrong with the form, even if a name is near.
#[test]
fn wrong_forms_have_no_suggestion() {
    let near = [
        (" https", None),
        ("\"https\"", None),
        ("\"https", Some("https")),
    ];
    for (text, expected) in near {
        let name_or_number = Port::from_name_or_number(text).unwrap_err();
        assert_eq!(name_or_number.suggestion(), expected, "{text}");
        assert_eq!(read(text).unwrap_err().suggestion(), expected, "{text}");
    }
}

#[test]
fn words_for_no_value_are_no_ports() {
    for word in ["null", "none", "nil", "true", "false"] {
        for text in [word.to_owned(), word.to_ascii_uppercase()] {
            assert_eq!(Service::from_name(&text), None);
            assert!(Port::from_name_or_number(&text).is_err(), "{text}");
            assert!(read(&text).is_err(), "{text}");
            assert!(read(&format!("{text}/tcp")).is_err(), "{text}");
            assert_eq!(read(&text).unwrap_err().suggestion(), None, "{text}");
        }
    }
}

mod odd {
    port_consts::ports! {
        /// Names that are also what a file writes for no value.
        pub enum Odd = "fixtures/no-values.csv";
    }
}

/// A name stays a name; text that may be either is no port.
#[test]
fn words_for_no_value_may_be_names() {
    use odd::Odd;

    for (word, service) in [
        ("null", Odd::Null),
        ("NONE", Odd::None),
        ("true", Odd::True),
    ] {
        assert_eq!(Odd::from_name(word), Some(service));
        assert!(Odd::from_name_or_number(word).is_err(), "{word}");
    }
    let read = Odd::from_name_or_number("nullmailer").unwrap();
    assert_eq!(read, Odd::Nullmailer.port());
}

#[test]
fn long_texts_are_quoted_in_part() {
    let long = "x".repeat(100_000);
    for text in [long.clone(), format!("{long}/tcp"), format!("443/{long}")] {
        let message = read(&text).unwrap_err().to_string();
        assert!(message.contains('…') && message.len() < 200, "{message}");
        let message = Port::from_name_or_number(&text).unwrap_err().to_string();
        assert!(message.contains('…') && message.len() < 200, "{message}");
    }
}

#[test]
fn prints_in_columns_and_sorts_by_port_first() {
    let port = |text| read(text).unwrap();
    assert_eq!(format!("[{:>9}]", port("443/tcp")), "[  443/tcp]");
    assert_eq!(format!("[{:_<12}]", port("65535/sctp")), "[65535/sctp__]");
    assert_eq!(format!("{:?}", port("53/udp")), "TransportPort(53/udp)");
    let mut ports = ["443/udp", "443/tcp", "80/sctp"].map(port);
    ports.sort();
    assert_eq!(ports, ["80/sctp", "443/tcp", "443/udp"].map(port));
    let pair: (Port, Transport) = ports[0].into();
    assert_eq!(TransportPort::from(pair), ports[0]);
    assert_eq!(Port::from(ports[0]), 80);
}

#[test]
fn suggestions_are_one_or_two_slips_away() {
    mod own {
        port_consts::ports! {
            #[ports(conflicts = "first")]
            pub enum Plan = "fixtures/plan.csv";
        }
    }
    const NEAREST: Option<own::Plan> = own::Plan::nearest("telemerty");

    for (text, service) in [
        ("htps", Some(Service::Https)),
        ("HTPTS", Some(Service::Https)),
        ("shh", Some(Service::Ssh)),
        ("postgers", Some(Service::Postgresql)),
        ("zzzzzzzzzzz", None),
    ] {
        assert_eq!(Service::nearest(text), service, "{text}");
        let suggestion = text.parse::<Service>().unwrap_err().suggestion();
        assert_eq!(suggestion.and_then(Service::from_name), service, "{text}");
        assert_eq!(
            Service::try_from(text).unwrap_err().suggestion(),
            suggestion
        );
    }
    assert_eq!(NEAREST.map(own::Plan::name), Some("telemetry"));
    // Every name is its own nearest one.
    for service in Service::ALL.iter().copied() {
        assert_eq!(Service::nearest(service.name()), Some(service));
    }
    assert_eq!(
        "dta".parse::<own::Category>().unwrap_err().to_string(),
        "unknown category `dta`; did you mean `Data`?"
    );
}

/// Slips in a name: a letter lost, doubled, swapped with the next, or another one.
fn slips(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut slips = Vec::new();
    for i in 0..letters.len() {
        let with = |change: &dyn Fn(&mut Vec<char>)| {
            let mut letters = letters.clone();
            change(&mut letters);
            letters.into_iter().collect::<String>()
        };
        slips.push(with(&|it| {
            it.remove(i);
        }));
        slips.push(with(&|it| it.insert(i, letters[i])));
        slips.push(with(&|it| it[i] = 'x'));
        if i + 1 < letters.len() {
            slips.push(with(&|it| it.swap(i, i + 1)));
        }
    }
    slips
}

/// Whether the words differ in one letter, and are so short that this makes another word:
/// `rdp` is no slip for `udp`. Vowels and double letters may be slips.
fn is_another_word(a: &str, b: &str) -> bool {
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut different = a.chars().zip(b.chars()).filter(|(a, b)| a != b);
    let first = different.next();
    let is_slip = first.is_some_and(|(a, b)| vowel(a) && vowel(b));
    let doubles = |word: &str| word.as_bytes().windows(2).any(|pair| pair[0] == pair[1]);
    let is_short = a.len() == b.len() && a.len() <= 4;
    is_short
        && different.next().is_none()
        && first.is_some()
        && !is_slip
        && !(doubles(a) && doubles(b))
}

/// Against another implementation of the distance, over all names.
#[test]
fn suggestions_are_the_nearest_names_there_are() {
    let names: Vec<&str> = Service::ALL
        .iter()
        .flat_map(|it| std::iter::once(it.name()).chain(it.aliases().iter().copied()))
        .collect();
    let lower: Vec<String> = names.iter().map(|it| it.to_ascii_lowercase()).collect();
    let mut compared = 0;
    for name in names.iter().step_by(97) {
        for slip in slips(name) {
            let Err(error) = slip.parse::<Service>() else {
                continue;
            };
            let limit = if slip.len() < 6 { 1 } else { 2 };
            let distance = |name: &str| strsim::osa_distance(&slip, &name.to_ascii_lowercase());
            // Names that are longer or shorter by more are farther.
            let near = lower
                .iter()
                .filter(|it| it.len().abs_diff(slip.len()) <= limit);
            // At most a third of the longer word may differ.
            let near = near.filter_map(|name| {
                let distance = strsim::osa_distance(&slip, name);
                let like = distance * 3 <= slip.len().max(name.len());
                (like && !is_another_word(&slip, name)).then_some(distance)
            });
            let least = near.min().unwrap_or(usize::MAX);
            // One that is the same without separators is the nearest.
            let plain = |name: &str| name.replace(['-', '_', '.', ' '], "");
            let same = lower.iter().filter(|it| plain(it) == plain(&slip));
            let same = same.map(|it| distance(it)).min();
            assert_eq!(
                error.suggestion().map(distance),
                same.or((least <= limit).then_some(least)),
                "{slip}"
            );
            compared += 1;
        }
    }
    assert!(compared > 200, "{compared}");
}

/// A text is read as a number with its transport first, and as a name if it isn't one.
#[test]
fn no_name_reads_as_a_number_with_its_transport() {
    for service in Service::ALL {
        for name in std::iter::once(service.name()).chain(service.aliases().iter().copied()) {
            let (number, _) = name.rsplit_once('/').unwrap_or((name, ""));
            assert!(number.bytes().any(|byte| !byte.is_ascii_digit()), "{name}");
        }
    }
}
