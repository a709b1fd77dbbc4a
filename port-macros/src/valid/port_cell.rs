//! A cell of the column `Port Number`.

use super::cells::IF_IANA;
use crate::words::columns::Column;

/// A port number, or the first and last of a run of them.
pub(super) fn ports(text: &str) -> Result<(u16, u16), String> {
    if text.is_empty() {
        return Err(format!(
            "the port is empty; write a number, 0 to 65535, or a range: `6000-6063`{IF_IANA}"
        ));
    }
    // A dash in front is a sign, not the dash of a range.
    if let Some((first, last)) = text
        .split_once(['-', '–'])
        .filter(|(first, _)| !first.is_empty())
    {
        if last.trim().is_empty() {
            return Err(format!(
                "port range `{text}` has no end; write both ends: `{first}-65535`"
            ));
        }
        let first = port(first.trim(), text)?;
        let last = port(last.trim(), text)?;
        if first > last {
            return Err(format!(
                "port range `{text}` runs backwards; write `{last}-{first}`"
            ));
        }
        return Ok((first, last));
    }
    port(text, text).map(|port| (port, port))
}

/// `number` is the whole cell or one end of the range in it.
fn port(number: &str, cell: &str) -> Result<u16, String> {
    let within = if number == cell {
        String::new()
    } else {
        format!(" in `{cell}`")
    };
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        return number.parse().map_err(|_| {
            format!("port `{number}`{within} is above 65535; a port is a 16-bit number, 0 to 65535")
        });
    }
    let remedy = remedy_for(number);
    Err(format!(
        "port `{number}`{within} is not a number, 0 to 65535, or a range: `6000-6063`{remedy}"
    ))
}

/// What was probably meant by a text that is no port.
fn remedy_for(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let radix = |digits: &str, radix| u16::from_str_radix(digits, radix).ok();
    let hex = lower
        .strip_prefix("0x")
        .and_then(|digits| radix(digits, 16));
    let octal = lower.strip_prefix("0o").and_then(|digits| radix(digits, 8));
    let binary = lower.strip_prefix("0b").and_then(|digits| radix(digits, 2));
    if let Some(number) = hex.or(octal).or(binary) {
        return format!("; write it in decimal: `{number}`");
    }
    if let Some(number) = text
        .strip_prefix('+')
        .filter(|rest| radix(rest, 10).is_some())
    {
        return format!("; write it without the sign: `{number}`");
    }
    if text.starts_with('-') {
        return "; there are no negative ports".to_owned();
    }
    if let Some((number, transport)) = text.split_once('/') {
        if radix(number, 10).is_some() {
            return format!(
                "; write `{number}` here and `{transport}` in the column `{}`",
                Column::Transport.title()
            );
        }
    }
    if let Some((number, fraction)) = text.split_once('.') {
        if radix(number, 10).is_some() && fraction.bytes().all(|byte| byte == b'0') {
            return format!("; write it without the fraction: `{number}`");
        }
    }
    if text.contains([',', ';', ' ', '|']) {
        return "; write every port in a row of its own".to_owned();
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::ports;

    #[test]
    fn good_ports() {
        assert_eq!(ports("0"), Ok((0, 0)));
        assert_eq!(ports("65535"), Ok((65535, 65535)));
        assert_eq!(ports("6000-6063"), Ok((6000, 6063)));
        assert_eq!(ports("6000 - 6000"), Ok((6000, 6000)));
    }

    #[test]
    fn bad_ports_say_what_to_write() {
        for (text, part) in [
            ("", "the port is empty"),
            ("65536", "port `65536` is above 65535"),
            ("99999999999999999999", "is above 65535"),
            ("-80", "there are no negative ports"),
            ("-", "there are no negative ports"),
            ("+80", "without the sign: `80`"),
            ("0x1BB", "in decimal: `443`"),
            ("443.0", "without the fraction: `443`"),
            ("443.5", "port `443.5` is not a number"),
            ("443/tcp", "write `443` here and `tcp` in the column"),
            ("80,81", "in a row of its own"),
            ("http", "port `http` is not a number"),
            ("4４3", "is not a number"),
            ("90-80", "runs backwards; write `80-90`"),
            ("80-", "has no end; write both ends: `80-65535`"),
            ("80-70000", "port `70000` in `80-70000` is above 65535"),
            ("80-x", "port `x` in `80-x` is not a number"),
            ("1-2-3", "port `2-3` in `1-2-3` is not a number"),
        ] {
            let mistake = ports(text).unwrap_err();
            assert!(mistake.contains(part), "{text}: {mistake}");
        }
    }
}
