//! Which end of a flow has the service, where both ports have one.

use crate::{Assignment, Port, Side, Transport};

/// The side that [`Side`] documents: assigned beats in use, lower beats higher, and the
/// destination has it where both ports are the same.
#[inline]
#[must_use]
pub const fn server_side(
    source: Port,
    source_assigned: bool,
    destination: Port,
    destination_assigned: bool,
) -> Side {
    let source_wins = if source_assigned == destination_assigned {
        source.get() < destination.get()
    } else {
        source_assigned
    };
    if source_wins {
        Side::Source
    } else {
        Side::Destination
    }
}

/// Whether one of a service's assignments has this port, and IANA made it.
#[must_use]
pub const fn is_assigned(mut rest: &[Assignment], port: Port, transport: Transport) -> bool {
    while let [assignment, tail @ ..] = rest {
        if assignment.is_assigned() && assignment.contains(port, transport) {
            return true;
        }
        rest = tail;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{is_assigned, server_side};
    use crate::{Assignment, Port, Side, Transport};

    #[test]
    fn the_status_comes_first() {
        for (source, destination) in [(1, 2), (2, 1), (7, 7), (0, u16::MAX)] {
            let (source, destination) = (Port::new(source), Port::new(destination));
            assert_eq!(server_side(source, true, destination, false), Side::Source);
            assert_eq!(
                server_side(source, false, destination, true),
                Side::Destination
            );
        }
    }

    #[test]
    fn the_lower_number_comes_next() {
        for both in [true, false] {
            let side = |source, destination| {
                server_side(Port::new(source), both, Port::new(destination), both)
            };
            assert_eq!(side(443, 444), Side::Source);
            assert_eq!(side(444, 443), Side::Destination);
            assert_eq!(side(443, 443), Side::Destination);
        }
    }

    #[test]
    fn the_status_is_that_of_port_and_transport() {
        let (tcp, udp) = (Transport::Tcp, Transport::Udp);
        let assignments = [
            Assignment::new(5, 9, tcp.only(), true),
            Assignment::new(7, 7, tcp.only(), false),
            Assignment::new(5, 9, udp.only(), false),
        ];
        assert!(is_assigned(&assignments, Port::new(7), tcp));
        assert!(!is_assigned(&assignments, Port::new(7), udp));
        assert!(!is_assigned(&assignments, Port::new(10), tcp));
        assert!(!is_assigned(&[], Port::new(7), tcp));
    }
}
