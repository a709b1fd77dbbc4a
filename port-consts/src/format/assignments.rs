// The original is in port-consts/src/format; `cargo run -p port-consts-tools -- sync` copies it to port-macros/src/format.

//! The assignments of a service: the first port in two bytes, the last in two, the set of
//! transports, and 1 if they are assigned.

/// The bytes of an assignment.
pub(crate) const BYTES: usize = 6;

/// The bytes of an assignment.
pub(crate) const fn pack(first: u16, last: u16, transports: u8, assigned: bool) -> [u8; BYTES] {
    let (first, last) = (first.to_le_bytes(), last.to_le_bytes());
    let assigned = assigned as u8;
    [first[0], first[1], last[0], last[1], transports, assigned]
}

/// The first port, the last, the set of transports, and whether they are assigned.
pub(crate) const fn unpack(bytes: [u8; BYTES]) -> (u16, u16, u8, bool) {
    let [a, b, c, d, transports, assigned] = bytes;
    let (first, last) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
    (first, last, transports, assigned != 0)
}
