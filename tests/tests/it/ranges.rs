//! `PortRange`, `TransportPortRange` and `Ports`: every range's arithmetic against Rust's own
//! inclusive ranges in wider integers.

use std::ops::RangeInclusive;

use port_consts::{
    Os, ParsePortRangeErrorKind, Port, PortClass, PortRange, ReversedPortRangeError, Transport,
    TransportPort, TransportPortRange,
};

fn range(first: u16, last: u16) -> PortRange {
    PortRange::new(Port::new(first), Port::new(last)).expect("a range that is not reversed")
}

/// Ports where something changes: both ends, and the words of a set of bits.
const EDGES: [u16; 12] = [0, 1, 62, 63, 64, 65, 1023, 1024, 49151, 49152, 65534, 65535];

fn edges() -> impl Iterator<Item = (u16, u16)> {
    let firsts = EDGES.into_iter();
    firsts.flat_map(|first| EDGES.into_iter().map(move |last| (first, last)))
}

#[test]
fn a_range_is_made_unless_it_is_reversed() {
    for (first, last) in edges() {
        let made = PortRange::new(Port::new(first), Port::new(last));
        assert_eq!(made.is_some(), first <= last, "{first}-{last}");
        let from = PortRange::try_from(first..=last);
        assert_eq!(from.ok(), made);
        let Some(made) = made else { continue };
        assert_eq!((made.first().get(), made.last().get()), (first, last));
        assert_eq!(RangeInclusive::<u16>::from(made), first..=last);
        assert_eq!(made.count(), u32::from(last) - u32::from(first) + 1);
    }
}

/// Iterated to its end, an inclusive range is empty, though its bounds are in order.
#[test]
fn ranges_iterated_to_their_end_are_refused() {
    type Made = Result<PortRange, ReversedPortRangeError>;

    for (first, last) in [
        (80, 80),
        (80, 81),
        (0, 0),
        (0, 1),
        (65534, 65535),
        (65535, 65535),
    ] {
        let mut forward = first..=last;
        let mut backward = first..=last;
        for next in first..=last {
            assert_eq!(PortRange::try_from(forward.clone()), Ok(range(next, last)));
            forward.next();
            backward.next_back();
        }
        for iterated in [forward, backward] {
            assert!(iterated.is_empty());
            let made: Made = iterated.try_into();
            let error = made.expect_err("a range without a port");
            assert_eq!(
                error.to_string(),
                "the range is empty because it was iterated to its end; \
                 convert it before you iterate over it"
            );
        }
    }
    let mut skipped = 80..=90;
    assert_eq!(skipped.nth(11), None);
    assert!(PortRange::try_from(skipped).is_err());
}

#[test]
fn all_ranges_of_rust_become_ranges_of_ports() {
    for (first, end) in edges() {
        let expected = (first < end).then(|| range(first, end - 1));
        assert_eq!(PortRange::try_from(first..end).ok(), expected);
        let ports = Port::new(first)..Port::new(end);
        assert_eq!(PortRange::try_from(ports).ok(), expected);
    }
    for number in EDGES {
        let port = Port::new(number);
        let expected = number.checked_sub(1).map(|last| range(0, last));
        assert_eq!(PortRange::try_from(..number).ok(), expected);
        assert_eq!(PortRange::try_from(..port).ok(), expected);
        assert_eq!(PortRange::from(..=number), range(0, number));
        assert_eq!(PortRange::from(..=port), range(0, number));
        assert_eq!(PortRange::from(number..), range(number, 65535));
        assert_eq!(PortRange::from(port..), range(number, 65535));
    }
    assert_eq!(PortRange::from(..), PortRange::ALL);
    // Numbers without a suffix.
    assert_eq!(PortRange::try_from(80..91), Ok(range(80, 90)));
    assert_eq!(PortRange::try_from(..1024), Ok(PortClass::System.ports()));
    assert_eq!(PortRange::from(49152..), PortClass::Dynamic.ports());
    assert_eq!(PortRange::from(..=1023), PortClass::System.ports());
}

