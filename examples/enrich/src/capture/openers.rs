//! Who opened which connection.

use std::{
    collections::{HashMap, VecDeque},
    net::SocketAddr,
};

use port_consts::Side;

/// So many connections are remembered, the last ones that were opened: about 15 MB. A server
/// that is asked 1,000 times a second has had as many in a minute; what is older has most
/// often ended, and if not, the numbers decide again.
const CONNECTIONS: usize = 1 << 16;

/// Both ends, the lower one first, so that both directions are one connection.
type Connection = (SocketAddr, SocketAddr);

/// The connections whose beginning was seen.
#[derive(Default)]
pub(super) struct Openers {
    /// Which end of the pair has the service.
    servers: HashMap<Connection, Side>,
    /// The oldest one first.
    order: VecDeque<Connection>,
}

impl Openers {
    /// Remembers that a connection was opened, and which end has the service.
    pub(super) fn opened(&mut self, source: SocketAddr, destination: SocketAddr, server: Side) {
        let (connection, turned) = sorted(source, destination);
        let server = if turned { server.opposite() } else { server };
        if self.servers.insert(connection, server).is_some() {
            return;
        }
        if self.order.len() == CONNECTIONS {
            if let Some(oldest) = self.order.pop_front() {
                self.servers.remove(&oldest);
            }
        }
        self.order.push_back(connection);
    }

    /// Returns which end has the service, if the connection's beginning was seen.
    pub(super) fn server(&self, source: SocketAddr, destination: SocketAddr) -> Option<Side> {
        let (connection, turned) = sorted(source, destination);
        let server = *self.servers.get(&connection)?;
        Some(if turned { server.opposite() } else { server })
    }
}

fn sorted(source: SocketAddr, destination: SocketAddr) -> (Connection, bool) {
    if source <= destination {
        ((source, destination), false)
    } else {
        ((destination, source), true)
    }
}

#[cfg(test)]
mod tests {
    use super::{CONNECTIONS, Openers};
    use port_consts::Side;
    use std::net::SocketAddr;

    fn end(number: u32) -> SocketAddr {
        (std::net::Ipv4Addr::from(number), 1000).into()
    }

    #[test]
    fn both_directions_have_the_same_server() {
        for (one, other) in [(end(1), end(2)), (end(2), end(1))] {
            let mut openers = Openers::default();
            assert_eq!(openers.server(one, other), None);
            openers.opened(one, other, Side::Destination);
            assert_eq!(openers.server(one, other), Some(Side::Destination));
            assert_eq!(openers.server(other, one), Some(Side::Source));
            // The same pair of ports, opened from the other end later.
            openers.opened(other, one, Side::Destination);
            assert_eq!(openers.server(one, other), Some(Side::Source));
        }
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut openers = Openers::default();
        let count = u32::try_from(CONNECTIONS).unwrap();
        for number in 0..=count {
            // Opened twice, as when a SYN is sent again, it counts once.
            openers.opened(end(number), end(u32::MAX), Side::Destination);
            openers.opened(end(number), end(u32::MAX), Side::Destination);
        }
        assert_eq!(openers.servers.len(), CONNECTIONS);
        assert_eq!(openers.order.len(), CONNECTIONS);
        assert_eq!(openers.server(end(0), end(u32::MAX)), None);
        for number in 1..=count {
            let server = openers.server(end(number), end(u32::MAX));
            assert_eq!(server, Some(Side::Destination));
        }
    }
}
