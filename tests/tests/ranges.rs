//! `PortRange`, `TransportPortRange` and `Ports`: every range's arithmetic against Rust's own
//! inclusive ranges in wider integers.

#![forbid(unsafe_code)]

use std::ops::RangeInclusive;

use port_consts::{
    Os, ParsePortRangeError, Port, PortClass, PortRange, Transport, TransportPortRange,
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
    use ParsePortRangeError::{Empty, Open, OtherDash, Reversed, Transport};

    let (low, high) = (Port::new(80), Port::new(90));
    for (text, expected) in [
        ("", Empty),
        (
            "90-80",
            Reversed {
                first: high,
                last: low,
            },
        ),
        (
            "80-",
            Open {
                first: Some(low),
                last: None,
            },
        ),
        (
            "-90",
            Open {
                first: None,
                last: Some(high),
            },
        ),
        (
            " - ",
            Open {
                first: None,
                last: None,
            },
        ),
        (
            "80..90",
            OtherDash {
                first: low,
                last: high,
            },
        ),
        (
            "80..=90",
            OtherDash {
                first: low,
                last: high,
            },
        ),
        (
            "80:90",
            OtherDash {
                first: low,
                last: high,
            },
        ),
        (
            "80\u{2013}90",
            OtherDash {
                first: low,
                last: high,
            },
        ),
        (
            "80 to 90",
            OtherDash {
                first: low,
                last: high,
            },
        ),
        ("80/tcp", Transport),
        ("80-90/udp", Transport),
    ] {
        let error = text.parse::<PortRange>();
        assert_eq!(error, Err(expected), "{text}");
    }
    for (text, part) in [
        ("90-80", "the range `90-80` is reversed; write `80-90`"),
        ("80-", "write `80-65535`"),
        ("-90", "write `0-90`, or `90`"),
        ("90..80", "with a dash: `80-90`"),
        ("80-90/udp", "transport"),
        ("80-65536", "65536"),
        ("http", "http"),
        ("80-http", "http"),
        ("1-2-3", "2-3"),
    ] {
        let message = text.parse::<PortRange>().map_err(|error| error.to_string());
        let message = message.expect_err(text);
        assert!(message.contains(part), "{text}: {message}");
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
