//! `PortSet`, `PortRanges` and `port_set!` against `BTreeSet<u16>`.

use std::collections::{BTreeSet, HashSet};

use port_consts::{Port, PortClass, PortRange, PortRanges, PortSet, port_set};
use proptest::{
    collection::vec,
    prelude::{ProptestConfig, Strategy, any, prop_oneof},
    prop_assert, prop_assert_eq, proptest,
};

/// Ranges as people write them, and such as end where a word of bits does.
fn ranges() -> impl Strategy<Value = Vec<(u16, u16)>> {
    let number = || {
        prop_oneof![
            any::<u16>(),
            0..200_u16,
            (0..1024_u16).prop_map(|it| it * 64)
        ]
    };
    let short = (number(), 0..70_u16).prop_map(|(first, more)| (first, first.saturating_add(more)));
    let any_range = (number(), number()).prop_map(|(a, b)| (a.min(b), a.max(b)));
    vec(prop_oneof![4 => short, 1 => any_range], 0..12)
}

fn range((first, last): (u16, u16)) -> PortRange {
    PortRange::new(Port::new(first), Port::new(last)).expect("first is the lower one")
}

fn set(ranges: &[(u16, u16)]) -> PortSet {
    ranges.iter().copied().map(range).collect()
}

fn model(ranges: &[(u16, u16)]) -> BTreeSet<u16> {
    ranges
        .iter()
        .flat_map(|(first, last)| *first..=*last)
        .collect()
}

fn numbers(set: &PortSet) -> BTreeSet<u16> {
    set.iter().map(Port::get).collect()
}

/// The maximal runs of a model, by looking at each port.
fn runs(model: &BTreeSet<u16>) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for &port in model {
        match runs.last_mut() {
            Some((_, last)) if u32::from(*last) + 1 == u32::from(port) => *last = port,
            _ => runs.push((port, port)),
        }
    }
    runs
}

