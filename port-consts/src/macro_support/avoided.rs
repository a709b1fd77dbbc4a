//! [`Avoided`], the ports of a row that a registry to be avoided has, too.

use super::message::Message;
use crate::{Assignment, Port, Transport};

/// So many ranges fit in a message.
const MOST: usize = 12;

/// The ports of a row, of one transport, that another registry has.
#[derive(Debug)]
pub struct Avoided {
    /// The ports of the row.
    first: u16,
    last: u16,
    /// Disjoint and in ascending order; the first `count` of them.
    ranges: [(u16, u16); MOST],
    count: usize,
    /// Where the first range begins that there was no room for.
    rest: Option<u16>,
}

impl Avoided {
    /// Begins to collect what is between `first` and `last`.
    #[must_use]
    pub const fn new(first: u16, last: u16) -> Self {
        Self {
            first,
            last,
            ranges: [(0, 0); MOST],
            count: 0,
            rest: None,
        }
    }

    /// The lowest of the ports, if there are any.
    #[must_use]
    pub const fn lowest(&self) -> Option<Port> {
        match self.count {
            0 => None,
            _ => Some(Port::new(self.ranges[0].0)),
        }
    }

    /// Adds the ports of a service under `transport`. A pool isn't taken by anyone.
    pub const fn add_service(&mut self, mut assignments: &[Assignment], transport: Transport) {
        while let [assignment, rest @ ..] = assignments {
            assignments = rest;
            if !assignment.is_pool() && assignment.transports().contains(transport) {
                self.add(assignment.first().get(), assignment.last().get());
            }
        }
    }

    /// Adds a range, as far as the row has it.
    pub const fn add(&mut self, first: u16, last: u16) {
        if first > self.last || last < self.first {
            return;
        }
        let first = if first < self.first {
            self.first
        } else {
            first
        };
        let last = if last > self.last { self.last } else { last };
        // Ranges before this one, and behind them those that it touches.
        let mut before = 0;
        while before < self.count && (self.ranges[before].1 as u32) + 1 < first as u32 {
            before += 1;
        }
        let mut range = (first, last);
        let mut after = before;
        while after < self.count && self.ranges[after].0 as u32 <= range.1 as u32 + 1 {
            let (low, high) = self.ranges[after];
            range = (
                if low < range.0 { low } else { range.0 },
                if high > range.1 { high } else { range.1 },
            );
            after += 1;
        }
        self.replace(before, after, range);
    }

    /// Puts one range in the place of those from `before` to `after`.
    const fn replace(&mut self, before: usize, after: usize, range: (u16, u16)) {
        if after == before {
            if let Some(rest) = self.rest {
                if range.0 > rest {
                    return;
                }
            }
            // Those that are above move up, and the last one may have no room.
            if before == MOST {
                self.rest = Some(range.0);
                return;
            }
            if self.count == MOST {
                self.count -= 1;
                self.rest = Some(self.ranges[self.count].0);
            }
            let mut i = self.count;
            while i > before {
                self.ranges[i] = self.ranges[i - 1];
                i -= 1;
            }
            self.count += 1;
        } else {
            let gone = after - before - 1;
            let mut i = before;
            while i + gone < self.count {
                self.ranges[i] = self.ranges[i + gone];
                i += 1;
            }
            self.count -= gone;
        }
        self.ranges[before] = range;
    }

    /// Ends a const evaluation with an error. `row` is the beginning of the message, `other` the
    /// service that has the lowest port, and `allowed` the beginning of the option that allows
    /// the ports.
    ///
    /// # Panics
    ///
    /// Always: this is called at compile time only.
    #[track_caller]
    pub const fn refuse(
        &self,
        row: &str,
        transport: Transport,
        other: &str,
        registry: &str,
        allowed: &str,
    ) -> ! {
        let text = self.message(row, transport, other, registry, allowed);
        panic!("{}", text.as_str())
    }

