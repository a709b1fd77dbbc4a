//! Which end of a flow has the service, if both ports have one.

use crate::{Assignment, Os, Port, Side, Transport};

/// The side with the service, by the rules that [`Side`] documents: a port below those of
/// clients wins, then an assigned one, then the lower one, then the destination.
#[inline]
#[must_use]
pub const fn server_side(
    source: Port,
    source_assigned: bool,
    destination: Port,
    destination_assigned: bool,
) -> Side {
    let source_is_client = is_client(source);
    let source_wins = if source_is_client != is_client(destination) {
        !source_is_client
    } else if source_assigned != destination_assigned {
        source_assigned
    } else {
        source.get() < destination.get()
    };
    if source_wins {
        Side::Source
    } else {
        Side::Destination
    }
}

/// Whether systems give the port to clients. Linux's range begins lower than those of Windows
/// and macOS. (FreeBSD's, from 10000, would include too many servers.)
const fn is_client(port: Port) -> bool {
    port.get() >= Os::Linux.ephemeral().first().get()
}

/// Whether IANA assigned this port to the service that has these assignments.
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
    use crate::{Assignment, Port, Side, Transport, format::assignments::Status};

    fn side(source: (u16, bool), destination: (u16, bool)) -> Side {
        let (source, destination) = ((Port::new(source.0), source.1), destination);
        server_side(source.0, source.1, Port::new(destination.0), destination.1)
    }

    #[test]
    fn ports_of_clients_come_last() {
        for (server, client) in [(0, 32768), (32767, 32768), (32767, 65535), (1024, 49152)] {
            for assigned in [true, false] {
                assert_eq!(side((server, false), (client, assigned)), Side::Source);
                assert_eq!(side((client, assigned), (server, false)), Side::Destination);
            }
        }
    }

    #[test]
    fn the_status_comes_next() {
        for (one, other) in [
            (1, 2),
            (2, 1),
            (7, 7),
            (0, 32767),
            (32768, 65535),
            (65535, 32768),
        ] {
            assert_eq!(side((one, true), (other, false)), Side::Source);
            assert_eq!(side((one, false), (other, true)), Side::Destination);
        }
    }

    #[test]
    fn the_lower_number_comes_last() {
        for both in [true, false] {
            for (lower, higher) in [(443, 444), (32768, 32769), (49151, 49152)] {
                assert_eq!(side((lower, both), (higher, both)), Side::Source);
                assert_eq!(side((higher, both), (lower, both)), Side::Destination);
                assert_eq!(side((lower, both), (lower, both)), Side::Destination);
            }
        }
    }

    #[test]
    fn the_status_is_that_of_port_and_transport() {
        let (tcp, udp) = (Transport::Tcp, Transport::Udp);
        let assignments = [
            Assignment::new(5, 9, tcp.only(), Status::Assigned),
            Assignment::new(7, 7, tcp.only(), Status::Unofficial),
            Assignment::new(5, 9, udp.only(), Status::Unofficial),
        ];
        assert!(is_assigned(&assignments, Port::new(7), tcp));
        assert!(!is_assigned(&assignments, Port::new(7), udp));
        assert!(!is_assigned(&assignments, Port::new(10), tcp));
        assert!(!is_assigned(&[], Port::new(7), tcp));
    }
}
