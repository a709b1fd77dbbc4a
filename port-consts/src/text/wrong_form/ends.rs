//! What to write for a range with an end that is missing, or below the other.

use core::fmt;

use super::{
    Behind, Reads,
    Remedy::{Say, WriteEnds},
    WrongForm,
    ports::{EXCLUSIVE, halves, is_padded, number},
};
use crate::Transport;

/// The ends of a range, as they stand in the text. It prints what to write, behind "write".
///
/// A remedy that forgot the transport would be read, and as TCP's. So each has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// `80-`, `-80` or `-`.
    Open(Option<u16>, Option<u16>, Option<Transport>),
    /// `90-80`, and `6881-89` with the last port that it may be short for.
    Reversed {
        first: u16,
        last: u16,
        long: Option<u16>,
        transport: Option<Transport>,
    },
}

impl Ends {
    /// The ends of a reversed range.
    pub(crate) fn reversed(first: &str, last: &str, transport: Option<Transport>) -> Option<Self> {
        Some(Self::Reversed {
            first: number(first)?,
            last: number(last)?,
            long: long(first, last),
            transport,
        })
    }
}

/// A range that is reversed or open, and has another mark than a dash: `90–80`, `−80`. With a
/// dash, the reader has seen it.
pub(super) fn find(
    text: &str,
    transport: Option<Transport>,
    reads: Reads,
) -> Option<WrongForm<'static>> {
    let (first, last, mark) = halves(text).filter(|_| reads.ranges)?;
    let form = |what, remedy| Some(WrongForm::new(what, remedy));

    match (number(first), number(last)) {
        _ if mark == "-" => None,
        (Some(low), Some(high)) if low <= high => None,
        // Its last port isn't certain.
        (Some(_), Some(_)) if mark == EXCLUSIVE => form(
            REVERSED,
            Say("write its lower port, `-`, and its higher port"),
        ),
        (Some(_), Some(_)) => {
            let ends = Ends::reversed(first, last, transport)?;
            form(REVERSED, WriteEnds(ends))
        }
        (first @ Some(_), None) if last.is_empty() => form(
            "is a range without a last port",
            WriteEnds(Ends::Open(first, None, transport)),
        ),
        (None, last @ Some(_)) if first.is_empty() && mark != EXCLUSIVE => form(
            "is a range without a first port",
            WriteEnds(Ends::Open(None, last, transport)),
        ),
        _ => None,
    }
}

const REVERSED: &str = "is a reversed range without a dash";

/// `6889` for `6881-89`: the last port with the digits of the first in front of it, if it is
/// the higher one then.
fn long(first: &str, last: &str) -> Option<u16> {
    let missing = first.len().checked_sub(last.len())?;
    if is_padded(last) {
        return None;
    }
    let digits = u32::try_from(last.len()).ok()?;
    let head: u32 = first.get(..missing)?.parse().ok()?;
    let tail = u32::from(number(last)?);
    let long = head
        .checked_mul(10_u32.checked_pow(digits)?)?
        .checked_add(tail)?;
    let long = u16::try_from(long).ok()?;
    (long > number(first)?).then_some(long)
}

impl fmt::Display for Ends {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Open(Some(first), _, transport) => {
                write!(f, "`{first}-65535{}`", Behind(transport))
            }
            Self::Open(None, Some(last), transport) => {
                let behind = Behind(transport);
                write!(
                    f,
                    "`0-{last}{behind}`, or `{last}{behind}` if you mean one port"
                )
            }
            // A dash is how tables say that there is nothing.
            Self::Open(None, None, transport) => {
                let behind = Behind(transport);
                write!(
                    f,
                    "a port such as `443{behind}`, or `0-65535{behind}` if you mean all ports"
                )
            }
            Self::Reversed {
                first,
                last,
                long,
                transport,
            } => {
                let behind = Behind(transport);
                // `443-80` may be both, so both are shown.
                if let Some(long) = long {
                    write!(f, "`{first}-{long}{behind}` if the end is shortened, or ")?;
                }
                write!(f, "`{last}-{first}{behind}`")
            }
        }
    }
}
