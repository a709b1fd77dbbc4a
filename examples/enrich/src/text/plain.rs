//! Lines of a source, a destination and a transport.

use super::{
    log::{Line, Log, Style, write_line},
    quick::{Names, Quick, WINDOW, append},
};
use crate::{
    Tally,
    flow::{Flow, Malformed, number, transport},
};
use port_consts::Port;

/// A list of flows, the form that `enrich` has for those that have none.
pub(super) struct Plain {
    names: Names,
}

impl Plain {
    pub(super) fn new() -> Self {
        Self {
            names: Names::new(),
        }
    }
}

impl Log for Plain {
    fn style(&self) -> Style {
        Style::Column(b' ')
    }

    fn read(&mut self, line: &[u8]) -> Result<Line, Malformed> {
        Ok(flow(line)?.map_or(Line::Kept, Line::Flow))
    }

    fn lines(&mut self, text: &[u8], output: &mut Vec<u8>, tally: &mut Tally) -> usize {
        let mut done = 0;
        while done < text.len() {
            let window = text[done..].first_chunk::<WINDOW>();
            if let Some((window, quick)) = window.and_then(|it| Some((it, Quick::read(it)?))) {
                append(output, window, quick.length);
                quick.label(&self.names, output);
                output.push(b'\n');
                tally.count();
                done += quick.length + 1;
                continue;
            }
            let Some(length) = memchr::memchr(b'\n', &text[done..]) else {
                break;
            };
            write_line(self, &text[done..done + length], output, tally);
            output.push(b'\n');
            done += length + 1;
        }
        done
    }
}

/// The flow of a line; none of an empty line or a comment.
pub(super) fn flow(line: &[u8]) -> Result<Option<Flow>, Malformed> {
    let (source, rest) = field(line);
    if source.is_empty() || source[0] == b'#' {
        return Ok(None);
    }
    let (destination, rest) = field(rest);
    let (transport, _) = field(rest);
    if transport.is_empty() {
        return Err(Malformed::Fields);
    }
    Ok(Some(Flow {
        source: port(source).ok_or(Malformed::Source)?,
        destination: port(destination).ok_or(Malformed::Destination)?,
        transport: self::transport(transport).ok_or(Malformed::Transport)?,
        server: None,
    }))
}

/// The next field, which is empty at the end of the line, and what is behind it.
#[inline]
fn field(line: &[u8]) -> (&[u8], &[u8]) {
    let mut line = line;
    while let [b' ' | b'\t' | b',', rest @ ..] = line {
        line = rest;
    }
    let separator = |byte: &u8| matches!(byte, b' ' | b'\t' | b',');
    line.split_at(line.iter().position(separator).unwrap_or(line.len()))
}

/// A port, or what is behind the last colon of an address.
#[inline]
fn port(field: &[u8]) -> Option<Port> {
    let Some(colon) = memchr::memrchr(b':', field) else {
        return number(field);
    };
    let (address, port) = (&field[..colon], &field[colon + 1..]);
    // `::1` is an address without a port: with one, it would be in brackets.
    let whole = address.ends_with(b"]") || !address.contains(&b':');
    if address.is_empty() || !whole {
        return None;
    }
    number(port)
}

#[cfg(test)]
mod tests {
    use super::{
        super::quick::{Names, Quick, WINDOW},
        Flow, Malformed, flow,
    };
    use port_consts::Transport;

    fn read(line: &str) -> Result<Option<(u16, u16, Transport)>, Malformed> {
        let flow = flow(line.as_bytes())?;
        Ok(flow.map(|it| (it.source.get(), it.destination.get(), it.transport)))
    }

