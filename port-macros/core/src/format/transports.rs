// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

//! The transports. Everything else that depends on a transport reads it here.

/// The names, in the order of `port_consts::Transport`. The index of a transport is its
/// discriminant, its bit in a set, and its place in tables.
pub(crate) const NAMES: [&str; 4] = ["tcp", "udp", "sctp", "dccp"];

/// How many transports there are.
pub(crate) const COUNT: usize = NAMES.len();

/// The set of all transports; a set is one byte.
pub(crate) const ALL: u8 = match COUNT {
    ..8 => (1 << COUNT) - 1,
    8 => u8::MAX,
    _ => panic!("a set of transports has eight bits"),
};

/// The bytes of all names with a slash between: the longest text of a set.
pub(crate) const LONGEST_TEXT: usize = {
    let mut length = COUNT - 1;
    let mut i = 0;
    while i < COUNT {
        length += NAMES[i].len();
        i += 1;
    }
    length
};

/// The transports that nearly all ports are of, tcp and udp, come first. Small tables of
/// ports have a flag for each of these.
pub(crate) const FLAGGED: usize = 2;
