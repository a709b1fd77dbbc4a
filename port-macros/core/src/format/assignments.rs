// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/core/src/format.

//! The assignments of a service: the first port in two bytes, the last in two, the set of
//! transports, and the status: one byte each.

/// The bytes of an assignment.
pub(crate) const BYTES: usize = 6;

/// What a row says of its ports. `Pool`: a program picks one of them when it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Status {
    Assigned,
    Unofficial,
    Pool,
}

impl Status {
    /// The byte of a status is its place here.
    pub(crate) const ALL: [Self; 3] = [Self::Assigned, Self::Unofficial, Self::Pool];

    /// The status of a byte.
    pub(crate) const fn of(byte: u8) -> Self {
        match byte {
            0 => Self::Assigned,
            1 => Self::Unofficial,
            _ => Self::Pool,
        }
    }
}

/// The bytes of an assignment.
pub(crate) const fn pack(first: u16, last: u16, transports: u8, status: Status) -> [u8; BYTES] {
    let (first, last) = (first.to_le_bytes(), last.to_le_bytes());
    [
        first[0],
        first[1],
        last[0],
        last[1],
        transports,
        status as u8,
    ]
}

/// The first port, the last, the set of transports, and the status.
pub(crate) const fn unpack(bytes: [u8; BYTES]) -> (u16, u16, u8, Status) {
    let [a, b, c, d, transports, status] = bytes;
    let (first, last) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
    (first, last, transports, Status::of(status))
}