#[test]
fn empty_and_reversed_ranges_of_rust_are_told_apart() {
    let message = |made: Result<PortRange, ReversedPortRangeError>| made.unwrap_err().to_string();
    let (low, high) = (80, 90);
    assert_eq!(
        message(PortRange::try_from(low..low)),
        "the range `80..80` is empty; write `80..=80` if you mean one port"
    );
    assert_eq!(
        message(PortRange::try_from(high..low)),
        "the range `90..80` is reversed; write `80..90`"
    );
    assert_eq!(
        message(PortRange::try_from(..Port::ANY)),
        "the range `0..0` is empty; write `0..=0` if you mean one port"
    );
    assert_eq!(
        message(PortRange::try_from(high..=low)),
        "the range `90-80` is reversed; write `80-90`"
    );
}

#[test]
fn every_port_is_in_its_ranges_and_in_no_others() {
    for (first, last) in edges().filter(|(first, last)| first <= last) {
        let made = range(first, last);
        for number in 0..=u16::MAX {
            assert_eq!(
                made.contains(Port::new(number)),
                (first..=last).contains(&number)
            );
        }
    }
}

#[test]
fn overlaps_and_intersections_are_those_of_wide_integers() {
    let ranges: Vec<(u16, u16)> = edges().filter(|(first, last)| first <= last).collect();
    for &(a, b) in &ranges {
        for &(c, d) in &ranges {
            let (left, right) = (range(a, b), range(c, d));
            let (first, last) = (u32::from(a.max(c)), u32::from(b.min(d)));
            assert_eq!(left.overlaps(right), first <= last);
            let both = left.intersection(right);
            assert_eq!(both.is_some(), first <= last);
            if let Some(both) = both {
                assert_eq!(u32::from(both.first()), first);
                assert_eq!(u32::from(both.last()), last);
            }
            assert_eq!(left.contains_range(right), a <= c && d <= b);
            assert_eq!(left.cmp(&right), (a, b).cmp(&(c, d)));
        }
    }
}

#[test]
fn ports_come_from_both_ends() {
    for (first, last) in edges().filter(|(first, last)| first <= last) {
        let made = range(first, last);
        let numbers = || u32::from(first)..u32::from(last) + 1;
        assert_eq!(made.ports().len(), numbers().len());
        assert!(made.ports().map(u32::from).eq(numbers()));
        assert!(made.ports().rev().map(u32::from).eq(numbers().rev()));
        for skip in [0, 1, 63, 64, 65_535, 65_536, usize::MAX] {
            assert_eq!(made.ports().nth(skip).map(u32::from), numbers().nth(skip));
            let from_behind = made.ports().nth_back(skip).map(u32::from);
            assert_eq!(from_behind, numbers().nth_back(skip));
        }
        let mut ports = made.ports();
        while let (Some(low), Some(high)) = (ports.next(), ports.next_back()) {
            assert!(low < high);
        }
        assert_eq!(
            (ports.next(), ports.next_back(), ports.len()),
            (None, None, 0)
        );
        assert_eq!(made.ports().last(), Some(made.last()));
        assert_eq!(made.ports().max(), Some(made.last()));
        assert_eq!(made.ports().min(), Some(made.first()));
        assert_eq!(made.ports().count(), numbers().count());
    }
}

#[test]
fn what_is_printed_is_read() -> Result<(), Box<dyn std::error::Error>> {
    for (first, last) in edges().filter(|(first, last)| first <= last) {
        let made = range(first, last);
        assert_eq!(made.to_string().parse::<PortRange>()?, made);
        for transport in Transport::ALL {
            let under = TransportPortRange::new(made, *transport);
            assert_eq!(under.to_string().parse::<TransportPortRange>()?, under);
        }
        assert_eq!(
            made.to_string().parse::<TransportPortRange>()?.transport(),
            Transport::Tcp
        );
    }
    assert_eq!(
        format!("{:>8}|{:<8}|", range(80, 90), range(80, 80)),
        "   80-90|80      |"
    );
    assert_eq!(format!("{:?}", range(80, 90)), "PortRange(80-90)");
    let udp = TransportPortRange::new(range(80, 90), Transport::Udp);
    assert_eq!(
        format!("{udp:>10}|{udp:?}"),
        " 80-90/udp|TransportPortRange(80-90/udp)"
    );
    Ok(())
}

