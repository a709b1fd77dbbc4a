//! Logs of one JSON object a line.

use serde::Deserialize;

use crate::flow::Malformed;
use port_consts::Port;

/// Reads the object of a line; none of an empty line.
pub(super) fn object<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<Option<T>, Malformed> {
    let line = line.trim_ascii();
    match line {
        [] => Ok(None),
        [b'{', ..] => serde_json::from_slice(line)
            .map(Some)
            .map_err(|_| Malformed::Json),
        _ => Err(Malformed::Json),
    }
}

/// A port, which JSON has as any number.
pub(super) fn port(number: u64) -> Option<Port> {
    u16::try_from(number).ok().map(Port::new)
}
