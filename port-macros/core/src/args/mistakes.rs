//! Mistakes in a call, collected.

/// Adds an error to the others.
pub(super) fn add(mistakes: &mut Option<syn::Error>, error: syn::Error) {
    match mistakes {
        Some(mistakes) => mistakes.combine(error),
        None => *mistakes = Some(error),
    }
}
