//! A registry as a type, and its comparison with what is expected.

use core::str;

use board::println;
use port_consts::{Port, Transport};

use crate::{expected::Expected, tally::Tally};

/// The lookups of a registry.
pub struct Registry<E: 'static> {
    pub title: &'static str,
    pub all: &'static [E],
    pub from_port: fn(Port, Transport) -> Option<E>,
    pub candidates: fn(Port, Transport) -> &'static [E],
    pub from_name: fn(&str) -> Option<E>,
    pub name: fn(E) -> &'static str,
    pub aliases: fn(E) -> &'static [&'static str],
}

/// The lookups of a registry that `ports!` has made.
#[macro_export]
macro_rules! registry {
    ($($registry:ident)::+) => {{
        use $($registry)::+::Service;
        $crate::registry::Registry {
            title: stringify!($($registry)::+),
            all: Service::ALL,
            from_port: Service::from_port,
            candidates: Service::candidates,
            from_name: Service::from_name,
            name: Service::name,
            aliases: Service::aliases,
        }
    }};
}

impl<E: Copy + PartialEq> Registry<E> {
    /// Whether all answers are those expected. Prints the first wrong ones.
    pub fn equals(&self, expected: &Expected) -> bool {
        let (ports, names) = (self.ports(expected), self.names(expected));
        println!("{}: ports: {ports}; names: {names}", self.title);
        ports.asked == 4 * 65_536 && names.asked > 0 && ports.wrong + names.wrong == 0
    }

    /// Asks for the services of every port.
    fn ports(&self, expected: &Expected) -> Tally {
        let mut tally = Tally::default();
        for (number, transport) in Transport::ALL.iter().enumerate() {
            let mut runs = expected.runs(number).peekable();
            for port in 0..=u16::MAX {
                while runs.next_if(|run| run.ports.1 < port).is_some() {}
                let run = runs.peek().filter(|run| run.ports.0 <= port);
                let mut services = run.into_iter().flat_map(|run| run.services());
                let port = Port::new(port);
                let found = (self.from_port)(port, *transport);
                // The first one is expected of both, unless it is of a pool, and none is left
                // over of either.
                let mut candidates = (self.candidates)(port, *transport).iter();
                let pools = run.map_or(0, |run| run.pools);
                let answer = candidates.clone().next().copied();
                let answer = answer.filter(|_| candidates.len() > pools);
                let mut right = found == answer;
                right &= candidates.all(|it| Some(it) == self.nth(services.next()));
                right &= services.next().is_none();
                let found = found.map(self.name);
                tally.count(right, format_args!("{port}/{transport} is not {found:?}"));
            }
        }
        tally
    }

    fn nth(&self, number: Option<usize>) -> Option<&E> {
        self.all.get(number?)
    }

    /// Asks for the service of every name, in any case, and of what is no name, and for
    /// the names of every service.
    fn names(&self, expected: &Expected) -> Tally {
        let mut tally = Tally::default();
        let mut count = 0;
        for names in expected.services() {
            let service = self.nth(Some(count)).copied();
            count += 1;
            for name in names.clone() {
                let mut buffer = [0; 64];
                self.ask(name, service, &mut tally);
                let lower = cased(name, &mut buffer, u8::to_ascii_lowercase);
                self.ask(lower, service, &mut tally);
                let upper = cased(name, &mut buffer, u8::to_ascii_uppercase);
                self.ask(upper, service, &mut tally);
            }
            let own = service.into_iter().flat_map(|service| {
                let aliases = (self.aliases)(service).iter().copied();
                [(self.name)(service)].into_iter().chain(aliases)
            });
            let right = names.eq(own);
            tally.count(right, format_args!("names of service {count}"));
        }
        let all = self.all.len();
        tally.count(
            count == all,
            format_args!("not {all} services, but {count}"),
        );
        for miss in expected.misses() {
            self.ask(miss, None, &mut tally);
        }
        tally
    }

    fn ask(&self, name: &str, service: Option<E>, tally: &mut Tally) {
        let found = (self.from_name)(name);
        let right = found == service;
        let found = found.map(self.name);
        tally.count(right, format_args!("`{name}` is not {found:?}"));
    }
}

/// A name with other letters; empty, which is no name, if there is no room.
fn cased<'a>(name: &str, buffer: &'a mut [u8; 64], case: fn(&u8) -> u8) -> &'a str {
    let Some(place) = buffer.get_mut(..name.len()) else {
        return "";
    };
    for (to, from) in place.iter_mut().zip(name.as_bytes()) {
        *to = case(from);
    }
    str::from_utf8(place).unwrap_or("")
}
