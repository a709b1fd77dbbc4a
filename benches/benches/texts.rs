//! What a text that can't be read costs, beside one that can:
//! `cargo bench -p port-consts-benches --bench texts`.

#![forbid(unsafe_code)]

use std::{hint::black_box, str::FromStr, time::Instant};

use port_consts::{
    Category, Os, Port, PortClass, PortRange, PortSet, Service, Side, Transport, TransportPort,
    TransportPortRange, Transports, iana,
};

/// The least nanoseconds of many rounds: what nothing has disturbed.
fn nanoseconds(parse: impl Fn(&str) -> bool, text: &str, is_right: bool) -> f64 {
    const CALLS: u32 = 2_000;
    assert_eq!(parse(text), is_right, "{text}");
    let rounds = (0..200).map(|_| {
        let start = Instant::now();
        for _ in 0..CALLS {
            black_box(parse(black_box(text)));
        }
        start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS)
    });
    rounds.fold(f64::INFINITY, f64::min)
}

/// Prints how many times the cost of the right text each wrong one has; gives the most.
fn compare(what: &str, parse: impl Fn(&str) -> bool, right: &str, wrong: &[&str]) -> f64 {
    let base = nanoseconds(&parse, right, true);
    let mut most: f64 = 0.0;
    for text in wrong {
        let time = nanoseconds(&parse, text, false);
        most = most.max(time / base);
        println!(
            "{what:36} {right:>16} {base:6.1} ns {text:>20} {time:6.1} ns {:5.1}x",
            time / base
        );
    }
    most
}

fn parsed<T: FromStr>(what: &str, right: &str, wrong: &[&str]) -> f64 {
    compare(what, |text| text.parse::<T>().is_ok(), right, wrong)
}

fn main() {
    let ports = ["https", "80-99", "99999", "443/tcp", "127.0.0.1:80", ""];
    let pairs = [
        "htps",
        "tcp/443",
        "80-99/udp",
        "99999/tcp",
        "443/tpc",
        "tcp://a:80",
    ];
    let names = ["htps", "postgers", "x", "a-name-that-no-service-has", ""];
    let ranges = ["90-80", "80-", "-80", "1-99999", "80..90", "80-99/udp"];
    let most = [
        parsed::<Port>("Port", "443", &ports),
        parsed::<TransportPort>("TransportPort", "443/tcp", &pairs),
        parsed::<TransportPort>("TransportPort, by name", "https/tcp", &pairs),
        parsed::<PortRange>("PortRange", "8000-8100", &ranges),
        parsed::<TransportPortRange>(
            "TransportPortRange",
            "8000-8100/udp",
            &["90-80/udp", "8000-8100/upd"],
        ),
        parsed::<PortSet>(
            "PortSet",
            "80,443,8000-8100",
            &["80,443,8100-8000", "80,,443", "https"],
        ),
        parsed::<Transport>("Transport", "tcp", &["tpc", "quic", ""]),
        parsed::<Transports>("Transports", "tcp/udp", &["tcp/upd", "tcp/"]),
        parsed::<PortClass>("PortClass", "user", &["usr", ""]),
        parsed::<Side>("Side", "source", &["sorce", ""]),
        parsed::<Os>("Os", "linux", &["linus", ""]),
        parsed::<Category>("Category", "web", &["wbe", ""]),
        parsed::<Service>("Service", "https", &names),
        parsed::<iana::Service>("iana::Service", "https", &names),
        compare(
            "Port::from_name_or_number",
            |text| Port::from_name_or_number(text).is_ok(),
            "https",
            &["htps", "99999", "443/tcp", ""],
        ),
        compare(
            "iana::Service::from_name_or_number",
            |text| iana::Service::from_name_or_number(text).is_ok(),
            "https",
            &["htps", "99999", "443/tcp", ""],
        ),
    ];
    let most = most.into_iter().fold(0.0, f64::max);
    println!("A text that can't be read costs at most {most:.1} times one that can.");
}
