//! What the gateway lets in: the TCP services of `ports.csv`.

use port_consts::{Port, Service, Transport};
use smoltcp::wire::{IpProtocol, Ipv4Packet, TcpPacket};

use crate::log::log;

port_consts::ports! {
    /// What may be spoken to.
    #[ports(within = User, select(transport = "tcp"))]
    pub enum Allowed = "ports.csv";
}

/// What becomes of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Verdict {
    /// It goes to a service of the plan.
    LetIn,
    /// It comes from one.
    LetInAsAnswer,
    Refused,
}

/// Whether a packet may come in: one to a service of the plan, or its answer.
pub fn lets_in(packet: &[u8]) -> bool {
    let Some((from, to)) = ports(packet) else {
        log!("refused: what is no TCP over IPv4");
        return false;
    };
    let listed = |port| Allowed::from_port(port, Transport::Tcp).is_some();
    let verdict = match (listed(to), listed(from)) {
        (true, _) => Verdict::LetIn,
        (false, true) => Verdict::LetInAsAnswer,
        (false, false) => Verdict::Refused,
    };
    // What a number is assigned to is for people; the plan decides.
    let assigned = |port| Service::from_port(port, Transport::Tcp);
    log!(
        "{:?}: {} ({:?}) to {} ({:?})",
        verdict,
        from,
        assigned(from),
        to,
        assigned(to)
    );
    verdict != Verdict::Refused
}

/// The ports that a packet is from and to.
fn ports(packet: &[u8]) -> Option<(Port, Port)> {
    let packet = Ipv4Packet::new_checked(packet).ok()?;
    if packet.next_header() != IpProtocol::Tcp {
        return None;
    }
    let segment = TcpPacket::new_checked(packet.payload()).ok()?;
    Some((Port::new(segment.src_port()), Port::new(segment.dst_port())))
}
