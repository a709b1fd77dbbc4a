//! What programs do with errors: compare them, and print them with their sources.

use std::{
    collections::HashSet,
    error::Error,
    hash::{BuildHasher as _, RandomState},
};

use port_consts::{Port, PortRange, PortSet, TransportPortRange, services_file};

#[test]
fn errors_are_told_apart_by_what_was_read() {
    let [one, other] = ["htps", "htpps"].map(|it| Port::from_name_or_number(it).unwrap_err());
    assert_ne!(one, other);
    assert_eq!(HashSet::from([one, other, one]).len(), 2);
    let state = RandomState::new();
    assert_ne!(state.hash_one(one), state.hash_one(other));
}

#[test]
fn a_reversed_range_is_shown_with_its_remedy() {
    let error = PortRange::try_from(Port::new(90)..=Port::new(80)).unwrap_err();
    let text = error.to_string();
    assert_eq!(text, "the range `90-80` is reversed; write `80-90`");
}

/// Programs print an error and then its sources.
#[test]
fn no_source_of_an_error_repeats_what_it_says() {
    let line = services_file::entries("x 70000/tcp").next();
    let errors: [Box<dyn Error>; 5] = [
        "4x".parse::<Port>().unwrap_err().into(),
        "90-80".parse::<PortSet>().unwrap_err().into(),
        "90-80/tcp"
            .parse::<TransportPortRange>()
            .unwrap_err()
            .into(),
        "80/tpc".parse::<TransportPortRange>().unwrap_err().into(),
        line.unwrap().unwrap_err().into(),
    ];
    for error in errors {
        let source = error.source().map_or_else(String::new, ToString::to_string);
        assert!(
            source.is_empty() || !error.to_string().contains(&source),
            "{source}"
        );
    }
}
