//! Which end of a flow has the service. [`Side`] documents the rules.

use crate::{Assignment, Flow, Os, Port, PortClass, PortRange, Side, Transport};

/// Whether this end may have the service: not if it is known to have opened the flow.
#[inline]
#[must_use]
pub const fn may_serve(flow: Flow, side: Side) -> bool {
    match flow.opener() {
        Some(opener) => opener as u8 != side as u8 || is_ftp_data(flow, side),
        None => true,
    }
}

/// The end that has the service, where both ports have one: what the rules say that come
/// before the services' status, or `None`.
#[must_use]
pub const fn side_by_ports(flow: Flow) -> Option<Side> {
    if let Some(opener) = flow.opener() {
        return Some(if is_ftp_data(flow, opener) {
            opener
        } else {
            opener.opposite()
        });
    }
    if is_reserved_for_clients_of(flow, Side::Destination) {
        return Some(Side::Destination);
    }
    if is_reserved_for_clients_of(flow, Side::Source) {
        return Some(Side::Source);
    }
    match (
        is_client(flow, Side::Source),
        is_client(flow, Side::Destination),
    ) {
        (true, false) => Some(Side::Destination),
        (false, true) => Some(Side::Source),
        _ => None,
    }
}

/// The end that has the service, where the ports alone don't say it: whether each port is
/// assigned to its service decides, and then the lower number.
#[must_use]
pub const fn side_by_status(flow: Flow, source_assigned: bool, destination_assigned: bool) -> Side {
    let source_wins = if source_assigned == destination_assigned {
        flow.source().get() < flow.destination().get()
    } else {
        source_assigned
    };
    if source_wins {
        Side::Source
    } else {
        Side::Destination
    }
}

/// Whether the end is an FTP server that opens a data connection (RFC 959, section 3.2): no
/// system gives port 20 to clients.
const fn is_ftp_data(flow: Flow, side: Side) -> bool {
    flow.port(side).get() == 20 && matches!(flow.transport(), Transport::Tcp)
}

/// Whether systems give the port of this end to clients.
const fn is_client(flow: Flow, side: Side) -> bool {
    let port = flow.port(side);
    match flow.local_end() {
        Some((local, ephemeral)) if local as u8 == side as u8 => ephemeral.contains(port),
        // The local end has not got its port from the system, so it is the server, unless the
        // other end has a port that no system gives to clients either. Routers that translate
        // addresses give any from 1024 on.
        Some((local, ephemeral)) if !ephemeral.contains(flow.port(local)) => {
            !matches!(PortClass::of(port), PortClass::System)
        }
        // From where Linux begins, which is lower than where Windows and macOS do. (FreeBSD's
        // 10000 would take in too many servers.)
        _ => port.get() >= Os::Linux.ephemeral().first().get(),
    }
}

/// Whether this end has a port of ONC RPC, whose clients bind a reserved port, and the other
/// end has such a port.
///
/// Servers trust these clients because only root can bind the port. `bindresvport` of glibc
/// and of the BSDs picks one from 600 to 1023, Linux's kernel from 665 to 1023
/// (`sunrpc.min_resvport`).
const fn is_reserved_for_clients_of(flow: Flow, side: Side) -> bool {
    const RESERVED: PortRange = PortRange::between(Port::new(600), Port::new(1023));

    let server = flow.port(side);
    // sunrpc (rpcbind), nfs, nlockmgr (lockd), mountd.
    matches!(server.get(), 111 | 2049 | 4045 | 20048)
        && RESERVED.contains(flow.port(side.opposite()))
        && !is_lent(flow, side)
}

/// Whether this end is local, and its system has picked the port.
const fn is_lent(flow: Flow, side: Side) -> bool {
    match flow.local_end() {
        Some((local, ephemeral)) => {
            local as u8 == side as u8 && ephemeral.contains(flow.port(side))
        }
        None => false,
    }
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
    use super::{is_assigned, may_serve, side_by_ports, side_by_status};
    use crate::{
        Assignment, Flow, Os, Port,
        Side::{self, Destination, Source},
        Transport,
        format::assignments::Status,
    };

    fn flow(source: u16, destination: u16) -> Flow {
        Flow::new(Port::new(source), Port::new(destination), Transport::Tcp)
    }

    fn server_side(flow: Flow, source_assigned: bool, destination_assigned: bool) -> Side {
        side_by_ports(flow)
            .unwrap_or_else(|| side_by_status(flow, source_assigned, destination_assigned))
    }

    fn side(source: (u16, bool), destination: (u16, bool)) -> Side {
        server_side(flow(source.0, destination.0), source.1, destination.1)
    }

    #[test]
    fn ports_of_clients_come_last() {
        for (server, client) in [(0, 32768), (32767, 32768), (32767, 65535), (1024, 49152)] {
            for assigned in [true, false] {
                assert_eq!(side((server, false), (client, assigned)), Source);
                assert_eq!(side((client, assigned), (server, false)), Destination);
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
            assert_eq!(side((one, true), (other, false)), Source);
            assert_eq!(side((one, false), (other, true)), Destination);
        }
    }

    #[test]
    fn the_lower_number_comes_last() {
        for both in [true, false] {
            for (lower, higher) in [(443, 444), (32768, 32769), (49151, 49152)] {
                assert_eq!(side((lower, both), (higher, both)), Source);
                assert_eq!(side((higher, both), (lower, both)), Destination);
                assert_eq!(side((lower, both), (lower, both)), Destination);
            }
        }
    }

    #[test]
    fn clients_of_rpc_have_reserved_ports() {
        for server in [111, 2049, 4045, 20048] {
            for client in 600..1024 {
                assert_eq!(side((client, true), (server, false)), Destination);
                assert_eq!(side((server, false), (client, true)), Source);
            }
            for other in [599, 1024] {
                let lower = if server < other { Source } else { Destination };
                assert_eq!(side((server, true), (other, true)), lower);
            }
        }
    }

    #[test]
    fn who_opened_the_flow_decides() {
        for opener in [Source, Destination] {
            let seen = flow(7, 51000).opened_by(opener);
            for assigned in [true, false] {
                assert_eq!(server_side(seen, assigned, !assigned), opener.opposite());
            }
            assert!(may_serve(seen, opener.opposite()) && !may_serve(seen, opener));
            assert!(may_serve(flow(7, 51000), opener), "nobody has seen it");
        }
        // An FTP server opens its data connections.
        let data = flow(20, 33060).opened_by(Source);
        assert!(may_serve(data, Source));
        assert_eq!(server_side(data, true, true), Source);
    }

    #[test]
    fn a_local_end_has_its_own_system() {
        let free_bsd = Os::FreeBsd.ephemeral();
        let ours = |source, destination| {
            let flow = flow(source, destination).local(Source, free_bsd);
            let answer = server_side(flow, true, true);
            assert_eq!(server_side(flow.reversed(), true, true), answer.opposite());
            answer
        };
        // A client, and whatever the server has.
        assert_eq!(ours(10050, 11211), Destination);
        assert_eq!(ours(20048, 636), Destination);
        // A server that its system has not given the port, and a client behind a router.
        assert_eq!(ours(8080, 3306), Source);
        // A client that has bound a reserved port.
        assert_eq!(ours(783, 2049), Destination);
        assert_eq!(ours(2049, 783), Source);
        // Neither port is a client's.
        assert_eq!(ours(4500, 500), Destination);
        // Both may be.
        assert_eq!(ours(47808, 51820), Source);
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
