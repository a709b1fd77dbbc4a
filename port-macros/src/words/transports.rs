//! Sets of transports, and how they are written. The transports themselves are in
//! `format::transports`, which the library has, too.

use super::{identifiers::camel_case, suggestions::did_you_mean};
use crate::format::transports::NAMES;

pub(crate) use crate::format::transports::{COUNT, FLAGGED};

/// What an empty cell means, in IANA's file as in others: tcp and udp.
pub(crate) const OF_EMPTY_CELL: u8 = 0b0011;

/// The bits of all transports.
pub(crate) fn bits() -> std::ops::Range<usize> {
    0..COUNT
}

/// The name of a transport by its bit.
pub(crate) fn name(bit: usize) -> &'static str {
    NAMES[bit]
}

/// The variant of `port_consts::Transport` by the transport's bit.
pub(crate) fn variant(bit: usize) -> String {
    camel_case(NAMES[bit])
}

/// Whether a set contains a transport.
pub(crate) fn contains(set: u8, bit: usize) -> bool {
    set & (1 << bit) != 0
}

/// The names of the transports in a set.
pub(crate) fn names_of(set: u8) -> impl Iterator<Item = &'static str> {
    bits().filter(move |bit| contains(set, *bit)).map(name)
}

/// The set of a name, without regard to case.
pub(crate) fn from_name(text: &str) -> Option<u8> {
    let bit = NAMES
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text))?;
    Some(1 << bit)
}

/// The set of names with slashes between, or the first part that is no transport.
pub(crate) fn from_names(text: &str) -> Result<u8, &str> {
    let parts = text.split('/').map(str::trim);
    parts
        .map(|part| from_name(part).ok_or(part))
        .try_fold(0, |set, bit| Ok(set | bit?))
}

/// Which transport was probably meant.
pub(crate) fn suggestion(text: &str) -> String {
    did_you_mean(text, NAMES)
}

/// `tcp, udp, sctp and dccp`
pub(crate) fn list() -> String {
    let (last, others) = NAMES.split_last().unwrap_or((&"", &[]));
    format!("{} and {last}", others.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{from_names, list, names_of, variant};

    #[test]
    fn sets_are_read_and_written() {
        assert_eq!(from_names("tcp"), Ok(0b0001));
        assert_eq!(from_names("UDP/tcp"), Ok(0b0011));
        assert_eq!(from_names("sctp / dccp"), Ok(0b1100));
        assert_eq!(from_names("tcp/upd/x"), Err("upd"));
        assert_eq!(names_of(0b0110).collect::<Vec<_>>(), ["udp", "sctp"]);
        assert_eq!(
            names_of(crate::format::transports::ALL).last(),
            Some("dccp")
        );
        assert_eq!(
            (list().as_str(), variant(2)),
            ("tcp, udp, sctp and dccp", "Sctp".into())
        );
    }
}
