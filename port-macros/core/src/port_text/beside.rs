//! A port with something beside it: `:80`, `localhost:80`, `port 80`, `80 - 90 (http)`.

use super::{DASHES, plain, written};
use crate::words::looks::number;

/// What else than a port a text has.
pub(crate) fn find(whole: &str) -> Option<String> {
    let text = whole;
    if let Some(port) = text.rsplit_once(':').and_then(|(_, port)| number(port)) {
        return Some(format!("has more than a port in it; write `{port}`"));
    }
    let text = text.trim_start_matches(|it: char| it.is_ascii_alphabetic());
    let word = &whole[..whole.len() - text.len()];
    let text = if word.eq_ignore_ascii_case("port") || word.eq_ignore_ascii_case("ports") {
        text.trim_start()
    } else {
        whole
    };
    let end = start(text);
    let port = plain(&text[..end])?;
    let has_digits = text[end..].contains(|it: char| it.is_ascii_digit());
    let port = written(port);
    (!has_digits).then(|| format!("has more than a port in it; write `{port}`"))
}

/// Where the first word ends; a range with spaces is one.
fn start(text: &str) -> usize {
    let word = |from: usize| {
        let rest = text[from..].trim_start();
        let long = rest.find(char::is_whitespace).unwrap_or(rest.len());
        text.len() - rest.len() + long
    };
    let first = word(0);
    let Some(last) = text[first..].trim_start().strip_prefix(DASHES) else {
        return first;
    };
    let end = word(text.len() - last.len());
    if plain(&text[..end]).is_some() {
        end
    } else {
        first
    }
}
