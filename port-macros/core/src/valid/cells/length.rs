//! How long cells are.

use crate::{problem::shown, words::identifiers::LONGEST_NAME};

/// Refuses a long text where none is meant, before it is looked at and shown.
pub(super) fn refuse_long(text: &str, what: &str) -> Result<(), String> {
    if text.len() <= LONGEST_NAME {
        return Ok(());
    }
    Err(format!(
        "{what} `{}` is too long; write at most {LONGEST_NAME} bytes",
        shown(text)
    ))
}