#[test]
fn two_forms_are_read_with_spaces_around_the_dash() {
    for (text, expected) in [
        ("443", range(443, 443)),
        ("0", range(0, 0)),
        ("0-65535", PortRange::ALL),
        ("8000-8100", range(8000, 8100)),
        ("8000 - 8100", range(8000, 8100)),
        ("8000\t-  8100", range(8000, 8100)),
        ("0080-0090", range(80, 90)),
        ("7-7", range(7, 7)),
    ] {
        assert_eq!(text.parse::<PortRange>(), Ok(expected), "{text}");
        assert_eq!(PortRange::try_from(text), Ok(expected), "{text}");
    }
}

#[test]
fn each_mistake_is_told() {
    use ParsePortRangeErrorKind::{Empty, NotDigits, Open, Reversed, TooLarge, Transport};

    let (low, high) = (Some(Port::new(80)), Some(Port::new(90)));
    let reversed = Reversed {
        first: Port::new(90),
        last: Port::new(80),
    };
    let open = |first, last| Open { first, last };
    for (text, kind, part) in [
        (
            "",
            Empty,
            "write a port such as `443`, or a range such as `8000-8100`",
        ),
        (
            "90-80",
            reversed,
            "the range `90-80` is reversed; write `80-90`",
        ),
        (
            "90 - 80",
            reversed,
            "the range `90 - 80` is reversed; write `80-90`",
        ),
        (
            "80-",
            open(low, None),
            "the range `80-` has no last port; write `80-65535`",
        ),
        (
            "-90",
            open(None, high),
            "write `0-90`, or `90` if you mean one port",
        ),
        (
            " - ",
            open(None, None),
            "write a port such as `443`, or `0-65535` if you mean all ports",
        ),
        ("80..=90", NotDigits, "write `80-90`"),
        (
            "80..90",
            NotDigits,
            "write its first port, `-`, and its last port",
        ),
        (
            "80:90",
            NotDigits,
            "`80:90` may be a range, or one port that leads to another; \
             write `80-90` for all of them, or the one port that is meant",
        ),
        ("80\u{2013}90", NotDigits, "write `80-90`"),
        ("80 to 90", NotDigits, "write `80-90`"),
        (
            "80/tcp",
            Transport,
            "only the port is read here; write `80`",
        ),
        (
            "80-90/udp",
            Transport,
            "only the port is read here; write `80-90`",
        ),
        ("80-65536", TooLarge, "`80-65536` has a port above 65535"),
        ("99999999999999999999", TooLarge, "has a port above 65535"),
        (
            "80-99999999999999999999",
            TooLarge,
            "has a port above 65535",
        ),
        ("http", NotDigits, "`http` is not a port or a range"),
        ("http/tcp", NotDigits, "`http/tcp` is not a port or a range"),
        ("80-http", NotDigits, "`80-http` is not a port or a range"),
        ("1-2-3", NotDigits, "`1-2-3` is not a port or a range"),
        (
            " 80",
            NotDigits,
            "` 80` has white space around it; write `80`",
        ),
        ("+80", NotDigits, "write `80`"),
        ("٨٠", NotDigits, "ASCII"),
        ("80,90", NotDigits, "is a list; write one range"),
        ("127.0.0.1:80", NotDigits, "write `80`"),
    ] {
        let error = text.parse::<PortRange>().expect_err(text);
        assert_eq!(error.kind(), kind, "{text}");
        let message = error.to_string();
        assert!(message.contains(part), "{text}: {message}");
    }
    // A long text is cut.
    let long = "x"
        .repeat(10_000)
        .parse::<PortRange>()
        .expect_err("letters");
    assert!(long.to_string().len() < 200, "{long}");
}

