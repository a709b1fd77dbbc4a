//! The words that people write where they have nothing to write.

/// `n/a`, `TBD`, `#REF!` and the like. `null` and `none` are not among them: programs write these,
/// and are called so.
pub(crate) fn is_absent(text: &str) -> bool {
    // No more than the longest.
    text.len() <= "unknown".len()
        && matches!(
            text.to_lowercase().as_str(),
            "n/a"
                | "tbd"
                | "tba"
                | "tbc"
                | "unknown"
                | "#n/a"
                | "#ref!"
                | "#name?"
                | "#value!"
                | "#null!"
                | "#num!"
                | "#div/0!"
        )
}
