use crate::problem::shown;

/// A text as messages show it: cut, and in one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut line = String::new();
    for letter in shown(text).chars() {
        if letter.is_control() {
            line.extend(letter.escape_default());
        } else {
            line.push(letter);
        }
    }
    line
}
