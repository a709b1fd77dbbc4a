//! A port with something beside it: `:80`, `localhost:80`, `80 (http)`.

use super::{plain, written};
use crate::words::looks::number;

/// What else than a port a text has.
pub(crate) fn find(text: &str) -> Option<String> {
    if let Some(port) = text.rsplit_once(':').and_then(|(_, port)| number(port)) {
        return Some(format!("has more than a port in it; write `{port}`"));
    }
    let mut words = text.split_whitespace();
    let port = words.next().and_then(plain)?;
    let has_digits = words.any(|word| word.contains(|it: char| it.is_ascii_digit()));
    let port = written(port);
    (!has_digits).then(|| format!("has more than a port in it; write `{port}`"))
}