    const fn message(
        &self,
        row: &str,
        transport: Transport,
        other: &str,
        registry: &str,
        allowed: &str,
    ) -> Message {
        let (port, end) = self.ranges[0];
        let is_one = self.count == 1 && port == end;
        let text = Message::new().push(row).push_number(port).push("/");
        let text = text.push(transport.name());
        let text = text.push(", which is the port of `").push(other);
        let text = text.push("` in `").push(registry);
        let mut text = text
            .push(if is_one {
                "`; choose another port, or allow it: `"
            } else {
                "`, and other ports of it; choose other ports, or allow them: `"
            })
            .push(allowed);
        let mut i = 0;
        while i < self.count {
            let (first, last) = self.ranges[i];
            text = text.push(if i == 0 { "" } else { ", " }).push_number(first);
            if first < last {
                text = text.push("..=").push_number(last);
            }
            i += 1;
        }
        text = text.push("])`");
        match self.rest {
            None => text,
            Some(rest) => text
                .push(", and there are more from port ")
                .push_number(rest)
                .push(" on"),
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::{borrow::ToOwned, vec, vec::Vec};

    use super::{Avoided, MOST};
    use crate::{Port, Service, Transport};

    /// All rows of the registry are as all ports one by one, up to what there is room for.
    #[test]
    fn the_ports_that_another_has() {
        for transport in Transport::ALL {
            for (first, last) in [
                (0, 0),
                (0, 65535),
                (1024, 2000),
                (30000, 32767),
                (30001, 30200),
                (49152, 65535),
                (65500, 65535),
            ] {
                let mut services = Avoided::new(first, last);
                for service in Service::ALL {
                    services.add_service(service.assignments(), *transport);
                }
                let mut ports = Avoided::new(first, last);
                for port in first..=last {
                    if Service::from_port(Port::new(port), *transport).is_some() {
                        ports.add(port, port);
                    }
                }
                let end = services.rest.unwrap_or(u16::MAX);
                let below = |it: &Avoided| {
                    let ranges = it.ranges[..it.count].to_vec();
                    ranges
                        .into_iter()
                        .filter(|it| it.0 < end)
                        .collect::<Vec<_>>()
                };
                assert_eq!(below(&services), below(&ports), "{first}-{last}");
                assert_eq!(services.rest.is_some(), ports.rest.is_some());
                assert_eq!(services.lowest(), ports.lowest());
            }
        }
    }

    #[test]
    fn ranges_that_touch_are_one() {
        let collected = |ranges: &[(u16, u16)]| {
            let mut avoided = Avoided::new(10, 1000);
            for (first, last) in ranges {
                avoided.add(*first, *last);
            }
            (avoided.ranges[..avoided.count].to_vec(), avoided.rest)
        };
        assert_eq!(collected(&[(0, 9), (1001, 65535)]), (vec![], None));
        assert_eq!(collected(&[(0, 65535)]), (vec![(10, 1000)], None));
        assert_eq!(
            collected(&[(30, 30), (10, 10), (20, 20), (31, 31), (11, 19), (29, 29)]),
            (vec![(10, 20), (29, 31)], None)
        );
        assert_eq!(
            collected(&[(30, 30), (20, 20), (40, 40), (15, 35)]),
            (vec![(15, 35), (40, 40)], None)
        );
        // The lowest ones stay.
        let many: Vec<(u16, u16)> = (0..20).map(|i| (10 + 2 * i, 10 + 2 * i)).collect();
        let lowest = many[..MOST].to_vec();
        assert_eq!(collected(&many), (lowest.clone(), Some(34)));
        // When others have become one, there is room again.
        let again: Vec<(u16, u16)> = many[..=MOST].to_vec();
        let again = [again, vec![(10, 20), (34, 34)]].concat();
        let expected = [vec![(10, 20)], many[6..=MOST].to_vec()].concat();
        assert_eq!(collected(&again), (expected, Some(34)));
        let reversed: Vec<(u16, u16)> = many.iter().rev().copied().collect();
        assert_eq!(collected(&reversed), (lowest, Some(34)));
    }

    #[test]
    fn the_lowest_port_may_be_the_first_or_the_last() {
        let lowest = |first: u16, last: u16| {
            let mut avoided = Avoided::new(10, 1000);
            avoided.add(first, last);
            avoided.lowest()
        };
        for (first, last) in [(0, 9), (1001, 2000), (0, 0), (65_535, 65_535)] {
            assert_eq!(lowest(first, last), None, "{first}-{last}");
        }
        for (first, last, port) in [
            (0, 10, 10),
            (10, 10, 10),
            (1000, 1000, 1000),
            (999, 2000, 999),
        ] {
            let port = Some(Port::new(port));
            assert_eq!(lowest(first, last), port, "{first}-{last}");
        }
    }

    #[test]
    fn messages_say_all_ports() {
        let message = |ranges: &[(u16, u16)]| {
            let mut avoided = Avoided::new(0, 65535);
            for (first, last) in ranges {
                avoided.add(*first, *last);
            }
            let allowed = "avoid(a::B, except = [1, ";
            let row = "p.csv:2: `web` has port ";
            let text = avoided.message(row, Transport::Tcp, "alt", "a::B", allowed);
            text.as_str().to_owned()
        };
        assert_eq!(
            message(&[(80, 80)]),
            "p.csv:2: `web` has port 80/tcp, which is the port of `alt` in `a::B`; choose another \
             port, or allow it: `avoid(a::B, except = [1, 80])`"
        );
        assert_eq!(
            message(&[(90, 95), (80, 80)]),
            "p.csv:2: `web` has port 80/tcp, which is the port of `alt` in `a::B`, and other ports \
             of it; choose other ports, or allow them: `avoid(a::B, except = [1, 80, 90..=95])`"
        );
        let many: Vec<(u16, u16)> = (1000..1013).map(|i| (10 * i, 10 * i + 8)).collect();
        assert!(
            message(&many).ends_with("10110..=10118])`, and there are more from port 10120 on")
        );
    }
}
