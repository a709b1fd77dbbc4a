//! The curated registry against Debian's `/etc/services`: what differs is explained in a
//! list, and what the list explains differs.

use std::collections::BTreeSet;

use port_consts::{Service, Transport};
use port_consts_reader::TRANSPORTS;
use port_consts_tools::debian::{self, Difference, Line, from_csv, from_services, to_csv};

const SERVICES: &str = include_str!("../../fixtures/debian-services.csv");
const EXPLAINED: &str = include_str!("../../fixtures/debian-differences.csv");

fn differences(lines: &[Line]) -> BTreeSet<Difference> {
    debian::differences(&port_consts_reader::rows("port-data.csv"), lines)
}

/// The differences that the list explains; of a range of ports, each.
fn explained() -> Vec<Difference> {
    let mut reader = csv::Reader::from_reader(EXPLAINED.as_bytes());
    let records = reader.records().map(Result::unwrap);
    records.flat_map(|record| of_row(&record)).collect()
}

fn of_row(record: &csv::StringRecord) -> Vec<Difference> {
    let name = || record[1].to_owned();
    assert!(record[4].len() > 10, "{record:?} is not explained");
    let ports = match record[2].split_once('-') {
        Some((first, last)) => first.parse::<u16>().unwrap()..=last.parse().unwrap(),
        None => record[2].parse().map_or(0..=0, |port: u16| port..=port),
    };
    let of_ports = |what: fn(String, u16, &'static str) -> Difference| {
        let mut known = TRANSPORTS.into_iter();
        let transport = known.find(|it| *it == &record[3]).unwrap();
        ports
            .clone()
            .map(|port| what(name(), port, transport))
            .collect()
    };
    match &record[0] {
        "transport" => vec![Difference::Transport(
            name(),
            *ports.start(),
            record[3].to_owned(),
        )],
        "name missing" => vec![Difference::NameMissing(name())],
        "port missing" => of_ports(Difference::PortMissing),
        "other number" => of_ports(Difference::OtherNumber),
        "other name" => of_ports(Difference::OtherName),
        "two services" => {
            let (one, other) = record[1].split_once(' ').unwrap();
            vec![Difference::TwoServices(one.to_owned(), other.to_owned())]
        }
        "port only here" => of_ports(Difference::PortOnlyHere),
        what => panic!("{what} is no kind of difference"),
    }
}

#[test]
fn every_difference_is_explained_and_every_explanation_applies() {
    let lines = from_csv(SERVICES);
    assert_eq!(lines.len(), 318);
    let list = explained();
    let explained: BTreeSet<Difference> = list.iter().cloned().collect();
    assert_eq!(list.len(), explained.len(), "explained twice");
    let found = differences(&lines);
    let missing: Vec<_> = found.difference(&explained).collect();
    let stale: Vec<_> = explained.difference(&found).collect();
    assert!(missing.is_empty(), "not explained: {missing:#?}");
    assert!(stale.is_empty(), "explained, but no difference: {stale:#?}");
}

/// Of the 314 lines that IANA's transports have, most say the same here.
#[test]
fn most_lines_are_the_same_here() {
    let mut same = 0;
    for line in from_csv(SERVICES) {
        let Some(transport) = Transport::from_name(&line.transport) else {
            continue;
        };
        let service = Service::from_port(line.port.into(), transport);
        same += usize::from(service.is_some_and(|it| it.name() == line.name));
    }
    assert!(same >= 280, "{same}");
}

/// Each kind of difference is one that is found.
#[test]
fn differences_of_every_kind() {
    let text = "\
        https 443/tcp\n\
        http 443/udp # not here\n\
        htps 8443/tcp\n\
        www 80/tcp http\n\
        http-alt 591/tcp ftp\n\
        gopher 70/ddp\n\
        domain 53/tcp HTTP\n";
    let found = differences(&from_services(text).unwrap());
    for difference in [
        Difference::Transport("gopher".to_owned(), 70, "ddp".to_owned()),
        Difference::NameMissing("htps".to_owned()),
        Difference::PortMissing("http".to_owned(), 443, "udp"),
        Difference::PortMissing("ftp".to_owned(), 591, "tcp"),
        Difference::PortMissing("HTTP".to_owned(), 53, "tcp"),
        Difference::OtherNumber("http-alt".to_owned(), 591, "tcp"),
        Difference::OtherName("www".to_owned(), 80, "tcp"),
        Difference::OtherName("htps".to_owned(), 8443, "tcp"),
        Difference::PortOnlyHere("domain".to_owned(), 53, "udp"),
        Difference::PortOnlyHere("https".to_owned(), 443, "udp"),
        Difference::PortOnlyHere("http-alt".to_owned(), 8080, "tcp"),
    ] {
        assert!(found.contains(&difference), "{difference:?}\n{found:#?}");
    }
    let two = differences(&from_services("acr-nema 104/tcp dicom\n").unwrap());
    let expected = Difference::TwoServices("dicom".to_owned(), "acr-nema".to_owned());
    assert!(two.contains(&expected), "{two:#?}");
    let none = "# a comment\n\nredis\t6379/tcp valkey # another\n";
    assert!(differences(&from_services(none).unwrap()).is_empty());
}

#[test]
fn services_files_are_read() {
    let lines = from_services("a 1/tcp\n#b\n  c\t2/udp  d e#f\n").unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (lines[1].port, lines[1].aliases.join(" ")),
        (2, "d e".to_owned())
    );
    assert_eq!(from_csv(&to_csv(&lines).unwrap()), lines);
    for wrong in ["a\n", "a 1\n", "a x/tcp\n", "a 65536/tcp\n"] {
        assert!(from_services(wrong).is_err(), "{wrong}");
    }
}
