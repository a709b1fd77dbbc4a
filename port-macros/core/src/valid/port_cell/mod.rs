//! A cell of the column `Port Number`.

mod date;
mod lines;
mod remedies;
mod with_transport;

use crate::{
    port_text::{DASHES, Place, fractions, mapping::Mapping, pairs, plain, quoted, thousands},
    words::{
        leave_out,
        looks::{is_digits, number},
        transports::from_names,
    },
};

/// What is wrong with a cell beside this one of transports, which has this title.
pub(super) fn beside(text: &str, transports: &str, title: &str) -> Option<String> {
    // Nearly all cells are, and have no transport.
    if plain(text).is_some() {
        return None;
    }
    lines::find(text, transports).or_else(|| {
        let parts = remedies::parts(text).map(set_of);
        let set = parts.fold(set_of(text), |set, it| set | it);
        let other = from_names(transports).ok()?;
        (set != 0 && set != other).then(|| {
            format!(
                "port `{}` has a transport in it, and the column `{title}` has another, \
                 `{transports}`; write the ports alone here, and there the transport that is meant",
                quoted(text)
            )
        })
    })
}

/// Whether a cell says of which transports its ports are.
pub(super) fn names_transports(text: &str) -> bool {
    let mut sets = remedies::parts(text).map(set_of);
    set_of(text) != 0 || sets.any(|set| set != 0)
}

/// The set of the transports that a cell or a part of it names.
fn set_of(text: &str) -> u8 {
    let mapped = Mapping::read(text).map_or(0, |it| it.set());
    let behind = with_transport::split(text).and_then(|(_, name)| from_names(name).ok());
    mapped | behind.unwrap_or_default() | with_transport::set_of(text)
}

/// First and last ports: one range, or several with `,` or `;` between. `transport` is the
/// title of the column that transports are in.
pub(super) fn ports(text: &str, transport: &str) -> Result<Vec<(u16, u16)>, String> {
    if text.is_empty() {
        return Err(format!(
            "the port is empty; write a number, 0 to 65535, or a range: `6000-6063`; or leave \
             such rows out with {}",
            leave_out::option("port", "")
        ));
    }
    if let Some(range) = plain(text) {
        return Ok(vec![range]);
    }
    let mistake = |part: &str, remedy: String| {
        let within = if part == text {
            String::new()
        } else {
            format!(" in `{}`", quoted(text))
        };
        Err(format!("port `{}`{within} {remedy}", quoted(part)))
    };
    if let Some(large) = above(text) {
        let rule = "is above 65535; a port is a 16-bit number, 0 to 65535";
        return mistake(large, rule.to_owned());
    }
    let separators = thousands::find(text, Place::Cell).or_else(|| fractions::find(text));
    if let Some(remedy) = separators {
        return mistake(text, remedy);
    }
    if let Some(remedy) = remedies::of_cell(text, transport) {
        return mistake(text, remedy);
    }
    let mut ranges = Vec::new();
    for part in remedies::parts(text) {
        match plain(part) {
            Some(range) => ranges.push(range),
            None => return mistake(part, remedies::of_part(part, transport)),
        }
    }
    if ranges.is_empty() {
        return mistake(text, remedies::of_part(text, transport));
    }
    Ok(ranges)
}

/// The end of a range that is too large.
fn above(text: &str) -> Option<&str> {
    let (first, last) = text.split_once(DASHES)?;
    let (first, last) = (first.trim_end(), last.trim_start());
    let mut ends = [first, last]
        .into_iter()
        .filter(|_| is_digits(first) && is_digits(last));
    ends.find(|end| number(end).is_none())
}

/// The last port of a range whose first one is in a column of its own. `transport` is the title
/// of the column that transports are in.
pub(super) fn last(text: &str, ranges: &[(u16, u16)], transport: &str) -> Result<u16, String> {
    let shown = quoted(text);
    let [(first, end)] = ranges else {
        return Err(format!(
            "last port `{shown}` goes with several ports; write each in a row of its own"
        ));
    };
    match number(text) {
        _ if first != end => Err(format!(
            "last port `{shown}` goes with a range; write `{first}` as the port, \
             or leave the last port empty"
        )),
        Some(0) if *first > 0 => Err(format!(
            "last port `{shown}` is below the first, `{first}`; \
             leave it empty where there is one port"
        )),
        Some(last) if last < *first => {
            let full = pairs::shortened(*first, text).map_or_else(String::new, |full| {
                format!("write `{full}` if it is shortened, or ")
            });
            let write = if full.is_empty() { "write " } else { "" };
            Err(format!(
                "last port `{last}` is below the first, `{first}`; \
                 {full}{write}`{last}` as the port and `{first}` as the last port"
            ))
        }
        Some(last) => Ok(last),
        None if is_digits(text) => Err(format!(
            "last port `{shown}` is above 65535; a port is a 16-bit number, 0 to 65535"
        )),
        None => {
            let remedy = ports(text, transport).err();
            let remedy = remedy.and_then(|it| of_one_port(&it, &shown));
            Err(format!(
                "last port `{shown}` is not a number, 0 to 65535; {}\
                 leave it empty where there is one port",
                remedy.map_or_else(String::new, |remedy| format!("{remedy}, or "))
            ))
        }
    }
}

/// What a mistake says to write in place of a text, if that is one port. Of two readings of which
/// the second is a list, it is the first.
fn of_one_port(mistake: &str, shown: &str) -> Option<String> {
    let mistake = mistake.strip_prefix("port `")?.strip_prefix(shown)?;
    let (rule, remedy) = mistake.strip_prefix("` ")?.rsplit_once("; write ")?;
    let remedy = remedy.split(", or `").next()?;
    let mut quoted = remedy.split('`').skip(1).step_by(2);
    number(quoted.next()?)?;
    let has_range =
        quoted.any(|it| number(it).is_none() && it.contains(|it: char| it.is_ascii_digit()));
    (!has_range && !rule.starts_with("in `")).then(|| format!("write {remedy}"))
}

#[cfg(test)]
mod tests;
