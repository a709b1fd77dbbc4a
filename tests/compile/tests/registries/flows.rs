//! Which end of a flow has the service: the rules that the documentation of `Side` lists.

/// A flow, with ends 0 (source) and 1 (destination).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) ports: [u16; 2],
    pub(crate) transport: usize,
    pub(crate) opener: Option<usize>,
    /// The local end, and its system's first and last ports for clients.
    pub(crate) local: Option<(usize, u16, u16)>,
}

/// What a registry has at an end: a service, and whether its port is assigned.
pub(crate) type At = Option<(usize, bool)>;

impl Seen {
    /// The service, and the end that has it.
    pub(crate) fn answer(&self, at: [At; 2]) -> Option<(usize, usize)> {
        let end = |end: usize| at[end].map(|(service, _)| (service, end));
        if let Some(opener) = self.opener {
            // Rule 1, with FTP's servers, which open flows from port 20.
            if self.ports[opener] == 20 && self.transport == 0 {
                return end(opener).or(end(1 - opener));
            }
            return end(1 - opener);
        }
        // Rule 2.
        let ([Some(source), Some(destination)], [a, b]) = (at, self.ports) else {
            return end(0).or(end(1));
        };
        let rpc = [self.has_rpc(0), self.has_rpc(1)];
        let clients = [self.is_client(0), self.is_client(1)];
        // Rules 3 to 7.
        let wins = if rpc[0] != rpc[1] {
            usize::from(rpc[1])
        } else if clients[0] != clients[1] {
            usize::from(clients[0])
        } else if source.1 != destination.1 {
            usize::from(destination.1)
        } else {
            usize::from(b <= a)
        };
        end(wins)
    }

    /// Whether this end is a server of ONC RPC, and the other has a port of its clients. If
    /// this end's own system gives its port to clients, that says nothing.
    fn has_rpc(&self, end: usize) -> bool {
        let (own, other) = (self.ports[end], self.ports[1 - end]);
        let is_server = [111, 2049, 4045, 20048].contains(&own);
        let is_lent = self
            .local
            .is_some_and(|(local, first, last)| local == end && (first..=last).contains(&own));
        is_server && (600..=1023).contains(&other) && !is_lent
    }

    /// Whether systems give the port of this end to clients.
    fn is_client(&self, end: usize) -> bool {
        let port = self.ports[end];
        match self.local {
            None => port >= 32768,
            Some((local, first, last)) if local == end => (first..=last).contains(&port),
            Some((local, first, last)) => {
                let is_lent = (first..=last).contains(&self.ports[local]);
                port >= if is_lent { 32768 } else { 1024 }
            }
        }
    }
}