proptest! {
    // Each case looks at all ports several times.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_set_has_the_ports_that_went_in(ranges in ranges(), out in ranges()) {
        let (mut set, mut model) = (set(&ranges), model(&ranges));
        prop_assert_eq!(numbers(&set), model.clone());
        for pair in &out {
            set.remove(range(*pair));
            model.retain(|port| !(pair.0..=pair.1).contains(port));
        }
        prop_assert_eq!(numbers(&set), model.clone());
        prop_assert_eq!(set.len() as usize, model.len());
        prop_assert_eq!(set.is_empty(), model.is_empty());
        prop_assert_eq!(set.first().map(Port::get), model.first().copied());
        prop_assert_eq!(set.last().map(Port::get), model.last().copied());
        for number in 0..=u16::MAX {
            prop_assert_eq!(set.contains(Port::new(number)), model.contains(&number));
        }
    }

    #[test]
    fn in_const_contexts_as_otherwise(ranges in ranges(), out in ranges()) {
        let with = ranges.iter().fold(PortSet::new(), |set, pair| set.with(range(*pair)));
        prop_assert_eq!(&with, &set(&ranges));
        let without = out.iter().fold(with.clone(), |set, pair| set.without(range(*pair)));
        prop_assert_eq!(without, with - set(&out));
    }

    #[test]
    fn algebra_is_that_of_sets(a in ranges(), b in ranges()) {
        let (left, right) = (set(&a), set(&b));
        let (a, b) = (model(&a), model(&b));
        prop_assert_eq!(numbers(&(&left | &right)), &a | &b);
        prop_assert_eq!(numbers(&(&left & &right)), &a & &b);
        prop_assert_eq!(numbers(&(&left - &right)), &a - &b);
        prop_assert_eq!(numbers(&(&left ^ &right)), &a ^ &b);
        prop_assert_eq!((!&left).len() as usize, 65_536 - a.len());
        prop_assert!((&left & !&left).is_empty());
        prop_assert_eq!(left.is_subset(&right), a.is_subset(&b));
        prop_assert_eq!(left.is_superset(&right), a.is_superset(&b));
        prop_assert_eq!(left.is_disjoint(&right), a.is_disjoint(&b));
        prop_assert_eq!(left == right, a == b);
        let mut assigned = left.clone();
        assigned |= &right;
        assigned &= &left;
        prop_assert_eq!(&assigned, &left);
        assigned ^= &right;
        assigned -= right;
        prop_assert_eq!(numbers(&assigned), &a - &b);
    }

    #[test]
    fn runs_are_maximal_and_come_from_both_ends(ranges in ranges(), front in 0..5_usize) {
        let set = set(&ranges);
        let model = model(&ranges);
        let expected: Vec<PortRange> = runs(&model).into_iter().map(range).collect();
        prop_assert_eq!(set.ranges().collect::<Vec<_>>(), expected.clone());
        prop_assert!(set.ranges().rev().eq(expected.iter().rev().copied()));
        prop_assert_eq!(set.range_count(), expected.len());
        // From the front, and then from behind.
        let mut mixed = set.ranges();
        let first: Vec<PortRange> = mixed.by_ref().take(front).collect();
        let last: Vec<PortRange> = mixed.rev().collect();
        prop_assert!(first.iter().chain(last.iter().rev()).eq(&expected));
        for run in &expected {
            prop_assert!(set.contains_range(*run));
        }
    }

    #[test]
    fn ports_come_from_both_ends(ranges in ranges(), front in 0..80_usize) {
        let set = set(&ranges);
        let model: Vec<u16> = model(&ranges).into_iter().collect();
        prop_assert_eq!(set.iter().len(), model.len());
        prop_assert!(set.iter().rev().map(Port::get).eq(model.iter().rev().copied()));
        let mut mixed = set.iter();
        let first: Vec<u16> = mixed.by_ref().take(front).map(Port::get).collect();
        prop_assert_eq!(mixed.len(), model.len() - first.len());
        let last: Vec<u16> = mixed.rev().map(Port::get).collect();
        prop_assert!(first.iter().chain(last.iter().rev()).eq(&model));
    }

    #[test]
    fn a_range_is_in_a_set_if_all_its_ports_are(ranges in ranges(), of in ranges()) {
        let (set, model) = (set(&ranges), model(&ranges));
        for pair in of {
            let all = (pair.0..=pair.1).all(|port| model.contains(&port));
            prop_assert_eq!(set.contains_range(range(pair)), all);
        }
    }

    #[test]
    fn what_is_printed_is_read(ranges in ranges()) {
        let set = set(&ranges);
        prop_assert_eq!(set.to_string().parse::<PortSet>(), Ok(set.clone()));
        // In any order, with spaces, and a comma at the end.
        let items = ranges.iter().rev().map(|(first, last)| format!(" {first} - {last} ,"));
        let text: String = items.collect();
        prop_assert_eq!(text.parse::<PortSet>(), Ok(set));
    }

    #[test]
    fn nothing_makes_the_reader_panic(text in "[0-9 ,-]{0,24}|\\PC{0,24}") {
        if let Ok(set) = text.parse::<PortSet>() {
            prop_assert_eq!(set.to_string().parse::<PortSet>(), Ok(set));
        }
        let _ = text.parse::<PortRange>().map_err(|error| error.to_string());
    }

    /// The number of ranges is part of the type, so `PortRanges` are made for each number.
    #[test]
    fn ranges_of_a_set_are_its_runs(ranges in ranges()) {
        let (set, runs) = (set(&ranges), runs(&model(&ranges)));
        macro_rules! compare {
            ($($count:literal)*) => {$(
                let found = PortRanges::<$count>::from_set(&set);
                prop_assert_eq!(found.is_some(), runs.len() == $count);
                if let Some(found) = found {
                    let pairs = found.ranges().map(|it| (it.first().get(), it.last().get()));
                    prop_assert!(pairs.eq(runs.iter().copied()));
                    prop_assert_eq!(&PortSet::from(&found), &set);
                    prop_assert_eq!(&PortSet::from(found), &set);
                }
            )*};
        }
        compare!(0 1 2 3 4 5 6 7 8 9 10 11 12);
    }

    #[test]
    fn equal_sets_hash_alike(ranges in ranges()) {
        let forward = set(&ranges);
        let backward: PortSet = ranges.iter().rev().copied().map(range).collect();
        let hashed: HashSet<PortSet> = [forward, backward].into_iter().collect();
        prop_assert_eq!(hashed.len(), 1);
    }
}