/// People leave out the digits that both ends have; others write the higher port first.
#[test]
fn shortened_ends_are_shown_with_the_reversed_range() {
    let message = |text: &str| text.parse::<PortRange>().unwrap_err().to_string();
    for (text, long, turned) in [
        ("6881-89", Some("6881-6889"), "89-6881"),
        ("5060-61", Some("5060-5061"), "61-5060"),
        ("137 - 9", Some("137-139"), "9-137"),
        ("443-80", Some("443-480"), "80-443"),
        ("06881-89", Some("6881-6889"), "89-6881"),
        ("65530-5", Some("65530-65535"), "5-65530"),
        // The long form is no later port, or none at all.
        ("6881-79", None, "79-6881"),
        ("8080-80", None, "80-8080"),
        ("65530-6", None, "6-65530"),
        ("6810-05", None, "5-6810"),
        ("90-80", None, "80-90"),
    ] {
        let long = long.map_or(String::new(), |it| {
            format!("`{it}` if the end is shortened, or ")
        });
        let expected = format!("the range `{text}` is reversed; write {long}`{turned}`");
        assert_eq!(message(text), expected);
    }
    let error = "6881-89/udp".parse::<TransportPortRange>().unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("write `6881-6889/udp` if the end is shortened, or `89-6881/udp`"),
        "{error}"
    );
    // What is kept of a long text may not have its end.
    let text = format!("{}6881-89", "0".repeat(40));
    assert!(message(&text).ends_with("is reversed; write `89-6881`"));
}

#[test]
fn transports_have_their_own_mistakes() {
    for (text, part) in [
        (
            "90-80/udp",
            "the range `90-80` is reversed; write `80-90/udp`",
        ),
        (
            "80-/SCTP",
            "the range `80-` has no last port; write `80-65535/sctp`",
        ),
        (
            "-80/udp",
            "the range `-80` has no first port; write `0-80/udp`, \
             or `80/udp` if you mean one port",
        ),
        (
            "-/udp",
            "the range `-` has no ports; write a port such as `443/udp`, \
             or `0-65535/udp` if you mean all ports",
        ),
        ("90-80", "the range `90-80` is reversed; write `80-90`"),
        // Without the transport, what to write is unknown.
        (
            "90-80/upd",
            "unknown transport `upd`; write tcp, udp, sctp or dccp",
        ),
        ("80-/", "a transport is missing"),
        // Each mistake that needs no transport comes first.
        ("x/upd", "`x/upd` is not a port or a range"),
        ("70000/upd", "`70000` has a port above 65535"),
        (
            "443/tcp/udp",
            "`443/tcp/udp` has several transports; write one port, such as `443/tcp`",
        ),
        (
            "80-90/udp/tcp",
            "has several transports; write one range, such as `80-90/udp`",
        ),
        ("80-90/upd", "upd"),
        (
            "udp/80-90",
            "`udp/80-90` has the transport first; write `80-90/udp`",
        ),
        ("80-90/", "transport"),
        ("", "the ports are missing"),
    ] {
        let error = text.parse::<TransportPortRange>().expect_err(text);
        assert!(error.to_string().contains(part), "{text}: {error}");
    }
}

#[test]
fn ports_are_in_ranges_of_their_own_transport() {
    for &of in Transport::ALL {
        let made = TransportPortRange::new(range(80, 90), of);
        for &under in Transport::ALL {
            for number in [0, 79, 80, 85, 90, 91, 65_535] {
                let port = TransportPort::new(Port::new(number), under);
                let is_in = of == under && (80..=90).contains(&number);
                assert_eq!(made.contains(port), is_in, "{port} in {made}");
            }
        }
    }
}

#[test]
fn ranges_with_a_transport_come_apart() {
    for &transport in Transport::ALL {
        for made in [range(0, 0), range(80, 90), PortRange::ALL] {
            let under = TransportPortRange::new(made, transport);
            assert_eq!(<(PortRange, Transport)>::from(under), (made, transport));
            assert_eq!(TransportPortRange::from((made, transport)), under);
        }
    }
}

#[test]
fn classes_and_systems_are_ranges() {
    assert_eq!(PortClass::User.ports(), range(1024, 49151));
    let classes: u32 = PortClass::ALL.iter().map(|it| it.ports().count()).sum();
    assert_eq!(classes, 65_536);
    assert_eq!(Os::FreeBsd.ephemeral(), range(10000, 65535));
    assert_eq!(
        PortRange::from(..=Port::new(1023)),
        PortClass::System.ports()
    );
}
