//! The errors of `port!` and `avoid`: const evaluation that ends with a message.

use super::message::Message;
use crate::{Assignment, Port, PortClass, Transport};

/// Ends a const evaluation with an error if the port of the service `name` is not of
/// `class`.
///
/// # Panics
///
/// If it is not: this is called at compile time only.
#[track_caller]
pub const fn assert_in_class(class: PortClass, port: Port, name: &str) {
    if class.contains(port) {
        return;
    }
    let text = Message::new().push("`").push(name).push("` has port ");
    let text = text.push_number(port.get()).push(", ");
    let text = text.push_class(port.class()).push(", not ");
    panic!("{}", text.push_class(class).as_str())
}

/// Ends a const evaluation with an error: a row has a port that a registry to be
/// avoided has, too. `row` is the beginning of the message, and `allowed` the beginning of the
/// option that allows the port.
///
/// # Panics
///
/// Always: this is called at compile time only.
#[track_caller]
pub const fn refuse_avoided(
    row: &str,
    port: Port,
    transport: Transport,
    other: &str,
    registry: &str,
    allowed: &str,
) -> ! {
    let text = Message::new()
        .push(row)
        .push_number(port.get())
        .push("/")
        .push(transport.name());
    let text = text
        .push(", which is the port of `")
        .push(other)
        .push("` in `")
        .push(registry);
    let text = text
        .push("`; choose another port, or allow it: `")
        .push(allowed);
    panic!("{}", text.push_number(port.get()).push("])`").as_str())
}

/// Returns the first port from `first` to `last` that is one of `assignments` under
/// `transport`, or `found` if that comes before. A pool isn't taken by anyone.
#[must_use]
pub const fn first_avoided(
    mut assignments: &[Assignment],
    first: u16,
    last: u16,
    transport: Transport,
    mut found: Option<Port>,
) -> Option<Port> {
    while let [assignment, rest @ ..] = assignments {
        assignments = rest;
        let (from, to) = (assignment.first().get(), assignment.last().get());
        if assignment.is_pool()
            || !assignment.transports().contains(transport)
            || from > last
            || to < first
        {
            continue;
        }
        let port = if from < first { first } else { from };
        match found {
            Some(found) if found.get() <= port => {}
            _ => found = Some(Port::new(port)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{assert_in_class, first_avoided};
    use crate::{Port, PortClass, Service, Transport};

    /// All rows of the registry at once are as all ports one by one.
    #[test]
    fn the_first_port_that_another_has() {
        let by_port = |first: u16, last, transport| {
            let mut ports = (first..=last).map(Port::new);
            ports.find(|port| Service::from_port(*port, transport).is_some())
        };
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
                let found = Service::ALL.iter().fold(None, |found, it| {
                    first_avoided(it.assignments(), first, last, *transport, found)
                });
                assert_eq!(found, by_port(first, last, *transport), "{first}-{last}");
            }
        }
    }

    #[test]
    #[should_panic(
        expected = "`https` has port 443, a System port (0 to 1023), not a User port (1024 to 49151)"
    )]
    fn port_of_another_class() {
        assert_in_class(PortClass::System, Port::new(443), "https");
        assert_in_class(PortClass::User, Port::new(443), "https");
    }
}