#[test]
fn every_port_by_itself() {
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        let set = PortSet::from(port);
        assert_eq!(
            (set.first(), set.last(), set.len()),
            (Some(port), Some(port), 1)
        );
        assert!(set.iter().eq([port]) && set.ranges().eq([PortRange::single(port)]));
        assert_eq!((!set).len(), 65_535);
    }
    let mut none = PortSet::full();
    none.clear();
    assert_eq!(none, PortSet::new());
}

#[test]
fn sets_of_constants() {
    const NAMED: PortRanges<3> = port_set!("https, 8050-8100, http, 8000-8060");
    const SET: PortSet = NAMED.to_set();
    const AGAIN: Option<PortRanges<3>> = PortRanges::from_set(&SET);
    const FEWER: Option<PortRanges<2>> = PortRanges::from_set(&SET);
    const MORE: Option<PortRanges<4>> = PortRanges::from_set(&SET);
    const CONTAINS: bool = NAMED.contains(Port::new(8100)) && !NAMED.contains(Port::new(8101));
    const LEN: u32 = NAMED.len();

    assert_eq!(NAMED.to_string(), "80,443,8000-8100");
    assert_eq!((AGAIN, FEWER, MORE), (Some(NAMED), None, None));
    assert_eq!(SET, NAMED);
    assert_eq!(NAMED, SET);
    assert_ne!(SET, port_set!("80"));
    assert_ne!(port_set!("80"), SET);
    assert_eq!(PortSet::from(NAMED).len(), LEN);
    assert_eq!(LEN, 103);
    const { assert!(CONTAINS) };
    assert!(NAMED.iter().eq(SET.iter()) && NAMED.iter().rev().eq(SET.iter().rev()));
    assert_eq!(size_of_val(&NAMED), 12);
    assert_eq!(size_of::<PortSet>(), 8192);
    for number in 0..=u16::MAX {
        let port = Port::new(number);
        assert_eq!(NAMED.contains(port), SET.contains(port));
    }
    assert_eq!(port_set!("0-65535").len(), 65_536);
    assert_eq!(port_set!("65535").to_string(), "65535");
}

#[test]
fn only_sorted_ranges_with_gaps_are_taken() {
    let new = |pairs: [(u16, u16); 2]| PortRanges::new(pairs.map(range));
    assert!(new([(80, 80), (82, 90)]).is_some_and(|it| !it.is_empty()));
    for touching in [
        [(80, 80), (81, 90)],
        [(80, 85), (85, 90)],
        [(82, 90), (80, 80)],
    ] {
        assert_eq!(new(touching), None);
    }
    assert!(PortRanges::new([]).is_some_and(|it| it.is_empty() && it.to_string().is_empty()));
    assert!(PortRanges::new([range((65535, 65535)), range((0, 0))]).is_none());
}

#[test]
fn every_mistake_in_a_text_names_its_item() {
    for (text, expected) in [
        (",", "item 1 is empty"),
        ("80,,443", "item 2 is empty"),
        ("80,443,,", "item 3 is empty"),
        (
            "80, 90-85",
            "item 2: the range `90-85` is reversed; write `85-90`",
        ),
        ("80, 70000", "item 2: "),
        ("http", "item 1: "),
        ("80/tcp", "item 1: "),
    ] {
        let error = text.parse::<PortSet>().map_err(|error| error.to_string());
        let message = error.expect_err(text);
        assert!(message.starts_with(expected), "{text}: {message}");
    }
    assert_eq!("".parse(), Ok(PortSet::new()));
    assert_eq!(" ".parse(), Ok(PortSet::new()));
    assert_eq!(PortSet::new().to_string(), "");
}

