//! What a cell looks like, for guesses about a file as a whole. Whether it is right is
//! decided where it is read.

use super::transports;

/// `80`, `6000-6063`, `80, 443`
pub(crate) fn is_port(text: &str) -> bool {
    let is_between = |letter: char| {
        letter.is_whitespace() || matches!(letter, '-' | '\u{2013}' | ',' | ';' | ':' | '/')
    };
    let starts = text.starts_with(|letter: char| letter.is_ascii_digit());
    let is_number = |part: &str| part.is_empty() || number(part).is_some();
    starts && text.len() <= 200 && text.split(is_between).all(is_number)
}

/// `80/tcp`, `tcp/80`, `tcp:80`, `tcp-80` or `80-90_tcp`
pub(crate) fn is_port_with_transport(text: &str) -> bool {
    let joined = |(a, b): (&str, &str)| {
        let is = |name: &str, port: &str| transports::from_name(name).is_some() && is_port(port);
        is(a, b) || is(b, a)
    };
    let dashes = ['-', '_'];
    if text.split_once(dashes).is_some_and(joined) || text.rsplit_once(dashes).is_some_and(joined) {
        return true;
    }
    let Some((a, b)) = text.split_once(['/', ':']) else {
        return false;
    };
    let is_both = |port: &str, transport: &str| {
        is_port(port.trim()) && transports::from_names(transport).is_ok()
    };
    is_both(a, b) || is_both(b, a)
}

/// `TCP 25`, `TCP and UDP 389`, `UDP: 3478, 3479`
pub(crate) fn is_port_beside_transport(text: &str) -> bool {
    let is_between = |letter: char| {
        letter.is_whitespace() || matches!(letter, ',' | ';' | ':' | '/' | '&' | '+' | '(' | ')')
    };
    let (mut has_port, mut has_transport) = (false, false);
    let words = text.split(is_between).filter(|word| !word.is_empty());
    for word in words.take(200) {
        if is_transport(word) {
            has_transport = true;
        } else if is_port(word) {
            has_port = true;
        } else if !["and", "port", "ports"].contains(&word.to_lowercase().as_str()) {
            return false;
        }
    }
    has_port && has_transport
}

/// IANA's number of a transport.
pub(crate) fn is_transport_number(text: &str) -> bool {
    transports::from_number(text).is_some()
}

pub(crate) fn is_transport(text: &str) -> bool {
    transports::from_names(text).is_ok()
}

/// Digits, 0 to 65535.
pub(crate) fn number(text: &str) -> Option<u16> {
    // `parse` takes a sign.
    text.parse().ok().filter(|_| is_digits(text))
}

pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `ssh 22/tcp ..`, a line of services(5).
pub(crate) fn is_services_line(text: &str) -> bool {
    let text = text.split('#').next().unwrap_or_default();
    let mut words = text.split_whitespace();
    let (Some(_), Some(port)) = (words.next(), words.next()) else {
        return false;
    };
    port.split_once('/')
        .is_some_and(|(port, _)| number(port).is_some())
}

#[cfg(test)]
mod tests {
    use super::{
        is_port, is_port_beside_transport, is_port_with_transport, is_services_line, is_transport,
        is_transport_number,
    };

    #[test]
    fn cells_look_like_what_they_are() {
        for text in ["80", "0", "6000-6063", "80, 443", "80;443", "6000:6063"] {
            assert!(is_port(text), "{text}");
        }
        for text in ["", "-", "http", "70000", "80/tcp", "+80", "-80"] {
            assert!(!is_port(text), "{text}");
        }
        for text in [
            "80/tcp",
            "udp/53",
            "tcp:80",
            "tcp:0-65535",
            "tcp-443",
            "80-90_UDP",
        ] {
            assert!(is_port_with_transport(text), "{text}");
        }
        for text in [
            "TCP 25",
            "TCP and UDP 389",
            "UDP: 3478, 3479",
            "80-90 (tcp)",
        ] {
            assert!(is_port_beside_transport(text), "{text}");
        }
        for text in ["TCP", "25", "TCP port", "tcp http 80", ""] {
            assert!(!is_port_beside_transport(text), "{text}");
        }
        assert!(is_transport_number("17") && !is_transport_number("1"));
        for text in ["80/81", "80", "http-80", "tcp-x"] {
            assert!(!is_port_with_transport(text), "{text}");
        }
        assert!(is_transport("TCP, UDP") && !is_transport("SMTP"));
        assert!(is_services_line("ssh\t22/tcp  # shell") && is_services_line("a 1/ddp b c"));
        assert!(!is_services_line("# ssh 22/tcp") && !is_services_line("ssh,22,tcp"));
    }
}