    #[test]
    fn lines_as_people_have_them() {
        let expected = Ok(Some((51234, 443, Transport::Tcp)));
        for line in [
            "51234 443 tcp",
            "  51234\t443\tTCP  ",
            "10.0.0.1:51234 10.0.0.2:443 tcp",
            "[fe80::1]:51234 [::1]:443 tcp",
            "[fe80::1%eth0]:51234,example.org:443,6",
            "51234, 443, Tcp, and, more",
            "*:51234 host:443 tcp 1500 bytes",
            "051234 00000000000000000000443 tcp",
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        let transports = [
            ("6", Transport::Tcp),
            ("17", Transport::Udp),
            ("132", Transport::Sctp),
            ("33", Transport::Dccp),
            ("sctp", Transport::Sctp),
            ("DCCP", Transport::Dccp),
        ];
        for (name, transport) in transports {
            assert_eq!(
                read(&format!("0 65535 {name}")),
                Ok(Some((0, 65535, transport)))
            );
        }
    }

    #[test]
    fn lines_that_are_none() {
        for line in ["", "   ", ",,", "# 1 2 tcp", "\t#"] {
            assert_eq!(read(line), Ok(None), "{line:?}");
        }
    }

    const MALFORMED: [(&str, Malformed); 17] = [
        ("443", Malformed::Fields),
        ("51234 443", Malformed::Fields),
        ("x 443 tcp", Malformed::Source),
        ("65536 443 tcp", Malformed::Source),
        ("4294967739 443 tcp", Malformed::Source),
        (
            "18446744073709552059:18446744073709552059 443 tcp",
            Malformed::Source,
        ),
        ("100000000000000000443 443 tcp", Malformed::Source),
        ("::1 443 tcp", Malformed::Source),
        ("::1:443 443 tcp", Malformed::Source),
        (":443 443 tcp", Malformed::Source),
        ("10.0.0.1: 443 tcp", Malformed::Source),
        ("1 -443 tcp", Malformed::Destination),
        ("1 +443 tcp", Malformed::Destination),
        ("1 https tcp", Malformed::Destination),
        ("1 2 quic", Malformed::Transport),
        ("1 2 1", Malformed::Transport),
        ("1 2 3", Malformed::Transport),
    ];

    #[test]
    fn lines_that_are_malformed() {
        for (line, reason) in MALFORMED {
            assert_eq!(read(line), Err(reason), "{line}");
        }
        assert_eq!(flow(b"\xFF 2 tcp"), Err(Malformed::Source));
        assert_eq!(flow(b"1 2 \xFF"), Err(Malformed::Transport));
    }

    #[test]
    fn labels_name_the_side_that_has_the_service() {
        for (line, expected) in [
            ("51234 443 tcp", "443/tcp (https)"),
            ("443 51234 tcp", "443/tcp (https)"),
            ("5353 53 udp", "53/udp (domain)"),
            ("123 123 udp", "123/udp (ntp)"),
            ("40001 40002 udp", ""),
        ] {
            let mut label = Vec::new();
            let known = flow(line.as_bytes()).unwrap().unwrap().label(&mut label);
            assert_eq!(String::from_utf8(label).unwrap(), expected);
            assert_eq!(known, !expected.is_empty());
        }
    }

    /// Whether the quick way reads a line; it must then say what the slow one does.
    fn quick(names: &Names, line: &[u8]) -> bool {
        let mut window = [b'x'; WINDOW];
        let text = [line, b"\n"].concat();
        let Some(part) = window.get_mut(..text.len()) else {
            return false;
        };
        part.copy_from_slice(&text);
        let Some(quick) = Quick::read(&window) else {
            return false;
        };
        assert_eq!(quick.length, line.len(), "{}", line.escape_ascii());
        let (mut found, mut expected) = (Vec::new(), vec![b' ']);
        quick.label(names, &mut found);
        let flow: Flow = flow(line).unwrap().unwrap();
        if !flow.label(&mut expected) {
            expected.push(b'-');
        }
        assert_eq!(found, expected, "{}", line.escape_ascii());
        true
    }

    #[test]
    fn the_quick_way_reads_usual_lines_and_says_the_same() {
        let names = Names::new();
        for line in [
            "1 2 tcp",
            "51234 443 tcp",
            "51234,443,17",
            "10.0.0.1:51234\t10.0.0.2:443\ttcp and more",
            "[2001:db8::1]:51234 [2001:db8::2]:443 sctp",
            "host:65535 *:0 udp",
            "*:3 x:4 dccp",
        ] {
            assert!(quick(&names, line.as_bytes()), "{line}");
        }
        for (line, _) in MALFORMED {
            assert!(!quick(&names, line.as_bytes()), "{line}");
        }
        for port in 0..=u16::MAX {
            for line in [format!("{port} 1 tcp"), format!("a:1 b:{port} udp")] {
                assert!(quick(&names, line.as_bytes()), "{line}");
            }
        }
        for number in 65536..100_000 {
            assert!(!quick(&names, format!("{number} 1 tcp").as_bytes()));
        }
    }

    /// Lines that differ from a usual one in any byte, at any place.
    #[test]
    fn the_quick_way_says_the_same_of_lines_with_one_other_byte() {
        let names = Names::new();
        let mut read = 0;
        for usual in ["[::1]:51234 10.0.0.2:443 tcp", "22 5 6"] {
            for place in 0..usual.len() {
                for byte in (0..=u8::MAX).filter(|byte| *byte != b'\n') {
                    let mut line = usual.as_bytes().to_vec();
                    line[place] = byte;
                    read += usize::from(quick(&names, &line));
                }
            }
        }
        assert!(read > 1000, "{read}");
    }
}
