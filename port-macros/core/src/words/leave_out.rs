//! The option that leaves rows out.

/// What an option begins with, as messages show it.
pub(crate) const START: &str = "`#[ports(skip(";

/// What it ends with.
pub(crate) const END: &str = "))]`";

/// The option for rows that have `text` in a column, which `key` names. Messages of one cell have
/// it; `valid::leaving_out` puts the one for all rows of a file in its place.
pub(crate) fn option(key: &str, text: &str) -> String {
    format!("{START}{key} = {text:?}{END}")
}
