//! What `port_set!` makes its set of.

use crate::{Port, PortRange, PortSet};

/// The set of these ranges, first and last port, and of these ports.
#[must_use]
pub const fn port_set(mut ranges: &[(u16, u16)], mut ports: &[Port]) -> PortSet {
    let mut set = PortSet::new();
    while let [(first, last), rest @ ..] = ranges {
        set = set.with(PortRange::between(Port::new(*first), Port::new(*last)));
        ranges = rest;
    }
    while let [port, rest @ ..] = ports {
        set = set.with(PortRange::single(*port));
        ports = rest;
    }
    set
}