#[test]
fn classes_make_up_all_ports() {
    let all = PortClass::ALL.iter().map(|it| PortSet::from(*it));
    assert_eq!(
        all.fold(PortSet::new(), |set, class| set | class),
        PortSet::full()
    );
}

/// Read as lists, these would be other ports than those that are meant.
#[test]
fn separators_of_thousands_are_refused() {
    let certain = "has a separator of thousands; write ";
    let may = "may have a separator of thousands; \
               write ports without separators, and without zeros in front";
    for (text, item, quoted, what, remedy) in [
        ("8,000", 1, "8,000", certain, "`8000`"),
        (
            "10,000-20,000",
            1,
            "10,000-20,000",
            certain,
            "`10000-20000`",
        ),
        ("1,024-65,535", 1, "1,024-65,535", certain, "`1024-65535`"),
        (
            " 80, 1,024 - 2,535 ,",
            2,
            "1,024 - 2,535",
            certain,
            "`1024-2535`",
        ),
        ("1,024-65535,80", 1, "1,024-65535", certain, "`1024-65535`"),
        ("80-10,000", 1, "80-10,000", certain, "`80-10000`"),
        ("8000-10,000,443", 1, "8000-10,000", certain, "`8000-10000`"),
        ("8080,100-30,000", 2, "100-30,000", certain, "`100-30000`"),
        ("22,8,080,443", 2, "8,080", certain, "`8080`"),
        // Where a list may begin or end in another place, the number is a question.
        (
            "1024-65,535",
            1,
            "1024-65,535",
            "if it is one range, write ",
            "`1024-65535`",
        ),
        (
            "22,100-30,000",
            1,
            "22,100-30,000",
            "if it is one range, write ",
            "`22100-30000`",
        ),
        (
            "1024-10,535,443",
            1,
            "1024-10,535",
            "if it is one range, write ",
            "`1024-10535`",
        ),
        ("10,000-20,80", 1, "10,000-20", may, ""),
        // Blanks stand between ports.
        (
            "8 443",
            1,
            "8 443",
            "has ports without a comma between them; write commas, as in `80,443`",
            "",
        ),
        // These are no ports as numbers.
        ("80,000", 1, "80,000", may, ""),
        ("80,090", 1, "80,090", may, ""),
        ("443,000", 1, "443,000", may, ""),
        ("1,024-65", 1, "1,024-65", may, ""),
    ] {
        let error = text.parse::<PortSet>().expect_err(text);
        assert_eq!(error.item(), item, "{text}");
        let message = error.to_string();
        assert!(
            message.starts_with(&format!("item {item}: `{quoted}` ")),
            "{message}"
        );
        assert!(message.ends_with(&format!("{what}{remedy}")), "{message}");
    }
}

#[test]
fn lists_without_spaces_and_ports_with_zeros_are_read() {
    for (text, expected) in [
        ("80,443", "80,443"),
        ("22,443,8080", "22,443,8080"),
        ("8,443-500,600", "8,443-500,600"),
        ("22,100-300", "22,100-300"),
        ("10, 000", "0,10"),
        ("0080,00443", "80,443"),
        ("022,080,443", "22,80,443"),
        ("443,080", "80,443"),
        ("80-443,022", "22,80-443"),
        ("0,080", "0,80"),
        ("8080,080", "80,8080"),
        ("10,0000", "0,10"),
        ("10,00", "0,10"),
        ("10-10,535", "10,535"),
    ] {
        let set: PortSet = text.parse().expect(text);
        assert_eq!(PortSet::try_from(text).as_ref(), Ok(&set));
        assert_eq!(set.to_string(), expected, "{text}");
    }
}
